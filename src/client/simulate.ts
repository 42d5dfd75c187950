import { txSimulate } from '../ledger/endpoints.ts'
import { explainFailure, type TxFailure } from '../ledger/events/explainFailure.ts'
import { queryLatest } from '../ledger/rpc/query.ts'
import { isRegenError, RegenError } from '../primitives/errors.ts'
import { RESPONSE_INVALID, SIMULATION_REFUSED } from '../primitives/errorTable.ts'
import { SignMode } from '../wire/generated/cosmos/tx/signing/v1beta1/signing.ts'
import { TxRaw } from '../wire/generated/cosmos/tx/v1beta1/tx.ts'
import type { Connection } from './connection.ts'
import { authInfoBytesOf, bodyBytesOf, type TxPlan } from './txPlan.ts'

/**
 * Runs a transaction on a node without sending it, and gives the gas it used. It needs no signature and no public key, only the right
 * sequences: where the node expects another one, that one is taken, in the plan that comes back.
 *
 * @see cosmos-sdk baseapp Simulate
 */
export async function simulate(
  { rpc }: Pick<Connection, 'rpc'>,
  plan: TxPlan,
  signal: AbortSignal | undefined,
): Promise<{ readonly gasUsed: bigint; readonly plan: TxPlan }> {
  let current = plan
  for (let attempt = 0; ; attempt++) {
    try {
      return { gasUsed: await gasUsed(rpc, current, signal), plan: current }
    } catch (error) {
      const failure = refusal(error)
      if (failure === null) throw error
      const corrected = correctSequence(current, failure)
      if (corrected === null || attempt > plan.signers.length)
        throw new RegenError({ ...SIMULATION_REFUSED, fix: failure.fix }, failure, { cause: error })
      current = corrected
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
  if (answer.gasInfo === undefined)
    throw new RegenError(RESPONSE_INVALID, {
      query: txSimulate.path,
      issues: '✖ expected the gas used at gas_info',
    })
  return answer.gasInfo.gasUsed
}

/** Why the chain refused; null for every other kind of failure. */
const refusal = (error: unknown): TxFailure | null =>
  isRegenError(error, 'QUERY_FAILED') ? explainFailure(error.context) : null

/** The plan with the sequence that the chain expects; null when the sequence is not what is wrong. */
export function correctSequence(
  plan: TxPlan,
  { name, facts }: Pick<TxFailure, 'name' | 'facts'>,
): TxPlan | null {
  const { expected, got } = facts
  if (name !== 'SEQUENCE_WRONG' || !isSequence(expected) || !isSequence(got)) return null
  const wrong = plan.signers.findIndex(({ sequence }) => sequence === BigInt(got))
  if (wrong < 0) return null
  const signers = plan.signers.map((signer, index) =>
    index === wrong ? { ...signer, sequence: BigInt(expected) } : signer,
  )
  return { ...plan, signers }
}

const isSequence = (text: string | undefined): text is string => /^\d{1,20}$/.test(text ?? '')
