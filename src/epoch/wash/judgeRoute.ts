import type { Route } from '../../mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import { type Ratio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type AttackProfit, exactProfit, profitBounds } from './attackProfit.ts'
import { ENDLESS, mostIn, type Reach, reachOf } from './profitBound.ts'
import type { WashGround } from './washGround.ts'

/**
 * What a route comes to in whole uregen, each address sending one message for each leg.
 *
 *     loss         no whole volume pays as much as one uregen
 *     profit       some do: `best` is the best that was found, above `breakEvenVolume` they no longer do, but for the floors
 *     unlimited    however large the volume, it pays
 *     unknown      neither could be shown
 */
export type RouteJudgement = {
  readonly verdict: 'loss' | 'profit' | 'unlimited' | 'unknown'
  readonly breakEvenVolume: Ratio | null
  readonly best: { readonly volume: Uregen; readonly profit: Ratio } | null
}

const LOSS: RouteJudgement = { verdict: 'loss', breakEvenVolume: null, best: null }
const UNKNOWN: RouteJudgement = { ...LOSS, verdict: 'unknown' }

/** Intervals that are looked at before a verdict is left open. */
const PATIENCE = 400
/** More addresses than this are not tried. */
const MAX_TRADERS = 64

/**
 * Whether any volume of a route pays in a period, by bounds on intervals of volumes: an interval in which no volume can pay is left, another one is
 * halved, and where a volume pays that is the answer; without `full` it stops there. Exact profits are those of `exactProfit`, which a run of the period shows.
 *
 * @see SPEC M015, invariant 4, Sybil Resistance
 */
export function judgeRoute(
  route: Route,
  ground: WashGround,
  { guess = null, full = true }: { guess?: Uregen | null; full?: boolean } = {},
): RouteJudgement {
  const { period, params, scores } = ground
  if (!period.distributing || params.rewardCapPerOwnFees !== null) return LOSS
  const missing = params.minScorers - scores.length
  if (missing > MAX_TRADERS) return UNKNOWN
  const attackOf = (volume: bigint) => ({
    route,
    volume: volume as Uregen,
    traders: missing > 1 ? missing : 1,
  })
  const exact = remembered(volume => exactProfit(attackOf(volume), ground))
  const reach = reachOf(attackOf(1n), ground)
  if (reach === null) return LOSS
  const end = reach.end ?? ENDLESS
  if (reach.end === null && exact(ENDLESS).least > 0n)
    return { verdict: 'unlimited', breakEvenVolume: ratio(firstPaying(exact)), best: null }
  const found = search({ exact, reach, end, guess }, attackOf, ground)
  if (found === 'none') return reach.closed && ratesKnown(ground) ? LOSS : UNKNOWN
  if (found === 'unknown') return UNKNOWN
  if (!full) {
    const profit = ratio(exact(found).least)
    return { verdict: 'profit', breakEvenVolume: ratio(found), best: { volume: found as Uregen, profit } }
  }
  const best = climb(found, { exact, from: reach.from, end })
  return {
    verdict: 'profit',
    breakEvenVolume: ratio(lastPaying(best.volume, { exact, end })),
    best: { volume: best.volume as Uregen, profit: ratio(best.profit) },
  }
}

/** What is paid in a denom without a rate has no known worth: what pays without it pays, but what does not may. */
const ratesKnown = ({ period: { others } }: WashGround): boolean =>
  others.every(({ rate, pool }) => rate !== null || pool === 0n)

type Exact = (volume: bigint) => AttackProfit

/** Each volume is looked at once. */
function remembered(of: Exact): Exact {
  const known = new Map<bigint, AttackProfit>()
  return volume => {
    const profit = known.get(volume) ?? of(volume)
    known.set(volume, profit)
    return profit
  }
}

function search(
  { exact, reach, end, guess }: { exact: Exact; reach: Reach; end: bigint; guess: Uregen | null },
  attackOf: (volume: bigint) => Parameters<typeof profitBounds>[0],
  ground: WashGround,
): bigint | 'none' | 'unknown' {
  if (guess !== null && guess > 0n && exact(guess).least > 0n) return guess
  const rough = remembered(volume => profitBounds(attackOf(volume), ground))
  const bound = (from: bigint, to: bigint) => {
    const ends = [from, to].map(rough)
    const most = mostIn(ends as [AttackProfit, AttackProfit], { from, to }, { reach, ground })
    return { from, to, most }
  }
  const open = [bound(reach.from, end)]
  for (let looked = 0; looked < PATIENCE; looked++) {
    let widest = 0
    open.forEach(({ most }, index) => {
      if (most > (open[widest]?.most ?? 0n)) widest = index
    })
    const [interval] = open.splice(widest, 1)
    if (interval === undefined || interval.most <= 0n) return 'none'
    const { from, to } = interval
    for (const volume of [from, to]) if (exact(volume).least > 0n) return volume
    if (to - from <= 1n) {
      if (exact(from).most !== exact(from).least || exact(to).most !== exact(to).least) return 'unknown'
      continue
    }
    const middle = to > 4n * from ? squareRoot(from * to) : (from + to) / 2n
    open.push(bound(from, middle), bound(middle, to))
  }
  return 'unknown'
}

/** The best volume that was found, by golden section of the exponent: the profit has one peak, but for the floors. */
function climb(
  found: bigint,
  { exact, from, end }: { exact: Exact; from: bigint; end: bigint },
): { volume: bigint; profit: bigint } {
  let best = { volume: found, profit: exact(found).least }
  const at = (volume: bigint): bigint => {
    const profit = exact(volume).least
    if (profit > best.profit) best = { volume, profit }
    return profit
  }
  let [low, high] = [from, end]
  let [left, right] = [inside(low, high), inside(high, low)]
  let [ofLeft, ofRight] = [at(left), at(right)]
  while (high - low > low / FINE + 2n) {
    if (ofLeft > ofRight) {
      ;[high, right, ofRight] = [right, left, ofLeft]
      left = inside(low, high)
      ofLeft = at(left)
    } else {
      ;[low, left, ofLeft] = [left, right, ofRight]
      right = inside(high, low)
      ofRight = at(right)
    }
  }
  for (const volume of [low, low + 1n, low + 2n]) at(volume)
  return best
}

/** The best volume is looked for to a ten-thousandth: there the profit is the best to some hundred millionths. */
const FINE = 10_000n

/** A volume between a and b: a^0.625 · b^0.375; where one is less than twice the other, a + 0.382 × (b − a). */
function inside(a: bigint, b: bigint): bigint {
  const near = a < 2n * b && b < 2n * a
  return near ? a + ((b - a) * 382n) / 1000n : between(a, b)
}

/** (a⁵·b³)^(1/8): 0.375 of the way in the exponent. */
const between = (a: bigint, b: bigint): bigint => squareRoot(squareRoot(squareRoot(a ** 5n * b ** 3n)))

/** The largest volume that pays, by halves, from one that does. */
function lastPaying(pays: bigint, { exact, end }: { exact: Exact; end: bigint }): bigint {
  let [low, high] = [pays, end + 1n]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (exact(middle).least > 0n) low = middle
    else high = middle
  }
  return low
}

/** The least volume that pays where every larger one does, by halves. */
function firstPaying(exact: Exact): bigint {
  let [low, high] = [0n, ENDLESS]
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (exact(middle).least > 0n) high = middle
    else low = middle
  }
  return high
}

/** floor( √n ), by Newton's method from above. */
function squareRoot(n: bigint): bigint {
  let root = 1n << BigInt(2 * n.toString(16).length)
  while (root * root > n) root = (root + n / root) >> 1n
  return root
}
