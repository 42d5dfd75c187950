// Written by `npm run generate` from proto/cosmos/mint/v1beta1/mint.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

/** Rates are integer text, times 10^18. */
export interface Params {
  mintDenom: string
  inflationRateChange: string
  inflationMax: string
  inflationMin: string
  goalBonded: string
  blocksPerYear: bigint
}
export const Params: Codec<Params> = /* @__PURE__ */ message<Params>('string mintDenom = 1; string inflationRateChange = 2; string inflationMax = 3; string inflationMin = 4; string goalBonded = 5; uint64 blocksPerYear = 6')
