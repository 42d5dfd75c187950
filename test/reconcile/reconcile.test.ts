import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import type { Message } from '../../src/messages/message.ts'
import type { AbciEvent } from '../../src/node/events/abciEvent.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import type { LedgerSnapshot } from '../../src/preview/snapshot.ts'
import { compareInOrder } from '../../src/reconcile/compare.ts'
import { gapSentence, lineSentence } from '../../src/reconcile/lineSentence.ts'
import { reconcile } from '../../src/reconcile/reconcile.ts'
import { known, outside, previewOf, reasons, short, step, steps } from '../client/steps.ts'
import { ALICE, BATCH, BOB, CAROL, pay, retire, within } from '../node/events/emit.ts'
import { holds } from '../support/arbitraries.ts'
import { stateAtEnd } from '../support/replay.ts'

describe('recorded transactions', () => {
  test('every successful transaction of catalog messages: no difference', () => {
    const found = known.map(({ preview, result }) => reconcile(preview, result))
    const lines = found.flatMap(({ lines }) => lines)
    const count = (verdict: string) => lines.filter(line => line.verdict === verdict).length
    expect(found.flatMap(({ differences }) => differences.map(lineSentence))).toEqual([])
    expect([known.length, lines.length, count('equal'), count('not visible')]).toEqual([74, 557, 543, 14])
  })

  test('67 are exact; those that are not say why', () => {
    const found = known.map(({ tx, preview, result }) => ({ tx, ...reconcile(preview, result) }))
    expect(found.filter(({ status }) => status === 'exact')).toHaveLength(67)
    const partial = found.filter(({ status }) => status !== 'exact')
    expect(partial.map(one => `${one.tx.name}: ${one.status}, ${reasons(one).join()}`)).toEqual([
      'sell five orders: partial, ESCROW_WITHOUT_AMOUNT',
      'sell USS01 and C01-002: partial, ESCROW_WITHOUT_AMOUNT',
      'sell C02: partial, ESCROW_WITHOUT_AMOUNT',
      'update order: quantity and price: partial, ESCROW_WITHOUT_AMOUNT',
      'cancel order: partial, ESCROW_WITHOUT_AMOUNT',
      'amino JSON sell with expiration: partial, ESCROW_WITHOUT_AMOUNT',
      'sell two tiny orders: partial, ESCROW_WITHOUT_AMOUNT',
    ])
  })

  test('a purchase, line by line', () => {
    const { preview, result } = step('buy 1 at 33: pays one unit less than it must hold')
    expect(reconcile(preview, result).lines.map(short)).toEqual([
      'gas equal',
      'message equal',
      'coins equal',
      'balance equal',
      'balance equal',
      'coins equal',
      'coins equal',
      'coins equal',
      'balance equal',
      'balance equal',
      'credits equal',
      'purchase equal',
    ])
  })

  test('messages outside of the catalog are not reconciled, with what was seen of them', () => {
    expect(outside.map(({ tx }) => tx.name)).toEqual([
      'create validator-b',
      'create validator-c',
      'create validator-d',
    ])
    for (const { preview, result } of outside) {
      const found = reconcile(preview, result)
      expect([found.status, reasons(found), found.differences]).toEqual(['partial', ['MESSAGE_UNKNOWN'], []])
    }
    const { preview, result } = step('create validator-b')
    expect(
      reconcile(preview, result).notReconciled[0]?.seen.map(({ subject, seen }) => [subject, seen]),
    ).toEqual([
      ['balance', { account: BOB, denom: 'uregen', change: '-1000000' }],
      ['balance', { account: MODULE_ACCOUNTS.not_bonded_tokens_pool, denom: 'uregen', change: '1000000' }],
    ])
  })

  test('a failed transaction is reported as such, and only its gas is compared', () => {
    const failed = steps.filter(({ result }) => result.code !== 0)
    expect(failed).toHaveLength(25)
    const found = failed.map(({ tx, preview, result }) => ({ tx, ...reconcile(preview, result) }))
    for (const { status, failure, lines } of found) {
      expect([status, failure === null]).toEqual(['failed', false])
      expect(lines.every(({ index }) => index === null)).toBe(true)
    }
    expect(found.filter(one => reasons(one).includes('NOT_IN_BLOCK'))).toHaveLength(7)
    // It paid for more gas than its limit at the price of the node; everything else paid what was quoted.
    expect(found.flatMap(({ tx, differences }) => differences.map(line => [tx.name, short(line)]))).toEqual([
      ['out of gas in the block (fails)', 'gas different amount'],
    ])
  })

  test('inside authz, and what a group runs at once', () => {
    for (const name of ['authz exec retire', 'group proposal executed at once: retire']) {
      const { preview, result } = step(name)
      const { status, lines } = reconcile(preview, result)
      expect(status).toBe('exact')
      expect(lines.filter(({ subject }) => subject === 'credits')).toMatchObject([
        { index: 0, path: [0], verdict: 'equal', expected: { kind: 'retire' } },
      ])
    }
  })

  test('gas that another account paid than the preview says is a difference', () => {
    const { preview, result } = step('retire')
    const { gas } = preview.live
    if (gas === null) throw new Error('no gas')
    const of = (payer: string | null) =>
      reconcile({ ...preview, live: { ...preview.live, gas: { ...gas, payer } } }, result)
    expect(of(CAROL).differences.map(short)).toEqual(['gas different payer'])
    expect([of(BOB).status, of(null).status]).toEqual(['exact', 'exact'])
  })

  test('without a gas limit in the preview, the gas is not reconciled', () => {
    const { tx, before, preview, result } = step('retire')
    const found = reconcile({ ...preview, live: { ...preview.live, gas: null } }, result)
    expect([found.status, reasons(found)]).toEqual(['partial', ['GAS_NOT_PREVIEWED']])
    expect(found.notReconciled[0]?.seen).toMatchObject([
      { subject: 'gas', seen: { amount: '20000', payer: BOB } },
    ])
    const free = previewOf(tx, { ...before, gasPrices: [{ denom: 'uregen', amount: { num: 0n, den: 1n } }] })
    expect(reconcile(free, result).differences.map(short)).toEqual(['gas unexpected'])
    const unpaid = result.events.slice(3).map(event =>
      event.type === 'tx'
        ? {
            ...event,
            attributes: event.attributes.map(one => (one.key === 'fee' ? { ...one, value: '' } : one)),
          }
        : event,
    )
    expect(reconcile(free, { ...result, events: unpaid }).status).toBe('exact')
    expect(reasons(reconcile(previewOf(tx, { ...before, gasPrices: 'unknown' }), result))).toEqual([
      'GAS_PRICE_UNKNOWN',
    ])
  })
})

