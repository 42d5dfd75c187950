import { base64 } from '@scure/base'
import * as z from 'zod/mini'
import { addressProblem } from '../primitives/address.ts'
import { decimalPlaces, parseChainDecimal } from '../primitives/chainDecimal.ts'
import { parseChainInteger } from '../primitives/chainInteger.ts'
import { DENOM } from '../primitives/coin.ts'
import { isRegenError } from '../primitives/errors.ts'
import { fromDate, isTimestamp, parseTime, type Timestamp } from '../primitives/time.ts'

/**
 * The fields messages are made of. Each is a shape (what it may be given as, what it becomes on the wire) and the
 * rules the chain holds it to. A wrong shape is INPUT_INVALID; a broken rule makes a builder throw and a preview warn.
 *
 * Written with zod/mini, which costs a builder's bundle 7 kB where zod costs 27.
 *
 * @see regen-ledger v7 x/ecocredit/base/utils.go and the ValidateBasic methods of the messages
 */

/** What a field becomes on the wire, and what it may be given as. */
export type Field<Out, In> = z.ZodMiniType<Out, In>

/** What a preview makes of a broken rule: a blocking warning, one that does not block, or nothing, having its own. */
export type RuleEffect = 'blocks' | 'warns' | 'previewed elsewhere'

/** A check that reports a broken rule by name and lets reading go on. `broken` says what is wrong, or null. */
export const rule = <T>(name: string, broken: (value: T) => string | null) => ruleOn<T>(name, [], broken)

/** Like `rule`, for a rule that looks at several fields: names the one to blame. */
export const ruleOn =
  <T>(
    name: string,
    path: readonly string[],
    broken: (value: T) => string | null,
    effect: RuleEffect = 'blocks',
  ) =>
  ({ value, issues }: z.core.ParsePayload<T>): void => {
    const message = broken(value)
    const params = { rule: name, effect }
    if (message !== null)
      issues.push({ code: 'custom', message, input: value, path: [...path], continue: true, params })
  }

/** A field that JSON may leave out, as proto3 JSON leaves out empty values, but TypeScript may not. */
const required = <Out, In>(field: Field<Out, In | undefined>) => field as unknown as Field<Out, In>

/** Reads a value into what goes on the wire; what `read` throws is the issue of the field. */
const readAs = <In, Out>(
  shape: Field<In, unknown>,
  read: (value: In) => Out,
  otherwise: string,
): Field<Out, unknown> =>
  z.pipe(
    shape,
    z.transform((value: In, context): Out => {
      try {
        return read(value)
      } catch (error) {
        const message = isRegenError(error) ? error.message : otherwise
        context.issues.push({ code: 'custom', message, input: value })
        return z.NEVER
      }
    }),
  ) as unknown as Field<Out, unknown>

// Text

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** Any text; empty when left out. */
export const anyText = z._default(z.string(), '')

/** Any text, to be given. */
export const text = required<string, string>(anyText)

const tooLong = (most: number) => (value: string) =>
  bytesOf(value) > most ? `at most ${most} bytes of UTF-8, but it has ${bytesOf(value)}` : null

const notEmpty = rule<string>('required', value => (value === '' ? 'it is empty' : null))

/** Text of at most so many bytes that may be empty. */
export const optionalText = (mostBytes: number) => anyText.check(rule('too-long', tooLong(mostBytes)))

/** Text of any length that may not be empty. */
export const someText = required<string, string>(anyText.check(notEmpty))

/** Text of at most so many bytes that may not be empty. */
export const requiredText = (mostBytes: number) =>
  required<string, string>(optionalText(mostBytes).check(notEmpty))

/** On-chain metadata, usually an IRI: at most 256 bytes, may be empty. */
export const optionalMetadata = anyText.check(rule('metadata-too-long', tooLong(256)))

/** On-chain metadata that the chain insists on. */
export const requiredMetadata = required<string, string>(optionalMetadata.check(notEmpty))

/** A bech32 address of this chain. */
export const address = required<string, string>(anyText.check(rule('address', addressProblem)))

// Identifiers

/** The class a project id or batch denom belongs to: the text before its first hyphen. */
export const classOf = (id: string): string => id.split('-', 1)[0] ?? ''

/** The project a batch denom belongs to. */
export const projectOf = (batchDenom: string): string => batchDenom.split('-', 2).join('-')

