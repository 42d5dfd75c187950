import { expect, test } from 'vitest'
import { type Fields, fieldsOf, parseDecimal } from '../../../src/node/decode/fields.ts'
import { formatCredits } from '../../../src/primitives/credits.ts'
import { isRegenError } from '../../../src/primitives/errors.ts'
import { formatRatio } from '../../../src/primitives/ratio.ts'

const QUERY = '/regen.x.Query/Y'

/** What is said of a field that cannot be read. */
function issueOf(reading: (read: Fields) => unknown): string {
  try {
    return `read as ${String(reading(fieldsOf(QUERY)))}`
  } catch (error) {
    if (!isRegenError(error, 'RESPONSE_INVALID')) throw error
    expect(error.context.query).toBe(QUERY)
    return error.context.issues
  }
}

test.each([
  ['0.000000', '0'],
  ['2.500000', '2.5'],
  ['100.0', '100'],
  ['1e3', '1000'],
  ['1E-6', '0.000001'],
  ['', '0'],
  ['.5', '0.5'],
])('credits: the chain writes "%s" for %s', (text, amount) => {
  expect(formatCredits(fieldsOf(QUERY).credits('quantity', text))).toBe(amount)
})

test.each(['1e90', '1e99994', `1${'0'.repeat(90)}`, `1${'0'.repeat(300)}`, `1${'0'.repeat(300)}.5`])(
  'credits: anybody can issue "%s", and that must not make a whole list unreadable: the most there can be',
  text => {
    expect(formatCredits(fieldsOf(QUERY).credits('quantity', text))).toBe(`1${'0'.repeat(84)}`)
  },
)

test.each(['1.0000001', '1.0000000', '-1', 'NaN', 'Infinity', '1,5', '0x10', ' 1', '1e9999999'])(
  'credits: "%s" is no answer of the chain',
  text => {
    expect(issueOf(read => read.credits('quantity', text))).toBe(
      `✖ expected credits with at most 6 decimals, got ${JSON.stringify(text)} at quantity`,
    )
  },
)

test('LegacyDec travels as an integer of 10^-18, as text or as the bytes of text', () => {
  const read = fieldsOf(QUERY)
  expect(formatRatio(read.scaled('rate', '334000000000000000'))).toBe('0.334')
  expect(formatRatio(read.scaled('rate', new TextEncoder().encode('130034565241095955')))).toBe(
    '0.130034565241095955',
  )
  expect(read.scaled('rate', '0')).toEqual({ num: 0n, den: 1n })
  expect(formatRatio(read.scaled('rate', '28600964240851062240835946212949'))).toBe(
    '28600964240851.062240835946212949',
  )
})

test.each(['', '0.334', '-1', '1e18', '01'])('LegacyDec: "%s" is none', text => {
  expect(issueOf(of => of.scaled('rate', text))).toMatch(/^✖ expected a whole number of 10\^-18/)
})

test('a decimal text is not a LegacyDec: the same digits are another number', () => {
  expect(parseDecimal('0.025000000000000000')).toEqual({ num: 1n, den: 40n })
  expect(parseDecimal('25')).toEqual({ num: 25n, den: 1n })
  expect(parseDecimal('1.0000000000000000001')).toBeNull()
  expect(parseDecimal('.5')).toBeNull()
})

test('moments keep their nanoseconds; outside of the years 1 to 9999 there are none', () => {
  const read = fieldsOf(QUERY)
  expect(read.time('time', { seconds: 1_795_271_293n, nanos: 966_507_864 })).toBe(
    '2026-11-21T14:28:13.966507864Z',
  )
  expect(read.optionalTime('time', undefined)).toBeNull()
  expect(issueOf(of => of.time('time', undefined))).toBe(
    '✖ expected a moment in the years 1 to 9999, got nothing at time',
  )
  expect(issueOf(of => of.time('time', { seconds: 253_402_300_800n, nanos: 0 }))).toMatch(/^✖/)
  expect(issueOf(of => of.time('time', { seconds: 0n, nanos: -1 }))).toMatch(/^✖/)
})

test.each([
  ['whole', '12x'],
  ['whole', ''],
  ['whole', '007'],
  ['whole', '-1'],
  ['address', 'cosmos1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'],
  ['address', 'regen1'],
  ['address', 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60b'],
  ['denom', 'u'],
  ['denom', '1regen'],
  ['text', ''],
] as const)('%s: "%s" is refused', (kind, text) => {
  expect(issueOf(read => read[kind]('field', text))).toContain(`got ${JSON.stringify(text)} at field`)
})

test('an error names the place in the answer', () => {
  const rows = [{ amount: '1' }, { amount: 'many' }]
  expect(
    issueOf(read =>
      read.message('params', rows, (rows, read) =>
        read.each('rows', rows, ({ amount }, read) => read.whole('amount', amount)),
      ),
    ),
  ).toBe('✖ expected a whole number of 0 or more, got "many" at params.rows.1.amount')
  expect(issueOf(read => read.message('batch', undefined, () => 1))).toBe(
    '✖ expected a message, got nothing at batch',
  )
})

test('an answer about something else is refused', () => {
  expect(fieldsOf(QUERY).same('denom', 'C01', 'C01')).toBe('C01')
  expect(issueOf(read => read.same('denom', 'C02', 'C01'))).toBe('✖ expected "C01", got "C02" at denom')
  expect(issueOf(read => read.named('status', ['a', 'b'], 7))).toBe('✖ expected a or b, got "7" at status')
})

test('what a node says is shown in part only', () => {
  expect(issueOf(read => read.whole('amount', 'x'.repeat(10_000))).length).toBeLessThan(160)
})
