import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readIndexedPrices, type Store } from '../../src/indexer/index.ts'
import { valueClass } from '../../src/mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { indexPrices, priceRules, readPrices, withPrices } from '../../src/oracles/index.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { newStore, type Place, startPlace } from '../indexer/stores.ts'
import { SMALL } from '../support/snapshots.ts'

/** The trades of an index as a source of prices. */

const AT = 1_800_000_000n
const DAY = 86_400n

let place: Place
let store: Store
beforeAll(async () => {
  place = await startPlace()
  store = await newStore(place.where)
})
afterAll(async () => {
  await store.close()
  await place.stop()
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

/** Purchases of whole credits of C01 in block 1 at an ask each, so many seconds before the moment. */
async function purchases(...bought: readonly { credits: bigint; ask: bigint; ago: bigint }[]) {
  const rows = bought.map(({ credits, ask, ago }, index) => ({
    ...{
      height: 1,
      tx_index: index,
      tx_hash: `${index}`,
      message_index: 0,
      path: '',
      part: 0,
      ordinal: index,
    },
    ...{
      class_id: 'C01',
      batch_denom: 'C01-001-20200101-20210101-001',
      buyer: 'a',
      seller: 'b',
      order_id: 1,
    },
    ...{ denom: 'uregen', buyer_fee: 0, seller_fee: 0, retired: false },
    time: `${AT - ago}`,
    quantity: `${credits}`,
    ask: `${ask}`,
    seller_receives: `${credits * ask}`,
    at_least: `${credits * ask}`,
    below: `${credits * ask + 1n}`,
  }))
  await store.query('insert into purchases select * from json_populate_recordset(null::purchases, $1)', [
    JSON.stringify(rows),
  ])
}

const read = (chainId = 'regen-1') =>
  readPrices([indexPrices(store, chainId)], priceRules(DEFAULT_POLICY), AT)

test('its trades take the place of those of the snapshot, and give the average that the index computes: none counts twice', async () => {
  await blocks(AT - 8n * DAY, AT)
  await purchases(
    { credits: 2n, ask: 25_000_000n, ago: DAY },
    { credits: 3n, ask: 30_000_000n, ago: 2n * DAY },
    { credits: 5n, ask: 99_000_000n, ago: 8n * DAY },
  )
  const answer = await read()
  expect(answer.stated).toEqual([])
  const { trades } = withPrices(SMALL, answer)
  expect(trades).toEqual(answer.trades)
  const rules = [{ source: 'twap-7d', maxAgeDays: 7, leastSamples: 1 }] as const
  const found = valueClass('C01', { evidence: { trades, stated: [], asks: [] }, rates: {}, rules, at: AT })
  // ( 2 × 25 + 3 × 30 ) / 5 REGEN a credit; the purchase of eight days ago is too old.
  expect(found).toMatchObject({ price: { price: { num: 28_000_000n, den: 1n }, samples: 2, age: DAY } })
  const indexed = (await readIndexedPrices(store, AT)).filter(({ source }) => source === 'twap-7d')
  expect(indexed).toMatchObject([{ classId: 'C01', denom: 'uregen', price: { num: 28_000_000n, den: 1n } }])
})

test('an index a little behind or ahead is taken; one that is more than a day behind is stale', async () => {
  await blocks(AT - 8n * DAY, AT - DAY)
  await purchases({ credits: 1n, ask: 25_000_000n, ago: 2n * DAY })
  expect((await read()).trades).toHaveLength(1)
  await store.query('update blocks set time = $1 where height = 2', [`${AT + 1000n}`])
  expect((await read()).trades).toHaveLength(1)
  await store.query('update blocks set time = $1 where height = 2', [`${AT - DAY - 1n}`])
  await expect(read()).rejects.toMatchObject({ code: 'SOURCE_STALE' })
})

test('an index of another chain, an empty one, one that begins within the week, and one with a gap in it are refused', async () => {
  await expect(read()).rejects.toMatchObject({ code: 'INDEX_RANGE' })
  await blocks(AT - 8n * DAY, AT)
  await expect(read('regen-2')).rejects.toMatchObject({ code: 'CHAIN_MISMATCH' })
  // One that began after the week did; an index from the first block on knows that nothing was before.
  await store.query('update blocks set time = $1 where height = 1', [`${AT - 6n * DAY}`])
  expect((await read()).trades).toEqual([])
  await store.query('update chain set first_height = 5')
  await expect(read()).rejects.toMatchObject({ code: 'INDEX_RANGE' })
  await store.query('update chain set first_height = 1')
  await store.query("insert into gaps values (2, 2, 'pruned')")
  await store.query('update blocks set height = 3 where height = 2')
  await expect(read()).rejects.toMatchObject({ code: 'INDEX_RANGE' })
})
