/** regen-fees/cosmjs: for programs that have a CosmJS client. Works with 0.32 to 0.39, and imports none of them. */
export {
  createRegenSigningClient,
  type RegenSigningOptions,
  type StargateModule,
} from './cosmjs/createRegenSigningClient.ts'
export {
  setupBasketExtension,
  setupDataExtension,
  setupEcocreditExtension,
  setupMarketplaceExtension,
  setupProtocolPoolExtension,
} from './cosmjs/extensions.ts'
export type { AtHeight } from './cosmjs/nodeAt.ts'
export { previewWith } from './cosmjs/previewWith.ts'
export type { CosmjsClient } from './cosmjs/rpcOf.ts'
export type { SnapshotOptions } from './snapshot/takeSnapshot.ts'
export { AMINO_CONVERTERS as aminoConverters, type AminoConverter } from './wire/aminoJson.ts'
export { type DecodedTx, decodeTx, type PlainTx } from './wire/decodeTx.ts'
export { type Opened as OpenedMessage, type PlainAny, requireWhole } from './wire/registry.ts'
export { type RegistryCodec, registryTypes } from './wire/registryTypes.ts'
export { unpackMessages } from './wire/unpackMessages.ts'
