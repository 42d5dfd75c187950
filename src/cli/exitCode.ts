import { type ErrorCode, isRegenError } from '../primitives/errors.ts'

/** Errors that are the node's, not the caller's. */
const NODE_ERRORS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['RESPONSE_INVALID'])

/** True for a failure of the node: exit code 2. */
export const isNodeError = (error: unknown): boolean => isRegenError(error) && NODE_ERRORS.has(error.code)