describe('what the preview does not know is not reconciled, and nothing of it is taken as equal', () => {
  const without = (...tables: readonly string[]) => ({
    complete: stateAtEnd().complete.filter(table => !tables.includes(table)),
  })
  const found = (name: string, change: (before: LedgerSnapshot) => Partial<LedgerSnapshot>) => {
    const { tx, before, result } = step(name)
    return reconcile(previewOf(tx, { ...before, ...change(before) }), result)
  }
  const SMALL = 'buy 1 at 33: pays one unit less than it must hold'

  test('the marketplace fee rates: coins and fees are open, credits and order are compared', () => {
    const { status, notReconciled, lines, differences } = found(SMALL, ({ settings }) => ({
      settings: { ...settings, feeParams: 'unknown' },
    }))
    expect([status, differences]).toEqual(['partial', []])
    expect(notReconciled.map(({ reason, seen }) => [reason, seen.map(({ subject }) => subject)])).toEqual([
      ['FEE_PARAMS_UNKNOWN', ['coins', 'coins', 'coins', 'balance', 'balance']],
    ])
    expect(lines.filter(({ subject }) => subject === 'purchase')).toMatchObject([
      { verdict: 'equal', expected: { order: '11', buyer: BOB, denom: 'uregen' } },
    ])
  })

  test.each([
    [
      'the creation fee',
      'create class C01',
      'CREATION_FEE_UNKNOWN',
      ({ settings }: LedgerSnapshot) => ({ settings: { ...settings, classFee: 'unknown' as const } }),
    ],
    ['the sell order', SMALL, 'STATE_UNKNOWN', () => ({ ...without('sellOrders'), sellOrders: [] })],
    ['the basket, of a put', 'basket put', 'STATE_UNKNOWN', () => ({ ...without('baskets'), baskets: [] })],
    [
      'the basket, of a take',
      'basket take tradable',
      'STATE_UNKNOWN',
      () => ({ ...without('baskets'), baskets: [] }),
    ],
    [
      'the content of the basket',
      'basket take tradable',
      'STATE_UNKNOWN',
      ({ baskets }: LedgerSnapshot) => ({ baskets: baskets.map(basket => ({ ...basket, balances: null })) }),
    ],
    ['the batch', 'retire', 'STATE_UNKNOWN', () => ({ ...without('batches'), batches: [] })],
    ['the number of a new batch', 'create batch C02', 'BATCH_UNNUMBERED', () => without('batches')],
  ] as const)('%s', (_, name, reason, change) => {
    const { status, notReconciled, differences } = found(name, change)
    expect(differences.map(lineSentence)).toEqual([])
    expect([status, notReconciled.map(({ reason }) => reason)]).toEqual(['partial', [reason]])
    expect(notReconciled[0]?.seen.length).toBeGreaterThan(0)
  })

  test('balances: they are needed for warnings only, so everything is compared', () => {
    const change = () => ({
      ...without('coinBalances', 'creditBalances'),
      coinBalances: [],
      creditBalances: [],
    })
    expect(found(SMALL, change).status).toBe('exact')
  })

  test('what was foreseen and did not happen is a difference all the same', () => {
    const { tx, before, result } = step('buy from two orders')
    const { sellOrders } = before
    const preview = previewOf(tx, {
      ...before,
      complete: before.complete.filter(table => table !== 'sellOrders'),
      sellOrders: sellOrders.filter(({ id }) => id !== '9'),
    })
    const events = result.events.filter(({ type }) => !type.endsWith('EventTransfer'))
    expect(reconcile(preview, result).status).toBe('partial')
    expect(reconcile(preview, { ...result, events }).differences.map(short)).toContain('credits missing')
  })
})

