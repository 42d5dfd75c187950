import { CODECS, type Codec } from './registry.ts'

/** Type URL and codec of every message this SDK knows, for CosmJS: `new Registry([...defaultRegistryTypes, ...registryTypes])`. */
export const registryTypes: readonly (readonly [typeUrl: string, codec: Codec<object>])[] = [...CODECS]
