import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { inkOf } from '../../src/cli/render/ink.ts'
import { table } from '../../src/cli/render/table.ts'
import { readable, widthOf, wrap } from '../../src/cli/render/text.ts'
import { holds } from '../support/arbitraries.ts'
import { example, run } from './run.ts'

/** Our own styles; nothing else begins with an escape. */
const ESCAPE = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')

test('a wrapped text has short lines, and loses nothing but spaces', () => {
  holds(fc.string({ maxLength: 300 }), fc.integer({ min: 3, max: 80 }), (text, width) => {
    const wrapped = wrap(text, width)
    for (const line of wrapped.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width)
    expect(wrapped.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })
})

test.each([
  ['one two three', 8, 'one two\nthree'],
  ['{"a":1,"b":2}', 9, '{"a":1,\n"b":2}'],
  ['abcdefghij', 4, 'abcd\nefgh\nij'],
  ['short', 8, 'short'],
  ['it is 12345.678901', 16, 'it is\n12345.678901'],
])('%s in %i columns', (text, width, expected) => {
  expect(wrap(text, width)).toBe(expected)
})

test('a number of thousands of digits is shortened, an amount of 256 bits is not', () => {
  const largest = String(2n ** 256n - 1n)
  expect(readable(`${largest}uregen`)).toBe(`${largest}uregen`)
  expect(readable(`pays ${10n ** 3000n + 7n} REGEN`)).toBe('pays 100000000000…000007 (3001 digits) REGEN')
})

/** Every command that draws a table, and every help. */
const SCREENS: readonly (readonly string[])[] = [
  ['policy'],
  ['messages'],
  ['wash'],
  ['orders'],
  ['explain'],
  ['preview', example('mixed')],
  ['preview', example('purchase')],
  ['supply', '--supply', '224000000', '--staked', '80000000', '--burn', '30000'],
  ['epoch', '--state', example('epoch/state'), '--inputs', example('epoch/inputs')],
  ['--help'],
  ...COMMANDS.map(({ name }) => [name, '--help']),
]

describe.each([60, 80, 120])(
  'tables are wider than an 80-column terminal: no line is wider than %i',
  columns => {
    test.each(SCREENS)('%s %s', async (...argv) => {
      for (const colors of [false, true]) {
        const { out } = await run(argv, { columns, colors })
        const lines = out.replaceAll(ESCAPE, '').split('\n')
        expect(lines.filter(line => widthOf(line) > columns)).toEqual([])
      }
    })
  },
)

test('where no terminal tells its width, tables have 80 columns and sentences are whole', async () => {
  const lines = (await run(['preview', example('mixed')])).out.split('\n')
  expect(Math.max(...lines.filter(line => /^[│┌└]/.test(line)).map(widthOf))).toBe(80)
  expect(Math.max(...lines.map(widthOf))).toBeGreaterThan(120)
})

test('a word without a space that is wider than the page: the rows stand one under the other', () => {
  const page = { width: 30, ink: inkOf(false) }
  const drawn = table(
    ['name', 'of'],
    [
      ['x'.repeat(40), 'b'],
      ['c', ''],
    ],
    page,
  )
  expect(drawn).toBe(`name  ${'x'.repeat(24)}\n      ${'x'.repeat(16)}\nof    b\n\nname  c`)
})

test('signs that take two columns are counted as two', () => {
  const drawn = table(['a'], [['森林'.repeat(30)]], { width: 40, ink: inkOf(false) })
  for (const line of drawn.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(40)
})

test('an amount of thousands of digits in a message: shortened in text, not in JSON', async () => {
  const amount = '9'.repeat(3000)
  const address = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
  const send = {
    '@type': '/cosmos.bank.v1beta1.MsgSend',
    from_address: address,
    to_address: address,
    amount: [{ denom: 'uregen', amount }],
  }
  const world = { stdin: JSON.stringify([send]) }
  const { out } = await run(['preview'], world)
  expect(out).toContain(' digits)')
  expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThan(600)
  expect((await run(['preview', '--json'], world)).out).not.toContain(' digits)')
})

test('every help says a default in one form', async () => {
  const { commandLinePage } = await import('../../scripts/docs/commandLine.ts')
  const page = commandLinePage()
  expect(page).toContain('points in each hypercube; default: 128')
  expect(page).not.toMatch(/\(default\b|, default \d|\bdefault \d/)
})
