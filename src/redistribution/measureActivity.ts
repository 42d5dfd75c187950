import type { Provenance } from '../mechanisms/regen-value-redistribution/impact/indicators.ts'
import type { Metrics } from '../mechanisms/regen-value-redistribution/retroactive/retroMetrics.ts'
import { effectiveNumber } from '../mechanisms/regen-value-redistribution/shares/concentration.ts'
import { type Ratio, ratio } from '../primitives/ratio.ts'
import { type PurchaseFact, projectOfBatch } from './contributionsFromChain.ts'

/** What accounts did, as far as it is measured; what readActivityBetween gives is such. Credits are counted in millionths. */
export type ActivityFact =
  | (PurchaseFact & { readonly kind: 'purchase'; readonly retirement: object | null })
  | {
      readonly kind: 'retirement'
      readonly batchDenom: string
      readonly amount: bigint
      readonly owner: string
    }
  | {
      readonly kind: 'issuance'
      readonly batchDenom: string
      readonly tradable: bigint
      readonly retired: bigint
    }
  | { readonly kind: 'send' | 'basket put' | 'basket take' | 'cancellation' | 'vote' | 'proposal' }

/** A measured value with its unit; values of two units, or of two classes, are never added up. */
export type MeasuredValue = {
  readonly indicator: string
  /** The class whose credits are counted; null for what is not counted in credits. */
  readonly of: string | null
  readonly unit: string
  readonly value: Ratio
  readonly provenance: Provenance
}

const CREDIT = 1_000_000n

/**
 * What the ledger itself says of a period: credits issued and retired by class, purchases, buyers, how evenly they bought, and how many votes.
 *
 * Credits that a purchase retires count as retired once. Hectares, tons and everything that is not on chain are for attestors.
 *
 * @example
 * const measured = measureActivity(purchases, { query: 'block events', height: 100n, hash: null })
 * measured.map(({ indicator, value }) => `${indicator}: ${formatRatio(value)}`) // [ 'credits retired: 2', 'purchases: 1', 'distinct buyers: 1', 'effective number of buyers: 1', 'votes: 0' ]
 */
export function measureActivity(
  activity: readonly ActivityFact[],
  provenance: Provenance,
): readonly MeasuredValue[] {
  const classOf = (batchDenom: string) => batchDenom.split('-')[0] ?? ''
  const sums = { issued: new Map<string, bigint>(), retired: new Map<string, bigint>() }
  const add = (sum: Map<string, bigint>, batchDenom: string, amount: bigint) =>
    sum.set(classOf(batchDenom), (sum.get(classOf(batchDenom)) ?? 0n) + amount)
  const bought = new Map<string, Map<string, bigint>>()
  for (const item of activity) {
    if (item.kind === 'issuance') {
      add(sums.issued, item.batchDenom, item.tradable + item.retired)
      if (item.retired > 0n) add(sums.retired, item.batchDenom, item.retired)
    }
    if (item.kind === 'retirement') add(sums.retired, item.batchDenom, item.amount)
    if (item.kind === 'purchase') {
      if (item.retirement !== null) add(sums.retired, item.batchDenom, item.quantity)
      const own = bought.get(classOf(item.batchDenom)) ?? new Map<string, bigint>()
      bought.set(classOf(item.batchDenom), own.set(item.buyer, (own.get(item.buyer) ?? 0n) + item.quantity))
    }
  }
  const count = (kind: ActivityFact['kind']) => BigInt(activity.filter(item => item.kind === kind).length)
  const inCredits = (indicator: string, sum: ReadonlyMap<string, bigint>) =>
    [...sum].map(([of, amount]) => ({
      indicator,
      of,
      unit: `credits of ${of}`,
      value: ratio(amount, CREDIT),
      provenance,
    }))
  const plainly = (indicator: string, unit: string, value: Ratio) => ({
    indicator,
    of: null,
    unit,
    value,
    provenance,
  })
  return [
    ...inCredits('credits issued', sums.issued),
    ...inCredits('credits retired', sums.retired),
    plainly('purchases', 'purchases', ratio(count('purchase'))),
    plainly(
      'distinct buyers',
      'accounts',
      ratio(BigInt(new Set([...bought.values()].flatMap(own => [...own.keys()])).size)),
    ),
    ...[...bought].map(([of, own]) => ({
      indicator: 'effective number of buyers',
      of,
      unit: `accounts of equal size, by credits of ${of}`,
      value: effectiveNumber([...own.values()]),
      provenance,
    })),
    plainly('votes', 'votes', ratio(count('vote'))),
  ]
}

/**
 * The same for each project, as the metrics of a retroactive round: credits retired and sold, and distinct buyers.
 *
 * @example
 * activityMetrics(purchases, ['C01-001'])['credits sold'] // { 'C01-001': { num: 2n, den: 1n } }
 */
export function activityMetrics(activity: readonly ActivityFact[], projects: readonly string[]): Metrics {
  const retired = new Map<string, bigint>()
  const sold = new Map<string, bigint>()
  const buyers = new Map<string, Set<string>>()
  const add = (sum: Map<string, bigint>, batchDenom: string, amount: bigint) => {
    const project = projectOfBatch(batchDenom)
    sum.set(project, (sum.get(project) ?? 0n) + amount)
  }
  for (const item of activity) {
    if (item.kind === 'issuance') add(retired, item.batchDenom, item.retired)
    if (item.kind === 'retirement') add(retired, item.batchDenom, item.amount)
    if (item.kind !== 'purchase') continue
    if (item.retirement !== null) add(retired, item.batchDenom, item.quantity)
    add(sold, item.batchDenom, item.quantity)
    const project = projectOfBatch(item.batchDenom)
    buyers.set(project, (buyers.get(project) ?? new Set()).add(item.buyer))
  }
  const byProject = (of: (project: string) => Ratio) =>
    Object.fromEntries(projects.map(project => [project, of(project)]))
  return {
    'credits retired': byProject(project => ratio(retired.get(project) ?? 0n, CREDIT)),
    'credits sold': byProject(project => ratio(sold.get(project) ?? 0n, CREDIT)),
    'distinct buyers': byProject(project => ratio(BigInt(buyers.get(project)?.size ?? 0))),
  }
}
