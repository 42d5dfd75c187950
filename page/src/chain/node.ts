import script from 'worker:laterWorkers#nodeWorker'
import { callsOf } from '../workers/call.ts'
import type { NodeMethods } from '../workers/nodeWorker.ts'

/** Asks the node of the reader's choice, in a worker: reading never holds up the page. */
export const askNode = callsOf<NodeMethods>(script)
