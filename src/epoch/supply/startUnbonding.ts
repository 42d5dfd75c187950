import type { EpochPhases, SupplyLedger } from '../state/epochState.ts'

/** Delegations begin to fall with M014’s TRANSITION: when its migration leaves phase 0 (OQ-M014-5). */
export const startUnbonding = (
  ledger: SupplyLedger,
  before: EpochPhases,
  after: EpochPhases,
  at: string,
): SupplyLedger =>
  before.m014 === 0 && after.m014 > 0
    ? { ...ledger, unbonding: { delegated: ledger.staked, from: at } }
    : ledger
