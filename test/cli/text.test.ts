import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readable, table, wrap } from '../../src/cli/render/text.ts'
import { holds } from '../support/arbitraries.ts'
import { run } from './run.ts'

test('a wrapped text has short lines, and loses nothing but spaces', () => {
  holds(fc.string({ maxLength: 300 }), fc.integer({ min: 3, max: 80 }), (text, width) => {
    const wrapped = wrap(text, width)
    for (const line of wrapped.split('\n')) expect(line.length).toBeLessThanOrEqual(width)
    expect(wrapped.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })
})

test.each([
  ['one two three', 8, 'one two\nthree'],
  ['{"a":1,"b":2}', 9, '{"a":1,\n"b":2}'],
  ['abcdefghij', 4, 'abcd\nefgh\nij'],
  ['short', 8, 'short'],
  ['\u001b[1mas it is\u001b[22m', 4, '\u001b[1mas it is\u001b[22m'],
])('%s in %i columns', (text, width, expected) => {
  expect(wrap(text, width)).toBe(expected)
})

test('a number of thousands of digits is shortened, an amount of 256 bits is not', () => {
  const largest = String(2n ** 256n - 1n)
  expect(readable(`${largest}uregen`)).toBe(`${largest}uregen`)
  expect(readable(`pays ${10n ** 3000n + 7n} REGEN`)).toBe('pays 100000000000…000007 (3001 digits) REGEN')
  expect(table(['a'], [['9'.repeat(5000)]], false)).toContain('999999999999…999999 (5000 digits)')
})

test.each([
  [['policy'], 120],
  [['messages'], 160],
  [['wash'], 150],
])('%s is at most %i characters wide', async (argv, most) => {
  const tables = (await run(argv)).out.split('\n').filter(line => /^[│┌└]/.test(line))
  expect(tables.length).toBeGreaterThan(10)
  expect(Math.max(...tables.map(line => line.length))).toBeLessThanOrEqual(most)
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
