// Written by `npm run generate` from proto/tendermint/p2p/types.proto. Do not edit.

import { type Codec, message } from '../../../message.ts'

export interface ProtocolVersion {
  p2p: bigint
  block: bigint
  app: bigint
}
export const ProtocolVersion: Codec<ProtocolVersion> = /* @__PURE__ */ message<ProtocolVersion>('uint64 p2p = 1; uint64 block = 2; uint64 app = 3')

export interface DefaultNodeInfo {
  protocolVersion: ProtocolVersion | undefined
  defaultNodeId: string
  listenAddr: string
  /** The chain id. */
  network: string
  /** CometBFT's version, not the chain's. */
  version: string
  channels: Uint8Array
  moniker: string
  other: DefaultNodeInfoOther | undefined
}
export const DefaultNodeInfo: Codec<DefaultNodeInfo> = /* @__PURE__ */ message<DefaultNodeInfo>('ProtocolVersion protocolVersion = 1; string defaultNodeId = 2; string listenAddr = 3; string network = 4; string version = 5; bytes channels = 6; string moniker = 7; DefaultNodeInfoOther other = 8', () => [ProtocolVersion, DefaultNodeInfoOther])

export interface DefaultNodeInfoOther {
  txIndex: string
  rpcAddress: string
}
export const DefaultNodeInfoOther: Codec<DefaultNodeInfoOther> = /* @__PURE__ */ message<DefaultNodeInfoOther>('string txIndex = 1; string rpcAddress = 2')
