// Written by `npm run generate` from proto/cosmos/base/v1beta1/coin.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

export interface Coin {
  denom: string
  /** Whole base units. */
  amount: string
}
export const Coin: Codec<Coin> = /* @__PURE__ */ message<Coin>('string denom = 1; string amount = 2')

export interface DecCoin {
  denom: string
  /** Base units times 10^18, as an integer text. */
  amount: string
}
export const DecCoin: Codec<DecCoin> = /* @__PURE__ */ message<DecCoin>('string denom = 1; string amount = 2')
