import * as z from 'zod/mini'
import { decimalPlaces, parseChainDecimal } from '../../primitives/chainDecimal.ts'
import { parseChainInteger } from '../../primitives/chainInteger.ts'
import { denom } from './identifiers.ts'
import { type Field, type OptionalField, parsedAs, required, rule, ruleOn } from './rules.ts'
import { anyText } from './text.ts'

const decimalText = z.pipe(
  z._default(
    z.union([z.string(), z.bigint()], { error: 'expected decimal text such as "2.5", or a bigint' }),
    '',
  ),
  z.transform(String),
) as unknown as OptionalField<string, string | bigint>

const amountProblem = (positive: boolean) => (value: string) => {
  const decimal = parseChainDecimal(value)
  if (decimal === null) return 'not a decimal number'
  if (decimal.coefficient < 0n) return 'below zero'
  if (positive && decimal.coefficient === 0n) return value === '' ? 'it is empty' : 'not above zero'
  return decimalPlaces(decimal) > 6 ? 'more than six decimals (trailing zeros count)' : null
}

/** An amount of credits above zero with at most six decimals. */
export const positiveAmount = required<string, string | bigint>(
  decimalText.check(rule('amount', amountProblem(true))),
)

/** An amount of credits of zero or more with at most six decimals; empty is zero. */
export const optionalAmount = decimalText.check(rule('amount', amountProblem(false)))

/** A fraction of zero or more as the chain stores it: '0.02' is 2 %, empty is none. */
export const feeRate = decimalText.check(
  rule('fee-rate', value => {
    const decimal = parseChainDecimal(value)
    if (decimal === null) return 'not a decimal number'
    return decimal.coefficient < 0n ? 'below zero' : null
  }),
)

/** True for an amount that the chain reads as something other than zero. */
export const isNonZero = (value: string): boolean => (parseChainDecimal(value)?.coefficient ?? 0n) !== 0n

/** A whole number above zero, as text or bigint. */
export const positiveInteger = required<string, string | bigint>(
  decimalText.check(
    rule('integer', value => {
      const amount = parseChainInteger(value)
      if (amount === null) return 'not a whole number'
      return amount > 0n ? null : 'not above zero'
    }),
  ),
)

/** The whole amount of a coin as the chain reads it: an absent amount is 0. Null when it is no integer. */
export const coinAmount = (amount: string): bigint | null => (amount === '' ? 0n : parseChainInteger(amount))

/** A coin nobody looks at: only its amount must be a whole number. */
export const ignoredCoin = z.strictObject({
  denom: anyText,
  amount: decimalText.check(
    rule('coin-amount', value => (coinAmount(value) === null ? 'not a whole number' : null)),
  ),
})

const coinOf = (least: bigint) =>
  z.strictObject({
    denom,
    amount: required<string, string | bigint>(
      decimalText.check(
        rule('coin-amount', value => {
          const amount = coinAmount(value)
          if (amount === null) return 'not a whole number of at most 256 bits'
          return amount < least ? (least === 0n ? 'below zero' : 'not above zero') : null
        }),
      ),
    ),
  })

/** A coin above zero: { denom, amount }. */
export const positiveCoin = coinOf(1n)

/** A coin that can be staked: on every Regen network the staking denom is uregen. */
export const stake = /* @__PURE__ */ coinOf(1n).check(
  /* @__PURE__ */ ruleOn('stake-denom', ['denom'], ({ denom }) =>
    denom === 'uregen' ? null : 'only uregen can be staked',
  ),
)

/** A coin of zero or more. */
export const anyCoin = coinOf(0n)

const MAX_UINT64 = 2n ** 64n - 1n

/** A whole number of 64 bits, as bigint, text or number; 0 when left out. */
export const uint64 = parsedAs(
  z._default(
    z.union([z.bigint(), z.string(), z.int()], { error: 'expected an id as bigint or decimal text' }),
    0n,
  ),
  value => {
    if (typeof value === 'string' && !/^\d{1,20}$/.test(value)) throw new Error()
    const id = BigInt(value)
    if (id < 0n || id > MAX_UINT64) throw new Error()
    return id
  },
  'expected an id between 0 and 2^64 − 1',
) as unknown as OptionalField<bigint, bigint | string | number>

/** An id, as bigint or text; 0 is none. */
export const id = uint64.check(
  rule('required', value => (value === 0n ? 'it is missing or 0' : null)),
) as unknown as Field<bigint, bigint | string | number>

/** A small whole number (uint32 on the wire); 0 when left out. */
export const uint32 = parsedAs(
  z._default(z.union([z.int(), z.string()], { error: 'expected a whole number' }), 0),
  value => {
    if (typeof value === 'string' && !/^\d{1,10}$/.test(value)) throw new Error()
    const number = typeof value === 'string' ? parseInt(value, 10) : value
    if (number < 0 || number > 4_294_967_295) throw new Error()
    return number
  },
  'expected a whole number from 0 to 4294967295',
) as unknown as OptionalField<number, number | string>