describe('two lists', () => {
  const items = (amounts: readonly number[]) =>
    amounts.map(amount => ({
      facts: { to: BOB, amount: String(amount) },
      index: 0,
      path: [],
      position: null,
    }))
  const anyList = fc.array(fc.nat(5), { maxLength: 12 })

  test('each thing that was expected, and each that was seen, is in one line', () => {
    holds(anyList, anyList, (expected, seen) => {
      const lines = compareInOrder('coins', items(expected), items(seen))
      const amounts = (side: 'expected' | 'seen') =>
        lines.flatMap(line => line[side]?.['amount'] ?? []).sort()
      expect(amounts('expected')).toEqual(expected.map(String).sort())
      expect(amounts('seen')).toEqual(seen.map(String).sort())
      for (const { verdict, expected, seen } of lines)
        expect(verdict === 'equal' || verdict === 'out of order').toBe(
          expected !== null && seen !== null && expected['amount'] === seen['amount'],
        )
    })
  })

  test('all is equal only if the lists are', () => {
    holds(anyList, anyList, (expected, seen) => {
      const lines = compareInOrder('coins', items(expected), items(seen))
      expect(lines.every(({ verdict }) => verdict === 'equal')).toBe(expected.join() === seen.join())
    })
  })

  test('of lists of thousands that have nothing in common, not each is held against each', () => {
    let looks = 0
    const counted = (odd: number) =>
      items(Array.from({ length: 6000 }, (_, i) => 2 * i + odd)).map(item => ({
        ...item,
        facts: {
          ...item.facts,
          get amount() {
            looks++
            return item.facts.amount
          },
        },
      }))
    expect(compareInOrder('coins', counted(0), counted(1))).toHaveLength(12_000)
    expect(looks).toBeLessThan(20_000)
  })
})

