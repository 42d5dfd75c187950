import { txSimulate } from '../../node/endpoints.ts'
import { explainFailure, type TxFailure } from '../../node/events/explainFailure.ts'
import { queryLatest } from '../../node/rpc/query.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { RESPONSE_INVALID, SIMULATION_REFUSED } from '../../primitives/errorTable.ts'
import { SignMode } from '../../wire/generated/cosmos/tx/signing/v1beta1/signing.ts'
import { TxRaw } from '../../wire/generated/cosmos/tx/v1beta1/tx.ts'
import type { Connection } from '../connection.ts'
import { pause } from '../pause.ts'
import { authInfoBytesOf, bodyBytesOf, type TxPlan } from '../sign/txPlan.ts'
import { type Correction, correctSequence, isAhead, isUndone, mismatchOf } from './sequences.ts'

const ATTEMPTS = 6
const REST_MS = 1_000
/** What fits into a transaction after it was raised by three tenths. */
const MOST_GAS = 2n ** 63n

/**
 * Runs a transaction on a node without sending it, and gives the gas it used. It needs no signature and no public key, only the right
 * sequences:
 *
 *     the node expects a later one     somebody else has used this one: it is taken, in the plan that comes back
 *     the node expects an earlier one  it has not seen what was sent before: it is asked again, after a rest
 *
 * @see cosmos-sdk baseapp Simulate
 */
export async function simulate(
  { rpc, clock, closed }: Pick<Connection, 'rpc' | 'clock' | 'closed'>,
  given: TxPlan,
  signal: AbortSignal | undefined,
): Promise<{ readonly gasUsed: bigint; readonly plan: TxPlan }> {
  let plan = given
  let last: Correction | null = null
  for (let attempt = 1; ; attempt++) {
    try {
      return { gasUsed: await gasUsed(rpc, plan, signal), plan }
    } catch (error) {
      const failure = refusal(error)
      if (failure === null) throw error
      const refused = () =>
        new RegenError({ ...SIMULATION_REFUSED, fix: failure.fix }, failure, { cause: error })
      const mismatch = mismatchOf(failure)
      if (mismatch === null || attempt === ATTEMPTS) throw refused()
      if (last !== null && isUndone(last, mismatch)) {
        const before = correctSequence(plan, mismatch, last.index)?.plan ?? plan
        last = correctSequence(before, last, last.index + 1)
      } else if (isAhead(mismatch)) {
        await pause(clock, REST_MS * attempt, { signal, closed })
        continue
      } else last = correctSequence(plan, mismatch)
      if (last === null) throw refused()
      plan = last.plan
    }
  }
}

async function gasUsed(
  rpc: Connection['rpc'],
  plan: TxPlan,
  signal: AbortSignal | undefined,
): Promise<bigint> {
  const unsigned = { ...plan, gasLimit: 0n, fee: null }
  const txBytes = TxRaw.encode({
    bodyBytes: bodyBytesOf(unsigned),
    authInfoBytes: authInfoBytesOf(unsigned, SignMode.SIGN_MODE_DIRECT, []),
    signatures: plan.signers.map(() => new Uint8Array()),
  }).finish()
  const { answer } = await queryLatest(rpc, txSimulate, { txBytes }, signal)
  const used = answer.gasInfo?.gasUsed ?? 0n
  if (used === 0n || used > MOST_GAS)
    throw new RegenError(RESPONSE_INVALID, {
      query: txSimulate.path,
      issues: '✖ expected the gas used at gas_info.gas_used',
    })
  return used
}

/** Why the chain refused; null for every other kind of failure. */
const refusal = (error: unknown): TxFailure | null =>
  isRegenError(error, 'QUERY_FAILED') ? explainFailure(error.context) : null
