import type { EpochState } from '../../epoch/state/epochState.ts'
import { payoutOf } from '../../mechanisms/m014-authority-validator-governance/payout.ts'
import type { AuthorityValidator } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { advanceSet } from './advanceSet.ts'
import type { AggregatedPeriod } from './aggregatedPeriod.ts'
import { escrowBonuses } from './escrowBonuses.ts'
import { payServices } from './payServices.ts'
import type { KnownSpan, Prepared } from './prepare.ts'

/** M014 in one period; amounts in uregen. */
export type AdvancedValidators = {
  readonly validators: readonly AuthorityValidator[]
  readonly escrow: EpochState['escrow']
  /** What is left in the fund, what was earned, by how many, and what left the economy’s accounts. */
  readonly fund: bigint
  readonly paid: Uregen
  readonly count: number
  readonly left: bigint
}

/** Pays whoever served in the period from the fund, each for its time; bonuses wait for the end of the quarter. */
export function advanceValidators(
  state: EpochState,
  { balance, inflow }: { readonly balance: bigint; readonly inflow: bigint },
  period: AggregatedPeriod,
  span: KnownSpan,
  prepared: Prepared,
): AdvancedValidators {
  const { bonusVesting, payoutBasis, bonusShare } = prepared.params.validators
  const set = advanceSet(state, period, span, prepared)
  const fund = balance + set.forfeited + inflow
  const payout = payoutOf({ balance: fund as Uregen, inflow: inflow as Uregen, basis: payoutBasis })
  const { paid, bonuses } = payServices(set.services, { payout, length: span.length, bonusShare })
  const { escrow, escrowed, released } = escrowBonuses(
    set.waiting,
    bonusVesting === 'quarterly' ? bonuses : [],
    span,
  )
  return {
    validators: set.validators,
    escrow: escrow.length > 0 ? { uregen: escrow } : {},
    fund: fund - paid,
    paid: paid as Uregen,
    count: set.services.length,
    left: paid - escrowed + released,
  }
}
