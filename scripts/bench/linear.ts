import bundled from '../../examples/snapshot.json' with { type: 'json' }
import type { AbciEvent } from '../../src/node/events/abciEvent.ts'
import { toCreditActs } from '../../src/node/events/credits/toCreditActs.ts'
import { decodeEvents } from '../../src/node/events/decodeEvents.ts'
import { readAllPages } from '../../src/node/rpc/readAllPages.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { reconcile } from '../../src/reconcile/reconcile.ts'
import { type Measure, median } from './measure.ts'

const [FEW, MANY] = [10, 100_000]
const ROUNDS = 3

const event = (type: string, fields: object): AbciEvent => ({
  type: `regen.ecocredit.${type}`,
  attributes: [
    ...Object.entries(fields).map(([key, value]) => ({ key, value: JSON.stringify(value) })),
    { key: 'msg_index', value: '0' },
  ],
})
const [SELLER, BUYER] = [
  'regen1sl2dsfyf2znn48ehwqg28cv3nuglxkx4h7q5l9',
  'regen1l2pwmzk96ftmmt5egpjulyqtneygmmzns5t9xx',
]
const FEE = { denom: 'uregen', amount: '0' }
const SOLD = {
  sender: SELLER,
  recipient: BUYER,
  batch_denom: 'C01-001-20200101-20210101-001',
  tradable_amount: '1',
  retired_amount: '0',
}

/** So many events: purchases, each behind its transfer. */
const eventsOf = (count: number): readonly AbciEvent[] =>
  Array.from({ length: count / 2 }, (_, index) => [
    event('v1.EventTransfer', SOLD),
    event('marketplace.v1.EventBuyDirect', {
      sell_order_id: `${index + 1}`,
      seller: SELLER,
      seller_fee_paid: FEE,
      buyer: BUYER,
      buyer_fee_paid: FEE,
    }),
  ]).flat()

/** A list of so many items, a hundred a page. */
const pagesOf = (count: number) => {
  const page = Math.min(count, 100)
  const items = Array.from({ length: page }, (_, index) => index)
  return readAllPages('bench', async key => {
    const next = (key[0] ?? 0) * 65_536 + (key[1] ?? 0) * 256 + (key[2] ?? 0) + 1
    const isLast = next * page >= count
    return { items, nextKey: isLast ? new Uint8Array() : Uint8Array.of(next >> 16, next >> 8, next) }
  })
}

/** Time an item of 10 against time an item of 100,000: what is linear has a ratio of 1 or more, what is quadratic one near 0. */
export async function benchLinear(): Promise<readonly Measure[]> {
  const preview = previewFees({ messages: [], snapshot: parseSnapshot(bundled) })
  const [few, many] = [eventsOf(FEW), eventsOf(MANY)]
  const outcome = { code: 0, codespace: '', log: '' }
  const tasks: readonly [string, (events: readonly AbciEvent[]) => unknown][] = [
    ['events', events => toCreditActs(decodeEvents(events))],
    ['reconciliation', events => reconcile(preview, { ...outcome, events })],
    ['pages of a list', events => pagesOf(events.length)],
  ]
  const measures: Measure[] = []
  for (const [name, run] of tasks) {
    const perItem: { few: number; many: number }[] = []
    for (let round = 0; round < ROUNDS; round++)
      perItem.push({ few: await timeOf(run, few, 1_000), many: await timeOf(run, many, 1) })
    const [fewMs, manyMs] = [median(perItem.map(({ few }) => few)), median(perItem.map(({ many }) => many))]
    measures.push({
      name: `${name}: an item of ${FEW} against one of ${MANY.toLocaleString('en-US')}`,
      ratio: fewMs / manyMs,
      goal: null,
      detail: `${(fewMs * 1000).toFixed(2)} and ${(manyMs * 1000).toFixed(2)} µs an item`,
    })
  }
  return measures
}

/** Milliseconds an item. */
async function timeOf(
  run: (events: readonly AbciEvent[]) => unknown,
  events: readonly AbciEvent[],
  times: number,
): Promise<number> {
  const start = performance.now()
  for (let time = 0; time < times; time++) await run(events)
  return (performance.now() - start) / times / events.length
}
