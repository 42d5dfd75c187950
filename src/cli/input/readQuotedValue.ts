import {
  type Price,
  statedBy,
  valueClass,
  valueInUregen,
} from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { statedPricesOf } from '../../preview/input/referencePrices.ts'
import { parsePrices } from '../../preview/proposed/parsePrices.ts'
import { type Credits, parseCredits } from '../../primitives/credits.ts'
import { type Ratio, ratio } from '../../primitives/ratio.ts'
import { parseRegen } from '../../primitives/uregen.ts'
import { type CommandInput, type CommandOption, type Io, textOption } from '../command.ts'
import { readStatedPrices, STATED_PRICES_OPTIONS } from '../input/readPriceSources.ts'
import { optionError, parseOption } from '../io/inputError.ts'
import { classOption } from '../options/filterOptions.ts'
import { PRICE_OPTION, pricesOf, RATE_OPTION, ratesOf } from './priceOptions.ts'

/** What a quote is for: a value, or credits of a class at a price that somebody states. */
export type QuotedValue = {
  /** In uregen, exact; null: there is no price, or no rate for its denom. */
  readonly value: Ratio | null
  /** Null for a value that was typed. */
  readonly credits: {
    readonly classId: string
    readonly amount: Credits
    readonly price: Price | null
  } | null
}

export const VALUE_OPTIONS: readonly CommandOption[] = [
  { flags: '--value <REGEN>', summary: 'the value of the transaction in REGEN, with at most 6 decimals' },
  { flags: '--credits <amount>', summary: 'or how many credits of --class, at a price from below' },
  { flags: '--class <id>', summary: 'the class of the credits, such as C01' },
  PRICE_OPTION,
  ...STATED_PRICES_OPTIONS,
  RATE_OPTION,
]

/**
 * The value that is named, or that of the credits: by --price, a file of reference prices, or the policy’s own, in the order of the policy’s sources.
 * A price of a credit type holds for its classes without a price of their own.
 */
export async function readQuotedValue(
  input: CommandInput,
  io: Io,
  policy: PolicyConfig,
): Promise<QuotedValue> {
  const [typed, credits, classId] = [
    textOption(input, 'value'),
    textOption(input, 'credits'),
    classOption(input),
  ]
  if (typed !== undefined && (credits ?? classId) !== undefined)
    throw optionError('command line', 'name a --value, or --credits of a --class, not both')
  if (typed !== undefined)
    return { value: ratio(parseOption('--value', () => parseRegen(typed))), credits: null }
  if (credits === undefined || classId === undefined)
    throw optionError('command line', `--${credits === undefined ? 'credits' : 'class'} is missing beside it`)
  const prices = pricesOf(input)
  const other = Object.keys(prices).find(name => name !== classId && name !== classId.replace(/\d+$/, ''))
  if (other !== undefined)
    throw optionError('--price', `${other} is not the --class ${classId}, nor its type`)
  const amount = parseOption('--credits', () => parseCredits(credits))
  const { m013 } = policy
  const at = BigInt(Math.floor(io.clock.now() / 1000))
  const stated = [
    ...parsePrices(prices),
    ...statedPricesOf(await readStatedPrices(input, io, policy, at)),
    ...statedBy(m013.referencePrices),
  ]
  const rates = ratesOf(input)
  const found = valueClass(classId, {
    evidence: { trades: [], stated, asks: [] },
    rates,
    rules: m013.valuation,
    at,
  })
  const price = found.status === 'no-price' ? null : found.price
  const value = found.status === 'known' ? valueInUregen(amount, found.price.price, found.rate) : null
  return { value, credits: { classId, amount, price } }
}
