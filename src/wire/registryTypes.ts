import { CODECS } from './registry.ts'

/**
 * A codec as every version of CosmJS from 0.32 takes one for its Registry. Its own types differ from version to version, and name writers of
 * packages that the reader's project need not have.
 */
export type RegistryCodec = {
  // biome-ignore lint/suspicious/noExplicitAny: as CosmJS declares it
  encode(message: any, writer?: any): any
  // biome-ignore lint/suspicious/noExplicitAny: as CosmJS declares it
  decode(input: any, length?: number): any
  // biome-ignore lint/suspicious/noExplicitAny: as CosmJS declares it
  fromPartial(object: any): any
}

/** Type URL and codec of every message this SDK knows, for CosmJS: `new Registry([...defaultRegistryTypes, ...registryTypes])`. */
export const registryTypes: readonly [typeUrl: string, codec: RegistryCodec][] = [...CODECS]
