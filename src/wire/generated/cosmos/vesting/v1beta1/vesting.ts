// Written by `npm run generate` from proto/cosmos/vesting/v1beta1/vesting.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { BaseAccount } from '../../auth/v1beta1/auth.ts'
import { Coin } from '../../base/v1beta1/coin.ts'

export interface BaseVestingAccount {
  baseAccount: BaseAccount | undefined
  originalVesting: Coin[]
  delegatedFree: Coin[]
  delegatedVesting: Coin[]
  endTime: bigint
}
export const BaseVestingAccount: Codec<BaseVestingAccount> = /* @__PURE__ */ message<BaseVestingAccount>('BaseAccount baseAccount = 1; Coin[] originalVesting = 2; Coin[] delegatedFree = 3; Coin[] delegatedVesting = 4; int64 endTime = 5', () => [BaseAccount, Coin, Coin, Coin])

export interface ContinuousVestingAccount {
  baseVestingAccount: BaseVestingAccount | undefined
  startTime: bigint
}
export const ContinuousVestingAccount: Codec<ContinuousVestingAccount> = /* @__PURE__ */ message<ContinuousVestingAccount>('BaseVestingAccount baseVestingAccount = 1; int64 startTime = 2', () => [BaseVestingAccount])

export interface DelayedVestingAccount {
  baseVestingAccount: BaseVestingAccount | undefined
}
export const DelayedVestingAccount: Codec<DelayedVestingAccount> = /* @__PURE__ */ message<DelayedVestingAccount>('BaseVestingAccount baseVestingAccount = 1', () => [BaseVestingAccount])

export interface Period {
  /** Seconds. */
  length: bigint
  amount: Coin[]
}
export const Period: Codec<Period> = /* @__PURE__ */ message<Period>('int64 length = 1; Coin[] amount = 2', () => [Coin])

export interface PeriodicVestingAccount {
  baseVestingAccount: BaseVestingAccount | undefined
  startTime: bigint
  vestingPeriods: Period[]
}
export const PeriodicVestingAccount: Codec<PeriodicVestingAccount> = /* @__PURE__ */ message<PeriodicVestingAccount>('BaseVestingAccount baseVestingAccount = 1; int64 startTime = 2; Period[] vestingPeriods = 3', () => [BaseVestingAccount, Period])

export interface PermanentLockedAccount {
  baseVestingAccount: BaseVestingAccount | undefined
}
export const PermanentLockedAccount: Codec<PermanentLockedAccount> = /* @__PURE__ */ message<PermanentLockedAccount>('BaseVestingAccount baseVestingAccount = 1', () => [BaseVestingAccount])
