import type { Rates, StatedPrice } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { DENOM } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { parseRatio, type Ratio } from '../../primitives/ratio.ts'

/** Prices a caller states, for a whole credit: { C01: '25000000uregen' }, also with decimals. */
export const parsePrices = (prices: { readonly [classId: string]: string }): readonly StatedPrice[] =>
  Object.entries(prices).map(([classId, text]) => {
    const { amount, denom } = parseAmount(text, `prices.${classId}`, '25000000uregen')
    return { source: 'explicit', classId, denom, price: amount, time: null }
  })

/** uregen for one smallest unit of a denom: { uusdc: '12.5uregen' }. */
export const parseRates = (rates: { readonly [denom: string]: string }): Rates =>
  Object.fromEntries(
    Object.entries(rates).map(([denom, text]) => {
      const { amount, denom: into } = parseAmount(text, `rates.${denom}`, '12.5uregen')
      if (into !== 'uregen') throw malformed(`rates.${denom}`, text, 'a rate to uregen such as "12.5uregen"')
      return [denom, amount]
    }),
  )

function parseAmount(text: unknown, where: string, example: string): { amount: Ratio; denom: string } {
  const match = typeof text === 'string' ? /^(\d{1,40}(?:\.\d{1,18})?)([a-zA-Z].*)$/.exec(text) : null
  const [, amount = '', denom = ''] = match ?? []
  if (!match || !DENOM.test(denom) || NO_DENOM.test(denom))
    throw malformed(where, text, `an amount and its denom such as "${example}"`)
  return { amount: parseRatio(amount), denom }
}

/**
 * '1e400uregen' is a number with an exponent to whoever wrote it, and 1 of 'e400uregen' to nobody. '25REGEN' is 25000000uregen to whoever
 * wrote it, and of no denom there is.
 */
const NO_DENOM = /^([ex]\d|regen$)/i

const malformed = (where: string, got: unknown, expected: string) =>
  new RegenError(INPUT_INVALID, {
    what: 'preview input',
    issues: `✖ expected ${expected}, got ${String(got).slice(0, 80)} at ${where}`,
  })
