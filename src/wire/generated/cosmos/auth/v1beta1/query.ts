// Written by `npm run generate` from proto/cosmos/auth/v1beta1/query.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Any } from '../../../google/protobuf/any.ts'

export interface QueryAccountRequest {
  address: string
}
export const QueryAccountRequest: Codec<QueryAccountRequest> = /* @__PURE__ */ message<QueryAccountRequest>('string address = 1')

export interface QueryAccountResponse {
  /** BaseAccount, ModuleAccount or one of the vesting accounts. An address never used is an error instead. */
  account: Any | undefined
}
export const QueryAccountResponse: Codec<QueryAccountResponse> = /* @__PURE__ */ message<QueryAccountResponse>('Any account = 1', () => [Any])

export interface QueryModuleAccountsRequest {
}
export const QueryModuleAccountsRequest: Codec<QueryModuleAccountsRequest> = /* @__PURE__ */ message<QueryModuleAccountsRequest>('')

export interface QueryModuleAccountsResponse {
  accounts: Any[]
}
export const QueryModuleAccountsResponse: Codec<QueryModuleAccountsResponse> = /* @__PURE__ */ message<QueryModuleAccountsResponse>('Any[] accounts = 1', () => [Any])
