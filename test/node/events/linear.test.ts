import { describe, expect, test } from 'vitest'
import { toTxPage } from '../../../src/node/decode/blocks/txPage.ts'
import type { AbciEvent } from '../../../src/node/events/abciEvent.ts'
import { toCreditActs } from '../../../src/node/events/credits/toCreditActs.ts'
import { decodeEvent } from '../../../src/node/events/decodeEvent.ts'
import { decodeEvents } from '../../../src/node/events/decodeEvents.ts'
import { explainFailure } from '../../../src/node/events/failures/explainFailure.ts'

/** Large and hostile events: what they become is asserted; that it takes no square of their number, the runner's limit tells. */

const [SELLER, BUYER] = [
  'regen1sl2dsfyf2znn48ehwqg28cv3nuglxkx4h7q5l9',
  'regen1l2pwmzk96ftmmt5egpjulyqtneygmmzns5t9xx',
]
const event = (type: string, fields: object): AbciEvent => ({
  type,
  attributes: Object.entries({ ...fields, msg_index: 0 }).map(([key, value]) => ({
    key,
    value: key === 'msg_index' ? `${value}` : JSON.stringify(value),
  })),
})
const transfer = () =>
  event('regen.ecocredit.v1.EventTransfer', {
    sender: SELLER,
    recipient: BUYER,
    batch_denom: 'C01-001-20200101-20210101-001',
    tradable_amount: '1',
    retired_amount: '0',
  })
const fee = { denom: 'uregen', amount: '0' }
const buy = (sell_order_id: string) =>
  event('regen.ecocredit.marketplace.v1.EventBuyDirect', {
    sell_order_id,
    seller: SELLER,
    seller_fee_paid: fee,
    buyer: BUYER,
    buyer_fee_paid: fee,
  })

describe('nothing is quadratic in what a node sends', () => {
  test('one event with 64,000 attributes: they are named as unread, or the first that comes twice', () => {
    const many = Array.from({ length: 64_000 }, (_, index) => ({ key: `k${index}`, value: '""' }))
    const attributes = [{ key: 'class_id', value: '"C01"' }, ...many]
    const read = decodeEvent({ type: 'regen.ecocredit.v1.EventCreateClass', attributes }, 0)
    expect('unread' in read && read.unread.length).toBe(64_000)
    const twice = decodeEvent(
      {
        type: 'regen.ecocredit.v1.EventCreateClass',
        attributes: [...attributes, { key: 'k63999', value: '""' }],
      },
      0,
    )
    expect(twice).toMatchObject({ kind: 'malformed', problem: 'k63999 is given twice' })
  })

  test('16,000 EventBuyDirect, each behind its transfer: as many purchases', () => {
    const events = Array.from({ length: 16_000 }, (_, index) => [transfer(), buy(`${index + 1}`)]).flat()
    const { acts, oddities } = toCreditActs(decodeEvents(events))
    expect([acts.length, oddities.length]).toEqual([16_000, 0])
  })

  test('16,000 transfers and then as many EventBuyDirect: the last transfer belongs to the first of them', () => {
    const transfers = Array.from({ length: 16_000 }, transfer)
    const events = [...transfers, ...Array.from({ length: 16_000 }, (_, index) => buy(`${index + 1}`))]
    const { acts, oddities } = toCreditActs(decodeEvents(events))
    expect([acts.length, oddities.length]).toEqual([16_000, 0])
    expect(acts.at(-1)).toMatchObject({ kind: 'buy', position: 15_999, filled: { orderId: 1n } })
  })

  test('16,000 places with an event each', () => {
    const events = Array.from({ length: 16_000 }, (_, index) => ({
      ...transfer(),
      attributes: [...transfer().attributes.slice(0, -1), { key: 'msg_index', value: `${index}` }],
    }))
    expect(toCreditActs(decodeEvents(events)).acts.length).toBe(16_000)
  })
})

describe('events of CometBFT before 0.38', () => {
  const page = (attributes: readonly { key: string | null; value: string | null }[]) =>
    toTxPage({
      txs: [{ hash: 'A'.repeat(64), height: '9', tx_result: { events: [{ type: 'transfer', attributes }] } }],
      total_count: '1',
    }).txs[0]?.events[0]?.attributes
  const base64 = (text: string) => Buffer.from(text).toString('base64')

  test('are decoded out of base64, and null is empty', () => {
    expect(
      page([
        { key: base64('recipient'), value: base64(BUYER) },
        { key: base64('amount'), value: base64('5uregen') },
        { key: base64('sender'), value: null },
      ]),
    ).toEqual([
      { key: 'recipient', value: BUYER },
      { key: 'amount', value: '5uregen' },
      { key: 'sender', value: '' },
    ])
  })

  test.each(['amount', 'receiver', 'contract', 'note', 'msg_index', 'spender'])(
    'plain ones are left: %s',
    key => {
      expect(page([{ key, value: 'abcd' }])).toEqual([{ key, value: 'abcd' }])
    },
  )
})

test('logs are shortened and free of control characters', () => {
  const log = `failed to execute message; message index: 0: \u001b[2Jno\u0007 ${'x'.repeat(4_000_000)}: insufficient funds`
  const failure = explainFailure({ code: 5, codespace: 'sdk\u001b', log })
  expect(failure?.reason.length).toBeLessThanOrEqual(1000)
  expect(`${failure?.reason}${failure?.codespace}`).not.toMatch(/[\p{Cc}]/u)
  expect(failure?.messageIndex).toBe(0)
})
