import { describe, expect, test } from 'vitest'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import type { AbciEvent } from '../../src/node/events/abciEvent.ts'
import { reconcile } from '../../src/reconcile/reconcile.ts'
import { known, reasons, short, step } from '../client/steps.ts'
import { ALICE, BOB, CAROL, mint, pay, retire, transfer, typed, within } from '../node/events/emit.ts'

type Change = (events: readonly AbciEvent[]) => readonly AbciEvent[]

/** The n-th event of a type among those of messages, changed. */
const edit =
  (type: string, changes: { readonly [key: string]: string }, nth = 0): Change =>
  events => {
    const target = ofMessages(events).filter(event => event.type.endsWith(type))[nth]
    if (target === undefined) throw new Error(`there is no event ${type} ${nth}`)
    return events.map(event =>
      event === target
        ? {
            ...event,
            attributes: event.attributes.map(({ key, value }) => ({ key, value: changes[key] ?? value })),
          }
        : event,
    )
  }

const remove =
  (type: string, nth = 0): Change =>
  events => {
    const target = ofMessages(events).filter(event => event.type.endsWith(type))[nth]
    if (target === undefined) throw new Error(`there is no event ${type} ${nth}`)
    return events.filter(event => event !== target)
  }

const append =
  (added: readonly AbciEvent[], msgIndex = 0, path: readonly number[] = []): Change =>
  events => [...events, ...within(added, msgIndex, path)]

const all =
  (...changes: readonly Change[]): Change =>
  events =>
    changes.reduce((changed, change) => change(changed), events)

const ofMessages = (events: readonly AbciEvent[]) =>
  events.filter(({ attributes }) => attributes.some(({ key }) => key === 'msg_index'))

/** The events of the orders of a purchase, the last order first. */
const swapOrders: Change = events => {
  const start = events.findIndex(({ type }) => type.endsWith('EventTransfer'))
  const end = events.findIndex(({ type }) => type.endsWith('EventBuyDirect')) + 1
  return [...events.slice(0, start), ...events.slice(end), ...events.slice(start, end)]
}

/** The first attributes of ante events, which no message index marks. */
const editAnte =
  (type: string, key: string, value: string): Change =>
  events => {
    const target = events.find(
      event => event.type === type && event.attributes.some(attribute => attribute.key === key),
    )
    return events.map(event =>
      event === target
        ? { ...event, attributes: event.attributes.map(one => (one.key === key ? { key, value } : one)) }
        : event,
    )
  }

const USDC = 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653'
const SMALL = 'buy 1 at 33: pays one unit less than it must hold'
const TWO = 'buy from two orders'

