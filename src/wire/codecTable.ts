import * as auth from './generated/cosmos/auth/v1beta1/auth.ts'
import * as authz from './generated/cosmos/authz/v1beta1/authz.ts'
import * as authzTx from './generated/cosmos/authz/v1beta1/tx.ts'
import * as bank from './generated/cosmos/bank/v1beta1/authz.ts'
import * as bankTx from './generated/cosmos/bank/v1beta1/tx.ts'
import * as ed25519 from './generated/cosmos/crypto/ed25519/keys.ts'
import * as multisig from './generated/cosmos/crypto/multisig/keys.ts'
import * as secp256k1 from './generated/cosmos/crypto/secp256k1/keys.ts'
import * as distributionTx from './generated/cosmos/distribution/v1beta1/tx.ts'
import * as feegrant from './generated/cosmos/feegrant/v1beta1/feegrant.ts'
import * as feegrantTx from './generated/cosmos/feegrant/v1beta1/tx.ts'
import * as govTx from './generated/cosmos/gov/v1/tx.ts'
import * as groupTx from './generated/cosmos/group/v1/tx.ts'
import * as group from './generated/cosmos/group/v1/types.ts'
import * as protocolpoolTx from './generated/cosmos/protocolpool/v1/tx.ts'
import * as stakingTx from './generated/cosmos/staking/v1beta1/tx.ts'
import * as vesting from './generated/cosmos/vesting/v1beta1/vesting.ts'
import * as transferTx from './generated/ibc/applications/transfer/v1/tx.ts'
import * as dataTx from './generated/regen/data/v2/tx.ts'
import * as basketTx from './generated/regen/ecocredit/basket/v1/tx.ts'
import * as marketplaceTx from './generated/regen/ecocredit/marketplace/v1/tx.ts'
import * as ecocreditTx from './generated/regen/ecocredit/v1/tx.ts'
import type { Codec } from './message.ts'

/** Files whose every message and response travels as an Any. */
const TX_FILES = {
  'regen.ecocredit.v1': ecocreditTx,
  'regen.ecocredit.marketplace.v1': marketplaceTx,
  'regen.ecocredit.basket.v1': basketTx,
  'regen.data.v2': dataTx,
  'cosmos.authz.v1beta1': authzTx,
  'cosmos.bank.v1beta1': bankTx,
  'cosmos.distribution.v1beta1': distributionTx,
  'cosmos.feegrant.v1beta1': feegrantTx,
  'cosmos.gov.v1': govTx,
  'cosmos.group.v1': groupTx,
  'cosmos.protocolpool.v1': protocolpoolTx,
  'cosmos.staking.v1beta1': stakingTx,
  'ibc.applications.transfer.v1': transferTx,
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
  '/cosmos.bank.v1beta1.SendAuthorization': bank.SendAuthorization,
  '/cosmos.group.v1.ThresholdDecisionPolicy': group.ThresholdDecisionPolicy,
  '/cosmos.group.v1.PercentageDecisionPolicy': group.PercentageDecisionPolicy,
  '/cosmos.feegrant.v1beta1.BasicAllowance': feegrant.BasicAllowance,
  '/cosmos.feegrant.v1beta1.PeriodicAllowance': feegrant.PeriodicAllowance,
  '/cosmos.feegrant.v1beta1.AllowedMsgAllowance': feegrant.AllowedMsgAllowance,
}

/** Which fields of which type hold Anys. Half of the types are no messages, and who decodes needs no definition of a message: so the list stands here. */
export const ANY_FIELDS: Readonly<Record<string, readonly string[]>> = {
  '/cosmos.authz.v1beta1.MsgExec': ['msgs'],
  '/cosmos.authz.v1beta1.MsgGrant': ['grant.authorization'],
  '/cosmos.feegrant.v1beta1.MsgGrantAllowance': ['allowance'],
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
export const GENERATED: ReadonlyMap<string, Codec<object>> = new Map([
  ...Object.entries(TX_FILES).flatMap(([file, types]) =>
    Object.entries<object>(types).flatMap(([name, type]): [string, Codec<object>][] =>
      /^Msg[A-Za-z]+$/.test(name) && isCodec(type) ? [[`/${file}.${name}`, type]] : [],
    ),
  ),
  ...Object.entries(OTHERS),
])
