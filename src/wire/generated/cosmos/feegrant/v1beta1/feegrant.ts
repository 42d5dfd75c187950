// Written by `npm run generate` from proto/cosmos/feegrant/v1beta1/feegrant.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../base/v1beta1/coin.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'
import { Duration } from '../../../google/protobuf/duration.ts'
import { Any } from '../../../google/protobuf/any.ts'

export interface BasicAllowance {
  /** Empty: no limit. */
  spendLimit: Coin[]
  expiration: Timestamp | undefined
}
export const BasicAllowance: Codec<BasicAllowance> = /* @__PURE__ */ message<BasicAllowance>('Coin[] spendLimit = 1; Timestamp expiration = 2', () => [Coin, Timestamp])

export interface PeriodicAllowance {
  basic: BasicAllowance | undefined
  period: Duration | undefined
  periodSpendLimit: Coin[]
  periodCanSpend: Coin[]
  periodReset: Timestamp | undefined
}
export const PeriodicAllowance: Codec<PeriodicAllowance> = /* @__PURE__ */ message<PeriodicAllowance>('BasicAllowance basic = 1; Duration period = 2; Coin[] periodSpendLimit = 3; Coin[] periodCanSpend = 4; Timestamp periodReset = 5', () => [BasicAllowance, Duration, Coin, Coin, Timestamp])

/** Another allowance, for some message types only. */
export interface AllowedMsgAllowance {
  allowance: Any | undefined
  allowedMessages: string[]
}
export const AllowedMsgAllowance: Codec<AllowedMsgAllowance> = /* @__PURE__ */ message<AllowedMsgAllowance>('Any allowance = 1; string[] allowedMessages = 2', () => [Any])

export interface Grant {
  granter: string
  grantee: string
  allowance: Any | undefined
}
export const Grant: Codec<Grant> = /* @__PURE__ */ message<Grant>('string granter = 1; string grantee = 2; Any allowance = 3', () => [Any])