/** A recording altered on purpose, and what is found. */
const ALTERED: readonly (readonly [string, string, Change, readonly string[]])[] = [
  [
    'the seller gets one more',
    SMALL,
    edit('transfer', { amount: '32uregen' }, 1),
    ['coins different amount'],
  ],
  [
    'the seller gets one less',
    SMALL,
    edit('transfer', { amount: '30uregen' }, 1),
    ['coins different amount'],
  ],
  ['somebody else is paid', SMALL, edit('transfer', { recipient: CAROL }, 1), ['coins different to']],
  ['somebody else pays', SMALL, edit('transfer', { sender: CAROL }, 1), ['coins different from']],
  ['paid in another denom', SMALL, edit('transfer', { amount: `31${USDC}` }, 1), ['coins different denom']],
  ['nothing is paid', SMALL, edit('transfer', { amount: '' }, 1), ['coins missing']],
  ['a payment is missing', SMALL, remove('transfer', 1), ['coins missing']],
  ['the burn is missing', SMALL, remove('burn'), ['coins missing']],
  ['one more is burned', SMALL, edit('burn', { amount: '5uregen' }), ['coins different amount']],
  [
    'two payments in one event',
    SMALL,
    edit('transfer', { amount: `5${USDC},31uregen` }, 1),
    ['coins unexpected'],
  ],
  [
    'an extra transfer',
    SMALL,
    append(pay(BOB, CAROL, '1uregen')),
    ['coins unexpected', 'balance different change', 'balance unexpected'],
  ],
  [
    'coins leave without a transfer event',
    SMALL,
    append(pay(BOB, CAROL, '7uregen').slice(0, 2)),
    ['balance different change', 'balance unexpected'],
  ],
  [
    'the bank takes one more',
    SMALL,
    edit('coin_spent', { amount: '32uregen' }, 2),
    ['balance different change'],
  ],
  ['other credits', SMALL, edit('EventTransfer', { tradable_amount: '"2"' }), ['credits different amount']],
  [
    'credits of another batch',
    SMALL,
    edit('EventTransfer', { batch_denom: '"C01-001-20200101-20210101-002"' }),
    ['credits different batchDenom'],
  ],
  [
    'retired instead of tradable',
    SMALL,
    events => {
      const changed = edit('EventTransfer', { tradable_amount: '"0"', retired_amount: '"1"' })(events)
      const at = changed.findIndex(({ type }) => type.endsWith('EventTransfer')) + 1
      return [...changed.slice(0, at), ...within([retire(BOB, '1')], 0), ...changed.slice(at)]
    },
    ['credits different to'],
  ],
  [
    'tradable instead of retired',
    'buy and retire 1 C01 in USDC',
    all(remove('EventRetire'), edit('EventTransfer', { tradable_amount: '"1"', retired_amount: '"0"' })),
    ['credits different to'],
  ],
  [
    'the retirement of a purchase is missing',
    'buy and retire 1 C01 in USDC',
    remove('EventRetire'),
    ['event unexpected'],
  ],
  [
    'the event of the purchase is missing',
    SMALL,
    remove('EventBuyDirect'),
    ['credits different kind from', 'purchase missing'],
  ],
  [
    'the transfer of a purchase is missing',
    SMALL,
    remove('EventTransfer'),
    ['credits missing', 'event unexpected'],
  ],
  [
    'another buyer fee in the event',
    SMALL,
    edit('EventBuyDirect', { buyer_fee_paid: '{"denom":"uregen","amount":"4"}' }),
    ['purchase different buyerFee'],
  ],
  [
    'another seller fee in the event',
    SMALL,
    edit('EventBuyDirect', { seller_fee_paid: '{"denom":"uregen","amount":"0"}' }),
    ['purchase different sellerFee'],
  ],
  [
    'a fee in another denom in the event',
    SMALL,
    edit('EventBuyDirect', { seller_fee_paid: `{"denom":"${USDC}","amount":"1"}` }),
    ['purchase different denom'],
  ],
  ['another order', SMALL, edit('EventBuyDirect', { sell_order_id: '"12"' }), ['purchase different order']],
  [
    'the orders in another order',
    TWO,
    swapOrders,
    ['coins out of order', 'credits out of order', 'purchase out of order'],
  ],
  [
    'the second order did not happen',
    TWO,
    events => events.slice(0, events.findIndex(({ type }) => type.endsWith('EventBuyDirect')) + 1),
    ['coins missing', 'balance different change', 'balance missing', 'credits missing', 'purchase missing'],
  ],
  [
    'an event is not readable',
    SMALL,
    edit('EventTransfer', { tradable_amount: '1' }),
    ['credits missing', 'event unexpected', 'event unexpected'],
  ],
  [
    'all happened in another message',
    SMALL,
    events =>
      events.map(event =>
        event.type === 'message'
          ? event
          : {
              ...event,
              attributes: event.attributes.map(({ key, value }) => ({
                key,
                value: key === 'msg_index' ? '1' : value,
              })),
            },
      ),
    [
      ...Array<string>(3).fill('coins missing'),
      ...Array<string>(2).fill('balance missing'),
      'credits missing',
      'purchase missing',
      ...Array<string>(3).fill('coins unexpected'),
      ...Array<string>(2).fill('balance unexpected'),
      'credits unexpected',
      'purchase unexpected',
    ],
  ],
  [
    'a message of another type',
    'retire',
    edit('message', { action: '/regen.ecocredit.v1.MsgCancel' }),
    ['message different typeUrl'],
  ],
  ['another signer', 'retire', edit('message', { sender: CAROL }), ['message different signer']],
  [
    'another owner retires',
    'retire',
    edit('EventRetire', { owner: `"${CAROL}"` }),
    ['credits different from to'],
  ],
  ['more is retired', 'retire', edit('EventRetire', { amount: '"1.250001"' }), ['credits different amount']],
  ['nothing is retired', 'retire', remove('EventRetire'), ['credits missing']],
  ['it is retired twice', 'retire', append([retire(BOB, '1.25')]), ['credits unexpected']],
  [
    'it is cancelled instead',
    'retire',
    events => [
      ...remove('EventRetire')(events),
      ...within(
        [
          typed('ecocredit.v1.EventCancel', {
            owner: BOB,
            batch_denom: 'C01-001-20200101-20210101-001',
            amount: '1.25',
            reason: '',
          }),
        ],
        0,
      ),
    ],
    ['credits different kind to'],
  ],
  [
    'a send arrives elsewhere',
    'send tradable and retired',
    edit('EventTransfer', { recipient: `"${CAROL}"` }),
    ['credits different to', 'credits different to', 'credits unexpected', 'event unexpected'],
  ],
  [
    'the retirement of a send is missing',
    'send tradable and retired',
    remove('EventRetire'),
    ['event unexpected'],
  ],
  [
    'an issuance to somebody else',
    'create batch C02',
    edit('EventTransfer', { recipient: `"${CAROL}"` }),
    ['credits different to'],
  ],
  ['an issuance that no mint confirms', 'create batch C02', remove('EventMint'), ['event unexpected']],
  [
    'an issuance more',
    'create batch C02',
    append([mint('1', '0'), transfer(MODULE_ACCOUNTS.ecocredit, ALICE, '1', '0')]),
    ['credits unexpected'],
  ],
  [
    'another batch than foreseen',
    'amino JSON create batch',
    all(
      ...['EventMint', 'EventTransfer', 'EventCreateBatch'].map(type =>
        edit(type, { batch_denom: '"C02-001-20220101-20221231-003"' }),
      ),
    ),
    ['credits different batchDenom'],
  ],
  [
    'other credits in the event of a put',
    'basket put',
    edit('EventPut', { credits: '[{"batch_denom":"C01-001-20200101-20210101-001","amount":"1"}]' }),
    ['credits different kind to', 'event unexpected'],
  ],
  [
    'other tokens in the event of a put',
    'basket put',
    edit('EventPut', { amount: '"100123457"' }),
    ['event different amount'],
  ],
  ['tokens are not minted', 'basket put', remove('coinbase'), ['coins missing']],
  [
    'tokens of another basket in the event of a take',
    'basket take tradable',
    edit('EventTake', { basket_denom: '"eco.uC.ABC"' }),
    ['credits different from', 'event different denom'],
  ],
  [
    'a take that gives less',
    'basket take tradable',
    all(
      edit('EventTransfer', { tradable_amount: '"0.5"' }),
      edit('EventTake', { credits: '[{"batch_denom":"C01-001-20200101-20210101-001","amount":"0.5"}]' }),
    ),
    ['credits different amount'],
  ],
  [
    'another amount in the event of a burn',
    'burn regen',
    edit('EventBurnRegen', { amount: '"1"' }),
    ['event different amount'],
  ],
  ['the event of a burn is missing', 'burn regen', remove('EventBurnRegen'), ['event missing']],
  [
    'a lower class fee',
    'create class C01',
    all(edit('transfer', { amount: '1uregen' }), edit('burn', { amount: '1uregen' })),
    ['coins different amount', 'coins different amount'],
  ],
  [
    'another deposit',
    'gov submit: send from fee pool',
    edit('transfer', { amount: '2000000uregen' }),
    ['coins different amount'],
  ],
  ['one sale less', 'sell five orders', remove('EventSell', 4), ['escrow missing']],
  [
    'one sale more',
    'sell C02',
    append([typed('ecocredit.marketplace.v1.EventSell', { sell_order_id: '99' })]),
    ['escrow unexpected'],
  ],
  ['an order is not cancelled', 'cancel order', remove('EventCancelSellOrder'), ['escrow missing']],
  [
    'authz: another amount',
    'authz exec retire',
    edit('EventRetire', { amount: '"0.26"' }),
    ['credits different amount'],
  ],
  [
    'authz: in another message inside',
    'authz exec retire',
    edit('EventRetire', { authz_msg_index: '1' }),
    ['credits missing', 'credits unexpected'],
  ],
  [
    'a group: another amount',
    'group proposal executed at once: retire',
    edit('EventRetire', { amount: '"1.6"' }),
    ['credits different amount'],
  ],
  [
    'a group: the proposal was not executed',
    'group proposal executed at once: retire',
    remove('EventRetire'),
    ['credits missing'],
  ],
  [
    'another gas fee',
    'retire',
    editAnte('tx', 'fee', '20001uregen'),
    [
      'gas different amount',
      'coins different amount',
      'balance different change',
      'balance different change',
    ],
  ],
  [
    'gas in another denom',
    'retire',
    editAnte('tx', 'fee', `20000${USDC}`),
    ['gas different denom', 'coins different denom', 'balance different denom', 'balance different denom'],
  ],
  ['gas paid to somebody', 'retire', editAnte('transfer', 'recipient', CAROL), ['coins different to']],
  ['no gas fee', 'retire', events => events.slice(7), ['gas missing']],
  [
    'coins moved outside of all messages',
    'retire',
    events => [...pay(BOB, CAROL, '1uregen'), ...events],
    ['coins unexpected', 'balance different change', 'balance unexpected'],
  ],
]

