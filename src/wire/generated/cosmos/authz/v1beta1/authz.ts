// Written by `npm run generate` from proto/cosmos/authz/v1beta1/authz.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Any } from '../../../google/protobuf/any.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'

/** Any message of one type, without limit. */
export interface GenericAuthorization {
  /** A type URL. */
  msg: string
}
export const GenericAuthorization: Codec<GenericAuthorization> = /* @__PURE__ */ message<GenericAuthorization>('string msg = 1')

export interface Grant {
  authorization: Any | undefined
  /** Unset: never expires. */
  expiration: Timestamp | undefined
}
export const Grant: Codec<Grant> = /* @__PURE__ */ message<Grant>('Any authorization = 1; Timestamp expiration = 2', () => [Any, Timestamp])

export interface GrantAuthorization {
  granter: string
  grantee: string
  authorization: Any | undefined
  expiration: Timestamp | undefined
}
export const GrantAuthorization: Codec<GrantAuthorization> = /* @__PURE__ */ message<GrantAuthorization>('string granter = 1; string grantee = 2; Any authorization = 3; Timestamp expiration = 4', () => [Any, Timestamp])
