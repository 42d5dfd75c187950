import { BaseAccount, ModuleAccount } from '../../../wire/generated/cosmos/auth/v1beta1/auth.ts'
import {
  ContinuousVestingAccount,
  DelayedVestingAccount,
  PeriodicVestingAccount,
  PermanentLockedAccount,
} from '../../../wire/generated/cosmos/vesting/v1beta1/vesting.ts'
import type { Any } from '../../../wire/generated/google/protobuf/any.ts'
import type { Fields } from '../fields.ts'

/** An account of x/auth, of whatever kind: what signing needs of it. */
export type Account = {
  readonly address: string
  readonly number: bigint
  readonly sequence: bigint
  /** Null until its first transaction. `value` is the encoded key. */
  readonly pubKey: { readonly typeUrl: string; readonly value: Uint8Array } | null
  /** The name of the module it belongs to; null for everybody else's. */
  readonly module: string | null
  readonly vesting: boolean
}

type Base = BaseAccount | undefined
type Read = { readonly base: Base; readonly module?: string; readonly vesting?: boolean }

const vesting = (account: { baseVestingAccount: { baseAccount: Base } | undefined }): Read => ({
  base: account.baseVestingAccount?.baseAccount,
  vesting: true,
})

/** Where each kind of account keeps its address, number, sequence and key. */
const KINDS: { readonly [typeUrl: string]: ((bytes: Uint8Array) => Read) | undefined } = {
  '/cosmos.auth.v1beta1.BaseAccount': bytes => ({ base: BaseAccount.decode(bytes) }),
  '/cosmos.auth.v1beta1.ModuleAccount': bytes => {
    const { baseAccount, name } = ModuleAccount.decode(bytes)
    return { base: baseAccount, module: name }
  },
  '/cosmos.vesting.v1beta1.ContinuousVestingAccount': bytes =>
    vesting(ContinuousVestingAccount.decode(bytes)),
  '/cosmos.vesting.v1beta1.DelayedVestingAccount': bytes => vesting(DelayedVestingAccount.decode(bytes)),
  '/cosmos.vesting.v1beta1.PeriodicVestingAccount': bytes => vesting(PeriodicVestingAccount.decode(bytes)),
  '/cosmos.vesting.v1beta1.PermanentLockedAccount': bytes => vesting(PermanentLockedAccount.decode(bytes)),
}

export function toAccount({ typeUrl, value }: Any, read: Fields): Account {
  const decode = KINDS[typeUrl] ?? read.fail('type_url', 'a known kind of account', typeUrl)
  const { base, module = null, vesting = false } = attempt(() => decode(value), read)
  return read.message('base_account', base, ({ address, accountNumber, sequence, pubKey }) => ({
    address: read.address('address', address),
    number: accountNumber,
    sequence,
    pubKey: pubKey ? { typeUrl: pubKey.typeUrl, value: pubKey.value } : null,
    module,
    vesting,
  }))
}

function attempt(decode: () => Read, read: Fields): Read {
  try {
    return decode()
  } catch (error) {
    return read.fail('value', 'the bytes of an account', error)
  }
}
