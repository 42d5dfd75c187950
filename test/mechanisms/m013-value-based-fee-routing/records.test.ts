import { expect, test } from 'vitest'
import { M013_V0 } from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { rateUpdated, recordFee } from '../../../src/mechanisms/m013-value-based-fee-routing/records.ts'
import { splitFee } from '../../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import { anyShares, anyUregen, holds } from '../../support/arbitraries.ts'
import { rateOf, uregenOf } from './feeConfigs.ts'

const COLLECTED = {
  txHash: 'A1B2',
  messageIndex: 1,
  payer: 'regen1payer',
  txTypes: ['CreditTransfer', 'CreditRetirement'],
  fee: uregenOf(1_000_003),
  height: 42n,
} as const

test('a fee leaves one record and two events, with the same transaction, message and pools', () => {
  const { record, events } = recordFee(COLLECTED, M013_V0.shares)
  const pools = { burn: 300_000n, validator: 400_003n, community: 250_000n, agent: 50_000n }
  expect(record).toEqual({ ...COLLECTED, pools })
  expect(events).toEqual([
    {
      type: 'EventFeeCollected',
      txHash: 'A1B2',
      messageIndex: 1,
      payer: 'regen1payer',
      amount: { denom: 'uregen', amount: 1_000_003n },
    },
    { type: 'EventFeeDistributed', txHash: 'A1B2', messageIndex: 1, pools },
  ])
})

test('the record splits by the remainder it is given', () => {
  const { record } = recordFee(COLLECTED, M013_V0.shares, 'agent')
  expect(record.pools).toEqual(splitFee(COLLECTED.fee, M013_V0.shares, 'agent'))
  expect(record.pools.agent).toBe(50_002n)
})

test('what was collected and what was distributed are always the same amount', () => {
  holds(anyUregen, anyShares, (fee, shares) => {
    const { events } = recordFee({ ...COLLECTED, fee }, shares)
    const [collected, distributed] = events
    expect(Object.values(distributed.pools).reduce<bigint>((sum, part) => sum + part, 0n)).toBe(
      collected.amount.amount,
    )
  })
})

test('a change of rates is told with what was before and what is after', () => {
  const after = {
    ...M013_V0,
    feeRates: { ...M013_V0.feeRates, CreditIssuance: rateOf('0.03') },
    minFee: uregenOf(500_000),
  }
  const { type, before, after: now } = rateUpdated(M013_V0, after)
  expect(type).toBe('EventRateUpdated')
  expect([before.feeRates.CreditIssuance, now.feeRates.CreditIssuance]).toEqual([
    rateOf('0.02'),
    rateOf('0.03'),
  ])
  expect([before.minFee, now.minFee]).toEqual([1_000_000n, 500_000n])
  expect(now.shares).toEqual(before.shares)
})
