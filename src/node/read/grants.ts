import {
  GenericAuthorization,
  type GrantAuthorization,
} from '../../wire/generated/cosmos/authz/v1beta1/authz.ts'
import type { Fields } from '../decode/fields.ts'
import { authzGranterGrants, authzGrants } from '../endpoints/governance.ts'
import { askAll, type NodeAt } from './ask.ts'
import { type ListQuestion, listQuestion } from './question.ts'

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

/** The type of the messages that a generic authorization allows. */
function allowedMessage(value: Uint8Array, read: Fields): string {
  try {
    return GenericAuthorization.decode(value).msg
  } catch (error) {
    return read.fail('value', 'the bytes of a GenericAuthorization', error)
  }
}

/** Asks for the grants between two accounts: the answer leaves out whose they are. */
export const grantsQuestion = (granter: string, grantee: string): ListQuestion<Grant> =>
  listQuestion(
    authzGrants,
    { granter, grantee },
    ({ grants }, read) =>
      read.each('grants', grants, (grant, at) => toGrant({ ...grant, granter, grantee }, at)),
    'hundred',
  )

/**
 * What an account lets others do in its name.
 *
 * @example
 * const grantsOf = await readGrantsOf(at, buyer)
 */
export const readGrantsOf = (ledger: NodeAt, granter: string): Promise<readonly Grant[]> =>
  askAll(
    ledger,
    listQuestion(
      authzGranterGrants,
      { granter },
      ({ grants }, read) => read.each('grants', grants, toGrant),
      'hundred',
    ),
  )
