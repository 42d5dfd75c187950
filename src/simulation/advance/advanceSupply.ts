import { m014StateOf } from '../../epoch/phases/m014StateOf.ts'
import { committedOf } from '../../epoch/rewards/stabilityTier.ts'
import type { EpochPhases, EpochState, SupplyLedger } from '../../epoch/state/epochState.ts'
import { countBalance } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/phase.ts'
import { mintInflow } from '../../mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
import type { EquilibriumThreshold } from '../../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { advance } from '../../mechanisms/m012-fixed-cap-dynamic-supply/period.ts'
import { isServing } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { AggregatedPeriod } from './aggregatedPeriod.ts'
import type { Prepared } from './prepare.ts'

/** M012 in one period; amounts in uregen. */
export type AdvancedSupply = {
  readonly ledger: SupplyLedger
  readonly m012: EpochPhases['m012']
  readonly minted: Uregen
  /** The part of the mint that stays in an account of the economy, and that which is the community pool’s. */
  readonly mintedInside: bigint
  readonly toCommunity: bigint
  /** What counts as inflow of M015. */
  readonly inflow: bigint
  /** What the bank no longer has. */
  readonly destroyed: bigint
}

/** Burns the burn pool, mints, and counts the periods in balance. */
export function advanceSupply(
  { phases, supply: ledger, stability, validators }: EpochState,
  burned: bigint,
  { co2 }: AggregatedPeriod,
  { params: { supply: params, validators: rules }, equilibriumNeeds }: Prepared,
): AdvancedSupply {
  const {
    minted,
    burned: taken,
    next,
  } = advance(
    {
      supply: ledger.supply,
      // With M014 in force proof of stake is off.
      staked: 0n as Uregen,
      stabilityCommitted: committedOf(stability.commitments),
      m014Phase: m014StateOf(phases),
      reserve: ledger.burnReserve,
      validators: { active: validators.filter(isServing).length, max: rules.maxValidators },
      ...(co2 && { co2 }),
    },
    burned as Uregen,
    params,
  )
  const destroyed = params.burnKind === 'reserve' ? 0n : burned
  const bank = ledger.supply + ledger.bankLessSupply + minted - destroyed
  const recipient = params.mintRecipient.kind
  const near = isNear(minted, taken, next.supply, params.hardCap, params.equilibriumThreshold)
  return {
    ledger: {
      ...ledger,
      supply: next.supply,
      staked: 0n as Uregen,
      burnReserve: next.reserve ?? (0n as Uregen),
      mintReserve: (ledger.mintReserve + (recipient === 'supply-reserve' ? minted : 0n)) as Uregen,
      bankLessSupply: bank - next.supply,
    },
    m012: countBalance(phases.m012, near, equilibriumNeeds),
    minted,
    mintedInside: recipient === 'governance-address' ? 0n : minted,
    toCommunity: recipient === 'community-pool' ? minted : 0n,
    inflow: mintInflow(minted, params),
    destroyed,
  }
}

/** |M − B| < threshold, as `isNearBalance` has it, without bringing the threshold to lowest terms. */
function isNear(
  minted: bigint,
  burned: bigint,
  supply: bigint,
  hardCap: bigint,
  threshold: EquilibriumThreshold,
): boolean {
  const difference = minted > burned ? minted - burned : burned - minted
  if (threshold.kind === 'absolute') return difference < threshold.amount
  const of = threshold.kind === 'cap' ? hardCap : threshold.kind === 'supply' ? supply : minted + burned
  return difference * threshold.share.den < of * threshold.share.num
}
