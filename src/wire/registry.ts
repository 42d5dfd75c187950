import type { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire'
import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import * as auth from './generated/cosmos/auth/v1beta1/auth.ts'
import * as authz from './generated/cosmos/authz/v1beta1/authz.ts'
import * as authzTx from './generated/cosmos/authz/v1beta1/tx.ts'
import * as bankTx from './generated/cosmos/bank/v1beta1/tx.ts'
import * as ed25519 from './generated/cosmos/crypto/ed25519/keys.ts'
import * as multisig from './generated/cosmos/crypto/multisig/keys.ts'
import * as secp256k1 from './generated/cosmos/crypto/secp256k1/keys.ts'
import * as distributionTx from './generated/cosmos/distribution/v1beta1/tx.ts'
import * as feegrant from './generated/cosmos/feegrant/v1beta1/feegrant.ts'
import * as govTx from './generated/cosmos/gov/v1/tx.ts'
import * as groupTx from './generated/cosmos/group/v1/tx.ts'
import * as group from './generated/cosmos/group/v1/types.ts'
import * as protocolpoolTx from './generated/cosmos/protocolpool/v1/tx.ts'
import * as stakingTx from './generated/cosmos/staking/v1beta1/tx.ts'
import * as vesting from './generated/cosmos/vesting/v1beta1/vesting.ts'
import * as dataTx from './generated/regen/data/v2/tx.ts'
import * as basketTx from './generated/regen/ecocredit/basket/v1/tx.ts'
import * as marketplaceTx from './generated/regen/ecocredit/marketplace/v1/tx.ts'
import * as ecocreditTx from './generated/regen/ecocredit/v1/tx.ts'

/** Every field optional, at every depth. */
export type DeepPartial<T> = T extends Uint8Array | bigint | string | number | boolean | undefined
  ? T
  : T extends (infer Item)[]
    ? DeepPartial<Item>[]
    : { [Field in keyof T]?: DeepPartial<T[Field]> }

/** The part of a generated codec that we use, and that CosmJS's Registry asks for. */
export type Codec<T> = {
  encode(message: T, writer?: BinaryWriter): BinaryWriter
  decode(input: BinaryReader | Uint8Array, length?: number): T
  fromPartial(object: DeepPartial<T>): T
}

/** A message as this SDK carries it. Bytes as the value: a type we do not know, or one that is already encoded. */
export type PlainAny = { typeUrl: string; value: object }

/** A generated type with each google.protobuf.Any in it opened. */
export type Opened<T> = T extends Uint8Array | bigint | string | number | boolean | undefined
  ? T
  : T extends { typeUrl: string; value: Uint8Array }
    ? PlainAny
    : T extends (infer Item)[]
      ? Opened<Item>[]
      : { [Field in keyof T]: Opened<T[Field]> }

/** An authz exec in a group proposal in a governance proposal is three deep; nobody needs sixteen. */
const MAX_DEPTH = 16

/** Files whose every message and response travels as an Any. */
const TX_FILES = {
  'regen.ecocredit.v1': ecocreditTx,
  'regen.ecocredit.marketplace.v1': marketplaceTx,
  'regen.ecocredit.basket.v1': basketTx,
  'regen.data.v2': dataTx,
  'cosmos.authz.v1beta1': authzTx,
  'cosmos.bank.v1beta1': bankTx,
  'cosmos.distribution.v1beta1': distributionTx,
  'cosmos.gov.v1': govTx,
  'cosmos.group.v1': groupTx,
  'cosmos.protocolpool.v1': protocolpoolTx,
  'cosmos.staking.v1beta1': stakingTx,
}

/** What else travels as an Any: accounts, public keys, authorizations, decision policies, allowances. */
const OTHERS: Readonly<Record<string, Codec<object>>> = {
  '/cosmos.auth.v1beta1.BaseAccount': auth.BaseAccount,
  '/cosmos.auth.v1beta1.ModuleAccount': auth.ModuleAccount,
  '/cosmos.auth.v1beta1.ModuleCredential': auth.ModuleCredential,
  '/cosmos.vesting.v1beta1.BaseVestingAccount': vesting.BaseVestingAccount,
  '/cosmos.vesting.v1beta1.ContinuousVestingAccount': vesting.ContinuousVestingAccount,
  '/cosmos.vesting.v1beta1.DelayedVestingAccount': vesting.DelayedVestingAccount,
  '/cosmos.vesting.v1beta1.PeriodicVestingAccount': vesting.PeriodicVestingAccount,
  '/cosmos.vesting.v1beta1.PermanentLockedAccount': vesting.PermanentLockedAccount,
  '/cosmos.crypto.ed25519.PubKey': ed25519.PubKey,
  '/cosmos.crypto.multisig.LegacyAminoPubKey': multisig.LegacyAminoPubKey,
  '/cosmos.crypto.secp256k1.PubKey': secp256k1.PubKey,
  '/cosmos.authz.v1beta1.GenericAuthorization': authz.GenericAuthorization,
  '/cosmos.group.v1.ThresholdDecisionPolicy': group.ThresholdDecisionPolicy,
  '/cosmos.group.v1.PercentageDecisionPolicy': group.PercentageDecisionPolicy,
  '/cosmos.feegrant.v1beta1.BasicAllowance': feegrant.BasicAllowance,
  '/cosmos.feegrant.v1beta1.PeriodicAllowance': feegrant.PeriodicAllowance,
  '/cosmos.feegrant.v1beta1.AllowedMsgAllowance': feegrant.AllowedMsgAllowance,
}

/** Which fields of which type hold Anys. */
const ANY_FIELDS: Readonly<Record<string, readonly string[]>> = {
  '/cosmos.authz.v1beta1.MsgExec': ['msgs'],
  '/cosmos.authz.v1beta1.MsgGrant': ['grant.authorization'],
  '/cosmos.gov.v1.MsgSubmitProposal': ['messages'],
  '/cosmos.group.v1.MsgSubmitProposal': ['messages'],
  '/cosmos.group.v1.MsgCreateGroupWithPolicy': ['decisionPolicy'],
  '/cosmos.staking.v1beta1.MsgCreateValidator': ['pubkey'],
  '/cosmos.auth.v1beta1.BaseAccount': ['pubKey'],
  '/cosmos.auth.v1beta1.ModuleAccount': ['baseAccount.pubKey'],
  '/cosmos.vesting.v1beta1.BaseVestingAccount': ['baseAccount.pubKey'],
  '/cosmos.vesting.v1beta1.ContinuousVestingAccount': ['baseVestingAccount.baseAccount.pubKey'],
  '/cosmos.vesting.v1beta1.DelayedVestingAccount': ['baseVestingAccount.baseAccount.pubKey'],
  '/cosmos.vesting.v1beta1.PeriodicVestingAccount': ['baseVestingAccount.baseAccount.pubKey'],
  '/cosmos.vesting.v1beta1.PermanentLockedAccount': ['baseVestingAccount.baseAccount.pubKey'],
  '/cosmos.crypto.multisig.LegacyAminoPubKey': ['publicKeys'],
  '/cosmos.feegrant.v1beta1.AllowedMsgAllowance': ['allowance'],
}

const isCodec = (value: object): value is Codec<object> => 'decode' in value

/** The generated codecs: an Any inside stays bytes. */
const GENERATED: ReadonlyMap<string, Codec<object>> = new Map([
  ...Object.entries(TX_FILES).flatMap(([file, types]) =>
    Object.entries<object>(types).flatMap(([name, type]): [string, Codec<object>][] =>
      /^Msg[A-Za-z]+$/.test(name) && isCodec(type) ? [[`/${file}.${name}`, type]] : [],
    ),
  ),
  ...Object.entries(OTHERS),
])

/**
 * Type URL → codec, for every message, response, account, key, policy and authorization we know.
 * Messages inside messages (authz, gov, group) are plain `{ typeUrl, value }` here, at every depth.
 * Only for code that needs them all: a reader imports the one codec it decodes with.
 */
export const CODECS: ReadonlyMap<string, Codec<object>> = new Map(
  [...GENERATED].map(([typeUrl, codec]) => [typeUrl, opening(codec, ANY_FIELDS[typeUrl] ?? [])]),
)

/** A codec that packs the Anys at `paths` when it encodes, and opens them when it decodes. */
export function opening<T extends object, Plain extends object = Opened<T>>(
  codec: Codec<T>,
  paths: readonly string[],
): Codec<Plain> {
  if (paths.length === 0) return codec as unknown as Codec<Plain>
  return {
    encode: (message, writer) =>
      codec.encode(mapPaths(message, paths, inner => packAny(inner, 1)) as T, writer),
    decode: (input, length) =>
      mapPaths(codec.decode(input, length), paths, inner => openAny(inner, 1)) as unknown as Plain,
    fromPartial: object => codec.fromPartial(object as unknown as DeepPartial<T>) as unknown as Plain,
  }
}

function packAny({ typeUrl, value }: PlainAny, depth: number): PlainAny {
  if (value instanceof Uint8Array) return { typeUrl, value }
  const codec = GENERATED.get(typeUrl)
  if (!codec) throw malformed(typeUrl, 'an unknown type; pass its value as bytes')
  const packed = mapPaths(value, pathsOf(typeUrl, depth), inner => packAny(inner, depth + 1))
  return { typeUrl, value: codec.encode(codec.fromPartial(packed)).finish() }
}

function openAny({ typeUrl, value }: PlainAny, depth: number): PlainAny {
  const codec = GENERATED.get(typeUrl)
  if (!codec || !(value instanceof Uint8Array)) return { typeUrl, value }
  const message = decodeOrExplain(codec, value, typeUrl)
  return { typeUrl, value: mapPaths(message, pathsOf(typeUrl, depth), inner => openAny(inner, depth + 1)) }
}

/** Decodes, or throws INPUT_INVALID that names what the bytes were meant to be. */
export function decodeOrExplain<T>(codec: Codec<T>, bytes: Uint8Array, what: string): T {
  try {
    return codec.decode(bytes)
  } catch (cause) {
    if (cause instanceof RegenError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw malformed(what, `its bytes do not decode: ${reason}`, cause)
  }
}

const malformed = (what: string, issues: string, cause?: unknown) =>
  new RegenError(INPUT_INVALID, { what, issues }, { cause })

function pathsOf(typeUrl: string, depth: number): readonly string[] {
  const paths = ANY_FIELDS[typeUrl] ?? []
  if (paths.length > 0 && depth >= MAX_DEPTH) throw malformed(typeUrl, `nested more than ${MAX_DEPTH} deep`)
  return paths
}

const mapPaths = (message: object, paths: readonly string[], change: (inner: PlainAny) => PlainAny): object =>
  paths.reduce((value, path) => mapAt(value, path.split('.'), change) as object, message)

/** A copy of `value` with `change` made to what is found along the path; lists on the way are walked. */
function mapAt(value: unknown, path: readonly string[], change: (inner: PlainAny) => PlainAny): unknown {
  if (value === undefined || value === null) return value
  if (Array.isArray(value)) return value.map(item => mapAt(item, path, change))
  const [field, ...rest] = path
  if (field === undefined) return change(value as PlainAny)
  return { ...value, [field]: mapAt((value as Record<string, unknown>)[field], rest, change) }
}
