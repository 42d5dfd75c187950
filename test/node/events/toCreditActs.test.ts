import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MODULE_ACCOUNTS } from '../../../src/messages/keeper/moduleAccounts.ts'
import type { AbciEvent } from '../../../src/node/events/abciEvent.ts'
import { toCreditActs } from '../../../src/node/events/credits/toCreditActs.ts'
import { decodeEvents } from '../../../src/node/events/decodeEvents.ts'
import { formatCredits } from '../../../src/primitives/credits.ts'
import { holds } from '../../support/arbitraries.ts'
import { recordedTx, recordedTxs } from '../../support/recordings.ts'
import {
  ALICE,
  BATCH,
  BOB,
  bridge,
  buy,
  CAROL,
  cancel,
  issueMore,
  issueNew,
  mint,
  put,
  retire,
  send,
  take,
  transfer,
  typed,
  within,
} from './emit.ts'

const read = (events: readonly AbciEvent[]) => toCreditActs(decodeEvents(events))

const SHORT = new Map<string, string>([
  [ALICE, 'Alice'],
  [BOB, 'Bob'],
  [CAROL, 'Carol'],
  [MODULE_ACCOUNTS['ecocredit-basket'], 'baskets'],
])

/** 'Alice tradable → Bob retired 2', one a movement, by act. */
const tell = (events: readonly AbciEvent[]) =>
  read(events).acts.map(({ kind, movements }) => {
    const side = (holding: (typeof movements)[number]['from']) =>
      holding === null
        ? 'nobody'
        : 'basket' in holding
          ? holding.basket
          : `${SHORT.get(holding.account) ?? holding.account} ${holding.state}`
    return `${kind}: ${movements.map(({ from, to, amount }) => `${side(from)} → ${side(to)} ${formatCredits(amount)}`).join(', ') || 'nothing'}`
  })

const problems = (events: readonly AbciEvent[]) => read(events).oddities.map(({ problem }) => problem)

test('every recorded event about credits has its place in one act', () => {
  const recorded = recordedTxs().flatMap(({ tx }) => (tx ? [read(tx.tx_result.events)] : []))
  expect(recorded.flatMap(({ oddities }) => oddities)).toEqual([])
  const kinds = recorded.flatMap(({ acts }) => acts.map(({ kind }) => kind))
  expect(
    Object.fromEntries([...new Set(kinds)].map(kind => [kind, kinds.filter(k => k === kind).length])),
  ).toEqual({
    issue: 8,
    transfer: 5,
    buy: 15,
    retire: 5,
    cancel: 1,
    put: 1,
    take: 2,
  })
})

test('a purchase knows its payments, the fee pool and its burn among them', () => {
  const events = recordedTx('buy two orders with fees, same order twice').tx?.tx_result.events ?? []
  const payments = read(events).acts.map(act =>
    act.kind === 'buy' ? act.filled.payments.map(({ coins }) => coins.map(({ amount }) => amount)) : [],
  )
  expect(payments).toEqual([
    [[29_999n], [29_999n], [979_999n]],
    [[20_999n], [20_999n], [685_999n]],
  ])
})

test('the amount "2.500000" is 2.5', () => {
  expect(tell(within([retire(ALICE, '2.500000')], 0))).toEqual(['retire: Alice tradable → Alice retired 2.5'])
})

describe('what was not recorded', () => {
  test('more of a batch, retired only: a mint without a transfer', () => {
    expect(tell(issueMore(ALICE, '', '5'))).toEqual(['issue: nobody → Alice retired 5'])
    expect(problems(issueMore(ALICE, '', '5'))).toEqual([])
  })

  test('issued of nothing: no transfer in an open batch, one in a new batch', () => {
    expect(tell(issueMore(ALICE, '0', '0'))).toEqual([])
    expect(tell(issueNew(ALICE, '0', '0'))).toEqual(['issue: nothing'])
  })

  test('the same recipient twice with the same amounts', () => {
    const events = [...issueNew(ALICE, '1', '2'), ...issueNew(ALICE, '1', '2')]
    expect(tell(events)).toEqual(Array(2).fill('issue: nobody → Alice tradable 1, nobody → Alice retired 2'))
    expect(problems(events)).toEqual([])
  })

  test('a bridge cancels all first, then names each', () => {
    const events = [
      cancel(ALICE, '1'),
      cancel(ALICE, '1'),
      cancel(ALICE, '2'),
      bridge(ALICE, '1'),
      bridge(ALICE, '1.0'),
    ]
    expect(read(events).acts.map(act => act.kind === 'cancel' && act.bridgedTo)).toEqual([
      'polygon',
      'polygon',
      null,
    ])
    expect(problems(events)).toEqual([])
  })

  test('basket take of several batches, retired', () => {
    expect(tell(take(ALICE, ['1.25', '0.5'], true))).toEqual([
      'take: eco.uC.NCT → Alice retired 1.25',
      'take: eco.uC.NCT → Alice retired 0.5',
    ])
  })

  test('a send to the account of the baskets is a send, not a put', () => {
    expect(tell(send(ALICE, MODULE_ACCOUNTS['ecocredit-basket'], '1', ''))).toEqual([
      'transfer: Alice tradable → baskets tradable 1',
    ])
  })

  test('a group that retires, then buys to retire as much: two retirements, told apart', () => {
    expect(tell([retire(ALICE, '1'), ...buy(BOB, ALICE, '1', true)])).toEqual([
      'retire: Alice tradable → Alice retired 1',
      'buy: Bob escrowed → Alice retired 1',
    ])
  })

  test('messages inside authz are read one by one', () => {
    const events = [
      ...within([retire(BOB, '2')], 0, [0]),
      ...within([transfer(ALICE, BOB, '0', '2')], 0, [1]),
    ]
    expect(tell(events)).toEqual([
      'retire: Bob tradable → Bob retired 2',
      'transfer: Alice tradable → Bob retired 2',
    ])
    expect(problems(events)).toEqual(['it names retired credits, but no retirement of them stands beside it'])
  })
})

