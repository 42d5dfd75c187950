// Written by `npm run generate` from proto/regen/supply/v1/state.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

export const Phase = {
  PHASE_UNSPECIFIED: 0,
  PHASE_INFLATIONARY: 1,
  PHASE_TRANSITION: 2,
  PHASE_DYNAMIC: 3,
  PHASE_EQUILIBRIUM: 4,
  UNRECOGNIZED: -1,
} as const
export type Phase = (typeof Phase)[keyof typeof Phase]

/** The state of M014, which gates the multiplier. */
export const AuthorityState = {
  AUTHORITY_STATE_UNSPECIFIED: 0,
  AUTHORITY_STATE_INACTIVE: 1,
  AUTHORITY_STATE_TRANSITION: 2,
  AUTHORITY_STATE_ACTIVE: 3,
  AUTHORITY_STATE_EQUILIBRIUM: 4,
  UNRECOGNIZED: -1,
} as const
export type AuthorityState = (typeof AuthorityState)[keyof typeof AuthorityState]

/** Amounts are uregen as text, rates decimals as text. */
export interface Params {
  hardCap: string
  baseRegrowthRate: string
  stakingMultiplierEnabled: boolean
  ecologicalMultiplierEnabled: boolean
  ecologicalReferenceValue: string
  equilibriumThreshold: string
  equilibriumPeriods: bigint
  periodSeconds: bigint
}
export const Params: Codec<Params> = /* @__PURE__ */ message<Params>('string hardCap = 1; string baseRegrowthRate = 2; bool stakingMultiplierEnabled = 3; bool ecologicalMultiplierEnabled = 4; string ecologicalReferenceValue = 5; string equilibriumThreshold = 6; uint64 equilibriumPeriods = 7; uint64 periodSeconds = 8')

export interface SupplyState {
  currentSupply: string
  totalMinted: string
  totalBurned: string
  periods: bigint
  phase: Phase
  periodsInBalance: bigint
  authorityState: AuthorityState
}
export const SupplyState: Codec<SupplyState> = /* @__PURE__ */ message<SupplyState>('string currentSupply = 1; string totalMinted = 2; string totalBurned = 3; uint64 periods = 4; int32 phase = 5; uint64 periodsInBalance = 6; int32 authorityState = 7')

export interface MintBurnRecord {
  period: bigint
  height: bigint
  minted: string
  burned: string
  supplyBefore: string
  supplyAfter: string
  regrowthRate: string
}
export const MintBurnRecord: Codec<MintBurnRecord> = /* @__PURE__ */ message<MintBurnRecord>('uint64 period = 1; int64 height = 2; string minted = 3; string burned = 4; string supplyBefore = 5; string supplyAfter = 6; string regrowthRate = 7')
