import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ChainBlock } from '../src/indexer/chain/chainBlock.ts'
import { openStore } from '../src/indexer/index.ts'
import { beginIndex, writeBlocks } from '../src/indexer/store/writeBlocks.ts'
import type { AbciEvent } from '../src/node/events/abciEvent.ts'
import { formatTime } from '../src/primitives/time.ts'

/**
 * A million purchases and retirements through the event reader into the index, then scores of every week and a price.
 *
 *     npx tsx scripts/benchIndexer.ts [events] [folder | postgres://…]
 *
 * Blocks are made while they are written: memory that grows is the index's. A store that has a part of them already goes on after it.
 */

const TXS_PER_BLOCK = 20
const START = 1_735_689_600n

const attributes = (pairs: { readonly [key: string]: string }) =>
  Object.entries(pairs).map(([key, value]) => ({ key, value }))
const event = (type: string, pairs: { readonly [key: string]: string }): AbciEvent => ({
  type,
  attributes: attributes({ ...pairs, msg_index: '0' }),
})
const account = (n: number) => `regen1account${String(n).padStart(6, '0')}`

/** What the chain says of a purchase, or of a retirement. */
function happened(n: number): readonly AbciEvent[] {
  const classId = `C0${1 + (n % 5)}`
  const batch = `"${classId}-001-20200101-20210101-001"`
  const tenths = 1 + (n % 40)
  const amount = `"${tenths / 10}"`
  const [buyer, seller] = [account(n % 997), account(1000 + (n % 13))]
  if (n % 3 === 0)
    return [
      event('regen.ecocredit.v1.EventRetire', {
        owner: `"${buyer}"`,
        batch_denom: batch,
        amount,
        jurisdiction: '"FR"',
        reason: '""',
      }),
    ]
  const paid = tenths * (1_500_000 + (n % 50) * 1000)
  return [
    event('regen.ecocredit.v1.EventTransfer', {
      sender: `"${seller}"`,
      recipient: `"${buyer}"`,
      batch_denom: batch,
      tradable_amount: amount,
      retired_amount: '"0"',
    }),
    event('transfer', { sender: buyer, recipient: seller, amount: `${paid}uregen` }),
    event('regen.ecocredit.marketplace.v1.EventBuyDirect', {
      sell_order_id: '"1"',
      buyer: `"${buyer}"`,
      seller: `"${seller}"`,
      buyer_fee_paid: '{"denom":"uregen","amount":"0"}',
      seller_fee_paid: '{"denom":"uregen","amount":"0"}',
    }),
  ]
}

const hex = (n: number) => n.toString(16).toUpperCase().padStart(64, '0')

/** A year of blocks, evenly. */
function block(height: number, blocks: number): ChainBlock {
  const seconds = START + (BigInt(height) * 31_536_000n) / BigInt(blocks)
  return {
    height: BigInt(height),
    time: formatTime({ seconds, nanos: 0 }),
    hash: hex(height),
    previousHash: hex(height - 1),
    txs: Array.from({ length: TXS_PER_BLOCK }, (_, index) => {
      const n = height * TXS_PER_BLOCK + index
      return { hash: hex(1_000_000_000 + n), code: 0, events: happened(n) }
    }),
    events: [],
  }
}

async function bench(events: number, where: string): Promise<void> {
  const time = async <Result>(what: string, work: () => Promise<Result>) => {
    const start = performance.now()
    const result = await work()
    const rss = Math.round(process.memoryUsage().rss / 1e6)
    console.log(`${what.padEnd(44)} ${((performance.now() - start) / 1000).toFixed(2)} s   ${rss} MB`)
    return result
  }
  const store = await time('open', () => openStore(where))
  const { next } = await beginIndex(store, 'bench-1', 1n)
  const blocks = Math.ceil(events / TXS_PER_BLOCK)
  const tenth = Math.ceil(blocks / 10)
  for (let from = Number(next); from <= blocks; ) {
    const after = Math.min(from - ((from - 1) % tenth) + tenth, blocks + 1)
    await time(`index ${from} to ${after - 1} of ${blocks} blocks`, async () => {
      for (let at = from; at < after; at += 100)
        await writeBlocks(
          store,
          Array.from({ length: Math.min(100, after - at) }, (_, index) => block(at + index, blocks)),
          'block_results',
        )
    })
    from = after
  }
  const middle = START + 26n * 604_800n
  await time('analyze', () => store.query('analyze'))
  await time('average of seven days, all markets', () => store.query('select * from twap_7d($1)', [middle]))
  await time('scores of a week', () =>
    store.query('select * from scores($1, $2)', [middle - 604_800n, middle]),
  )
  const weekly = await time('scores of every week', () =>
    store.query('select count(*) as rows, count(distinct week_from) as weeks from weekly_scores'),
  )
  await time('volumes', () => store.query('select count(*) from volumes'))
  console.log(weekly[0])
  await store.close()
}

const [count = '1000000', where] = process.argv.slice(2)
if (where !== undefined) await bench(parseInt(count, 10), where)
else {
  const folder = mkdtempSync(join(tmpdir(), 'regen-fees-bench-'))
  const { startPlace } = await import('../test/indexer/stores.ts')
  const place = await startPlace()
  for (const store of [place.kind === 'server' ? place.where : null, join(folder, 'index')]) {
    if (store === null) continue
    console.log(store.startsWith('postgres') ? 'PostgreSQL server' : 'PGlite in a folder')
    spawnSync('npx', ['tsx', fileURLToPath(import.meta.url), count, store], { stdio: 'inherit' })
  }
  await place.stop()
  rmSync(folder, { recursive: true, force: true })
}
