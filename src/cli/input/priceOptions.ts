import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { inUregen } from '../../oracles/inUregen.ts'
import { parsePrices, parseRates } from '../../preview/proposed/parsePrices.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { type CommandInput, type CommandOption, listOption } from '../command.ts'
import { optionError, parseOption } from '../io/inputError.ts'
import { parsePairs } from './readInput.ts'

export const PRICE_OPTION: CommandOption = {
  flags: '--price <class=coin>',
  summary: 'a price for a whole credit, such as C01=25REGEN or C01=2500000uusdc (smallest units)',
  repeatable: true,
}

export const RATE_OPTION: CommandOption = {
  flags: '--rate <denom=uregen>',
  summary: 'uregen for one smallest unit of a denom, such as uusdc=12.5',
  repeatable: true,
}

/** The same where it values what was paid. */
export const PAID_RATE_OPTION: CommandOption = {
  ...RATE_OPTION,
  summary: `${RATE_OPTION.summary}; without it, what was paid in it is not valued`,
}

type Texts = { readonly [name: string]: string }

/** The prices of --price, by class or credit type: coins of the chain, REGEN as uregen. */
export function pricesOf(input: CommandInput): Texts {
  const pairs = parsePairs(listOption(input, 'price'), '--price')
  const odd = Object.keys(pairs).find(name => !/^[A-Z]{1,3}(\d{2,})?$/.test(name))
  if (odd !== undefined)
    throw optionError(
      '--price',
      `expected a credit class such as C01, or a type such as C; got "${odd.slice(0, 80)}"`,
    )
  return eachOf(pairs, '--price', 'a price such as C01=25REGEN', price => {
    const coins = parseOption('--price', () => inUregen(price))
    parsePrices(coins)
    return coins
  })
}

/** The rates of --rate as a preview takes them: uusdc=12.5 and uusdc=12.5uregen are both '12.5uregen'. */
export const rateTextsOf = (input: CommandInput): Texts =>
  eachOf(parsePairs(listOption(input, 'rate'), '--rate'), '--rate', 'a rate such as uusdc=12.5', rate => {
    const texts = Object.fromEntries(
      Object.entries(rate).map(([denom, text]) => [denom, /^[\d.]+$/.test(text) ? `${text}uregen` : text]),
    )
    parseRates(texts)
    return texts
  })

/** uregen for one smallest unit of other denoms, exact. */
export const ratesOf = (input: CommandInput): Rates => parseRates(rateTextsOf(input))

/** Reads pairs one by one; a refused one is shown as it was typed. */
function eachOf(pairs: Texts, option: string, expected: string, read: (pair: Texts) => Texts): Texts {
  const found = Object.entries(pairs).map(([name, text]) => {
    try {
      return read({ [name]: text })
    } catch (error) {
      const isForm = isRegenError(error, 'INPUT_INVALID') || isRegenError(error, 'RATIO_MALFORMED')
      if (!isForm) throw error
      throw optionError(option, `expected ${expected}; got "${`${name}=${text}`.slice(0, 80)}"`)
    }
  })
  return Object.fromEntries(found.flatMap(Object.entries))
}
