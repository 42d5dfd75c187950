export type { Fault } from './testing/faults.ts'
export type { SeenCall } from './testing/jsonRpc.ts'
export type { RecordedNode, SeenRequest } from './testing/recordedNode.ts'
export { startRecordedNode } from './testing/recordedNode.ts'
export type {
  RecordedCall,
  RecordedQuery,
  RecordedResponse,
  RecordedTx,
  Recordings,
} from './testing/recordings.ts'
export { readRecordings } from './testing/recordings.ts'
