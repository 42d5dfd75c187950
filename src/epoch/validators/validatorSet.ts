import { candidate } from '../../mechanisms/m014-authority-validator-governance/application.ts'
import { earlyExitGuards, forfeitBonus } from '../../mechanisms/m014-authority-validator-governance/escrow.ts'
import { transition } from '../../mechanisms/m014-authority-validator-governance/lifecycle.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import {
  type PerformanceRecord,
  performanceScore,
  performanceStatus,
} from '../../mechanisms/m014-authority-validator-governance/score.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validator.ts'
import { type Coin, sumCoins } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { VALIDATOR_TWICE, VALIDATOR_UNKNOWN } from '../../primitives/errorTable.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import type { EpochState } from '../state/epochState.ts'

/** The validators after what happened to them in a period, before it pays and before terms end. */
export type ValidatorSet = {
  readonly validators: readonly AuthorityValidator[]
  readonly escrow: EpochState['escrow']
  /** What early exits gave up: back to the fund. */
  readonly forfeited: readonly Coin[]
  readonly performance: readonly PerformanceRecord[]
}

/**
 * Applications, transitions, early exits and measured performance, in this order.
 *
 * A transition needs all of its guards. An early exit needs a notice, and forfeits the bonus of its quarter.
 *
 * @see SPEC M014, Validator Lifecycle
 */
export function validatorSet(
  { validators, escrow }: Pick<EpochState, 'validators' | 'escrow'>,
  { applications, transitions, exits, metrics }: EpochInputs['validators'],
  { period, end, params }: { period: number; end: string; params: ValidatorParams },
): ValidatorSet {
  const set = new Map(validators.map(validator => [validator.address, validator]))
  const get = (address: string): AuthorityValidator => {
    const found = set.get(address)
    if (found === undefined) throw new RegenError(VALIDATOR_UNKNOWN, { address })
    return found
  }
  for (const application of applications) {
    const { address } = application
    if (set.has(address)) throw new RegenError(VALIDATOR_TWICE, { address })
    set.set(address, candidate(application))
  }
  for (const { address, ...change } of transitions) set.set(address, transition(get(address), change, params))
  let held = escrow
  const forfeited: Coin[] = []
  for (const { address, notice } of exits) {
    const leaving = get(address)
    const guards = earlyExitGuards(leaving, { notice, at: end }, params)
    set.set(address, transition(leaving, { to: 'TERM_EXPIRED', guards, at: end }, params))
    held = Object.fromEntries(
      Object.entries(held).map(([denom, bonuses]) => {
        const { forfeited: amount, held } = forfeitBonus(bonuses, address, end)
        forfeited.push({ denom, amount })
        return [denom, held]
      }),
    )
  }
  const performance = Object.entries(metrics).map(([address, measured]) => {
    const record: PerformanceRecord = {
      address,
      period: BigInt(period),
      metrics: measured,
      status: performanceStatus(measured['uptime'], params),
      ...performanceScore(measured, params),
    }
    set.set(address, { ...get(address), performance: record })
    return record
  })
  return { validators: [...set.values()], escrow: held, forfeited: sumCoins(forfeited), performance }
}

/** The scores to pay by: those of this period; a validator that nobody measured in it has none. */
export const paidBy = (
  validators: readonly AuthorityValidator[],
  performance: readonly PerformanceRecord[],
  params: ValidatorParams,
) => {
  const scores = new Map(performance.map(({ address, score }) => [address, score]))
  const unmeasured = performanceScore({}, params).score
  return validators
    .filter(isServing)
    .map(({ address, status }) => ({ address, status, score: scores.get(address) ?? unmeasured }))
}
