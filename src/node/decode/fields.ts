import { creditsWanted, MAX_CREDITS } from '../../messages/keeper/credits.ts'
import { DENOM } from '../../primitives/coin.ts'
import type { Credits } from '../../primitives/credits.ts'
import { RegenError } from '../../primitives/errors.ts'
import { RESPONSE_INVALID } from '../../primitives/errorTable.ts'
import { type Ratio, ratio } from '../../primitives/ratio.ts'
import { formatTime, isTimestamp, type Timestamp } from '../../primitives/time.ts'

/** Reads a field of an answer; `field` is the name it has on the wire. */
type FieldReader<Wire, Value> = (field: string, value: Wire) => Value

/**
 * Reads the fields of one answer. What is not as the chain would write it is RESPONSE_INVALID, which names the query, the
 * field and what was expected there.
 */
export type Fields = {
  /** Text that is not empty. */
  readonly text: FieldReader<string, string>
  readonly address: FieldReader<string, string>
  readonly denom: FieldReader<string, string>
  /** A whole number of 0 or more. */
  readonly whole: FieldReader<string, bigint>
  /** Credits: '0.000000', '2.500000', '1e3' and '' are amounts; more than six decimals are none. */
  readonly credits: FieldReader<string, Credits>
  /** A fraction as text: '0.334000000000000000'. */
  readonly decimal: FieldReader<string, Ratio>
  /** The SDK's LegacyDec as it travels in protobuf: '334000000000000000' is 0.334. Sometimes as text, sometimes as bytes. */
  readonly scaled: FieldReader<string | Uint8Array, Ratio>
  /** A moment as RFC 3339 text. */
  readonly time: FieldReader<Timestamp | undefined, string>
  readonly optionalTime: FieldReader<Timestamp | undefined, string | null>
  readonly seconds: FieldReader<Pick<Timestamp, 'seconds'> | undefined, bigint>
  /** The name of a number of an enumeration. */
  readonly named: <Name extends string>(field: string, names: readonly Name[], number: number) => Name
  /** The value itself, if it is the one that was asked for. */
  readonly same: <Value extends string | bigint>(field: string, value: Value, asked: Value) => Value
  /** A message that must be there. */
  readonly message: <Wire, Model>(
    field: string,
    wire: Wire | undefined,
    toModel: (wire: Wire, read: Fields) => Model,
  ) => Model
  readonly each: <Wire, Model>(
    field: string,
    wires: readonly Wire[],
    toModel: (wire: Wire, read: Fields) => Model,
  ) => readonly Model[]
  readonly fail: (field: string, expected: string, got: unknown) => never
}

const ADDRESS = /^regen1[02-9ac-hj-np-z]{38,}$/
const WHOLE = /^(0|[1-9]\d{0,77})$/
const DECIMAL = /^(\d{1,60})(?:\.(\d{1,18}))?$/
const SCALE = 10n ** 18n

const parseWhole = (text: string): bigint | null => (WHOLE.test(text) ? BigInt(text) : null)

/** A fraction as the SDK writes it: with 18 decimals; null for any other text. */
export function parseDecimal(text: string): Ratio | null {
  const [, whole = '', decimals = ''] = DECIMAL.exec(text) ?? []
  return whole === '' ? null : ratio(BigInt(whole + decimals.padEnd(18, '0')), SCALE)
}

function parseScaled(value: string | Uint8Array): Ratio | null {
  const number = parseWhole(typeof value === 'string' ? value : new TextDecoder().decode(value))
  return number === null ? null : ratio(number, SCALE)
}

/** Longer texts are not computed with: digits cost more the more there are. */
const MAX_AMOUNT_LENGTH = 200

/**
 * Anybody can make a class and issue any number of credits, 1e90 as well as 1 and 300 zeros: the chain takes it. Such an amount is read as
 * the most there can be, 10^84 credits, so that one order or balance of somebody else's does not make a whole list unreadable.
 */
function parseCredits(text: string): Credits | null {
  if (text.length <= MAX_AMOUNT_LENGTH) return creditsWanted(text)
  return /^[1-9]\d*(?:\.\d{1,6})?$/.test(text) ? MAX_CREDITS : null
}

const parseMoment = (moment: Timestamp | undefined): string | null =>
  moment && isTimestamp(moment) ? formatTime(moment) : null

/** The readers of one answer to one query. */
export function fieldsOf(query: string): Fields {
  const path: string[] = []

  function fail(field: string, expected: string, got: unknown): never {
    const shown = got === undefined ? 'nothing' : JSON.stringify(String(got).slice(0, 80))
    const issues = `✖ expected ${expected}, got ${shown} at ${[...path, field].filter(Boolean).join('.')}`
    throw new RegenError(RESPONSE_INVALID, { query, issues })
  }
  const reader =
    <Wire, Value>(expected: string, parse: (value: Wire) => Value | null): FieldReader<Wire, Value> =>
    (field, value) =>
      parse(value) ?? fail(field, expected, value)

  const time = reader('a moment in the years 1 to 9999', parseMoment)
  const read: Fields = {
    text: reader('text', value => value || null),
    address: reader('an address', value => (ADDRESS.test(value) ? value : null)),
    denom: reader('a denom', value => (DENOM.test(value) ? value : null)),
    whole: reader('a whole number of 0 or more', parseWhole),
    credits: reader('credits with at most 6 decimals', parseCredits),
    decimal: reader('a decimal fraction of 0 or more', parseDecimal),
    scaled: reader('a whole number of 10^-18', parseScaled),
    time,
    optionalTime: (field, value) => (value === undefined ? null : time(field, value)),
    seconds: reader('a duration', value => value?.seconds ?? null),
    named: (field, names, number) => names[number] ?? fail(field, names.join(' or '), number),
    same: (field, value, asked) => (value === asked ? value : fail(field, `"${asked}"`, value)),
    message(field, wire, toModel) {
      path.push(field)
      try {
        return toModel(wire ?? fail('', 'a message', wire), read)
      } finally {
        path.pop()
      }
    },
    each: (field, wires, toModel) =>
      wires.map((wire, index) => read.message(`${field}.${index}`, wire, toModel)),
    fail,
  }
  return read
}
