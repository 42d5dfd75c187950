import type { Coin } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { FeeConfig, FeeRates, PoolShares, TxType } from './params.ts'
import { type Routing, routeFee } from './routeFee.ts'
import type { PoolSplit } from './split.ts'

/** One fee as the fee router would store it. @see SPEC M013, Storage: FeeRecord */
export type FeeRecord = {
  readonly txHash: string
  readonly messageIndex: number
  readonly payer: string
  readonly txTypes: readonly TxType[]
  /** What is collected, in the smallest unit of `denom`. */
  readonly fee: Uregen
  readonly denom: string
  readonly pools: PoolSplit
  readonly height: bigint
}

/** The fee of one message was taken from its payer. @see SPEC M013, Events */
export type EventFeeCollected = {
  readonly type: 'EventFeeCollected'
  readonly txHash: string
  readonly messageIndex: number
  readonly payer: string
  readonly amount: Coin
}

/** The fee of one message went to the pools, in the smallest unit of its denom. @see SPEC M013, Events */
export type EventFeeDistributed = {
  readonly type: 'EventFeeDistributed'
  readonly txHash: string
  readonly messageIndex: number
  readonly pools: PoolSplit
}

/** Governance changed rates, shares or the minimum fee. @see SPEC M013, Events */
export type EventRateUpdated = {
  readonly type: 'EventRateUpdated'
  readonly before: { readonly feeRates: FeeRates; readonly shares: PoolShares; readonly minFee: Uregen }
  readonly after: { readonly feeRates: FeeRates; readonly shares: PoolShares; readonly minFee: Uregen }
}

/**
 * The record of one collected fee, and the two events that tell of it. Its pools are those of `routeFee`.
 *
 * @see SPEC M013, Storage and Events
 *
 * @example
 * const txTypes = ['CreditTransfer'] as const
 * const collected = { txHash: 'A1', messageIndex: 0, payer: buyer, txTypes, fee: uregen(1_000_000n), denom: 'uregen', height: 7n }
 * recordFee(collected, DEFAULT_POLICY.m013).record.pools // { burn: 300000n, validator: 400000n, community: 250000n, agent: 50000n }
 */
export function recordFee(
  collected: Omit<FeeRecord, 'pools'>,
  routing: Routing,
): { record: FeeRecord; events: readonly [EventFeeCollected, EventFeeDistributed] } {
  return recordRouted({ ...collected, pools: routeFee(collected.fee, routing) })
}

/** The same of a fee that was routed already. */
export function recordRouted(record: FeeRecord): ReturnType<typeof recordFee> {
  const { txHash, messageIndex, payer, fee, denom, pools } = record
  return {
    record,
    events: [
      { type: 'EventFeeCollected', txHash, messageIndex, payer, amount: { denom, amount: fee } },
      { type: 'EventFeeDistributed', txHash, messageIndex, pools },
    ],
  }
}

/**
 * The event of a change of rates, shares or minimum fee.
 *
 * @example
 * rateUpdated(M013_V0, { ...M013_V0, minFee: uregen(2_000_000n) }).after.minFee // 2000000n
 */
export const rateUpdated = (before: FeeConfig, after: FeeConfig): EventRateUpdated => ({
  type: 'EventRateUpdated',
  before: { feeRates: before.feeRates, shares: before.shares, minFee: before.minFee },
  after: { feeRates: after.feeRates, shares: after.shares, minFee: after.minFee },
})
