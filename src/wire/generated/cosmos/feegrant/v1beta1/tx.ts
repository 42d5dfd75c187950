// Written by `npm run generate` from proto/cosmos/feegrant/v1beta1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Any } from '../../../google/protobuf/any.ts'

export interface MsgGrantAllowance {
  granter: string
  grantee: string
  allowance: Any | undefined
}
export const MsgGrantAllowance: Codec<MsgGrantAllowance> = /* @__PURE__ */ message<MsgGrantAllowance>('string granter = 1; string grantee = 2; Any allowance = 3', () => [Any])

export interface MsgGrantAllowanceResponse {
}
export const MsgGrantAllowanceResponse: Codec<MsgGrantAllowanceResponse> = /* @__PURE__ */ message<MsgGrantAllowanceResponse>('')

export interface MsgRevokeAllowance {
  granter: string
  grantee: string
}
export const MsgRevokeAllowance: Codec<MsgRevokeAllowance> = /* @__PURE__ */ message<MsgRevokeAllowance>('string granter = 1; string grantee = 2')

export interface MsgRevokeAllowanceResponse {
}
export const MsgRevokeAllowanceResponse: Codec<MsgRevokeAllowanceResponse> = /* @__PURE__ */ message<MsgRevokeAllowanceResponse>('')
