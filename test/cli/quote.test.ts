import { expect, test } from 'vitest'
import { displayPrice } from '../../src/cli/render/amounts.ts'
import { ratio } from '../../src/primitives/ratio.ts'
import { run } from './run.ts'

/** `regen-fees quote` of credits: what they are worth by prices that somebody states, and how far each is to be trusted. */

const credits = (...argv: readonly string[]) => ['quote', '--type', 'retirement', '--credits', '40', ...argv]
const json = async (argv: readonly string[], files: { readonly [name: string]: unknown } = {}) => {
  const { out, err } = await run([...argv, '--json'], { readFile: async name => JSON.stringify(files[name]) })
  expect(err).toBe('')
  return JSON.parse(out)
}

/** The clock of these runs, as a date. */
const at = { clock: { now: () => Date.parse('2026-11-29T00:00:00Z'), after: () => () => {} } }

test('a price is told with its source, its age and its samples', async () => {
  const file = async () => JSON.stringify({ types: { C: '20REGEN' }, time: '2026-11-26' })
  const { out } = await run(credits('--class', 'C02', '--prices', 'prices.json'), { ...at, readFile: file })
  expect(out).toMatchInlineSnapshot(`
    "Proposed, not in force: M013
    CreditRetirement  4 REGEN on 800 REGEN at 0.5 %
    40 C02 at 20 REGEN each: governance-reference, 3 days old, 1 sample
    burn 1.2 REGEN | validators 1.6 REGEN | community 1 REGEN | agents 0.2 REGEN"
  `)
})

test('a stated price comes before a file, a file and the policy together, and a class before its type', async () => {
  const m013 = { referencePrices: [{ classId: 'C02', price: '30000000', time: '2026-11-20' }] }
  const files = { 'prices.json': { types: { C: '20REGEN' } }, 'policy.json': { m013 } }
  const read = { ...at, readFile: async (name: string) => JSON.stringify(files[name as keyof typeof files]) }
  const priced = async (...argv: readonly string[]) => {
    const { out } = await run([...credits(...argv), '--json'], read)
    const { value, credits: of } = JSON.parse(out)
    return [value, of.price.source, of.price.age]
  }
  const [prices, policy] = [
    ['--prices', 'prices.json'],
    ['--policy', 'policy.json'],
  ] as const
  expect(await priced('--class', 'C02', ...prices)).toEqual(['800000000', 'governance-reference', null])
  expect(await priced('--class', 'C02', ...policy)).toEqual(['1200000000', 'governance-reference', '777600'])
  expect(await priced('--class', 'C02', ...prices, ...policy)).toEqual([
    '1200000000',
    'governance-reference',
    '777600',
  ])
  expect(await priced('--class', 'C03', ...prices, ...policy)).toEqual([
    '800000000',
    'governance-reference',
    null,
  ])
  expect(await priced('--class', 'C02', ...prices, '--price', 'C02=1REGEN')).toEqual([
    '40000000',
    'explicit',
    null,
  ])
})

test('without a price, or without a rate of its denom, the value is unknown and the fee a lower bound', async () => {
  const unknown = { value: null, fee: null, atLeast: '1000000' }
  expect(await json(credits('--class', 'C02'))).toMatchObject({ ...unknown, credits: { price: null } })
  const inUsd = credits('--class', 'C02', '--price', 'C02=2uusd')
  expect(await json(inUsd)).toMatchObject({ ...unknown, credits: { amount: '40', price: { denom: 'uusd' } } })
  expect(await json([...inUsd, '--rate', 'uusd=12.5uregen'])).toMatchObject({ value: '1000', fee: '1000000' })
})

test.each([
  [['--value', '1', '--credits', '1', '--class', 'C01'], /not both/],
  [['--credits', '1'], /--class is missing/],
  [['--class', 'C01'], /--credits is missing/],
  [['--credits', '1', '--class', 'C'], /expected a credit class such as C01/],
  [['--credits', '1.0000001', '--class', 'C01'], /AMOUNT_MALFORMED/],
  [['--credits', '1', '--class', 'C01', '--prices', 'index:folder'], /expected files or addresses here/],
])('%j is the caller’s mistake', async (argv, message) => {
  const { code, err, out } = await run(['quote', '--type', 'trade', ...argv])
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(message)
})

test.each([
  ['C01=2.5uusdc', 'uusdc=12.5uregen', '40 C01 at 2.5 uusdc each'],
  ['C01=0.4uusdc', 'uusdc=12500000uregen', '40 C01 at 0.4 uusdc each'],
  ['C01=2.5uregen', 'uusdc=1uregen', '40 C01 at 0.0000025 REGEN each'],
])('a price is shown as it is, not cut to whole units: %s', async (price, rate, shown) => {
  const { out } = await run(credits('--class', 'C01', '--price', price, '--rate', rate))
  expect(out).toContain(shown)
})

test.each([
  [1n, 3n, 'uregen', '0.000000333333… REGEN'],
  [10n, 3n, 'uusdc', '3.333333… uusdc'],
  [7n, 8n, 'uusdc', '0.875 uusdc'],
])('%i/%i of %s, which need not have an end: %s', (num, den, denom, shown) => {
  expect(displayPrice(ratio(num, den), denom)).toBe(shown)
})
