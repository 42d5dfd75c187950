import {
  type PoolShares,
  TX_TYPES,
  type TxType,
} from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { rateOf } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { type ActivityScore, mergeScores } from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { amountOf } from '../../primitives/coin.ts'
import { complement, floor, mulRatio, type Ratio, ratio, sumRatios, ZERO } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { inOnePeriod } from '../clocks.ts'
import { rateIn } from '../epochParams.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import type { EpochReport } from '../report/epochReport.ts'
import { runEpoch } from '../runEpoch.ts'
import type { EpochState } from '../state/epochState.ts'
import { mintedPerBurn } from './mintedPerBurn.ts'

/** What everybody else does in a period, as wash trading depends on it; amounts in uregen. */
export type HonestPeriod = {
  /** The fees that each type of transaction paid. */
  readonly fees: { readonly [txType in TxType]: Ratio }
  /** What each address did; scored anew under every setting that is looked at. */
  readonly scores: readonly ActivityScore[]
  /** Of these fees, what the community pool received in uregen: all of it, and the part that earns a score. */
  readonly community: { readonly all: Uregen; readonly scored: Uregen }
  /** Inflow of the community pool beside fees: minted as inflow, or converted. */
  readonly beside: Uregen
  /** What the activity pool carries over from before. */
  readonly carriedIn: Uregen
  /** The stability tier: what is due to it, or a part of the automatic distribution. */
  readonly tier: { readonly due: Uregen } | { readonly share: Ratio }
  /** Activity pools of other denoms, and uregen for one smallest unit; null where no rate is known. */
  readonly others: readonly { readonly denom: string; readonly pool: bigint; readonly rate: Ratio | null }[]
  /** The shares by which the period was routed. */
  readonly shares: PoolShares
  /** At most what a uregen burned lets be minted as inflow, with burns that count at once; else 0. */
  readonly mintedPerBurn: Ratio
  /** M015 pays in this period. */
  readonly distributing: boolean
}

/** The honest side of a period, for any policy. */
export type HonestUnder = (policy: PolicyConfig) => HonestPeriod

/**
 * The honest side of a period that was run under a policy; rates are those of its inputs.
 *
 * @example
 * honestPeriodOf(runEpoch(state, inputs, DEFAULT_POLICY).report, DEFAULT_POLICY).distributing // true
 */
export function honestPeriodOf(
  { fees, rewards, supply, phases, clocks }: EpochReport,
  policy: PolicyConfig,
  rates: Rates = {},
): HonestPeriod {
  const { inflow, carriedIn } = rewards.record
  const rewarded = amountOf(fees.rewarded, 'uregen')
  return {
    fees: feesByType(fees.totals),
    scores: mergeScores([rewards.retroactive, rewards.scores], policy.m015).scores,
    community: {
      all: amountOf(fees.pools.community, 'uregen') as Uregen,
      scored: amountOf(fees.scored, 'uregen') as Uregen,
    },
    beside: (inflow - rewarded) as Uregen,
    carriedIn,
    tier: { due: rewards.stabilityDue },
    others: rewards.others.map(({ denom, activity }) => ({
      denom,
      pool: activity,
      rate: rateOf(denom, rates) ?? null,
    })),
    shares: fees.shares,
    mintedPerBurn: mintedPerBurn(
      { ...policy.m012, baseRate: rateIn(clocks.m012, policy.m012) },
      { supply: supply.before, phase: phases.during.m012.phase },
    ),
    distributing: phases.during.m015 === 'DISTRIBUTING',
  }
}

/**
 * The honest side of a distribution period of an economy: run anew under each policy, as if the economy had always had it and all its clocks met here.
 *
 * @example
 * washTrading(DEFAULT_POLICY, honestRun(state, inputs)).breakEven.sybilResistant // false
 */
export const honestRun =
  (state: EpochState, inputs: EpochInputs): HonestUnder =>
  policy =>
    honestPeriodOf(
      runEpoch(inOnePeriod({ ...state, policyHash: null }, policy), { ...inputs, claims: [] }, policy).report,
      policy,
      inputs.rates,
    )

/**
 * A period from nothing but its volumes, in uregen, the minimum fee not binding; trades are bought, and retirements made, by one address.
 *
 * @example
 * const none = uregen(0n)
 * const others = { CreditIssuance: none, CreditTransfer: none, CreditRetirement: none }
 * const volumes = { ...others, MarketplaceTrade: uregen(1_000_000_000n) }
 * honestVolumes(volumes, parseRatio('0.3'))(DEFAULT_POLICY).community.all // 2500000n
 */
export const honestVolumes =
  (volumes: { readonly [txType in TxType]: Uregen }, stabilityShare: Ratio): HonestUnder =>
  ({ m013: { feeRates, shares, agentFund } }) => {
    const fees = byType(txType => mulRatio(ratio(volumes[txType]), feeRates[txType]))
    const tag = agentFund.kind === 'community-tag' ? agentFund.share : ZERO
    const share = mulRatio(shares.community, complement(tag))
    const part = (...types: readonly TxType[]) =>
      floor(mulRatio(sumRatios(...types.map(type => fees[type])), share)) as Uregen
    const amounts = {
      purchase: ratio(volumes.MarketplaceTrade),
      retirement: ratio(volumes.CreditRetirement),
      facilitation: ZERO,
      vote: ZERO,
      proposal: ZERO,
      fee: sumRatios(...Object.values(fees)),
    }
    return {
      fees,
      scores: [{ address: 'everybody else', amounts, score: ZERO, governanceScore: ZERO }],
      community: { all: part(...TX_TYPES), scored: part('CreditRetirement', 'MarketplaceTrade') },
      beside: 0n as Uregen,
      carriedIn: 0n as Uregen,
      tier: { share: stabilityShare },
      others: [],
      shares,
      mintedPerBurn: ZERO,
      distributing: true,
    }
  }

/** What a period paid for each type of transaction, in uregen. */
export const feesByType = (
  totals: readonly { readonly txType: TxType; readonly worth: bigint }[],
): { readonly [txType in TxType]: Ratio } =>
  byType(txType =>
    ratio(totals.reduce((sum, total) => (total.txType === txType ? sum + total.worth : sum), 0n)),
  )

const byType = <T>(each: (txType: TxType) => T) =>
  Object.fromEntries(TX_TYPES.map(txType => [txType, each(txType)])) as { [txType in TxType]: T }