const field = (name: string, pattern: RegExp, form: string) =>
  required<string, string>(
    anyText.check(
      rule(name, value => (value === '' ? 'it is empty' : pattern.test(value) ? null : `expected ${form}`)),
    ),
  )

const ETHEREUM_ADDRESS = /^0x[0-9a-fA-F]{40}$/
const BRIDGE_ID = /^[a-zA-Z0-9][a-zA-Z0-9 _-]{0,127}$/
const BRIDGE_SOURCE = /^[a-zA-Z0-9][a-zA-Z0-9 _-]{0,31}$/

export const creditTypeAbbreviation = field('credit-type', /^[A-Z]{1,3}$/, '1 to 3 capital letters like "C"')
export const classId = field('class-id', /^[A-Z]{1,3}[0-9]{2,}$/, 'a class id like "C01"')
export const projectId = field('project-id', /^[A-Z]{1,3}[0-9]{2,}-[0-9]{3,}$/, 'a project id like "C01-001"')
export const batchDenom = field(
  'batch-denom',
  /^[A-Z]{1,3}[0-9]{2,}-[0-9]{3,}-[0-9]{8}-[0-9]{8}-[0-9]{3,}$/,
  'a batch denom like "C01-001-20200101-20210101-001"',
)
export const basketName = field(
  'basket-name',
  /^[a-zA-Z][a-zA-Z0-9]{2,7}$/,
  'a letter and 2 to 7 letters or digits',
)
/** The chain's own pattern: its two dots stand for any character. */
export const basketDenom = field(
  'basket-denom',
  /^eco.[a-zA-Z]{1,4}.[a-zA-Z][a-zA-Z0-9]{2,7}$/,
  'a basket denom like "eco.uC.NCT"',
)
export const ethereumAddress = field('ethereum-address', ETHEREUM_ADDRESS, '0x and 40 hexadecimal digits')

/** Why a text is no jurisdiction; null when it is one. */
export const jurisdictionProblem = (value: string): string | null =>
  value === ''
    ? 'it is empty, and a retirement needs one'
    : /^[A-Z]{2}(-[A-Z0-9]{1,3}( [a-zA-Z0-9 -]{1,64})?)?$/.test(value)
      ? null
      : 'expected a country, perhaps a region, perhaps a postal code, like "US-WA 98225"'

/** Why a reason for a retirement is refused; null when it is not. */
export const reasonProblem = tooLong(512)

/** Where credits are retired or a project lies, like 'US-WA 98225'. */
export const jurisdiction = required<string, string>(anyText.check(rule('jurisdiction', jurisdictionProblem)))

// Numbers

const decimalText = z.pipe(
  z._default(
    z.union([z.string(), z.bigint()], { error: 'expected decimal text such as "2.5", or a bigint' }),
    '',
  ),
  z.transform(String),
) as unknown as Field<string, string | bigint | undefined>

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

/** A denom the bank accepts. */
export const denom = required<string, string>(
  anyText.check(
    rule('denom', value => (value === '' ? 'it is empty' : DENOM.test(value) ? null : 'not a bank denom')),
  ),
)

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

/** A coin of zero or more. */
export const anyCoin = coinOf(0n)

const MOST_UINT64 = 2n ** 64n - 1n

const uint64 = readAs(
  z._default(
    z.union([z.bigint(), z.string(), z.int()], { error: 'expected an id as bigint or decimal text' }),
    0n,
  ),
  value => {
    if (typeof value === 'string' && !/^\d{1,20}$/.test(value)) throw new Error()
    const id = BigInt(value)
    if (id < 0n || id > MOST_UINT64) throw new Error()
    return id
  },
  'expected an id between 0 and 2^64 − 1',
)

/** An id, as bigint or text; 0 is none. */
export const id = uint64.check(
  rule('required', value => (value === 0n ? 'it is missing or 0' : null)),
) as unknown as Field<bigint, bigint | string | number>

/** A small whole number (uint32 on the wire); 0 when left out. */
export const uint32 = readAs(
  z._default(z.union([z.int(), z.string()], { error: 'expected a whole number' }), 0),
  value => {
    if (typeof value === 'string' && !/^\d{1,10}$/.test(value)) throw new Error()
    const number = typeof value === 'string' ? parseInt(value, 10) : value
    if (number < 0 || number > 4_294_967_295) throw new Error()
    return number
  },
  'expected a whole number from 0 to 4294967295',
) as unknown as Field<number, number | string | undefined>

