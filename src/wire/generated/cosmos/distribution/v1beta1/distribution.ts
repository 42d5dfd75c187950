// Written by `npm run generate` from proto/cosmos/distribution/v1beta1/distribution.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

export interface Params {
  /** Times 10^18. */
  communityTax: string
  /** Unused. */
  baseProposerReward: string
  /** Unused. */
  bonusProposerReward: string
  withdrawAddrEnabled: boolean
}
export const Params: Codec<Params> = /* @__PURE__ */ message<Params>('string communityTax = 1; string baseProposerReward = 2; string bonusProposerReward = 3; bool withdrawAddrEnabled = 4')
