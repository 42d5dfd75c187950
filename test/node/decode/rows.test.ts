import { describe, expect, test } from 'vitest'
import { toFee } from '../../../src/node/decode/coin.ts'
import { toDateCriteria } from '../../../src/node/decode/credits/basket.ts'
import { toBatch } from '../../../src/node/decode/credits/batch.ts'
import { toSellOrder } from '../../../src/node/decode/credits/sellOrder.ts'
import { fieldsOf } from '../../../src/node/decode/fields.ts'
import { toFeeParams } from '../../../src/node/read/feeParams.ts'
import { toGasPrices } from '../../../src/node/read/node.ts'
import { toAllowedDenom } from '../../../src/node/read/settings.ts'
import { formatRatio } from '../../../src/primitives/ratio.ts'
import { FeeParams } from '../../../src/wire/generated/regen/ecocredit/marketplace/v1/state.ts'

const read = fieldsOf('/q')

const order = {
  id: 7n,
  seller: 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x',
  batchDenom: 'C01-001-20200101-20210101-001',
  quantity: '100.0',
  askDenom: 'uregen',
  askAmount: '25000000',
  disableAutoRetire: false,
  expiration: { seconds: 1_900_000_000n, nanos: 500_000_000 },
}

describe('sell orders', () => {
  test('as the chain has them', () => {
    expect(toSellOrder(order, read)).toEqual({
      ...order,
      id: '7',
      quantity: 100_000_000n,
      askAmount: 25_000_000n,
      expiration: '2030-03-17T17:46:40.5Z',
    })
    expect(toSellOrder({ ...order, expiration: undefined }, read).expiration).toBeNull()
  })

  test.each([
    ['id', 0n],
    ['seller', ''],
    ['batchDenom', ''],
    ['quantity', '1.2345678'],
    ['askDenom', ''],
    ['askAmount', '1.5'],
    ['askAmount', ''],
    ['expiration', { seconds: 10n ** 15n, nanos: 0 }],
  ])('without a usable %s (%s) there is no order', (field, value) => {
    expect(() => toSellOrder({ ...order, [field]: value }, read)).toThrow('RESPONSE_INVALID')
  })
})

describe('fees', () => {
  test('an unset fee is a coin without a denom, or none at all', () => {
    expect(toFee(undefined, read)).toBeNull()
    expect(toFee({ denom: '', amount: '' }, read)).toBeNull()
    expect(toFee({ denom: '', amount: '0' }, read)).toBeNull()
    expect(toFee({ denom: 'uregen', amount: '20000000' }, read)).toEqual({
      denom: 'uregen',
      amount: 20_000_000n,
    })
    expect(() => toFee({ denom: 'uregen', amount: '' }, read)).toThrow('at fee.amount')
  })

  test('fee params: absent bytes and empty texts are no fees; "0" stays "0"', () => {
    const written = (buyerPercentageFee: string, sellerPercentageFee: string) =>
      FeeParams.encode({ buyerPercentageFee, sellerPercentageFee }).finish()
    expect(toFeeParams(new Uint8Array())).toEqual({ buyer: '', seller: '' })
    expect(toFeeParams(written('', ''))).toEqual({ buyer: '', seller: '' })
    expect(toFeeParams(written('0', '0.0'))).toEqual({ buyer: '0', seller: '0.0' })
    expect(toFeeParams(written('', '0.01'))).toEqual({ buyer: '', seller: '0.01' })
    expect(toFeeParams(written('1'.repeat(101), ''))).toBe('unknown')
  })

  test.each([
    ['a wrong wire type: 08 05 10 05', [0x08, 0x05, 0x10, 0x05]],
    ['one right field, one wrong wire type', [0x0a, 0x01, 0x30, 0x10, 0x05]],
    ['a field that is not known', [0x0a, 0x01, 0x30, 0x1a, 0x01, 0x30]],
    ['a field twice', [0x0a, 0x01, 0x30, 0x0a, 0x01, 0x31]],
    ['fields in another order', [0x12, 0x01, 0x30, 0x0a, 0x01, 0x31]],
    ['an empty text that is written out', [0x0a, 0x00]],
    ['no UTF-8', [0x0a, 0x02, 0xff, 0xfe]],
    ['cut off', [0x0a, 0x05, 0x30]],
    ['no protobuf at all', [0xff, 0xff, 0xff]],
    ['a longer number than needed', [0x0a, 0x81, 0x00, 0x30]],
  ])('fee params that do not decode are unknown, never "no fee": %s', (_, bytes) => {
    expect(toFeeParams(Uint8Array.from(bytes))).toBe('unknown')
  })
})

describe('gas prices', () => {
  const prices = (text: string) =>
    toGasPrices(text, read).map(({ denom, amount }) => `${formatRatio(amount)} ${denom}`)

  test('one, several, or none', () => {
    expect(prices('0.025000000000000000uregen')).toEqual(['0.025 uregen'])
    expect(prices('0.015ibc/ABC,0.025uregen')).toEqual(['0.015 ibc/ABC', '0.025 uregen'])
    expect(prices('0uregen')).toEqual(['0 uregen'])
    expect(prices('')).toEqual([])
  })

  test.each(['uregen', '0.025', '0.025 uregen;', '-1uregen', '0.025uregen,'])('"%s" is none', text => {
    expect(() => toGasPrices(text, read)).toThrow(/RESPONSE_INVALID/)
  })
})

test('date criteria: one of three, or none', () => {
  const of = (criteria: Partial<NonNullable<Parameters<typeof toDateCriteria>[0]>>) =>
    toDateCriteria(
      { minStartDate: undefined, startDateWindow: undefined, yearsInThePast: 0, ...criteria },
      read,
    )
  expect(toDateCriteria(undefined, read)).toBeNull()
  expect(of({})).toBeNull()
  expect(of({ minStartDate: { seconds: 1_577_836_800n, nanos: 0 } })).toEqual({
    minStartDate: '2020-01-01T00:00:00Z',
  })
  expect(of({ startDateWindow: { seconds: 86_400n, nanos: 0 } })).toEqual({ startDateWindowSeconds: 86_400n })
  expect(of({ yearsInThePast: 5 })).toEqual({ yearsInThePast: 5 })
})

test('a batch has its dates; that of its issuance may be missing', () => {
  const dates = { startDate: { seconds: 0n, nanos: 0 }, endDate: { seconds: 1n, nanos: 0 } }
  const batch = {
    denom: 'C01-001-20200101-20210101-001',
    projectId: 'C01-001',
    issuer: order.seller,
    metadata: '',
    open: true,
    issuanceDate: undefined,
    ...dates,
  }
  expect(toBatch(batch, read)).toMatchObject({ startDate: '1970-01-01T00:00:00Z', issuanceDate: null })
  expect(() => toBatch({ ...batch, startDate: undefined }, read)).toThrow('at start_date')
  expect(() => toBatch({ ...batch, endDate: undefined }, read)).toThrow('at end_date')
})

test('an allowed denom has at most 24 decimals: more would be no money', () => {
  const denom = { bankDenom: 'uusdc', displayDenom: 'USDC', exponent: 6 }
  expect(toAllowedDenom(denom, read)).toEqual(denom)
  expect(() => toAllowedDenom({ ...denom, exponent: 25 }, read)).toThrow('at exponent')
})
