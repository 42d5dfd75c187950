import type { M013Phase } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import { formatRegen, sumUregen } from '../../primitives/uregen.ts'
import type { PreviewInput } from '../feePreview.ts'
import { type MessageRecord, warn } from '../run/workingLedger.ts'
import type { FeeConfigInForce } from '../snapshot.ts'
import type { ProposedFee } from './proposedFees.ts'

/** The phase that is asked for, else the one in force, else "what if it were in force now". */
export function phaseOf({ phase, snapshot: { feeConfig } }: PreviewInput): M013Phase {
  if (phase !== undefined) return phase
  return feeConfig && feeConfig.phase !== 'unknown' ? feeConfig.phase : 'VALUE_BASED'
}

/** What M013 takes is in no amount of the live side: a source that is in force takes it all the same. */
export function warnOfFeeInForce(
  { source }: FeeConfigInForce,
  fees: readonly ProposedFee[],
  record: MessageRecord,
): void {
  const least = sumUregen(...fees.map(({ atLeast }) => atLeast))
  if (least > 0n) warn(record, 'FEE_IN_FORCE', { source, fee: formatRegen(least) })
}
