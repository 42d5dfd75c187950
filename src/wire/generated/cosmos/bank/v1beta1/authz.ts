// Written by `npm run generate` from proto/cosmos/bank/v1beta1/authz.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../base/v1beta1/coin.ts'

/** MsgSend up to a limit, perhaps to some accounts only. */
export interface SendAuthorization {
  spendLimit: Coin[]
  /** Empty: to anybody. */
  allowList: string[]
}
export const SendAuthorization: Codec<SendAuthorization> = /* @__PURE__ */ message<SendAuthorization>('Coin[] spendLimit = 1; string[] allowList = 2', () => [Coin])