describe('a recording altered on purpose', () => {
  test.each(ALTERED)('%s (%s)', (_, name, change, expected) => {
    const { preview, result } = step(name)
    const { status, differences } = reconcile(preview, { ...result, events: change(result.events) })
    expect(differences.map(short)).toEqual(expected)
    expect(status).toBe('different')
  })

  test('a difference names what was expected, what was seen, and where', () => {
    const { preview, result } = step(SMALL)
    const events = edit('transfer', { amount: '32uregen' }, 1)(result.events)
    const [line] = reconcile(preview, { ...result, events }).differences
    expect(line).toEqual({
      subject: 'coins',
      index: 0,
      path: [],
      verdict: 'different',
      differs: ['amount'],
      expected: { from: BOB, to: ALICE, denom: 'uregen', amount: '31' },
      seen: { from: BOB, to: ALICE, denom: 'uregen', amount: '32' },
      position: result.events.findLastIndex(({ type }) => type === 'transfer'),
    })
  })
})

describe('what differs only in its writing is equal', () => {
  const status = (name: string, change: Change) => {
    const { preview, result } = step(name)
    return reconcile(preview, { ...result, events: change(result.events) }).status
  }

  test('amounts are compared by value', () => {
    expect(status('retire', edit('EventRetire', { amount: '"1.250000"' }))).toBe('exact')
    expect(status('retire', edit('EventRetire', { amount: '"125e-2"' }))).toBe('exact')
    expect(status('burn regen', edit('EventBurnRegen', { amount: '"+1234567"' }))).toBe('exact')
  })

  test('addresses are compared by their bytes', () => {
    expect(status('retire', edit('EventRetire', { owner: `"${BOB.toUpperCase()}"` }))).toBe('exact')
  })

  test('an event of a later version of the chain is named, and not taken as equal', () => {
    const { preview, result } = step('retire')
    const events = append([typed('ecocredit.v1.EventCertificate', { id: '1' })])(result.events)
    const found = reconcile(preview, { ...result, events })
    expect([found.status, reasons(found), found.differences]).toEqual(['partial', ['EVENT_UNREAD'], []])
  })
})

