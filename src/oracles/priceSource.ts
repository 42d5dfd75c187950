import type { TradeSample } from '../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { parseReferencePrices, type ReferencePrices } from '../preview/input/referencePrices.ts'
import { parsePrices as readTexts } from '../preview/proposed/parsePrices.ts'
import { isRegenError, RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import { parseTime } from '../primitives/time.ts'
import type { CsvRow, Document, DocumentSource } from './document.ts'
import { inUregen } from './inUregen.ts'
import { malformed } from './malformed.ts'

/** Prices of one moment, as a source states them, and who vouches for them. */
export type PriceReading = ReferencePrices & {
  readonly from: string
  /** Accounts and KOI nodes that signed or attest to it. */
  readonly signers: readonly string[]
}

/** What a source knows of prices: what it states, or the trades they are computed from. */
export type PriceAnswer = {
  readonly stated: readonly PriceReading[]
  /** Null: the source knows of no trades. An index knows all of seven days, which then take the place of those of a snapshot. */
  readonly trades: readonly TradeSample[] | null
}

/** Where prices come from. `at`: the moment they are wanted for, in seconds since 1970. */
export type PriceSource = {
  readonly name: string
  readonly readPrices: (at: bigint) => Promise<PriceAnswer>
}

/**
 * A document as a source of prices.
 *
 * @example
 * const source = priceSource(documentOf('prices.csv', 'class,price,time\nC01,25REGEN,2026-11-20'))
 * const { stated } = await source.readPrices(1_795_271_400n)
 * stated.map(({ classes, time }) => [classes, time]) // [ [ { C01: '25000000uregen' }, '2026-11-20T00:00:00Z' ] ]
 */
export const priceSource = ({ name, read }: DocumentSource): PriceSource => ({
  name,
  readPrices: async () => ({ stated: toPriceReadings(await read()), trades: null }),
})

/**
 * The prices in a document. JSON is what `parseReferencePrices` reads, one list or several; CSV has the columns `class` (a class or a credit type), `price`,
 * and if it likes `time` and `source`. A price is text with its denom, such as 25REGEN or 2500000uusdc.
 *
 * Throws INPUT_INVALID for what is no price, and for two prices of one class, denom, source and time.
 *
 * @example
 * const document = await readDocument('prices.json', '{ "types": { "C": "20REGEN" } }')
 * toPriceReadings(document).map(({ from, types }) => [from, types]) // [ [ 'prices.json', { C: '20000000uregen' } ] ]
 */
export function toPriceReadings({ from, data, time: made, signers }: Document): readonly PriceReading[] {
  const lists = parseReferencePrices('json' in data ? data.json : data.rows.map(row => listOf(from, row)))
  const readings = lists.map(({ source, time, classes, types }) => ({
    source,
    time: time ?? made,
    classes: inUregen(classes),
    types: inUregen(types),
    from,
    signers,
  }))
  requireOnce(from, readings)
  return readings
}

const COLUMNS = ['class', 'price', 'time', 'source']

/** One row as a list of one price: a class has a number, such as C02, a credit type has none. */
function listOf(from: string, row: CsvRow): object {
  const unknown = Object.keys(row).filter(column => !COLUMNS.includes(column))
  const missing = ['class', 'price'].filter(column => !row[column])
  if (unknown.length > 0 || missing.length > 0)
    throw malformed(
      from,
      `expected the columns class,price and if wanted time,source; ${[...missing.map(name => `no ${name}`), ...unknown.map(name => `"${name.slice(0, 40)}" is none of them`)].join(', ')}`,
    )
  const { class: of = '', price = '', time, source } = row
  return {
    ...(source && { source }),
    ...(time && { time }),
    [/\d/.test(of) ? 'classes' : 'types']: { [of]: price },
  }
}

/** Every price once: of two that differ nobody could say which one counts. */
function requireOnce(from: string, readings: readonly PriceReading[]): void {
  const seen = new Set<string>()
  for (const { source, time, classes, types } of readings)
    for (const { classId, denom } of pricesOf(from, { ...types, ...classes })) {
      const key = `${classId} in ${denom}, ${source}, ${time ?? 'now'}`
      if (seen.has(key)) throw malformed(from, `there are two prices of ${key}`)
      seen.add(key)
    }
}

/** The prices in texts; what is wrong with one is wrong with the source. */
function pricesOf(from: string, prices: { readonly [of: string]: string }) {
  try {
    return readTexts(prices)
  } catch (error) {
    throw isRegenError(error, 'INPUT_INVALID')
      ? new RegenError(INPUT_INVALID, { ...error.context, what: from }, { cause: error })
      : error
  }
}

/** When a reading was made, in seconds since 1970; null: for now. */
export const timeOf = ({ time }: ReferencePrices): bigint | null =>
  time === null ? null : parseTime(time).seconds
