import { expect, test } from 'vitest'
import { quoteBuy } from '../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'
import { warningSentence } from '../../src/messages/warningSentences.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { BATCH, buy, buying, retire, SMALL, send, withSettings } from '../support/snapshots.ts'

/** What a fresh reader found wrong once, each as the law it breaks. */

const policy = (m013: object) => parsePolicy({ m013 })
const fees = (m013: object, ...messages: Parameters<typeof previewFees>[0]['messages']) =>
  previewFees({ messages, snapshot: SMALL, policy: policy(m013) }).proposed.total

test('the knob marketplaceFeeRelation changes something', () => {
  const of = (setting: string) => {
    const { policyHash: _, ...rest } = previewFees({
      messages: [buy(buying())],
      snapshot: SMALL,
      policy: policy({ marketplaceFeeRelation: setting }),
    })
    return rest
  }
  expect(of('m013-includes')).not.toEqual(of('additive'))
})
const zero = send({ credits: [{ batchDenom: BATCH, tradableAmount: '0' }] })
const one = send({ credits: [{ batchDenom: BATCH, tradableAmount: '1' }] })
const unknown = retire({ credits: [{ batchDenom: 'BT01-001-20200101-20210101-001', amount: '1' }] })
test('the minimum of a transaction does not depend on the order of its messages', () => {
  for (const [m013, other] of [
    [{ zeroValue: 'exempt' }, zero],
    [{ noPrice: 'exempt' }, unknown],
  ] as const)
    expect(fees({ minFeeScope: 'tx', ...m013 }, other, one)).toBe(
      fees({ minFeeScope: 'tx', ...m013 }, one, other),
    )
})
test('two asks are two parts, or no price is shown for both', () => {
  const { messages } = previewFees({
    messages: [buy(buying(), buying({ sellOrderId: '2', maxFeeAmount: { denom: 'uregen', amount: '5' } }))],
    snapshot: SMALL,
  })
  expect(messages[0]?.proposed.parts.map(({ valuation }) => valuation.price?.num)).toEqual([20_000_000n, 33n])
})
test('the minimum is not said to be applied when what is known reaches it by itself', () => {
  const credits = [
    { batchDenom: BATCH, amount: '8' },
    { batchDenom: 'BT01-001-20200101-20210101-001', amount: '1' },
  ]
  expect(
    previewFees({ messages: [retire({ credits })], snapshot: SMALL }).messages[0]?.proposed.minFeeApplied,
  ).toBe(false)
})
test('credits that cost nothing are said to be free, also when one unit must be held', () => {
  const messages = [
    buy(buying({ sellOrderId: '2', quantity: '0.029', maxFeeAmount: { denom: 'uregen', amount: '0' } })),
  ]
  const {
    warnings,
    messages: [first],
  } = previewFees({ messages, snapshot: withSettings({ feeParams: { buyer: '0.1', seller: '' } }) })
  expect(first?.purchases.map(({ debit }) => debit)).toEqual([0n])
  expect(warnings.map(({ code }) => code)).toContain('PAYMENT_FLOORS_TO_ZERO')
})
test('a missing order raises no sentence about the price of no class', () => {
  for (const warning of previewFees({ messages: [buy(buying({ sellOrderId: '77' }))], snapshot: SMALL })
    .warnings)
    expect(warningSentence(warning)).not.toContain('credits of :')
})
test('an unreadable amount is not a missing price', () => {
  const { warnings } = previewFees({
    messages: [retire({ credits: [{ batchDenom: BATCH, amount: 'abc' }] })],
    snapshot: SMALL,
  })
  expect(warnings.map(({ code }) => code)).toEqual(['WOULD_FAIL'])
})
test('a gas limit below zero, of another type, or an unknown phase is refused', () => {
  for (const change of [
    { gasLimit: -5_000_000n },
    { gasLimit: 5 },
    { phase: 'LATER' },
    { prices: 5 },
    { feePayer: 5, gasLimit: 5n },
    { feePayer: 'x', gasLimit: 5n },
    { feePayer: '', gasLimit: 5n },
    { feeRevenue: 5 },
    { feeRevenue: -5n },
    { policy: {} },
    { policy: null },
    { policy: { m013: { feeRates: {} } } },
    { policy: { ...DEFAULT_POLICY, m015: undefined } },
    { policy: { ...DEFAULT_POLICY, m013: { feeRates: DEFAULT_POLICY.m013.feeRates } } },
  ])
    expect(() => previewFees({ messages: [retire()], snapshot: SMALL, ...(change as object) })).toThrow(
      'INPUT_INVALID',
    )
})
test('gas of a transaction whose first message is unknown is not paid by the account ""', () => {
  const { live } = previewFees({
    messages: [{ typeUrl: '/cosmos.staking.v1beta1.MsgDelegate', value: {} }],
    snapshot: SMALL,
    gasLimit: 100_000n,
  })
  expect(live.debits.map(({ account }) => account)).not.toContain('')
})
test('quoteBuy refuses an ask that is no whole amount with an error of ours', () => {
  for (const askAmount of ['abc', '1.5', '-5', '', '0x10', ' 12 '])
    expect(() =>
      quoteBuy({ askAmount, quantity: '1', fees: { buyer: '', seller: '' }, denom: 'uregen' }),
    ).toThrow('AMOUNT_MALFORMED')
})

test('a minimum fee above the highest rate is told with the highest rate of the policy', () => {
  const { warnings } = previewFees({
    messages: [retire({ credits: [{ batchDenom: BATCH, amount: '1' }] })],
    snapshot: SMALL,
    policy: policy({ maxRate: '0.025' }),
  })
  expect(warnings.map(warningSentence)).toEqual([
    'The minimum fee of 1 REGEN is more than 2.5 % of the value, 25 REGEN.',
  ])
})
