// Written by `npm run generate` from proto/regen/feerouter/v1/events.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../../cosmos/base/v1beta1/coin.ts'
import { FeeConfig, type TxType } from './state.ts'

export interface EventFeeCollected {
  payer: string
  amount: Coin | undefined
  txTypes: TxType[]
}
export const EventFeeCollected: Codec<EventFeeCollected> = /* @__PURE__ */ message<EventFeeCollected>('string payer = 1; Coin amount = 2; int32[] txTypes = 3', () => [Coin])

export interface EventFeeDistributed {
  burn: string
  validator: string
  community: string
  agent: string
}
export const EventFeeDistributed: Codec<EventFeeDistributed> = /* @__PURE__ */ message<EventFeeDistributed>('string burn = 1; string validator = 2; string community = 3; string agent = 4')

export interface EventRateUpdated {
  before: FeeConfig | undefined
  after: FeeConfig | undefined
}
export const EventRateUpdated: Codec<EventRateUpdated> = /* @__PURE__ */ message<EventRateUpdated>('FeeConfig before = 1; FeeConfig after = 2', () => [FeeConfig, FeeConfig])
