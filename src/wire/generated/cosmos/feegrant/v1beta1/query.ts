// Written by `npm run generate` from proto/cosmos/feegrant/v1beta1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Grant } from './feegrant.ts'

export interface QueryAllowanceRequest {
  granter: string
  grantee: string
}
export const QueryAllowanceRequest: Codec<QueryAllowanceRequest> = /* @__PURE__ */ message<QueryAllowanceRequest>('string granter = 1; string grantee = 2')

/** No grant is an error, not an empty answer. */
export interface QueryAllowanceResponse {
  allowance: Grant | undefined
}
export const QueryAllowanceResponse: Codec<QueryAllowanceResponse> = /* @__PURE__ */ message<QueryAllowanceResponse>('Grant allowance = 1', () => [Grant])
