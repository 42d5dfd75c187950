import {
  type PoolShares,
  TX_TYPES,
  type TxType,
} from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { ActivityScore } from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { amountOf } from '../../primitives/coin.ts'
import { addRatio, mulRatio, type Ratio, ratio, sumRatios, ZERO } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { EpochReport } from '../report/epochReport.ts'

/** What everybody else does in a period, as wash trading depends on it; in uregen. */
export type HonestPeriod = {
  /** The fees that each type of transaction paid. */
  readonly fees: { readonly [txType in TxType]: Ratio }
  /** What each address did; scored anew under every setting that is looked at. */
  readonly scores: readonly ActivityScore[]
  /** The part of the automatic distribution that the stability tier takes. */
  readonly stabilityShare: Ratio
  /** What the activity pool holds beside fees: carried over, minted as inflow, converted. Default: nothing. */
  readonly beside?: Ratio
  /** The shares by which the period was routed. Default: the policy’s. */
  readonly shares?: PoolShares
}

/** The honest side of a period that was run. */
export function honestPeriodOf({ fees, rewards }: EpochReport): HonestPeriod {
  const { inflow, governance, stability, carriedIn } = rewards.record
  const auto = inflow - governance
  const rest = inflow - amountOf(fees.rewarded, 'uregen')
  const left = auto === 0n ? ZERO : ratio(auto - stability, inflow)
  return {
    fees: byType(txType =>
      ratio(fees.totals.reduce((sum, total) => (total.txType === txType ? sum + total.worth : sum), 0n)),
    ),
    scores: rewards.scores,
    stabilityShare: auto === 0n ? ZERO : ratio(stability, auto),
    beside: addRatio(mulRatio(ratio(rest > 0n ? rest : 0n), left), ratio(carriedIn)),
    shares: fees.shares,
  }
}

/** A period from nothing but its volumes, in uregen, the minimum fee not binding; trades are bought, and retirements made, by one address. */
export function honestVolumes(
  volumes: { readonly [txType in TxType]: Uregen },
  stabilityShare: Ratio,
  { m013 }: Pick<PolicyConfig, 'm013'>,
): HonestPeriod {
  const fees = byType(txType => mulRatio(ratio(volumes[txType]), m013.feeRates[txType]))
  return {
    fees,
    scores: [
      {
        address: 'everybody else',
        amounts: {
          purchase: ratio(volumes.MarketplaceTrade),
          retirement: ratio(volumes.CreditRetirement),
          facilitation: ZERO,
          vote: ZERO,
          proposal: ZERO,
          fee: sumRatios(...Object.values(fees)),
        },
        score: ZERO,
        governanceScore: ZERO,
      },
    ],
    stabilityShare,
  }
}

const byType = <T>(each: (txType: TxType) => T) =>
  Object.fromEntries(TX_TYPES.map(txType => [txType, each(txType)])) as { [txType in TxType]: T }