describe('messages inside messages', () => {
  const retirement = (owner: string, amount: string) => ({
    typeUrl: '/regen.ecocredit.v1.MsgRetire',
    value: { owner, credits: [{ batchDenom: BATCH, amount }], jurisdiction: 'US-WA', reason: '' },
  })
  const exec = (...msgs: readonly Message[]): Message => ({
    typeUrl: '/cosmos.authz.v1beta1.MsgExec',
    value: { grantee: CAROL, msgs },
  })
  const group = (...messages: readonly Message[]): Message => ({
    typeUrl: '/cosmos.group.v1.MsgSubmitProposal',
    value: { groupPolicyAddress: ALICE, proposers: [CAROL], messages, exec: 1 },
  })
  const contract: Message = { typeUrl: '/cosmwasm.wasm.v1.MsgExecuteContract', value: new Uint8Array(3) }

  /** Messages, previewed at the end of the recordings, and the events they had. */
  const ran = (messages: readonly Message[], ...events: readonly (readonly AbciEvent[])[]) => {
    const preview = previewFees({ messages, snapshot: stateAtEnd(), gasLimit: 800_000n })
    const actions = messages.map(({ typeUrl }, index) => ({
      type: 'message',
      attributes: [
        { key: 'action', value: typeUrl },
        { key: 'sender', value: CAROL },
        { key: 'msg_index', value: String(index) },
      ],
    }))
    const gas = {
      type: 'tx',
      attributes: [
        { key: 'fee', value: '20000uregen' },
        { key: 'fee_payer', value: CAROL },
      ],
    }
    const ante = [...pay(CAROL, MODULE_ACCOUNTS.fee_collector, '20000uregen'), gas]
    return reconcile(preview, {
      code: 0,
      codespace: '',
      log: '',
      events: [...ante, ...actions, ...events.flat()],
    })
  }

  test('authz inside authz: each MsgExec leaves its mark', () => {
    const messages = [exec(exec(retirement(ALICE, '1')), retirement(BOB, '2'))]
    const events = [within([retire(ALICE, '1')], 0, [0, 0]), within([retire(BOB, '2')], 0, [1])]
    const found = ran(messages, ...events)
    expect(found.status).toBe('exact')
    expect(found.lines.filter(({ subject }) => subject === 'credits').map(({ path }) => path)).toEqual([
      [0, 0],
      [1],
    ])
    expect(
      ran(messages, within([retire(ALICE, '1')], 0, [0, 1]), ...events.slice(1)).differences.map(short),
    ).toEqual(['credits missing', 'credits unexpected'])
  })

  test('a group inside authz, and authz inside a group: the group leaves no mark', () => {
    expect(ran([exec(group(retirement(ALICE, '1')))], within([retire(ALICE, '1')], 0, [0])).status).toBe(
      'exact',
    )
    expect(ran([group(exec(retirement(ALICE, '1')))], within([retire(ALICE, '1')], 0, [0])).status).toBe(
      'exact',
    )
  })

  test('a group that runs several: in their order, each with its own path', () => {
    const messages = [group(retirement(ALICE, '1'), retirement(ALICE, '2'))]
    const found = ran(messages, within([retire(ALICE, '1'), retire(ALICE, '2')], 0))
    expect(found.lines.filter(({ subject }) => subject === 'credits').map(({ path }) => path)).toEqual([
      [0],
      [1],
    ])
    const swapped = ran(messages, within([retire(ALICE, '2'), retire(ALICE, '1')], 0))
    expect(swapped.differences.map(short)).toEqual(['credits out of order'])
  })

  test('a message outside of the catalog, at the top: all that happened in it is listed', () => {
    const found = ran([contract], within(pay(CAROL, BOB, '5uregen'), 0), within([retire(CAROL, '1')], 0, [0]))
    expect([found.status, found.differences]).toEqual(['partial', []])
    expect(found.notReconciled.flatMap(({ seen }) => seen.map(({ subject }) => subject)).sort()).toEqual([
      'balance',
      'balance',
      'coins',
      'credits',
    ])
  })

  test('one inside a group: what was foreseen is compared, what was not is listed', () => {
    const messages = [group(retirement(ALICE, '1'), contract)]
    const more = within([retire(ALICE, '1'), ...pay(ALICE, BOB, '5uregen')], 0)
    const found = ran(messages, more)
    expect([found.status, reasons(found), found.differences]).toEqual(['partial', ['MESSAGE_UNKNOWN'], []])
    expect(found.notReconciled).toMatchObject([{ index: 0, path: [1], typeUrl: contract.typeUrl }])
    expect(ran(messages, more.slice(1)).differences.map(short)).toEqual(['credits missing'])
  })

  test('one inside authz says nothing about its neighbours', () => {
    const messages = [exec(contract, retirement(ALICE, '1'))]
    const others = within(pay(ALICE, BOB, '5uregen'), 0, [1])
    const found = ran(messages, within([retire(ALICE, '1')], 0, [1]), others)
    expect(found.differences.map(short)).toEqual([
      'coins unexpected',
      'balance unexpected',
      'balance unexpected',
    ])
  })
})

test('lines and gaps in words', () => {
  const { preview, result } = step('buy 0.5 at 32')
  const events = result.events.filter(({ type }) => type !== 'burn')
  const { lines, differences } = reconcile(preview, { ...result, events })
  expect([...lines.slice(0, 3), ...differences].map(lineSentence)).toMatchInlineSnapshot(`
    [
      "Transaction, gas: denom uregen, amount 20000, payer regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg, as expected.",
      "Message 0, message: typeUrl /regen.ecocredit.marketplace.v1.MsgBuyDirect, signer regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg, as expected.",
      "Transaction, coins: from regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg, to regen17xpfvakm2amg962yls6f84z3kell8c5l0mguae, denom uregen, amount 20000, as expected.",
      "Message 0, coins: expected from regen1h9u8kdj7za4f9d252yq8082qgxcdn8g2mj2kk6, to nobody, denom uregen, amount 2, not seen.",
    ]
  `)
  const sold = step('sell C02')
  const { notReconciled, lines: sale } = reconcile(sold.preview, sold.result)
  expect([...notReconciled.map(gapSentence), ...sale.slice(-1).map(lineSentence)]).toMatchInlineSnapshot(`
    [
      "Message 0 (/regen.ecocredit.marketplace.v1.MsgSell): not compared, because events of sell orders tell neither batch nor amount.",
      "Message 0, escrow: kind sell, from tradable regen1tvsku872hqxvdev56jv5mg8q4fe8re9gjqd3ca, to escrowed regen1tvsku872hqxvdev56jv5mg8q4fe8re9gjqd3ca, batchDenom C02-001-20210102-20211207-001, amount 100.5, of which the events do not tell the amount.",
    ]
  `)
})
