import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { PhaseProgress } from './changes/phase.ts'
import { effectiveRate } from './mint.ts'
import type { MintRecipient, SupplyParams } from './params.ts'
import { mintsFrom, type Period } from './period.ts'
import { type CapStatus, capStatus, type SupplyState } from './state.ts'

/** One period as the supply module would store it; amounts in uregen. @see SPEC M012, Storage: MintBurnRecord */
export type MintBurnRecord = {
  readonly period: bigint
  readonly supplyBefore: Uregen
  /** r that M was computed with. */
  readonly rate: Ratio
  readonly minted: Uregen
  readonly burned: Uregen
  readonly vanished: Uregen
  readonly supplyAfter: Uregen
  readonly capStatus: CapStatus
}

/** What a period of M012 minted, in uregen, and for whom. @see SPEC M012, Events */
export type EventSupplyMint = {
  readonly type: 'EventSupplyMint'
  readonly period: bigint
  readonly amount: Uregen
  readonly recipient: MintRecipient
}

/** What a period of M012 burned, in uregen. @see SPEC M012, Events */
export type EventSupplyBurn = {
  readonly type: 'EventSupplyBurn'
  readonly period: bigint
  readonly amount: Uregen
  readonly burnKind: SupplyParams['burnKind']
}

/** Minting and burning have balanced for so many periods in a row. @see SPEC M012, Events */
export type EventEquilibriumReached = {
  readonly type: 'EventEquilibriumReached'
  readonly period: bigint
  readonly supply: Uregen
  readonly consecutive: bigint
}

/** The record of one period and its events: a mint or burn of nothing is none. */
export function recordPeriod(
  period: bigint,
  { state, result, params }: { state: SupplyState; result: Period; params: SupplyParams },
): { record: MintBurnRecord; events: readonly (EventSupplyMint | EventSupplyBurn)[] } {
  const { minted, burned, vanished, next } = result
  return {
    record: {
      period,
      supplyBefore: state.supply,
      rate: effectiveRate(mintsFrom(state, burned, params), params),
      minted,
      burned,
      vanished,
      supplyAfter: next.supply,
      capStatus: capStatus(next.supply, params.hardCap),
    },
    events: [
      { type: 'EventSupplyMint' as const, period, amount: minted, recipient: params.mintRecipient },
      { type: 'EventSupplyBurn' as const, period, amount: burned, burnKind: params.burnKind },
    ].filter(({ amount }) => amount > 0n),
  }
}

/** The event of entering EQUILIBRIUM; null in every other period. */
export const equilibriumReached = (
  { period, supply }: { period: bigint; supply: Uregen },
  before: PhaseProgress,
  { phase, consecutive }: PhaseProgress,
): EventEquilibriumReached | null =>
  phase === 'EQUILIBRIUM' && before.phase !== 'EQUILIBRIUM'
    ? { type: 'EventEquilibriumReached', period, supply, consecutive }
    : null
