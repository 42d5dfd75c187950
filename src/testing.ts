export { readExample } from './testing/examples.ts'
export type { Fault } from './testing/faults.ts'
export type { SeenCall } from './testing/jsonRpc.ts'
export type { Params as RequestParams } from './testing/methods.ts'
export type { RecordedNode, SeenRequest } from './testing/recordedNode.ts'
export { startRecordedNode } from './testing/recordedNode.ts'
export type {
  JsonRpcFailure,
  RecordedCall,
  RecordedEvent,
  RecordedQuery,
  RecordedResponse,
  RecordedTx,
  Recordings,
} from './testing/recordings.ts'
export { readRecordings } from './testing/recordings.ts'
export {
  keplrStandIn,
  leapStandIn,
  ledgerStandIn,
  type StandInBehaviour,
} from './testing/wallets/keplrStandIn.ts'
export type { AminoKeys, DirectKeys, StandInKeys, StdSignature } from './testing/wallets/keys.ts'
export { type PeerBehaviour, walletConnectStandIn } from './testing/wallets/walletConnectStandIn.ts'
