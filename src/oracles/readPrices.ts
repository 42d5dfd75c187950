import type { TradeSample } from '../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { PolicyConfig } from '../policy/policy.ts'
import { withReferencePrices } from '../preview/input/referencePrices.ts'
import { parsePrices as readTexts } from '../preview/proposed/parsePrices.ts'
import type { LedgerSnapshot } from '../preview/snapshot.ts'
import { RegenError } from '../primitives/errors.ts'
import { SOURCE_OUT_OF_BOUNDS, SOURCE_UNUSED } from '../primitives/errorTable.ts'
import { compareRatios, formatRatio, type Ratio } from '../primitives/ratio.ts'
import { formatSeconds } from '../primitives/time.ts'
import { type PriceAnswer, type PriceReading, type PriceSource, timeOf } from './priceSource.ts'
import { requireFresh, requireVouched, type SourceRules } from './rules.ts'

/** When a price from outside is taken: its age, its signers, and what is believable. */
export type PriceRules = Omit<SourceRules, 'maxAgeDays'> & {
  /** The oldest that is taken, in days, by what a price is stated as; without one, such prices are not taken at all. */
  readonly maxAgeDays: { readonly [source in PriceReading['source']]?: number }
  /** What is believed of a whole credit, in smallest units of a denom; a denom that is not named has no bounds. */
  readonly bounds: { readonly [denom: string]: { readonly least: Ratio; readonly most: Ratio } }
}

/**
 * The rules that a policy implies: its sources of prices and their ages. Who is trusted is said by whoever asks.
 *
 * @example
 * priceRules(DEFAULT_POLICY).maxAgeDays // { 'governance-reference': 7, external: 7 }
 */
export const priceRules = (
  { m013 }: Pick<PolicyConfig, 'm013'>,
  trusted: readonly string[] = [],
): PriceRules => ({
  maxAgeDays: Object.fromEntries(
    m013.valuation
      .filter(({ source }) => source === 'governance-reference' || source === 'external')
      .map(({ source, maxAgeDays }) => [source, maxAgeDays]),
  ),
  trusted,
  leastSigners: trusted.length > 0 ? 1 : 0,
  bounds: {},
})

/**
 * Reads sources of prices and holds them against the rules. All of them must hold: one that does not is an error with its name, and no other takes its place.
 *
 *     SOURCE_STALE, SOURCE_AHEAD       older than maxAgeDays, or from the future
 *     SOURCE_UNUSED                    stated as what the policy takes no prices from
 *     SOURCE_UNSIGNED                  too few of the trusted vouch for it
 *     SOURCE_OUT_OF_BOUNDS             a price outside the bounds of its denom
 *     SOURCE_UNREADABLE, SOURCE_ALTERED, INPUT_INVALID     see the sources
 *
 * `at` is the time of the ledger in seconds since 1970. A price without a time is one for now.
 *
 * @example
 * const source = priceSource(documentOf('prices.csv', 'class,price\nC01,25REGEN'))
 * const { stated } = await readPrices([source], priceRules(DEFAULT_POLICY), 1_795_271_400n)
 * stated.map(({ classes }) => classes) // [ { C01: '25000000uregen' } ]
 */
export async function readPrices(
  sources: readonly PriceSource[],
  rules: PriceRules,
  at: bigint,
): Promise<PriceAnswer> {
  const answers = await Promise.all(sources.map(source => source.readPrices(at)))
  const stated = answers.flatMap(answer => answer.stated)
  for (const reading of stated) requireSound(reading, rules, at)
  const trades = answers.flatMap(answer => (answer.trades === null ? [] : [answer.trades]))
  return {
    stated: stated.map(reading => notAfter(reading, at)),
    trades: trades.length === 0 ? null : trades.flat(),
  }
}

function requireSound(reading: PriceReading, rules: PriceRules, at: bigint): void {
  const { from, source, classes, types } = reading
  requireVouched(reading, rules)
  const maxAgeDays = rules.maxAgeDays[source]
  if (maxAgeDays === undefined) throw new RegenError(SOURCE_UNUSED, { source: from, as: source })
  const time = timeOf(reading)
  const names = Object.keys({ ...types, ...classes })
  if (time !== null)
    requireFresh({ from, what: `The price of ${names.join(', ')}`, time }, { maxAgeDays }, at)
  for (const { classId, denom, price } of readTexts({ ...types, ...classes })) {
    const bounds = Object.hasOwn(rules.bounds, denom) ? rules.bounds[denom] : undefined
    if (bounds === undefined) continue
    if (compareRatios(price, bounds.least) < 0 || compareRatios(price, bounds.most) > 0)
      throw new RegenError(SOURCE_OUT_OF_BOUNDS, {
        source: from,
        what: `The price of ${classId}`,
        got: `${formatRatio(price)} ${denom}`,
        bounds: `${formatRatio(bounds.least)} to ${formatRatio(bounds.most)}`,
      })
  }
}

/** A clock that is a little ahead: its price is one of this moment. */
function notAfter(reading: PriceReading, at: bigint): PriceReading {
  const time = timeOf(reading)
  return time !== null && time > at ? { ...reading, time: formatSeconds(at) } : reading
}

/**
 * A snapshot in which these prices count, as far as the policy's sources name them: what is stated beside what it has, and trades of an index in place
 * of its own, so that no trade counts twice.
 *
 * @example
 * const answer = await readPrices([priceSource(documentOf('prices.csv', 'class,price\nC01,25REGEN'))], priceRules(DEFAULT_POLICY), 1_795_271_400n)
 * withPrices(snapshot, answer).statedPrices.map(({ classId, source }) => [classId, source]) // [ [ 'C01', 'governance-reference' ] ]
 */
export function withPrices(snapshot: LedgerSnapshot, { stated, trades }: PriceAnswer): LedgerSnapshot {
  const priced = withReferencePrices(snapshot, stated)
  return trades === null ? priced : { ...priced, trades: trades as readonly TradeSample[] }
}
