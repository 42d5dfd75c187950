// Written by `npm run generate` from proto/cosmos/authz/v1beta1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Grant } from './authz.ts'
import { Any } from '../../../google/protobuf/any.ts'

export interface MsgGrant {
  granter: string
  grantee: string
  grant: Grant | undefined
}
export const MsgGrant: Codec<MsgGrant> = /* @__PURE__ */ message<MsgGrant>('string granter = 1; string grantee = 2; Grant grant = 3', () => [Grant])

export interface MsgGrantResponse {
}
export const MsgGrantResponse: Codec<MsgGrantResponse> = /* @__PURE__ */ message<MsgGrantResponse>('')

/** Signed by grantee; what the inner messages cost is paid by their own signers. */
export interface MsgExec {
  grantee: string
  msgs: Any[]
}
export const MsgExec: Codec<MsgExec> = /* @__PURE__ */ message<MsgExec>('string grantee = 1; Any[] msgs = 2', () => [Any])

export interface MsgExecResponse {
  results: Uint8Array[]
}
export const MsgExecResponse: Codec<MsgExecResponse> = /* @__PURE__ */ message<MsgExecResponse>('bytes[] results = 1')

export interface MsgRevoke {
  granter: string
  grantee: string
  msgTypeUrl: string
}
export const MsgRevoke: Codec<MsgRevoke> = /* @__PURE__ */ message<MsgRevoke>('string granter = 1; string grantee = 2; string msgTypeUrl = 3')

export interface MsgRevokeResponse {
}
export const MsgRevokeResponse: Codec<MsgRevokeResponse> = /* @__PURE__ */ message<MsgRevokeResponse>('')
