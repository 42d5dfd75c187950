import { txSimulate } from '../../../node/endpoints/cosmos.ts'
import type { AbciEvent } from '../../../node/events/abciEvent.ts'
import { explainFailure, type TxFailure } from '../../../node/events/failures/explainFailure.ts'
import { queryLatest } from '../../../node/rpc/query.ts'
import { sleep } from '../../../node/rpc/sleep.ts'
import { isRegenError, RegenError } from '../../../primitives/errors.ts'
import { SIMULATION_REFUSED } from '../../../primitives/errorTable/sending.ts'
import { RESPONSE_INVALID } from '../../../primitives/errorTable.ts'
import { SignMode } from '../../../wire/generated/cosmos/tx/signing/v1beta1/signing.ts'
import { TxRaw } from '../../../wire/generated/cosmos/tx/v1beta1/tx.ts'
import type { Connection } from '../../connection.ts'
import type { SigningMode } from '../../sign/chooseMode.ts'
import { encodePublicKeys } from '../../sign/publicKeys.ts'
import { authInfoBytesOf, bodyBytesOf, type TxPlan } from '../../sign/txPlan.ts'
import { type Correction, correctSequence, isAhead, isUndone, mismatchOf } from '../sequences.ts'

const ATTEMPTS = 6
const REST_MS = 1_000
/** What fits into a transaction with every margin. */
const MAX_GAS = 2n ** 62n

export type Simulated = {
  readonly gasUsed: bigint
  readonly events: readonly AbciEvent[]
  /** The plan with the sequences that the chain expects. */
  readonly plan: TxPlan
}

/**
 * Runs a transaction on a node without sending it, and gives the gas it used and the events it made. It is the transaction that will be
 * sent, with fee, payer and granter, keys, memo, timeout height and sign mode; only the signatures are 64 zeros each, and the gas limit is
 * not known yet. Nothing that is signed leaves the machine, so that sequences may be corrected here:
 *
 *     the node expects a later one     somebody else has used this one: it is taken, in the plan that comes back
 *     the node expects an earlier one  it has not seen what was sent before: it is asked again, after a rest
 *
 * @see cosmos-sdk baseapp Simulate
 */
export async function simulate(
  { rpc, clock, closed }: Pick<Connection, 'rpc' | 'clock' | 'closed'>,
  given: TxPlan,
  mode: SigningMode,
  signal: AbortSignal | undefined,
): Promise<Simulated> {
  let plan = given
  let last: Correction | null = null
  for (let attempt = 1; ; attempt++) {
    try {
      return { ...(await runOnce(rpc, plan, mode, signal)), plan }
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
        await sleep(clock, REST_MS * attempt, { signal, closed })
        continue
      } else last = correctSequence(plan, mismatch)
      if (last === null) throw refused()
      plan = last.plan
    }
  }
}

/** The bytes of a plan with signatures of the right length, of nobody. */
export const unsignedBytes = (plan: TxPlan, mode: SigningMode): Uint8Array =>
  TxRaw.encode({
    bodyBytes: bodyBytesOf(plan),
    authInfoBytes: authInfoBytesOf(plan, MODES[mode], encodePublicKeys(plan.signers)),
    signatures: plan.signers.map(() => new Uint8Array(64)),
  }).finish()

const MODES = {
  direct: SignMode.SIGN_MODE_DIRECT,
  amino: SignMode.SIGN_MODE_LEGACY_AMINO_JSON,
} as const satisfies { readonly [mode in SigningMode]: SignMode }

async function runOnce(
  rpc: Connection['rpc'],
  plan: TxPlan,
  mode: SigningMode,
  signal: AbortSignal | undefined,
): Promise<Pick<Simulated, 'gasUsed' | 'events'>> {
  const { answer } = await queryLatest(rpc, txSimulate, { txBytes: unsignedBytes(plan, mode) }, signal)
  const used = answer.gasInfo?.gasUsed ?? 0n
  if (used === 0n || used > MAX_GAS)
    throw new RegenError(RESPONSE_INVALID, {
      query: txSimulate.path,
      issues: '✖ expected the gas used at gas_info.gas_used',
    })
  return { gasUsed: used, events: answer.result?.events ?? [] }
}

/** Why the chain refused; null for every other kind of failure. */
const refusal = (error: unknown): TxFailure | null =>
  isRegenError(error, 'QUERY_FAILED') ? explainFailure(error.context) : null
