import type { LedgerActivity, Purchase } from '../node/history/activity.ts'
import { tellsPrice, toTradeSample } from '../node/history/toTradeSamples.ts'
import { CREDIT } from '../primitives/credits.ts'
import { compareRatios, mulRatio, type Ratio, ratio } from '../primitives/ratio.ts'
import { DAY, WEEK } from '../primitives/time.ts'
import type { AlertFacts, Finding, Severity } from './alert.ts'
import { deviationOf, hundredths } from './deviation.ts'
import type { WatchRules } from './rules.ts'

const MONTH = 30n * DAY

/** What a market did in the last thirty days, or as far back as pairs are looked for, and who retired in the last seven. */
export type Market = {
  readonly purchases: Purchase[]
  readonly retirements: { readonly account: string; readonly time: bigint }[]
}

export const emptyMarket = (): Market => ({ purchases: [], retirements: [] })

/**
 * What an activity means beside those before it, which it then joins.
 *
 * @see AGENT-003, WF-MM-01 (price anomaly), and AGENT-004, WF-VM-05 (purchases without a retirement)
 */
export function findInMarket(market: Market, item: LedgerActivity, rules: WatchRules): readonly Finding[] {
  forget(market, item.time, rules)
  if (item.kind === 'retirement') market.retirements.push({ account: item.owner, time: item.time })
  if (item.kind !== 'purchase') return []
  const ofMarket = market.purchases.filter(
    ({ classId, denom, time }) =>
      classId === item.classId && denom === item.denom && time > item.time - MONTH,
  )
  market.purchases.push(item)
  if (item.retirement !== null) market.retirements.push({ account: item.buyer, time: item.time })
  const week = ofMarket.filter(({ time }) => time > item.time - WEEK)
  return [
    ...priceFindings(item, ofMarket, week, rules),
    ...actorFindings(item, [...week, item], rules),
    ...washFindings(item, market, rules),
  ]
}

function forget({ purchases, retirements }: Market, now: bigint, { pairWindowDays }: WatchRules): void {
  const pairs = BigInt(pairWindowDays) * DAY
  const longest = pairs > MONTH ? pairs : MONTH
  while (purchases[0] !== undefined && purchases[0].time < now - longest) purchases.shift()
  while (retirements[0] !== undefined && retirements[0].time <= now - WEEK) retirements.shift()
}

const hasPrice = (purchase: Purchase): boolean => purchase.quantity > 0n && tellsPrice(purchase)

/** Smallest units for a whole credit. */
const priceOf = (purchase: Purchase): Ratio => {
  const { payment, quantity } = toTradeSample(purchase)
  return ratio(payment * CREDIT, quantity)
}

function priceFindings(
  item: Purchase,
  month: readonly Purchase[],
  week: readonly Purchase[],
  rules: WatchRules,
): readonly Finding[] {
  const { classId, denom, txHash, quantity } = item
  const found: Finding[] = []
  const add = <Code extends 'PRICE_OUTLIER' | 'VOLUME_OUTLIER'>(
    code: Code,
    value: Ratio,
    others: readonly Ratio[],
    own: Omit<AlertFacts[Code], 'mean' | 'deviations' | 'samples'>,
  ) => {
    if (others.length < rules.leastSamples) return
    const { mean, squared, isOff } = deviationOf(value, others)
    const severity = isOff ? 'warning' : squared === null ? null : severityOf(squared, rules)
    if (severity === null) return
    const facts = { ...own, mean, deviations: squared && hundredths(squared), samples: others.length }
    found.push({ code, severity, subject: txHash, facts } as unknown as Finding)
  }
  const told = month.filter(hasPrice)
  if (hasPrice(item)) {
    const price = priceOf(item)
    add('PRICE_OUTLIER', price, told.map(priceOf), { classId, denom, txHash, price })
    const average = averageOf(week.filter(hasPrice))
    if (average !== null && isBeyond(price, average, rules.priceMove))
      found.push({
        code: 'PRICE_MOVED',
        severity: 'warning',
        subject: txHash,
        facts: { classId, denom, txHash, price, average },
      })
  }
  const amounts = month.map(({ quantity }) => ratio(quantity, CREDIT))
  add('VOLUME_OUTLIER', ratio(quantity, CREDIT), amounts, { classId, denom, txHash, quantity })
  return found
}

function severityOf(squared: Ratio, { zNotice, zWarning, zCritical }: WatchRules): Severity | null {
  const reaches = (z: Ratio) => compareRatios(squared, mulRatio(z, z)) >= 0
  return reaches(zCritical) ? 'critical' : reaches(zWarning) ? 'warning' : reaches(zNotice) ? 'notice' : null
}

/** Σ payment / Σ quantity; null without trades. */
function averageOf(purchases: readonly Purchase[]): Ratio | null {
  const samples = purchases.map(toTradeSample)
  const quantity = samples.reduce<bigint>((sum, sample) => sum + sample.quantity, 0n)
  const payment = samples.reduce((sum, sample) => sum + sample.payment, 0n)
  return quantity === 0n ? null : ratio(payment * CREDIT, quantity)
}

/** |price − average| > share × average */
function isBeyond(price: Ratio, average: Ratio, share: Ratio): boolean {
  const [left, right] = [price.num * average.den, average.num * price.den]
  const distance = left > right ? left - right : right - left
  return distance * share.den > right * share.num
}

/** An account with more than `actorShare` of what was bought in a market in a week; none while there are no more than `leastSamples` purchases. */
function actorFindings(
  { buyer, classId, denom }: Purchase,
  week: readonly Purchase[],
  rules: WatchRules,
): readonly Finding[] {
  if (week.length <= rules.leastSamples) return []
  const sum = (purchases: readonly Purchase[]) =>
    purchases.reduce((total, { payment }) => total + payment.atLeast, 0n)
  const all = sum(week)
  if (all === 0n) return []
  const share = ratio(sum(week.filter(purchase => purchase.buyer === buyer)), all)
  if (compareRatios(share, rules.actorShare) <= 0) return []
  const facts = { classId, denom, account: buyer, share }
  return [{ code: 'ACTOR_DOMINATES', severity: 'notice', subject: buyer, facts }]
}

function washFindings(
  { buyer, seller, classId, denom, txHash, time }: Purchase,
  { purchases, retirements }: Market,
  rules: WatchRules,
): readonly Finding[] {
  const since = time - BigInt(rules.pairWindowDays) * DAY
  const isPair = purchases.some(
    earlier => earlier.buyer === seller && earlier.seller === buyer && earlier.time >= since,
  )
  const amount = purchases
    .filter(earlier => earlier.buyer === buyer && earlier.denom === 'uregen' && earlier.time > time - WEEK)
    .reduce((sum, { payment }) => sum + payment.atLeast, 0n)
  const retires = retirements.some(({ account }) => account === buyer)
  return [
    ...(isPair
      ? [
          {
            code: 'WASH_PAIR' as const,
            severity: 'warning' as const,
            subject: txHash,
            facts: { classId, denom, txHash, accounts: [buyer, seller] as const },
          },
        ]
      : []),
    ...(amount > rules.washVolume && !retires
      ? [
          {
            code: 'WASH_NO_RETIREMENT' as const,
            severity: 'warning' as const,
            subject: buyer,
            facts: { account: buyer, bought: { denom: 'uregen', amount } },
          },
        ]
      : []),
  ]
}
