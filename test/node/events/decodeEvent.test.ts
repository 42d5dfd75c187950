import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AbciEvent } from '../../../src/node/events/abciEvent.ts'
import { decodeEvent, isOddity, isRegenEvent } from '../../../src/node/events/decodeEvent.ts'
import { EVENTS } from '../../../src/node/events/eventTable.ts'
import {
  type AttributeReader,
  basketCredits,
  coin,
  credits,
  originTx,
  text,
  uint64,
  whole,
} from '../../../src/node/events/fieldReaders.ts'
import * as data from '../../../src/wire/generated/regen/data/v2/events.ts'
import * as basket from '../../../src/wire/generated/regen/ecocredit/basket/v1/events.ts'
import * as marketplace from '../../../src/wire/generated/regen/ecocredit/marketplace/v1/events.ts'
import * as ecocredit from '../../../src/wire/generated/regen/ecocredit/v1/events.ts'
import { holds } from '../../support/arbitraries.ts'
import { recordedTx, recordedTxs } from '../../support/recordings.ts'

const RETIRE = 'regen.ecocredit.v1.EventRetire'

const retirement = (changes: { readonly [key: string]: string } = {}): AbciEvent => ({
  type: RETIRE,
  attributes: Object.entries({
    amount: '"2.500000"',
    batch_denom: '"C01-001-20200101-20210101-001"',
    jurisdiction: '"KE"',
    owner: '"regen1h7lp8m8t25qauh0azly634putlmaxw0nvkmsqd"',
    reason: '""',
    msg_index: '0',
    ...changes,
  }).map(([key, value]) => ({ key, value })),
})

test('every event of the four packages is in the table, and nothing else', () => {
  const inPackage = (name: string, file: object) =>
    Object.entries(file).flatMap(([type, codec]) =>
      /^Event[A-Za-z]+$/.test(type) && typeof codec === 'object' && 'decode' in codec
        ? [`${name}.${type}`]
        : [],
    )
  expect(Object.keys(EVENTS).sort()).toEqual(
    [
      ...inPackage('regen.ecocredit.v1', ecocredit),
      ...inPackage('regen.ecocredit.marketplace.v1', marketplace),
      ...inPackage('regen.ecocredit.basket.v1', basket),
      ...inPackage('regen.data.v2', data),
    ].sort(),
  )
  expect(Object.keys(EVENTS)).toHaveLength(36)
})

test('every recorded event of Regen Ledger is read, whole', () => {
  const events = recordedTxs()
    .flatMap(({ tx }) => tx?.tx_result.events ?? [])
    .filter(isRegenEvent)
  const read = events.map(decodeEvent)
  expect(read).toHaveLength(102)
  expect(read.filter(isOddity)).toEqual([])
  expect(read.filter(event => !isOddity(event) && event.unread.length > 0)).toEqual([])
})

test('a recorded purchase: an id as bigint, coins inside, the message it belongs to', () => {
  const events = recordedTx('buy USDC 0.333333 with fees, auto retire').tx?.tx_result.events ?? []
  const position = events.findIndex(({ type }) => type.endsWith('EventBuyDirect'))
  expect(decodeEvent(events[position] as AbciEvent, position)).toEqual({
    type: 'regen.ecocredit.marketplace.v1.EventBuyDirect',
    fields: {
      sellOrderId: 2n,
      seller: 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x',
      sellerFeePaid: {
        denom: 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653',
        amount: '9999',
      },
      buyer: 'regen1h7lp8m8t25qauh0azly634putlmaxw0nvkmsqd',
      buyerFeePaid: {
        denom: 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653',
        amount: '4999',
      },
    },
    msgIndex: 0,
    authzMsgIndex: null,
    path: [],
    position,
    unread: [],
  })
})

test('nested messages: null is absent, an object has the names of the generated type', () => {
  const originOf = (name: string) =>
    (recordedTx(name).tx?.tx_result.events ?? [])
      .map(decodeEvent)
      .flatMap(event =>
        !isOddity(event) &&
        (event.type === 'regen.ecocredit.v1.EventCreateBatch' ||
          event.type === 'regen.ecocredit.v1.EventMintBatchCredits')
          ? [event.fields.originTx]
          : [],
      )
  expect(originOf('create batch, open, retired part')).toEqual([undefined])
  expect(originOf('mint batch credits')).toEqual([{ id: 'tx-1', source: 'verra', contract: '', note: 'n' }])
})

test('an event inside authz names the message inside; inside two, the outermost first', () => {
  const events = recordedTx('authz exec retire').tx?.tx_result.events ?? []
  const [retired] = events.map(decodeEvent).filter(event => event.type === RETIRE)
  expect(retired).toMatchObject({ msgIndex: 0, authzMsgIndex: 0, path: [0] })
  // Each MsgExec on the way out appends its own mark, so the innermost stands first.
  const { type, attributes } = retirement({ msg_index: '1' })
  const marked = [
    ...attributes.slice(0, -1),
    { key: 'authz_msg_index', value: '4' },
    { key: 'authz_msg_index', value: '2' },
    ...attributes.slice(-1),
  ]
  expect(decodeEvent({ type, attributes: marked }, 7)).toMatchObject({
    msgIndex: 1,
    authzMsgIndex: 2,
    path: [2, 4],
    position: 7,
  })
})

test('unused amounts can be "0" or empty', () => {
  const event = {
    type: 'regen.ecocredit.v1.EventTransfer',
    attributes: ['sender', 'recipient', 'batch_denom', 'tradable_amount', 'retired_amount'].map(key => ({
      key,
      value: '""',
    })),
  }
  expect(decodeEvent(event, 0)).toMatchObject({ fields: { tradableAmount: '', retiredAmount: '' } })
})

