import type { Pool } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import {
  type Price,
  type Rates,
  type StatedPrice,
  statedBy,
  type Valuation,
  valueClass,
} from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { type RewardView, rewardView } from '../../network/views/rewardView.ts'
import { wouldPay } from '../../network/views/wouldPay.ts'
import { toRewardActivities, type Worth } from '../../node/read/rewardActivities.ts'
import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { policyHash } from '../../policy/policyHash.ts'
import type { Coin } from '../../primitives/coin.ts'
import { mulRatio } from '../../primitives/ratio.ts'
import { formatSeconds } from '../../primitives/time.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type Period, readIndexedActivity } from '../read/readIndexed.ts'
import { isRepeated, readIndexedVotes } from '../read/readIndexedVotes.ts'
import { readEvidence } from '../read/readMarket.ts'
import type { Store } from '../store/store.ts'
import { type Coverage, readCoverage } from './coverage.ts'

/** One period of a chain as M013 and M015 see it: what it would have paid, who did what, and what it would earn. */
export type PeriodReport = {
  readonly chainId: string
  /** RFC 3339; `to` does not belong to it. */
  readonly from: string
  readonly to: string
  readonly coverage: Coverage
  readonly policyHash: string
  readonly rates: Rates
  /** Prices that were stated beside the policy. */
  readonly stated: readonly StatedPrice[]
  /** The price of each class with purchases or retirements, at the end of the period; null: there is none. */
  readonly prices: readonly { readonly classId: string; readonly price: Price | null }[]
  readonly fees: {
    readonly revenue: Uregen
    readonly pools: { readonly [pool in Pool]: readonly Coin[] }
    readonly charged: number
    readonly unvalued: number
  }
  readonly rewards: Omit<RewardView, 'status' | 'source' | 'inForce'>
}

/** What a report of a period is computed with: policy, rates of denoms, and stated prices. */
export type PeriodReportOptions = {
  /** Default: the readings of the specification. */
  readonly policy?: PolicyConfig
  /** uregen for one smallest unit of other denoms. */
  readonly rates?: Rates
  /** Prices that governance or an outside market states, beside those of the policy. */
  readonly stated?: readonly StatedPrice[]
}

/**
 * Reads a whole period out of an index, and computes what M013 would have taken and M015 would pay for it. INDEX_RANGE where the index does not have all
 * of it. The same rows give the same report, whoever indexed them: its canonical JSON can be anchored.
 *
 * Prices are those at the end of the period; a vote counts once per proposal, over all periods; a proposal when its vote ends. An index knows no supply:
 * what M012 mints is no part of the inflow, also where the policy counts it (`m012.countMintAsInflow`).
 *
 * @example
 * const report = await readPeriodReport(store, parsePeriod('2026-W47'))
 * console.log(report.rewards.participants)
 */
export async function readPeriodReport(
  store: Store,
  period: Period,
  { policy = DEFAULT_POLICY, rates = {}, stated = [] }: PeriodReportOptions = {},
): Promise<PeriodReport> {
  const { chainId, ...coverage } = await readCoverage(store, period)
  const [activity, { ended, before, votes }, paid] = [
    await readIndexedActivity(store, period),
    await readIndexedVotes(store, period),
    await readEvidence(store, period.to),
  ]
  const [{ oddities } = { oddities: 0 }] = await store.query(
    `select count(*)::int as oddities from oddities o join blocks b on b.height = o.height
      where b.time >= $1 and b.time < $2`,
    [period.from.toString(), period.to.toString()],
  )
  const evidence = { ...paid, stated: [...stated, ...statedBy(policy.m013.referencePrices)] }
  const valuations = new Map<string, Valuation>()
  const valuationOf = (classId: string): Valuation => {
    const found =
      valuations.get(classId) ??
      valueClass(classId, { evidence, rates, rules: policy.m013.valuation, at: period.to })
    valuations.set(classId, found)
    return found
  }
  const worth: Worth = {
    rates,
    priceOf: classId => {
      const found = valuationOf(classId)
      return found.status === 'known' ? mulRatio(found.price.price, found.rate) : null
    },
  }
  const said = activity.filter(item => item.kind === 'vote' && !isRepeated(item, before))
  const {
    charged,
    collected: { revenue, pools },
    counted,
    inflow,
  } = wouldPay(
    { activity, said: toRewardActivities([...ended, ...said], votes, worth).activities },
    { worth, policy, span: period },
  )
  const { status, source, inForce, ...rewards } = rewardView({
    activities: counted,
    unvalued: charged.unvalued.filter(({ kind }) => kind === 'purchase' || kind === 'retirement').length,
    oddities: 0,
    inflow,
    inForce: null,
    source: { kind: 'policy' },
    policy,
  })
  return {
    chainId,
    from: formatSeconds(period.from),
    to: formatSeconds(period.to),
    coverage,
    policyHash: policyHash(policy),
    rates,
    stated,
    prices: [...valuations]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([classId, found]) => ({ classId, price: found.status === 'no-price' ? null : found.price })),
    fees: { revenue, pools, charged: charged.transactions.length, unvalued: charged.unvalued.length },
    rewards: { ...rewards, oddities: oddities as number },
  }
}
