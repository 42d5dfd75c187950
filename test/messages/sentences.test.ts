import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WHOLE_CATALOG } from '../../src/messages/catalog.ts'
import { holds } from '../support/arbitraries.ts'

/** What a message does, in words: what stands on the chain for good is said, and what is not done is not. */

const batchDenom = 'C01-001-20200101-20210101-001'
const [ALICE, BOB] = [
  'regen1tvsku872hqxvdev56jv5mg8q4fe8re9gjqd3ca',
  'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x',
]

function sentenceOf(typeUrl: string, value: object): string {
  const type = WHOLE_CATALOG.typeOf(typeUrl)
  if (type === undefined) throw new Error(typeUrl)
  return type.sentence(type.read(value).value)
}

const send = (credits: object) =>
  sentenceOf('/regen.ecocredit.v1.MsgSend', {
    sender: ALICE,
    recipient: BOB,
    credits: [{ batchDenom, ...credits }],
  })
const retire = (amount: string, reason: string) =>
  sentenceOf('/regen.ecocredit.v1.MsgRetire', {
    owner: ALICE,
    credits: [{ batchDenom, amount }],
    jurisdiction: 'US',
    reason,
  })

test.each([
  [{ tradableAmount: '250' }, `Sends 250 tradable credits of ${batchDenom} to ${BOB}.`],
  [
    { tradableAmount: '0', retiredAmount: '1', retirementJurisdiction: 'KE', retirementReason: '' },
    `Sends 1 retired credit of ${batchDenom} (retired in KE, for good) to ${BOB}.`,
  ],
  [
    { tradableAmount: '2', retiredAmount: '1.0', retirementJurisdiction: 'KE', retirementReason: 'gift' },
    `Sends 2 tradable and 1.0 retired credit of ${batchDenom} (retired in KE, for good, with the reason “gift”) to ${BOB}.`,
  ],
  [{ tradableAmount: '0.0' }, `Sends 0.0 tradable credits of ${batchDenom} to ${BOB}.`],
])('what a transfer does: %j', (credits, sentence) => {
  expect(send(credits)).toBe(sentence)
})

test('an amount that is no number is shown as it was given', () => {
  expect(send({ tradableAmount: '1', retiredAmount: 'all' })).toContain('1 tradable and all retired credits')
})

test('a purchase says where it retires, and for which reason', () => {
  const order = {
    sellOrderId: '5',
    quantity: '1',
    bidPrice: { denom: 'uregen', amount: '7' },
    disableAutoRetire: false,
    retirementJurisdiction: 'US-WA',
    retirementReason: 'flight',
  }
  const buy = (other: object) =>
    sentenceOf('/regen.ecocredit.marketplace.v1.MsgBuyDirect', {
      buyer: ALICE,
      orders: [{ ...order, ...other }],
    })
  expect(buy({})).toBe(
    'Buys 1 credit from sell order 5 for at most 7uregen and retires it in US-WA, for good, with the reason “flight”.',
  )
  expect(buy({ disableAutoRetire: true })).toBe('Buys 1 credit from sell order 5 for at most 7uregen.')
  const both = sentenceOf('/regen.ecocredit.marketplace.v1.MsgBuyDirect', {
    buyer: ALICE,
    orders: [
      { ...order, retirementReason: '' },
      { ...order, sellOrderId: '6', quantity: '2', retirementReason: '' },
    ],
  })
  expect(both).toBe(
    'Buys 1 credit from sell order 5 for at most 7uregen and retires it in US-WA, for good, and 2 credits from sell order 6 for at most 7uregen each and retires them in US-WA, for good.',
  )
})

describe('a reason is the words of others', () => {
  test('whatever it is, it ends where its quotation ends', () => {
    holds(fc.string({ unit: 'grapheme', maxLength: 600 }), reason => {
      const [before = '', quoted = '', after, ...more] = retire('1', reason).split(/[“”]/)
      expect(before).toMatch(/^Retires 1 credit of .* in US, for good/)
      expect([after ?? '.', more]).toEqual(['.', []])
      if (reason !== '') expect(quoted.length).toBeLessThanOrEqual(141)
      expect(quoted).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    })
  })
  test('none is not mentioned', () => {
    expect(retire('1.5', '')).toBe(`Retires 1.5 credits of ${batchDenom} in US, for good.`)
  })
})