describe('events that do not fit are listed', () => {
  test.each([
    ['a purchase without its transfer', buy(BOB, ALICE, '1', false).slice(1)],
    [
      'a purchase after the transfer of others',
      [transfer(CAROL, ALICE, '1', '0'), ...buy(BOB, ALICE, '1', false).slice(1)],
    ],
    [
      'a purchase without its retirement',
      buy(BOB, ALICE, '1', true).filter(({ type }) => !type.endsWith('Retire')),
    ],
    ['a send without its retirement', send(ALICE, BOB, '1', '2').slice(1)],
    ['a send with another retirement', [retire(BOB, '3'), transfer(ALICE, BOB, '1', '2')]],
    ['a put without a transfer', put(ALICE, ['1', '2']).slice(1)],
    [
      'a put of another amount',
      [transfer(ALICE, MODULE_ACCOUNTS['ecocredit-basket'], '9', ''), ...put(ALICE, ['1']).slice(1)],
    ],
    ['a take that nobody closes', take(ALICE, ['1'], false).slice(0, 1)],
    ['an issuance without a mint', issueNew(ALICE, '1', '').slice(1)],
    ['a mint without an issuance', [mint('1', '0')]],
    ['a mint of retired credits without their retirement', [mint('0', '1')]],
    ['a bridge without a cancellation', [cancel(ALICE, '2'), bridge(ALICE, '1')]],
    [
      'a purchase without its fees',
      [
        transfer(BOB, ALICE, '1', '0'),
        typed('ecocredit.marketplace.v1.EventBuyDirect', {
          sell_order_id: '7',
          seller: BOB,
          seller_fee_paid: null,
          buyer: ALICE,
          buyer_fee_paid: null,
        }),
      ],
    ],
  ])('%s', (_, events) => {
    expect(problems(events)).toHaveLength(1)
  })
})

type Case = { readonly events: readonly AbciEvent[]; readonly acts: readonly string[] }

const amount = fc.constantFrom('1', '2', '0.5')
const none = fc.constantFrom('0', '')
const from = (name: string, to: string, state: string, amount: string) =>
  Number(amount || '0') > 0 ? [`${name} → ${to} ${state} ${amount}`] : []
const moved = (kind: string, ...parts: string[][]) => `${kind}: ${parts.flat().join(', ') || 'nothing'}`

/** Each message that moves credits, with what it is to be read as. One account does it all, as a group would. */
const anyMessage: fc.Arbitrary<Case> = fc.oneof(
  fc.tuple(fc.oneof(amount, none), fc.oneof(amount, none)).map(([t, r]) => ({
    events: send(ALICE, BOB, t, r),
    acts: [
      moved(
        'transfer',
        from('Alice tradable', 'Bob', 'tradable', t),
        from('Alice tradable', 'Bob', 'retired', r),
      ),
    ],
  })),
  fc.tuple(fc.oneof(amount, none), fc.oneof(amount, none)).map(([t, r]) => ({
    events: issueNew(ALICE, t, r),
    acts: [moved('issue', from('nobody', 'Alice', 'tradable', t), from('nobody', 'Alice', 'retired', r))],
  })),
  fc.tuple(fc.oneof(amount, none), fc.oneof(amount, none)).map(([t, r]) => ({
    events: issueMore(ALICE, t, r),
    acts: [
      moved('issue', from('nobody', 'Alice', 'tradable', t), from('nobody', 'Alice', 'retired', r)),
    ].filter(act => act !== 'issue: nothing'),
  })),
  amount.map(a => ({
    events: [retire(ALICE, a)],
    acts: [moved('retire', from('Alice tradable', 'Alice', 'retired', a))],
  })),
  amount.map(a => ({ events: [cancel(ALICE, a)], acts: [`cancel: Alice tradable → nobody ${a}`] })),
  fc.tuple(amount, fc.boolean()).map(([a, retires]) => ({
    events: buy(CAROL, ALICE, a, retires),
    acts: [moved('buy', from('Carol escrowed', 'Alice', retires ? 'retired' : 'tradable', a))],
  })),
  fc.array(amount, { minLength: 1, maxLength: 3 }).map(amounts => ({
    events: put(ALICE, amounts),
    acts: amounts.map(a => `put: Alice tradable → eco.uC.NCT ${a}`),
  })),
  fc.tuple(fc.array(amount, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([amounts, retires]) => ({
    events: take(ALICE, amounts, retires),
    acts: amounts.map(a => moved('take', from('eco.uC.NCT', 'Alice', retires ? 'retired' : 'tradable', a))),
  })),
)

test('messages that a group runs leave no mark, and are told apart all the same, in any order', () => {
  holds(fc.array(anyMessage, { maxLength: 8 }), messages => {
    const events = within(
      messages.flatMap(({ events }) => events),
      0,
    )
    expect(tell(events)).toEqual(messages.flatMap(({ acts }) => acts))
    expect(problems(events)).toEqual([])
  })
})

test('an act names the batch and where its event stands', () => {
  const [act] = read(within(send(ALICE, BOB, '1', '2'), 3, [1])).acts
  expect(act).toMatchObject({
    batchDenom: BATCH,
    msgIndex: 3,
    authzMsgIndex: 1,
    path: [1],
    position: 1,
    retirement: { jurisdiction: 'US-WA', reason: `by ${BOB}` },
  })
})
