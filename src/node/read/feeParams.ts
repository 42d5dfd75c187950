import type { FeeParams } from '../../mechanisms/live-marketplace-fees/params.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { toFeeParams } from '../decode/feeParams.ts'
import { storedFeeParams } from '../endpoints.ts'
import { ask, type LedgerAt } from './ask.ts'
import { type Question, question } from './question.ts'

/** The marketplace fees in force, from the ecocredit module's raw store: no query of the chain shows them. */
export const feeParamsQuestion = (): Question<FeeParams> => question(storedFeeParams, {}, toFeeParams)

/** The marketplace fees in force; 'unknown' when the node does not let its raw store be read. */
export async function readFeeParams(ledger: LedgerAt): Promise<FeeParams | 'unknown'> {
  try {
    return await ask(ledger, feeParamsQuestion())
  } catch (error) {
    if (refusesRawQueries(error)) return 'unknown'
    throw error
  }
}

/** Errors of JSON-RPC that are about the question: invalid request, no such method, invalid parameters. */
const REFUSED_BY_RPC = new Set([-32600, -32601, -32602])

/** Errors of the SDK that are about the question: unauthorized, unknown request, not supported. */
const REFUSED_BY_SDK = new Set([4, 6, 37])

/**
 * Whether a node refuses to read its raw store for others. It says so in due form:
 *
 *     JSON-RPC  -32600, -32601, -32602     a gateway that lets this method or path not pass
 *     ABCI      sdk 6                      no raw queries here, or no such path
 *     ABCI      sdk 4, sdk 37              unauthorized, not supported
 *
 * Of several nodes each must have refused. Everything else is a failure that says nothing about raw queries: silence, HTTP errors,
 * too many requests, an internal error (-32603), a height that is not there (sdk 18, 22, 26), no ecocredit store (store 4).
 */
export function refusesRawQueries(error: unknown): boolean {
  if (isRegenError(error, 'RPC_ERROR')) return REFUSED_BY_RPC.has(error.context.code)
  if (isRegenError(error, 'MODULE_MISSING')) return true
  if (isRegenError(error, 'QUERY_FAILED'))
    return error.context.codespace === 'sdk' && REFUSED_BY_SDK.has(error.context.code)
  if (!isRegenError(error, 'NODES_FAILED')) return false
  const { cause } = error
  return (
    refusesRawQueries(cause) && error.context.failures.every(({ code }) => isRegenError(cause, code as never))
  )
}