/** True or false; false when left out. */
export const flag = z._default(z.boolean(), false)

// Lists and nested fields

/** A nested field that may be left out; JSON's null counts as left out. */
export const optional = <Out, In>(nested: Field<Out, In>) =>
  z.pipe(
    z.nullish(nested),
    z.transform(value => value ?? undefined),
  ) as unknown as z.ZodMiniType<Out | undefined, In | null | undefined> & {
    _zod: { optin: 'optional' }
  }

/** A nested field the chain insists on. */
export const mandatory = <Out, In>(nested: Field<Out, In>) =>
  optional(nested).check(
    rule('required', value => (value === undefined ? 'it is missing' : null)),
  ) as unknown as Field<Out | undefined, In>

/** A list that may be empty. */
export const list = <Out, In>(item: Field<Out, In>) => z._default(z.array(item), [])

/** A list the chain wants at least one entry in. */
export const nonEmptyList = <Out, In>(item: Field<Out, In>) =>
  required<Out[], In[]>(
    list(item).check(rule('required', items => (items.length === 0 ? 'the list is empty' : null))) as never,
  )

/** Refuses a text that stands in the list twice (compared as text, as the chain does). */
export const noTwice = rule<readonly string[]>('duplicate', items => {
  const twice = items.find((item, index) => items.indexOf(item) !== index)
  return twice === undefined ? null : `${twice} is named twice`
})

// Time and bytes

type WireTime = { seconds: bigint; nanos: number }
type TimeInput = Date | string | { seconds: bigint | string | number; nanos?: number | undefined }

const seconds = z.union([z.bigint(), z.string(), z.int()])
const secondsAndNanos = z.strictObject({ seconds, nanos: z._default(z.int(), 0) })

function wholeSeconds(value: bigint | string | number): bigint {
  if (typeof value === 'string' && !/^-?\d{1,19}$/.test(value)) throw new Error()
  return BigInt(value)
}

const moment = readAs(
  z.union([z.date(), z.string(), secondsAndNanos], {
    error: 'expected a Date, ISO text, or { seconds, nanos }',
  }),
  (value): WireTime => {
    if (value instanceof Date) return { ...fromDate(value) }
    if (typeof value === 'string') return { ...parseTime(value) }
    return { seconds: wholeSeconds(value.seconds), nanos: value.nanos }
  },
  'not a date',
).check(
  rule('timestamp', (value: Timestamp) =>
    isTimestamp(value) ? null : 'the year must lie between 1 and 9999 and nanoseconds below a second',
  ),
) as unknown as Field<WireTime, TimeInput>

/** A moment that must be given: a Date, ISO text, or { seconds, nanos }. */
export const time = mandatory(moment)

/** A moment that may be left out. */
export const optionalTime = optional(moment)

/** A span of time, '86400s' or { seconds, nanos }, that may be left out. */
export const optionalDuration = optional(
  readAs(
    z.union([z.string(), secondsAndNanos], { error: 'expected "86400s" or { seconds, nanos }' }),
    (value): WireTime =>
      typeof value === 'string'
        ? { seconds: wholeSeconds(value.replace(/s$/, '')), nanos: 0 }
        : { seconds: wholeSeconds(value.seconds), nanos: value.nanos },
    'expected seconds such as "86400s"',
  ) as unknown as Field<WireTime, Exclude<TimeInput, Date>>,
)

/** Bytes, or their base64 text; empty when left out. */
export const bytes = readAs(
  z._default(z.union([z.instanceof(Uint8Array), z.string()], { error: 'expected bytes or base64 text' }), ''),
  (value): Uint8Array => (typeof value === 'string' ? base64.decode(value) : value),
  'not base64',
) as unknown as Field<Uint8Array, Uint8Array | string>

// Where bridged credits come from

/** The transaction on another chain or registry that credits were issued for. */
export const originTx = z.strictObject({
  id: field('origin-tx', BRIDGE_ID, '1 to 128 letters, digits, spaces, "-" or "_"'),
  source: field('origin-tx', BRIDGE_SOURCE, '1 to 32 letters, digits, spaces, "-" or "_"'),
  contract: anyText.check(
    rule('ethereum-address', value =>
      value === '' || ETHEREUM_ADDRESS.test(value)
        ? null
        : 'expected 0x and 40 hexadecimal digits, or nothing',
    ),
  ),
  note: optionalText(512),
})
