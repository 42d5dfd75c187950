import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AbciEvent } from '../../../src/node/events/abciEvent.ts'
import { toActivity } from '../../../src/node/history/toActivity.ts'
import { type Trade, toTrades } from '../../../src/node/history/toTrades.ts'
import { holds } from '../../support/arbitraries.ts'
import { ALICE, BOB, buy, CAROL, put, retire, send, take, typed, within } from '../events/emit.ts'
import { historicTxs, made } from './historicTxs.ts'

/** The purchases as the reader of all activity finds them. */
const tradesIn = (events: readonly AbciEvent[]): readonly Trade[] =>
  toActivity([made(events)]).activity.flatMap(item => {
    if (item.kind !== 'purchase') return []
    const { classId, denom, quantity, payment } = item
    return [{ classId, denom, quantity, payment }]
  })

test('every recorded purchase is found, as the reader of all activity finds it', () => {
  const trades = historicTxs().flatMap(({ events }) => toTrades(events))
  expect(trades).toHaveLength(15)
  expect(trades).toEqual(historicTxs().flatMap(({ events }) => tradesIn(events)))
})

const act = fc.constantFrom(
  buy(ALICE, BOB, '2.5', false),
  buy(BOB, CAROL, '0.1', true),
  send(ALICE, BOB, '1', '0'),
  send(ALICE, BOB, '0', '2'),
  put(ALICE, ['1', '2']),
  take(ALICE, ['3'], true),
  [retire(CAROL, '4')],
  // Cut off, between accounts of their own: whose transfer a purchase without one would take is not told by the chain.
  buy(CAROL, BOB, '1', false).slice(1),
  buy(CAROL, ALICE, '1', false).slice(0, -1),
)

test('whatever stands beside it, in other messages and inside authz too', () => {
  holds(fc.array(fc.tuple(act, fc.nat(2), fc.array(fc.nat(1), { maxLength: 2 })), { maxLength: 8 }), acts => {
    // Messages run one after the other: those of one place stand together.
    const events = acts
      .toSorted(([, a, x], [, b, y]) => a - b || `${x}`.localeCompare(`${y}`))
      .flatMap(([events, msgIndex, path]) => within(events, msgIndex, path))
    expect(toTrades(events)).toEqual(tradesIn(events))
  })
})

test.each([
  ['a seller who did not send the credits', 'seller', JSON.stringify(CAROL)],
  ['a buyer who did not get them', 'buyer', JSON.stringify(CAROL)],
  ['no seller fee', 'seller_fee_paid', 'null'],
  ['a seller fee that is no coin', 'seller_fee_paid', '{"denom":"uregen","amount":"1.5"}'],
  ['what is no JSON', 'seller', '{'],
])('a purchase with %s tells no price', (_, name, value) => {
  const events = buy(ALICE, BOB, '2.5', false).map(({ type, attributes }) => ({
    type,
    attributes: type.endsWith('EventBuyDirect')
      ? attributes.map(attribute => (attribute.key === name ? { ...attribute, value } : attribute))
      : attributes,
  }))
  expect(toTrades(within(events, 0))).toEqual([])
})

test('a transfer that cannot be read is none', () => {
  const [, ...rest] = buy(ALICE, BOB, '2.5', false)
  const transfer = typed('ecocredit.v1.EventTransfer', {
    sender: ALICE,
    recipient: BOB,
    batch_denom: 'C01-001-20200101-20210101-001',
    tradable_amount: 'many',
    retired_amount: '0',
  })
  expect(toTrades(within([transfer, ...rest], 0))).toEqual([])
})

test('a transfer stands for one purchase only', () => {
  const events = within([...buy(ALICE, BOB, '2.5', false), ...buy(ALICE, BOB, '2.5', false).slice(1)], 0)
  expect(toTrades(events)).toHaveLength(1)
  expect(toTrades(events)).toEqual(tradesIn(events))
})
