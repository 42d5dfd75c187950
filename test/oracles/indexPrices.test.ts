import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readIndexedPrices, type Store } from '../../src/indexer/index.ts'
import { valueClass } from '../../src/mechanisms/m013-value-based-fee-routing/valuation.ts'
import { indexPrices, priceRules, readPrices, withPrices } from '../../src/oracles/index.ts'
import { DEFAULT_POLICY } from '../../src/policy/policy.ts'
import { newStore, type Place, startPlace } from '../indexer/stores.ts'
import { SMALL } from '../support/snapshots.ts'

/** The trades of an index as a source of prices. */

const AT = 1_800_000_000n
const DAY = 86_400n

let place: Place
let store: Store
beforeAll(async () => {
  place = startPlace()
  store = await newStore(place.where)
})
afterAll(async () => {
  await store.close()
  place.stop()
})
beforeEach(async () => {
  await store.query('truncate blocks, gaps, chain, purchases cascade')
  await store.query(
    "insert into chain (chain_id, first_height, next_height, last_hash) values ('regen-1', 1, 30, '')",
  )
})

/** Blocks at these moments, the first is block 1. */
async function blocks(...times: readonly bigint[]) {
  for (const [index, time] of times.entries())
    await store.query(
      "insert into blocks (height, time, nanos, hash, tx_count, source) values ($1, $2, 0, '', 0, 'x')",
      [`${index + 1}`, `${time}`],
    )
}

const read = (chainId = 'regen-1') =>
  readPrices([indexPrices(store, chainId)], priceRules(DEFAULT_POLICY), AT)

test('its trades take the place of those of the snapshot: none counts twice', async () => {
  await blocks(AT - 8n * DAY, AT)
  const answer = await read()
  expect(answer.stated).toEqual([])
  expect(withPrices(SMALL, answer).trades).toEqual(answer.trades)
  const indexed = await readIndexedPrices(store, AT)
  const evidence = { trades: answer.trades ?? [], stated: [], asks: [] }
  for (const { classId, price } of indexed.filter(({ source }) => source === 'twap-7d')) {
    const rules = [{ source: 'twap-7d', maxAgeDays: 7, leastSamples: 1 }] as const
    expect(valueClass(classId, { evidence, rates: {}, rules, at: AT })).toMatchObject({ price: { price } })
  }
})

test('an index a little behind or ahead is taken; one that is more than a day behind is stale', async () => {
  await blocks(AT - 8n * DAY, AT - DAY)
  await expect(read()).resolves.toBeDefined()
  await store.query('update blocks set time = $1 where height = 2', [`${AT + 1000n}`])
  await expect(read()).resolves.toBeDefined()
  await store.query('update blocks set time = $1 where height = 2', [`${AT - DAY - 1n}`])
  await expect(read()).rejects.toMatchObject({ code: 'SOURCE_STALE' })
})

test('an index of another chain, an empty one, and one with a gap in the week are refused', async () => {
  await expect(read()).rejects.toMatchObject({ code: 'INDEX_RANGE' })
  await blocks(AT - 8n * DAY, AT)
  await expect(read('regen-2')).rejects.toMatchObject({ code: 'CHAIN_MISMATCH' })
  await store.query("insert into gaps values (2, 2, 'pruned')")
  await store.query('update blocks set height = 3 where height = 2')
  await expect(read()).rejects.toMatchObject({ code: 'INDEX_RANGE' })
})
