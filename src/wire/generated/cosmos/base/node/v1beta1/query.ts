// Written by `npm run generate` from proto/cosmos/base/node/v1beta1/query.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'

export interface ConfigRequest {
}
export const ConfigRequest: Codec<ConfigRequest> = /* @__PURE__ */ message<ConfigRequest>('')

/** What this one node is set to; other nodes differ. */
export interface ConfigResponse {
  /** Decimal coins such as "0.025000000000000000uregen", comma-separated. */
  minimumGasPrice: string
  pruningKeepRecent: string
  pruningInterval: string
  haltHeight: bigint
}
export const ConfigResponse: Codec<ConfigResponse> = /* @__PURE__ */ message<ConfigResponse>('string minimumGasPrice = 1; string pruningKeepRecent = 2; string pruningInterval = 3; uint64 haltHeight = 4')
