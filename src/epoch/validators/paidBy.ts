import type { PaidValidator } from '../../mechanisms/m014-authority-validator-governance/compensation.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { performanceScore } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { byAddress, keyed } from '../../primitives/keyed.ts'
import { nanosecondsBetween } from '../periodBounds.ts'
import type { RewardClock } from '../state/epochClocks.ts'
import { partServed } from './timeServed.ts'

/**
 * Who is paid for a distribution period: everybody who served in it, for as long as it did, by the scores of this period. A validator
 * that nobody measured in it has the score that `nullMetric` gives without metrics; one that left early earns no bonus.
 */
export function paidBy(
  validators: readonly AuthorityValidator[],
  { start, end, served, scores, left }: RewardClock,
  params: ValidatorParams,
): readonly PaidValidator[] {
  const times = keyed(served, byAddress)
  const scored = keyed(scores, byAddress)
  const unmeasured = performanceScore({}, params).score
  const length = nanosecondsBetween(start, end)
  const paid: PaidValidator[] = []
  for (const { address, status } of validators) {
    const time = times.get(address)
    if (time === undefined) continue
    paid.push({
      address,
      // Whoever no longer serves gets nothing of what probation holds back.
      status: isServing({ status }) ? status : 'PROBATION',
      score: left.includes(address) ? null : (scored.get(address)?.score ?? unmeasured),
      ...partServed(time, length, params.probationPay),
    })
  }
  return paid
}
