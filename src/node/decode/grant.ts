import type { GrantAuthorization } from '../../wire/generated/cosmos/authz/v1beta1/authz.ts'
import { GenericAuthorization } from '../../wire/generated/cosmos/authz/v1beta1/authz.ts'
import type { Fields } from './fields.ts'

/** What one account lets another do in its name. */
export type Grant = {
  readonly granter: string
  readonly grantee: string
  /** The type of the authorization. */
  readonly authorization: string
  /** The type of the messages that are allowed, where the authorization says just that; null for others. */
  readonly message: string | null
  /** RFC 3339; null for a grant without an end. */
  readonly expiration: string | null
}

const GENERIC = '/cosmos.authz.v1beta1.GenericAuthorization'

export const toGrant = (
  { granter, grantee, authorization, expiration }: GrantAuthorization,
  read: Fields,
): Grant =>
  read.message('authorization', authorization, ({ typeUrl, value }) => ({
    granter: read.address('granter', granter),
    grantee: read.address('grantee', grantee),
    authorization: read.text('type_url', typeUrl),
    message: typeUrl === GENERIC ? allowedMessage(value, read) : null,
    expiration: read.optionalTime('expiration', expiration),
  }))

function allowedMessage(value: Uint8Array, read: Fields): string {
  try {
    return GenericAuthorization.decode(value).msg
  } catch (error) {
    return read.fail('value', 'the bytes of a GenericAuthorization', error)
  }
}
