import { bech32 } from '@scure/base'
import { addressBytes } from '../../src/primitives/address.ts'
import { network, verdicts } from './recordings.ts'

const account = (name: string) => network.accounts[name]?.address ?? ''
const alice = account('alice')
const bob = account('bob')
const validator = bech32.encode('regenvaloper', bech32.toWords(addressBytes(alice)))
const authority = 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh'
const hash = 'CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk='
const coin = { denom: 'uregen', amount: '5' }

/** The messages a node accepted, one of each type it was asked about. */
const accepted = Object.fromEntries(
  verdicts()
    .filter(({ accepted, path }) => accepted && path === '')
    .map(({ typeUrl, value }) => [typeUrl, value]),
)

const retire = { typeUrl: '/regen.ecocredit.v1.MsgRetire', value: accepted['/regen.ecocredit.v1.MsgRetire'] }
const setFee = { typeUrl: '/regen.ecocredit.v1.MsgUpdateClassFee', value: { authority, fee: coin } }

/** One valid message of each type of the catalog, as proto3 JSON. */
export const VALID_MESSAGES: { readonly [typeUrl: string]: unknown } = {
  ...accepted,
  '/regen.ecocredit.v1.MsgAddCreditType': {
    authority,
    creditType: { abbreviation: 'KSH', name: 'kilo-sheep-hour', unit: 'kilo-sheep-hour', precision: 6 },
  },
  '/regen.ecocredit.v1.MsgSetClassCreatorAllowlist': { authority, enabled: true },
  '/regen.ecocredit.v1.MsgAddClassCreator': { authority, creator: alice },
  '/regen.ecocredit.v1.MsgRemoveClassCreator': { authority, creator: alice },
  '/regen.ecocredit.v1.MsgUpdateClassFee': { authority, fee: coin },
  '/regen.ecocredit.v1.MsgAddAllowedBridgeChain': { authority, chainName: 'celo' },
  '/regen.ecocredit.v1.MsgRemoveAllowedBridgeChain': { authority, chainName: 'polygon' },
  '/regen.ecocredit.marketplace.v1.MsgAddAllowedDenom': {
    authority,
    bankDenom: 'uatom',
    displayDenom: 'ATOM',
    exponent: 6,
  },
  '/regen.ecocredit.marketplace.v1.MsgRemoveAllowedDenom': { authority, denom: 'uregen' },
  '/regen.ecocredit.marketplace.v1.MsgGovSetFeeParams': {
    authority,
    fees: { buyerPercentageFee: '0.01', sellerPercentageFee: '' },
  },
  '/regen.ecocredit.marketplace.v1.MsgGovSendFromFeePool': { authority, recipient: bob, coins: [coin] },
  '/regen.ecocredit.basket.v1.MsgCreate': {
    curator: alice,
    name: 'RCT',
    description: 'd',
    exponent: 6,
    disableAutoRetire: true,
    creditTypeAbbrev: 'C',
    allowedClasses: ['C01'],
    dateCriteria: { startDateWindow: '315360000s' },
    fee: [{ denom: 'uregen', amount: '20000000' }],
  },
  '/regen.ecocredit.basket.v1.MsgUpdateBasketFee': { authority },
  '/regen.data.v2.MsgRegisterResolver': {
    signer: alice,
    resolverId: '1',
    contentHashes: [{ raw: { hash, digestAlgorithm: 1, fileExtension: 'pdf' } }],
  },
  '/cosmos.bank.v1beta1.MsgSend': { fromAddress: alice, toAddress: bob, amount: [coin] },
  '/cosmos.bank.v1beta1.MsgMultiSend': {
    inputs: [{ address: alice, coins: [{ denom: 'uregen', amount: '10' }] }],
    outputs: [
      { address: bob, coins: [coin] },
      { address: alice, coins: [coin] },
    ],
  },
  '/cosmos.authz.v1beta1.MsgGrant': {
    granter: alice,
    grantee: bob,
    grant: {
      authorization: {
        typeUrl: '/cosmos.authz.v1beta1.GenericAuthorization',
        value: { msg: '/regen.ecocredit.v1.MsgRetire' },
      },
      expiration: '2099-01-01T00:00:00Z',
    },
  },
  '/cosmos.authz.v1beta1.MsgRevoke': {
    granter: alice,
    grantee: bob,
    msgTypeUrl: '/regen.ecocredit.v1.MsgRetire',
  },
  '/cosmos.feegrant.v1beta1.MsgGrantAllowance': {
    granter: alice,
    grantee: bob,
    allowance: {
      typeUrl: '/cosmos.feegrant.v1beta1.BasicAllowance',
      value: { spendLimit: [coin], expiration: '2099-01-01T00:00:00Z' },
    },
  },
  '/cosmos.feegrant.v1beta1.MsgRevokeAllowance': { granter: alice, grantee: bob },
  '/cosmos.staking.v1beta1.MsgDelegate': {
    delegatorAddress: alice,
    validatorAddress: validator,
    amount: coin,
  },
  '/cosmos.staking.v1beta1.MsgUndelegate': {
    delegatorAddress: alice,
    validatorAddress: validator,
    amount: coin,
  },
  '/cosmos.staking.v1beta1.MsgBeginRedelegate': {
    delegatorAddress: alice,
    validatorSrcAddress: validator,
    validatorDstAddress: bech32.encode('regenvaloper', bech32.toWords(addressBytes(bob))),
    amount: coin,
  },
  '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward': {
    delegatorAddress: alice,
    validatorAddress: validator,
  },
  '/ibc.applications.transfer.v1.MsgTransfer': {
    sourcePort: 'transfer',
    sourceChannel: 'channel-1',
    token: coin,
    sender: alice,
    receiver: 'osmo1…',
    timeoutTimestamp: '1900000000000000000',
  },
  '/cosmos.authz.v1beta1.MsgExec': { grantee: bob, msgs: [retire] },
  '/cosmos.gov.v1.MsgSubmitProposal': {
    messages: [setFee],
    initialDeposit: [coin],
    proposer: alice,
    metadata: '',
    title: 'A class costs 5 uregen',
    summary: 's',
  },
  '/cosmos.gov.v1.MsgVote': { proposalId: '1', voter: alice, option: 'VOTE_OPTION_YES' },
  '/cosmos.group.v1.MsgSubmitProposal': {
    groupPolicyAddress: alice,
    proposers: [bob],
    messages: [retire],
    exec: 'EXEC_TRY',
    title: 't',
    summary: 's',
  },
  '/cosmos.gov.v1.MsgDeposit': { proposalId: '1', depositor: alice, amount: [coin] },
  '/cosmos.gov.v1.MsgVoteWeighted': {
    proposalId: '1',
    voter: alice,
    options: [
      { option: 'VOTE_OPTION_YES', weight: '0.7' },
      { option: 'VOTE_OPTION_NO', weight: '0.3' },
    ],
  },
  '/cosmos.group.v1.MsgVote': { proposalId: '1', voter: alice, option: 'VOTE_OPTION_YES', exec: 'EXEC_TRY' },
  '/cosmos.group.v1.MsgExec': { proposalId: '1', executor: alice },
  '/cosmos.group.v1.MsgUpdateGroupMembers': {
    admin: alice,
    groupId: '1',
    memberUpdates: [{ address: bob, weight: '0' }],
  },
  '/cosmos.group.v1.MsgCreateGroupWithPolicy': {
    admin: alice,
    members: [
      { address: alice, weight: '1' },
      { address: bob, weight: '2.5' },
    ],
    decisionPolicy: {
      typeUrl: '/cosmos.group.v1.ThresholdDecisionPolicy',
      value: { threshold: '2', windows: { votingPeriod: '86400s' } },
    },
  },
  '/cosmos.protocolpool.v1.MsgCreateContinuousFund': {
    authority,
    recipient: bob,
    percentage: '0.15',
    expiry: '2099-01-01T00:00:00Z',
  },
  '/cosmos.protocolpool.v1.MsgCancelContinuousFund': { authority, recipient: bob },
  '/cosmos.protocolpool.v1.MsgCommunityPoolSpend': { authority, recipient: bob, amount: [coin] },
  '/cosmos.protocolpool.v1.MsgFundCommunityPool': { depositor: alice, amount: [coin] },
}
