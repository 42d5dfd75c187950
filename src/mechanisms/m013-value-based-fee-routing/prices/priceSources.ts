import { CREDIT } from '../../../primitives/credits.ts'
import { type Ratio, ratio } from '../../../primitives/ratio.ts'
import { DAY, WEEK } from '../../../primitives/time.ts'
import { dropOutliers } from './outliers.ts'
import type { Ask, Price, PriceEvidence, SourceRule, StatedPrice, TradeSample } from './prices.ts'

/** The prices that one source has for a class, one per denom, uregen first; without those of fewer samples than the rule asks for. */
export const pricesFrom = (
  rule: SourceRule,
  classId: string,
  evidence: PriceEvidence,
  at: bigint,
): readonly Price[] =>
  fromSource(rule, classId, evidence, at).filter(({ samples }) => samples >= rule.leastSamples)

function fromSource(
  rule: SourceRule,
  classId: string,
  evidence: PriceEvidence,
  at: bigint,
): readonly Price[] {
  const ofClass = <T extends { classId: string }>(items: readonly T[]) =>
    items.filter(item => item.classId === classId)
  switch (rule.source) {
    case 'twap-7d':
      return byDenom(ofClass(evidence.trades)).flatMap(trades => twap(trades, rule, at))
    case 'last-trade':
      return byDenom(ofClass(evidence.trades)).flatMap(trades => lastTrade(trades, rule, at))
    case 'lowest-ask':
      return byDenom(ofClass(evidence.asks)).flatMap(asks => lowestAsk(asks, rule))
    default:
      return byDenom(statedFor(classId, rule, evidence.stated, at)).flatMap(stated =>
        latestStated(stated, rule, at),
      )
  }
}

/** What was stated by a time for a class itself; where nothing was, for its credit type: the letters that its id begins with. */
function statedFor(
  classId: string,
  { source }: SourceRule,
  stated: readonly StatedPrice[],
  at: bigint,
): readonly StatedPrice[] {
  const past = stated.filter(price => price.source === source && (price.time === null || price.time <= at))
  const own = past.filter(price => price.classId === classId)
  const [creditType] = /^[A-Z]+/.exec(classId) ?? []
  return own.length > 0 ? own : past.filter(price => price.classId === creditType)
}

/**
 * The average price of the last seven days, weighted by quantity, as an exact fraction.
 *
 *     twap-7d = Σ payment / Σ quantity in credits        purchases with block time in (at − 7 days, at], without outliers (`dropOutliers`)
 */
function twap(trades: readonly TradeSample[], rule: SourceRule, at: bigint): readonly Price[] {
  const inWindow = trades.filter(({ time, quantity }) => time > at - WEEK && time <= at && quantity > 0n)
  const kept = dropOutliers(inWindow)
  const [first] = kept
  if (!first) return []
  const payment = kept.reduce((sum, trade) => sum + trade.payment, 0n)
  const quantity = kept.reduce<bigint>((sum, trade) => sum + trade.quantity, 0n)
  const newest = kept.reduce((latest, { time }) => (time > latest ? time : latest), first.time)
  return [
    {
      ...priceAt(rule, first.denom, ratio(payment * CREDIT, quantity), at - newest, kept.length),
      outliersDropped: inWindow.length - kept.length,
    },
  ]
}

function lastTrade(trades: readonly TradeSample[], rule: SourceRule, at: bigint): readonly Price[] {
  const past = trades.filter(({ time, quantity }) => time <= at && quantity > 0n)
  const [first] = past
  if (!first) return []
  const last = past.reduce((latest, trade) => (trade.time >= latest.time ? trade : latest), first)
  return [priceAt(rule, last.denom, ratio(last.payment * CREDIT, last.quantity), at - last.time, 1)]
}

function latestStated(past: readonly StatedPrice[], rule: SourceRule, at: bigint): readonly Price[] {
  const [first] = past
  if (!first) return []
  const last = past.reduce(
    (latest, price) => ((price.time ?? at) >= (latest.time ?? at) ? price : latest),
    first,
  )
  return [priceAt(rule, last.denom, last.price, last.time === null ? null : at - last.time, 1)]
}

function lowestAsk(asks: readonly Ask[], rule: SourceRule): readonly Price[] {
  const [first] = asks
  if (!first) return []
  const lowest = asks.reduce((least, { price }) => (price < least ? price : least), first.price)
  return [{ ...priceAt(rule, first.denom, ratio(lowest), null, asks.length), indicative: true }]
}

const priceAt = (
  { source, maxAgeDays }: SourceRule,
  denom: string,
  price: Ratio,
  age: bigint | null,
  samples: number,
): Price => ({
  source,
  denom,
  price,
  age,
  samples,
  outliersDropped: 0,
  stale: age !== null && age > BigInt(maxAgeDays) * DAY,
  indicative: false,
})

/** One list a denom: uregen first, the others by name. */
function byDenom<T extends { denom: string }>(items: readonly T[]): readonly (readonly T[])[] {
  const denoms = [...new Set(items.map(({ denom }) => denom))].sort((a, b) =>
    a === 'uregen' ? -1 : b === 'uregen' ? 1 : a < b ? -1 : 1,
  )
  return denoms.map(denom => items.filter(item => item.denom === denom))
}
