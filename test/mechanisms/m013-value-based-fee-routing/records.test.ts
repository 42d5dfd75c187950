import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { M013_V0 } from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { rateUpdated, recordFee } from '../../../src/mechanisms/m013-value-based-fee-routing/records.ts'
import { routeFee } from '../../../src/mechanisms/m013-value-based-fee-routing/routeFee.ts'
import { REMAINDERS } from '../../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import { anyShares, anyUregen, holds } from '../../support/arbitraries.ts'
import { rateOf, uregenOf } from './feeConfigs.ts'

const COLLECTED = {
  txHash: 'A1B2',
  messageIndex: 1,
  payer: 'regen1payer',
  txTypes: ['CreditTransfer', 'CreditRetirement'],
  fee: uregenOf(1_000_003),
  denom: 'uregen',
  height: 42n,
} as const
const ROUTING = { shares: M013_V0.shares, remainder: 'validator', agentFund: { kind: 'module' } } as const

test('a fee leaves one record and two events, with the same transaction, message and pools', () => {
  const { record, events } = recordFee(COLLECTED, ROUTING)
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

test('half of the community’s part goes to agents where they are a part of it', () => {
  const agentFund = { kind: 'community-tag', share: rateOf('0.5') } as const
  expect(recordFee(COLLECTED, { ...ROUTING, agentFund }).record.pools).toEqual({
    burn: 300_000n,
    validator: 400_003n,
    community: 125_000n,
    agent: 175_000n,
  })
})

test('another denom stands in the record and in the event', () => {
  const { record, events } = recordFee({ ...COLLECTED, denom: 'uusdc' }, ROUTING)
  expect([record.denom, events[0].amount]).toEqual(['uusdc', { denom: 'uusdc', amount: 1_000_003n }])
})

const anyRouting = fc.record({
  shares: anyShares,
  remainder: fc.constantFrom(...REMAINDERS),
  agentFund: fc.constantFrom(
    { kind: 'module' } as const,
    { kind: 'multisig', below: uregenOf(1_000_000) } as const,
    { kind: 'community-tag', share: rateOf('0.333') } as const,
  ),
})

test('a record = routeFee, under every routing, and what was collected is what was distributed', () => {
  holds(anyUregen, anyRouting, (fee, routing) => {
    const { record, events } = recordFee({ ...COLLECTED, fee }, routing)
    const [collected, distributed] = events
    expect(record.pools).toEqual(routeFee(fee, routing))
    expect(distributed.pools).toEqual(record.pools)
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