/** Attributes that no line is about: what they say moves neither coins nor credits. */
const NOT_COMPARED = [
  'basket.v1.EventCreate basket_denom',
  'basket.v1.EventCreate curator',
  'marketplace.v1.EventCancelSellOrder sell_order_id',
  'marketplace.v1.EventSell sell_order_id',
  'marketplace.v1.EventUpdateSellOrder sell_order_id',
  'message module',
  'message sender',
  'v1.EventBridgeReceive amount',
  'v1.EventBridgeReceive batch_denom',
  'v1.EventBridgeReceive origin_tx',
  'v1.EventBridgeReceive project_id',
  'v1.EventBurnRegen reason',
  'v1.EventCancel reason',
  'v1.EventCreateBatch batch_denom',
  'v1.EventCreateBatch origin_tx',
  'v1.EventCreateClass class_id',
  'v1.EventCreateProject project_id',
  'v1.EventMintBatchCredits batch_denom',
  'v1.EventMintBatchCredits origin_tx',
  'v1.EventRetire jurisdiction',
  'v1.EventRetire reason',
  'v1.EventSealBatch batch_denom',
]

describe('every attribute of every event, altered one at a time', () => {
  /** The same attribute with another value of the same form. */
  const another = (value: string): string => {
    if (value.includes(ALICE)) return value.replaceAll(ALICE, CAROL)
    if (/regen1[0-9a-z]+/.test(value)) return value.replace(/regen1[0-9a-z]+/, ALICE)
    if (/"amount":"\d+/.test(value)) return value.replace(/"amount":"/, '"amount":"1')
    return value.replace(/\d|x$|$/, digit => (/\d/.test(digit) ? `${(Number(digit) + 1) % 10}` : 'y'))
  }

  /** An empty coin list, or no credits: whom it is about changes nothing. */
  const movesNothing = ({ type, attributes }: AbciEvent) =>
    attributes.some(({ key, value }) => key === 'amount' && value === '') ||
    (type.endsWith('EventTransfer') &&
      attributes.filter(({ key, value }) => key.endsWith('_amount') && value === '"0"').length === 2)

  test('the alteration is found, but for those that move nothing', () => {
    const unseen = new Set<string>()
    let altered = 0
    for (const { preview, result } of known) {
      const before = reconcile(preview, result)
      result.events.forEach((event, position) => {
        const isBank = /^(transfer|burn|coinbase|coin_spent|coin_received)$/.test(event.type)
        if (!isBank && event.type !== 'message' && !event.type.startsWith('regen.')) return
        event.attributes.forEach(({ key, value }, index) => {
          if (key === 'msg_index' || key === 'authz_msg_index') return
          if (movesNothing(event) && !/amount/.test(key)) return
          const changed = value.startsWith('"') ? `"${another(value.slice(1, -1))}"` : another(value)
          const attributes = event.attributes.with(index, { key, value: changed })
          const found = reconcile(preview, {
            ...result,
            events: result.events.with(position, { ...event, attributes }),
          })
          altered += 1
          const name = `${event.type.replace(/^regen\.(ecocredit\.)?/, '')} ${key}`
          const isFound =
            found.differences.length > 0 ||
            JSON.stringify(found.notReconciled) !== JSON.stringify(before.notReconciled)
          if (!isFound) unseen.add(name)
        })
      })
    }
    expect([...unseen].sort()).toEqual(NOT_COMPARED)
    expect(altered).toBe(1599)
  })
})
