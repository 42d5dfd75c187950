// Written by `npm run generate` from proto/cosmos/tx/v1beta1/service.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Tx } from './tx.ts'
import { GasInfo, Result } from '../../base/abci/v1beta1/abci.ts'

/** Signatures may be empty, the sequence must be right. */
export interface SimulateRequest {
  /** Deprecated. */
  tx: Tx | undefined
  txBytes: Uint8Array
}
export const SimulateRequest: Codec<SimulateRequest> = /* @__PURE__ */ message<SimulateRequest>('Tx tx = 1; bytes txBytes = 2', () => [Tx])

export interface SimulateResponse {
  gasInfo: GasInfo | undefined
  result: Result | undefined
}
export const SimulateResponse: Codec<SimulateResponse> = /* @__PURE__ */ message<SimulateResponse>('GasInfo gasInfo = 1; Result result = 2', () => [GasInfo, Result])
