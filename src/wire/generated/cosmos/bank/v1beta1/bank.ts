// Written by `npm run generate` from proto/cosmos/bank/v1beta1/bank.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../base/v1beta1/coin.ts'

export interface DenomUnit {
  denom: string
  exponent: number
  aliases: string[]
}
export const DenomUnit: Codec<DenomUnit> = /* @__PURE__ */ message<DenomUnit>('string denom = 1; uint32 exponent = 2; string[] aliases = 3')

export interface Metadata {
  description: string
  denomUnits: DenomUnit[]
  base: string
  display: string
  name: string
  symbol: string
  uri: string
  uriHash: string
}
export const Metadata: Codec<Metadata> = /* @__PURE__ */ message<Metadata>('string description = 1; DenomUnit[] denomUnits = 2; string base = 3; string display = 4; string name = 5; string symbol = 6; string uri = 7; string uriHash = 8', () => [DenomUnit])

export interface Input {
  address: string
  coins: Coin[]
}
export const Input: Codec<Input> = /* @__PURE__ */ message<Input>('string address = 1; Coin[] coins = 2', () => [Coin])

export interface Output {
  address: string
  coins: Coin[]
}
export const Output: Codec<Output> = /* @__PURE__ */ message<Output>('string address = 1; Coin[] coins = 2', () => [Coin])
