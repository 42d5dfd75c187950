import * as z from 'zod/mini'
import type { StatedPrice } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { isFields } from '../../messages/parse/foreignForms.ts'
import { parseInput, TimeText } from '../../primitives/schemas.ts'
import { parseTime } from '../../primitives/time.ts'
import { parsePrices } from '../proposed/parsePrices.ts'
import type { LedgerSnapshot } from '../snapshot.ts'

/** Prices for a whole credit that governance or an outside market states: by class, and by credit type for its other classes. */
export type ReferencePrices = {
  /** Where they are from. */
  readonly source: 'governance-reference' | 'external'
  /** When they were stated, RFC 3339; null: for now. */
  readonly time: string | null
  /** By class: { C01: '25000000uregen' }. */
  readonly classes: { readonly [classId: string]: string }
  /** By credit type, such as C for carbon: { C: '20000000uregen' }. */
  readonly types: { readonly [creditType: string]: string }
}

/** Prices by class or credit type. Not by zod's record, which is 0.6 kB that a dApp would load for this alone. */
const toTexts = z.transform((prices: unknown, context) => {
  const refuse = (message: string, ...path: string[]) =>
    context.issues.push({ code: 'custom', message, path, input: prices })
  if (!isFields(prices)) refuse('expected an object')
  else
    for (const [name, price] of Object.entries(prices)) {
      if (name === '' || name.length > 40) refuse('expected a name of 1 to 40 letters', name)
      if (typeof price !== 'string') refuse('expected string', name)
    }
  return prices
})

/** Made when it is asked for: whoever does not read prices does not load it. */
function listSchema() {
  const prices = z._default(z.pipe(z.unknown(), toTexts), {})
  const source = z._default(z.enum(['governance-reference', 'external']), 'governance-reference')
  const time = z._default(z.nullable(TimeText), null)
  return z.array(z.strictObject({ source, time, classes: prices, types: prices }))
}

/**
 * Reads reference prices: one list, or several. Throws INPUT_INVALID with every wrong field.
 *
 * @example
 * parseReferencePrices({ types: { C: '20000000uregen' } }).map(({ source, types }) => [source, types]) // [ [ 'governance-reference', { C: '20000000uregen' } ] ]
 */
export const parseReferencePrices = (json: unknown): readonly ReferencePrices[] =>
  parseInput(
    listSchema(),
    'list of prices',
    Array.isArray(json) ? json : [json],
  ) as readonly ReferencePrices[]

/** The prices of a list as evidence: of classes, and of credit types for their other classes. */
export const statedPricesOf = (references: readonly ReferencePrices[]): readonly StatedPrice[] =>
  references.flatMap(({ source, time, classes, types }) =>
    parsePrices({ ...types, ...classes }).map(
      (price): StatedPrice => ({ ...price, source, time: time === null ? null : parseTime(time).seconds }),
    ),
  )

/**
 * A snapshot in which these prices are stated: of a class its own, else that of its credit type (OQ-M013-2 B and C). The policy's sources decide
 * whether they count.
 *
 * @example
 * const references = parseReferencePrices({ types: { C: '20000000uregen' }, classes: { C02: '25000000uregen' } })
 * previewFees({ messages, snapshot: withReferencePrices(snapshot, references) })
 */
export const withReferencePrices = (
  snapshot: LedgerSnapshot,
  references: readonly ReferencePrices[],
): LedgerSnapshot => ({
  ...snapshot,
  statedPrices: [...snapshot.statedPrices, ...statedPricesOf(references)],
})
