import { expect, test } from 'vitest'
import { example, run } from './run.ts'

const PREVIEW = ['preview', example('mixed')]
const SUPPLY = ['--supply', '219000000', '--staked', '80000000']
const REST = ['--rest-score', '30000', '--rest-pool', '3675']

test('with a supply it says what the burn does to it, in this period and the next', async () => {
  const { code, out } = await run([...PREVIEW, ...SUPPLY])
  expect(code).toBe(0)
  expect(out).toMatch(
    /^supply 219054555\.057024 REGEN after this period, 219054611\.872146 REGEN without this burn; 1\.554972 REGEN of it grows back in the next$/m,
  )
})

test('with the rest of the period it says what is earned, as an interval', async () => {
  const { out } = await run([...PREVIEW, ...REST])
  expect(out).toMatch(
    /would earn 2\.833884 REGEN to 2\.844781 REGEN of 3708\.142154 REGEN, if the rest of the period is as stated/,
  )
})

test('as JSON both are there; without a statement both are null', async () => {
  const stated = JSON.parse((await run([...PREVIEW, ...SUPPLY, ...REST, '--json'])).out)
  expect(stated.proposed.supplyEffect.burned).toBe(stated.proposed.pools.burn)
  expect(stated.proposed.rewardEffect.participants.length).toBeGreaterThan(0)
  const plain = JSON.parse((await run([...PREVIEW, '--json'])).out)
  expect(plain.proposed).toMatchObject({ supplyEffect: null, rewardEffect: null })
})

test.each([
  [['--staked', '1'], '--supply'],
  [['--rest-score', '1'], '--rest-pool'],
  [['--rest-pool', '1'], '--rest-score'],
  [['--supply', '-1'], 'AMOUNT_MALFORMED'],
  [['--supply', '1.1234567'], 'AMOUNT_MALFORMED'],
])('%j is your input', async (options, says) => {
  const { code, err } = await run([...PREVIEW, ...options])
  expect(code).toBe(1)
  expect(err).toContain(says)
})