test.each([
  ['a value that is not JSON', { amount: '2.5.0' }, 'amount is not as expected: 2.5.0'],
  ['a text without its quotes', { owner: 'regen1abc' }, 'owner is not as expected: regen1abc'],
  ['a number for a text', { reason: '5' }, 'reason is not as expected: 5'],
  ['null for a text', { reason: 'null' }, 'reason is not as expected: null'],
  ['an amount that is none', { amount: '"lots"' }, 'amount is not as expected: "lots"'],
  ['an amount below zero', { amount: '"-1"' }, 'amount is not as expected: "-1"'],
  ['an amount with seven decimals', { amount: '"0.1234567"' }, 'amount is not as expected: "0.1234567"'],
])('%s makes an oddity that says so, not an event', (_, changes, problem) => {
  expect(decodeEvent(retirement(changes), 3)).toEqual({
    type: RETIRE,
    kind: 'malformed',
    problem,
    msgIndex: 0,
    authzMsgIndex: null,
    path: [],
    position: 3,
  })
})

test('a missing attribute, one given twice and an unknown event are oddities too', () => {
  const { type, attributes } = retirement()
  const without = attributes.filter(({ key }) => key !== 'owner')
  expect(decodeEvent({ type, attributes: without }, 0)).toMatchObject({
    kind: 'malformed',
    problem: 'owner is missing',
  })
  const twice = [...attributes, { key: 'owner', value: '"regen1other"' }]
  expect(decodeEvent({ type, attributes: twice }, 0)).toMatchObject({
    kind: 'malformed',
    problem: 'owner is given twice',
  })
  expect(decodeEvent({ type: 'regen.data.v1.EventAnchor', attributes: [] }, 0)).toMatchObject({
    kind: 'unknown',
    type: 'regen.data.v1.EventAnchor',
  })
  expect(decodeEvent({ type: 'regen.ecocredit.v1.toString', attributes: [] }, 0)).toMatchObject({
    kind: 'unknown',
  })
})

test('an attribute of a later version of the chain is named, not dropped', () => {
  expect(decodeEvent(retirement({ certificate: '"x"' }), 0)).toMatchObject({
    fields: { amount: '2.500000' },
    unread: ['certificate'],
  })
})

test('enums come as their names', () => {
  const event = (action: string) => ({
    type: 'regen.ecocredit.v1.EventUpdateApplication',
    attributes: Object.entries({
      project_id: '"C01-001"',
      class_id: '"C01"',
      action,
      new_application_metadata: '""',
    }).map(([key, value]) => ({ key, value })),
  })
  expect(decodeEvent(event('"ACTION_UPDATE"'), 0)).toMatchObject({ fields: { action: 2 } })
  for (const action of ['"ACTION_NONE"', '2', '"toString"'])
    expect(decodeEvent(event(action), 0)).toMatchObject({ kind: 'malformed' })
})

test.each(['"01"', '1', '"-1"', '"18446744073709551616"', '""', '"1.0"'])('%s is no id', id => {
  const attributes = [{ key: 'sell_order_id', value: id }]
  expect(decodeEvent({ type: 'regen.ecocredit.marketplace.v1.EventSell', attributes }, 0)).toMatchObject({
    kind: 'malformed',
  })
})

/** What the chain would write for a field, and what is to be read. */
const WRITTEN = new Map<AttributeReader<never>, fc.Arbitrary<{ json: unknown; value: unknown }>>([
  [text as never, fc.string().map(value => ({ json: value, value }))],
  [
    credits as never,
    fc.constantFrom('0', '', '2.5', '2.500000', '1e3').map(value => ({ json: value, value })),
  ],
  [
    whole as never,
    fc
      .bigInt({ min: 0n })
      .map(String)
      .map(value => ({ json: value, value })),
  ],
  [
    uint64 as never,
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(value => ({ json: String(value), value })),
  ],
  [
    coin as never,
    fc.oneof(
      fc.constant({ json: null, value: undefined }),
      fc
        .nat()
        .map(String)
        .map(amount => ({ json: { denom: 'uregen', amount }, value: { denom: 'uregen', amount } })),
    ),
  ],
  [
    originTx as never,
    fc.oneof(
      fc.constant({ json: null, value: undefined }),
      fc
        .record({ id: fc.string(), source: fc.string(), contract: fc.string(), note: fc.string() })
        .map(value => ({ json: value, value })),
    ),
  ],
  [
    basketCredits as never,
    fc.array(fc.record({ batchDenom: fc.string(), amount: fc.constantFrom('1', '0.5') })).map(value => ({
      json: value.map(({ batchDenom, amount }) => ({ batch_denom: batchDenom, amount })),
      value,
    })),
  ],
])

test('what the chain writes is what is read, for every event and any values', () => {
  for (const [type, readers] of Object.entries(EVENTS)) {
    const names = Object.entries(readers as unknown as { readonly [name: string]: AttributeReader<never> })
    const arbitraries = names.map(([, reader]) => WRITTEN.get(reader))
    // Two events of enums, which v7 never emits: they have a test of their own.
    if (arbitraries.some(arbitrary => arbitrary === undefined)) continue
    holds(fc.tuple(...(arbitraries as fc.Arbitrary<{ json: unknown; value: unknown }>[])), values => {
      const attributes = names.map(([name], index) => ({
        key: name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
        value: JSON.stringify(values[index]?.json),
      }))
      const decoded = decodeEvent({ type, attributes }, 0)
      expect(isOddity(decoded) ? decoded : decoded.fields).toEqual(
        Object.fromEntries(names.map(([name], index) => [name, values[index]?.value])),
      )
    })
  }
})
