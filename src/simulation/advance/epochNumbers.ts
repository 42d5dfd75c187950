import type { EpochReport } from '../../epoch/report/epochReport.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import { amountOf } from '../../primitives/coin.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'

/** What a period came to, in uregen. */
export type EpochNumbers = {
  readonly revenue: Uregen
  readonly burned: Uregen
  readonly minted: Uregen
  readonly supply: Uregen
  /** What each pool received of the fees. */
  readonly pools: {
    readonly burn: Uregen
    readonly validator: Uregen
    readonly community: Uregen
    readonly agent: Uregen
  }
  /** What validators earned, escrow included, and how many of them. */
  readonly validatorPay: Uregen
  readonly paidValidators: number
  /** The community inflow of M015; what the period promised the stability tier and what it got; what activity could get and got. */
  readonly inflow: Uregen
  readonly stabilityPromised: Uregen
  readonly stability: Uregen
  readonly activityPool: Uregen
  readonly distributed: Uregen
  /** The reward of each address that had a score. */
  readonly rewards: readonly { readonly address: string; readonly reward: Uregen }[]
}

/** The numbers of a period that was reported. */
export function numbersOf(report: EpochReport, before: EpochState, after: EpochState): EpochNumbers {
  const { fees, supply, validators, rewards } = report
  const pool = (coins: readonly { readonly denom: string; readonly amount: bigint }[]) =>
    amountOf(coins, 'uregen') as Uregen
  const pay = validators.pays.find(({ denom }) => denom === 'uregen')
  const promised = new Map(before.stability.commitments.map(({ id, promised }) => [id, promised]))
  const matured = rewards.settlements.map(({ commitment }) => commitment).filter(c => c.state === 'MATURED')
  return {
    revenue: fees.revenue,
    burned: supply.record?.burned ?? (0n as Uregen),
    minted: supply.minted,
    supply: supply.after,
    pools: {
      burn: pool(fees.pools.burn),
      validator: pool(fees.pools.validator),
      community: pool(fees.pools.community),
      agent: pool(fees.pools.agent),
    },
    validatorPay: pay?.compensation.paid ?? (0n as Uregen),
    paidValidators: pay?.compensation.payments.length ?? 0,
    inflow: rewards.record.inflow,
    stabilityPromised: sumUregen(
      ...[...after.stability.commitments, ...matured].map(
        ({ id, promised: now }) => (now - (promised.get(id) ?? 0n)) as Uregen,
      ),
    ),
    stability: rewards.record.stability,
    activityPool: rewards.record.activity,
    distributed: rewards.record.distributed,
    rewards: rewards.record.rewards,
  }
}
