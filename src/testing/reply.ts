import type { JsonRpcFailure } from './recordings.ts'

/** What a call is answered: a result, an error as the node gives it, or: the recordings have no answer. */
export type Reply =
  | { readonly result: unknown }
  | { readonly error: JsonRpcFailure }
  | { readonly missing: string }

/** CometBFT's form of every failure of a method: the reason is in `data`. */
export const internalError = (data: string): Reply => ({
  error: { code: -32603, message: 'Internal error', data },
})
