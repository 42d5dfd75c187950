import type { FeeParams } from '../../mechanisms/live-marketplace-fees/params.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { FeeParams as Wire } from '../../wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import { sameBytes } from '../../wire/sameBytes.ts'
import { storedClassFee, storedFeeParams } from '../endpoints/credits.ts'
import type { AbciAnswer } from '../rpc/abciQuery.ts'
import type { QueryPort } from '../rpc/query.ts'
import type { NodeAt } from './ask.ts'
import { classFeeQuestion } from './settings.ts'

/** On each connection, the lowest height at which fees were seen to be set. */
const SET_SINCE = new WeakMap<object, bigint>()

/** Characters; a rate of the chain has a few. */
const MAX_RATE_LENGTH = 100

/**
 * The marketplace's fee rates, as governance wrote them: '' is no fee, and '0' stops all purchases. A chain where they were
 * never set has no bytes for them, which means no fees.
 *
 * Bytes that are not exactly what the chain writes for this message are 'unknown': another wire type, a field that is not
 * known, a text that is no text. A decoder that passes over them would read "no fee" and understate what is due.
 */
export function toFeeParams(bytes: Uint8Array): FeeParams | 'unknown' {
  try {
    const read = Wire.decode(bytes)
    if (!sameBytes(Wire.encode(read).finish(), bytes)) return 'unknown'
    const { buyerPercentageFee: buyer, sellerPercentageFee: seller } = read
    const isTooLong = Math.max(buyer.length, seller.length) > MAX_RATE_LENGTH
    return isTooLong ? 'unknown' : { buyer, seller }
  } catch {
    return 'unknown'
  }
}

/**
 * Asks for the marketplace fees in the ecocredit module's raw store: no query of the chain shows them. 'unknown' for bytes that
 * are no such message, and for an empty value that does not mean "never set":
 *
 *     the connection saw them set before, at a lower height
 *     the store has moved: it lacks the fee for a class as well, which the chain's own query shows
 */
export async function askFeeParams(
  port: QueryPort,
  height: bigint | 'latest',
  signal?: AbortSignal | undefined,
  connection: object = port.abciQuery,
): Promise<{ readonly height: bigint; readonly feeParams: FeeParams | 'unknown' }> {
  const asking = (path: string, data: Uint8Array, at: bigint | 'latest'): Promise<AbciAnswer> =>
    port.abciQuery({ path, data, height: at, signal })
  const { path } = storedFeeParams
  const { value, height: answered } = await asking(path, storedFeeParams.encode({}), height)
  const since = SET_SINCE.get(connection)
  if (value.length > 0) {
    const feeParams = toFeeParams(value)
    if (feeParams !== 'unknown' && (since === undefined || answered < since))
      SET_SINCE.set(connection, answered)
    return { height: answered, feeParams }
  }
  if (since !== undefined && answered > since) return { height: answered, feeParams: 'unknown' }
  const classFee = classFeeQuestion()
  const [raw, shown] = await Promise.all([
    asking(path, storedClassFee.encode({}), answered),
    asking(classFee.path, classFee.data, answered),
  ])
  const hasMoved = raw.value.length === 0 && classFee.toAnswer(shown.value) !== null
  return { height: answered, feeParams: hasMoved ? 'unknown' : toFeeParams(value) }
}

/**
 * The marketplace fees in force; 'unknown' when the node does not let its raw store be read, or what it shows is none.
 *
 * @example
 * const feeParams = await readFeeParams(at)
 */
export async function readFeeParams({ port, height, signal }: NodeAt): Promise<FeeParams | 'unknown'> {
  try {
    return (await askFeeParams(port, height, signal)).feeParams
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
