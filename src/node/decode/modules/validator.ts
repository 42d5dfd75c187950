import { sha256 } from '@noble/hashes/sha2.js'
import { bytesOfWords, decodeBech32, encodeBech32 } from '../../../primitives/bech32.ts'
import type { Ratio } from '../../../primitives/ratio.ts'
import { type Uregen, uregen } from '../../../primitives/uregen.ts'
import { PubKey } from '../../../wire/generated/cosmos/crypto/ed25519/keys.ts'
import type { Validator as Wire } from '../../../wire/generated/cosmos/staking/v1beta1/staking.ts'
import type { Any } from '../../../wire/generated/google/protobuf/any.ts'
import type { Fields } from '../fields.ts'

/** A validator of x/staking. */
export type Validator = {
  /** regenvaloper1… */
  readonly operator: string
  /** The operator's account, regen1…, with which it votes. */
  readonly account: string
  /** regenvalcons1…, under which it signs blocks. */
  readonly consensusAddress: string
  readonly moniker: string
  readonly status: BondStatus
  readonly jailed: boolean
  /** What is staked with it, in uregen. */
  readonly tokens: Uregen
  readonly commission: Ratio
  readonly minSelfDelegation: bigint
}

/** By its number on the wire. */
const BOND_STATUSES = ['unspecified', 'unbonded', 'unbonding', 'bonded'] as const
/** Whether a validator's stake counts at the moment. */
export type BondStatus = (typeof BOND_STATUSES)[number]

const ED25519 = '/cosmos.crypto.ed25519.PubKey'

export function toValidator(
  {
    operatorAddress,
    consensusPubkey,
    description,
    status,
    jailed,
    tokens,
    commission,
    minSelfDelegation,
  }: Wire,
  read: Fields,
): Validator {
  const operator = read.text('operator_address', operatorAddress)
  return {
    operator,
    account: accountOf(operator) ?? read.fail('operator_address', 'an address', operator),
    consensusAddress: read.message('consensus_pubkey', consensusPubkey, toConsensusAddress),
    moniker: description?.moniker ?? '',
    status: read.named('status', BOND_STATUSES, status),
    jailed,
    tokens: uregen(read.whole('tokens', tokens)),
    commission: read.scaled('commission.rate', commission?.commissionRates?.rate ?? ''),
    minSelfDelegation: read.whole('min_self_delegation', minSelfDelegation),
  }
}

function toConsensusAddress({ typeUrl, value }: Any, read: Fields): string {
  read.same('type_url', typeUrl, ED25519)
  const key = attempt(() => PubKey.decode(value).key)
  return key?.length === 32 ? consensusAddress(key) : read.fail('value', 'a key of 32 bytes', key)
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** The account of a validator's operator, which votes: the same bytes under another prefix. Null for what is no address. */
export function accountOf(operator: string): string | null {
  const decoded = decodeBech32(operator)
  const bytes = typeof decoded === 'string' ? decoded : bytesOfWords(decoded.words)
  return typeof bytes === 'string' ? null : encodeBech32('regen', bytes)
}

/** The address under which a consensus key signs blocks: the first 20 bytes of the key's SHA-256. */
export const consensusAddress = (key: Uint8Array): string =>
  encodeBech32('regenvalcons', sha256(key).slice(0, 20))
