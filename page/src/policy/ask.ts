import script from 'worker:laterWorkers#policyWorker'
import { callsOf } from '../workers/call.ts'
import type { PolicyMethods } from '../workers/policyWorker.ts'

/** Reads, changes and compares policies in a worker: the page listens meanwhile. */
export const askPolicy = callsOf<PolicyMethods>(script)
