import * as accounts from '../../../src/node/read/accounts.ts'
import type { NodeAt } from '../../../src/node/read/ask.ts'
import * as bank from '../../../src/node/read/bank.ts'
import * as baskets from '../../../src/node/read/baskets.ts'
import * as batches from '../../../src/node/read/batches.ts'
import * as balances from '../../../src/node/read/creditBalances.ts'
import * as classes from '../../../src/node/read/creditClasses.ts'
import * as types from '../../../src/node/read/creditTypes.ts'
import { readFeeParams } from '../../../src/node/read/feeParams.ts'
import * as gov from '../../../src/node/read/governance.ts'
import { readGrantsOf } from '../../../src/node/read/grants.ts'
import { readNodeConfig } from '../../../src/node/read/node.ts'
import * as projects from '../../../src/node/read/projects.ts'
import * as orders from '../../../src/node/read/sellOrders.ts'
import * as settings from '../../../src/node/read/settings.ts'
import * as slashing from '../../../src/node/read/slashing.ts'
import * as staking from '../../../src/node/read/staking.ts'
import {
  coins,
  decimal,
  decodeCosmos,
  decodeRegen,
  instant,
  type Json,
  millionths,
  moment,
  scaled,
} from './others.ts'

/** One kind of recorded query: the reader for it, and what it should give, by somebody else's decoder. */
export type Kind = {
  readonly request: (base64: string) => Json
  readonly read: (ledger: NodeAt, request: Json) => Promise<unknown>
  readonly answer: (base64: string | null) => Json
  readonly expected: (answer: Json, request: Json) => unknown
}

const kindFrom =
  (decode: (file: string, message: string, base64: string | null) => Json) =>
  (file: string, name: string, read: Kind['read'], expected: Kind['expected']): Kind => ({
    request: base64 => decode(file, `Query${name}Request`, base64),
    read,
    answer: base64 => decode(file, `Query${name}Response`, base64),
    expected,
  })
const regen = kindFrom(decodeRegen)
const cosmos = kindFrom(decodeCosmos)

const classOf = ({ id, admin, creditTypeAbbrev, metadata }: Json) => ({
  id,
  admin,
  creditType: creditTypeAbbrev,
  metadata,
})
const projectOf = ({ id, classId, admin, referenceId, jurisdiction, metadata }: Json) => ({
  id,
  classId,
  admin,
  referenceId,
  jurisdiction,
  metadata,
})
const batchOf = ({ denom, projectId, issuer, open, startDate, endDate, metadata }: Json) => ({
  denom,
  projectId,
  issuer,
  open,
  startDate: moment(startDate),
  endDate: moment(endDate),
  metadata,
})
/** Without the date of issuance, of which the other package drops the nanoseconds. */
const undated = (batch: Json) => {
  const { issuanceDate, ...others } = batch ?? {}
  return batch && (/^2026-11-21T14:\d\d:\d\d\.\d+Z$/.test(issuanceDate) ? others : issuanceDate)
}
const balanceOf = ({ address, batchDenom, tradableAmount, retiredAmount, escrowedAmount }: Json) => ({
  account: address,
  batchDenom,
  tradable: millionths(tradableAmount),
  retired: millionths(retiredAmount),
  escrowed: millionths(escrowedAmount),
})
const orderOf = ({
  id,
  seller,
  batchDenom,
  quantity,
  askDenom,
  askAmount,
  disableAutoRetire,
  expiration,
}: Json) => ({
  id: String(id),
  seller,
  batchDenom,
  quantity: millionths(quantity),
  askDenom,
  askAmount: BigInt(askAmount),
  disableAutoRetire,
  expiration: moment(expiration),
})
const basketOf = ({ basketDenom, name, curator, creditTypeAbbrev, disableAutoRetire }: Json) => ({
  denom: basketDenom,
  name,
  curator,
  creditType: creditTypeAbbrev,
  disableAutoRetire,
  dateCriteria: null,
})
const coinOf = ({ denom, amount }: Json) => ({ denom, amount: BigInt(amount) })
const tallyOf = ({ yesCount, abstainCount, noCount, noWithVetoCount }: Json) => ({
  yes: BigInt(yesCount),
  abstain: BigInt(abstainCount),
  no: BigInt(noCount),
  noWithVeto: BigInt(noWithVetoCount),
})
const proposalOf = (proposal: Json) => ({
  id: proposal.id,
  proposer: proposal.proposer,
  title: proposal.title,
  summary: proposal.summary,
  messages: proposal.messages.map(({ typeUrl }: Json) => typeUrl),
  status: ['unspecified', 'deposit', 'voting', 'passed', 'rejected', 'failed'][proposal.status],
  tally: tallyOf(proposal.finalTallyResult),
  submitTime: instant(proposal.submitTime),
  votingStart: instant(proposal.votingStartTime),
  votingEnd: instant(proposal.votingEndTime),
  totalDeposit: coins(proposal.totalDeposit),
  failedReason: proposal.failedReason,
})

/** The account in an Any, base or of a module. */
const accountOf = ({ typeUrl, value }: Json) => {
  const isModule = typeUrl.endsWith('ModuleAccount')
  const decoded = decodeCosmos('auth/v1beta1/auth', isModule ? 'ModuleAccount' : 'BaseAccount', value)
  const base = isModule ? decoded.baseAccount : decoded
  return {
    address: base.address,
    number: base.accountNumber,
    sequence: base.sequence,
    pubKey: base.pubKey ? { typeUrl: base.pubKey.typeUrl, value: base.pubKey.value } : null,
    module: isModule ? decoded.name : null,
    vesting: false,
  }
}

const ECOCREDIT = 'v1/query'
const MARKET = 'marketplace/v1/query'
const BASKET = 'basket/v1/query'

/** By path. */
export const KINDS: { readonly [path: string]: Kind } = {
  '/regen.ecocredit.v1.Query/Classes': regen(ECOCREDIT, 'Classes', classes.readCreditClasses, a =>
    a.classes.map(classOf),
  ),
  '/regen.ecocredit.v1.Query/Class': regen(
    ECOCREDIT,
    'Class',
    (ledger, { classId }) => classes.readCreditClass(ledger, classId),
    a => classOf(a.class),
  ),
  '/regen.ecocredit.v1.Query/ClassIssuers': regen(
    ECOCREDIT,
    'ClassIssuers',
    (ledger, { classId }) => classes.readClassIssuers(ledger, classId),
    a => a.issuers,
  ),
  '/regen.ecocredit.v1.Query/Projects': regen(ECOCREDIT, 'Projects', projects.readProjects, a =>
    a.projects.map(projectOf),
  ),
  '/regen.ecocredit.v1.Query/Project': regen(
    ECOCREDIT,
    'Project',
    (ledger, { projectId }) => projects.readProject(ledger, projectId),
    a => projectOf(a.project),
  ),
  '/regen.ecocredit.v1.Query/ProjectsByClass': regen(
    ECOCREDIT,
    'ProjectsByClass',
    (ledger, { classId }) => projects.readProjectsByClass(ledger, classId),
    a => a.projects.map(projectOf),
  ),
  '/regen.ecocredit.v1.Query/Batches': regen(
    ECOCREDIT,
    'Batches',
    async ledger => (await batches.readBatches(ledger)).map(undated),
    a => a.batches.map(batchOf),
  ),
  '/regen.ecocredit.v1.Query/BatchesByClass': regen(
    ECOCREDIT,
    'BatchesByClass',
    async (ledger, { classId }) => (await batches.readBatchesByClass(ledger, classId))?.map(undated),
    a => a.batches.map(batchOf),
  ),
  '/regen.ecocredit.v1.Query/BatchesByProject': regen(
    ECOCREDIT,
    'BatchesByProject',
    async (ledger, { projectId }) => (await batches.readBatchesByProject(ledger, projectId))?.map(undated),
    a => a.batches.map(batchOf),
  ),
  '/regen.ecocredit.v1.Query/Batch': regen(
    ECOCREDIT,
    'Batch',
    async (ledger, { batchDenom }) => undated(await batches.readBatch(ledger, batchDenom)),
    a => batchOf(a.batch),
  ),
  '/regen.ecocredit.v1.Query/Balances': regen(
    ECOCREDIT,
    'Balances',
    (ledger, { address }) => balances.readCreditBalances(ledger, address),
    a => a.balances.map(balanceOf),
  ),
  '/regen.ecocredit.v1.Query/Balance': regen(
    ECOCREDIT,
    'Balance',
    (ledger, { address, batchDenom }) => balances.readCreditBalance(ledger, address, batchDenom),
    a => balanceOf(a.balance),
  ),
  '/regen.ecocredit.v1.Query/BalancesByBatch': regen(
    ECOCREDIT,
    'BalancesByBatch',
    (ledger, { batchDenom }) => balances.readCreditBalancesByBatch(ledger, batchDenom),
    a => a.balances.map(balanceOf),
  ),
  '/regen.ecocredit.v1.Query/Supply': regen(
    ECOCREDIT,
    'Supply',
    (ledger, { batchDenom }) => batches.readBatchSupply(ledger, batchDenom),
    a => ({
      tradable: millionths(a.tradableAmount),
      retired: millionths(a.retiredAmount),
      cancelled: millionths(a.cancelledAmount),
    }),
  ),
  '/regen.ecocredit.v1.Query/CreditTypes': regen(ECOCREDIT, 'CreditTypes', types.readCreditTypes, a =>
    a.creditTypes.map((type: Json) => ({ ...type })),
  ),
  '/regen.ecocredit.v1.Query/CreditType': regen(
    ECOCREDIT,
    'CreditType',
    (ledger, { abbreviation }) => types.readCreditType(ledger, abbreviation),
    a => ({ ...a.creditType }),
  ),
  '/regen.ecocredit.v1.Query/ClassFee': regen(ECOCREDIT, 'ClassFee', settings.readClassFee, a =>
    coinOf(a.fee),
  ),
  '/regen.ecocredit.v1.Query/ClassCreatorAllowlist': regen(
    ECOCREDIT,
    'ClassCreatorAllowlist',
    settings.readClassCreators,
    a => (a.enabled ? [] : null),
  ),
  '/regen.ecocredit.v1.Query/AllowedClassCreators': regen(
    ECOCREDIT,
    'AllowedClassCreators',
    settings.readClassCreators,
    a => (a.classCreators.length === 0 ? null : a.classCreators),
  ),
  '/regen.ecocredit.v1.Query/AllowedBridgeChains': regen(
    ECOCREDIT,
    'AllowedBridgeChains',
    settings.readBridgeChains,
    a => a.allowedBridgeChains,
  ),
  '/regen.ecocredit.marketplace.v1.Query/SellOrders': regen(MARKET, 'SellOrders', orders.readSellOrders, a =>
    a.sellOrders.map(orderOf),
  ),
  '/regen.ecocredit.marketplace.v1.Query/SellOrder': regen(
    MARKET,
    'SellOrder',
    (ledger, { sellOrderId }) => orders.readSellOrder(ledger, String(sellOrderId)),
    a => orderOf(a.sellOrder),
  ),
  '/regen.ecocredit.marketplace.v1.Query/SellOrdersByBatch': regen(
    MARKET,
    'SellOrdersByBatch',
    (ledger, { batchDenom }) => orders.readSellOrdersByBatch(ledger, batchDenom),
    a => a.sellOrders.map(orderOf),
  ),
  '/regen.ecocredit.marketplace.v1.Query/SellOrdersBySeller': regen(
    MARKET,
    'SellOrdersBySeller',
    (ledger, { seller }) => orders.readSellOrdersBySeller(ledger, seller),
    a => a.sellOrders.map(orderOf),
  ),
  '/regen.ecocredit.marketplace.v1.Query/AllowedDenoms': regen(
    MARKET,
    'AllowedDenoms',
    settings.readAllowedDenoms,
    a => a.allowedDenoms.map((denom: Json) => ({ ...denom })),
  ),
  '/regen.ecocredit.basket.v1.Query/Baskets': regen(BASKET, 'Baskets', baskets.readBaskets, a =>
    a.basketsInfo.map(basketOf),
  ),
  '/regen.ecocredit.basket.v1.Query/Basket': regen(
    BASKET,
    'Basket',
    async (ledger, { basketDenom }) => {
      const { balances, ...basket } = (await baskets.readBasket(ledger, basketDenom)) ?? {}
      return { ...basket, isOpen: balances !== null }
    },
    a => ({ ...basketOf(a.basketInfo), allowedClasses: a.classes, isOpen: true }),
  ),
  '/regen.ecocredit.basket.v1.Query/BasketBalances': regen(
    BASKET,
    'BasketBalances',
    (ledger, { basketDenom }) => baskets.readBasketBalances(ledger, basketDenom),
    a => a.balancesInfo.map(({ batchDenom, balance }: Json) => ({ batchDenom, amount: millionths(balance) })),
  ),
  '/regen.ecocredit.basket.v1.Query/BasketBalance': regen(
    BASKET,
    'BasketBalance',
    (ledger, { basketDenom, batchDenom }) => baskets.readBasketBalance(ledger, basketDenom, batchDenom),
    a => millionths(a.balance),
  ),
  '/regen.ecocredit.basket.v1.Query/BasketFee': regen(BASKET, 'BasketFee', settings.readBasketFee, a =>
    coinOf(a.fee),
  ),
  '/store/ecocredit/key': {
    request: base64 => base64,
    read: readFeeParams,
    answer: base64 => Buffer.from(base64 ?? '', 'base64'),
    // Field 1 and field 2, texts with their lengths: 0a 04 '0.01' 12 04 '0.02'.
    expected: (bytes: Buffer) => {
      const rates = { buyer: '', seller: '' }
      for (let at = 0; at < bytes.length; at += 2 + (bytes[at + 1] ?? 0))
        rates[bytes[at] === 0x0a ? 'buyer' : 'seller'] = bytes
          .subarray(at + 2, at + 2 + (bytes[at + 1] ?? 0))
          .toString()
      return rates
    },
  },
  '/cosmos.bank.v1beta1.Query/AllBalances': cosmos(
    'bank/v1beta1/query',
    'AllBalances',
    (ledger, { address }) => bank.readCoinBalance(ledger, address),
    (a, { address }) => ({ account: address, coins: coins(a.balances) }),
  ),
  '/cosmos.bank.v1beta1.Query/Balance': cosmos(
    'bank/v1beta1/query',
    'Balance',
    (ledger, { address, denom }) => bank.readCoinAmount(ledger, address, denom),
    a => BigInt(a.balance.amount),
  ),
  '/cosmos.bank.v1beta1.Query/SupplyOf': cosmos(
    'bank/v1beta1/query',
    'SupplyOf',
    (ledger, { denom }) => bank.readSupplyOf(ledger, denom),
    a => coinOf(a.amount),
  ),
  '/cosmos.bank.v1beta1.Query/TotalSupply': cosmos(
    'bank/v1beta1/query',
    'TotalSupply',
    bank.readTotalSupply,
    a => coins(a.supply),
  ),
  '/cosmos.bank.v1beta1.Query/DenomMetadata': cosmos(
    'bank/v1beta1/query',
    'DenomMetadata',
    (ledger, { denom }) => bank.readDenomMetadata(ledger, denom),
    ({ metadata: { base, display, denomUnits, name, symbol, description } }) => ({
      base,
      display,
      exponent: denomUnits.at(-1).exponent,
      name,
      symbol,
      description,
    }),
  ),
  '/cosmos.staking.v1beta1.Query/Pool': cosmos(
    'staking/v1beta1/query',
    'Pool',
    staking.readStakingPool,
    ({ pool }) => ({ bonded: BigInt(pool.bondedTokens), notBonded: BigInt(pool.notBondedTokens) }),
  ),
  '/cosmos.staking.v1beta1.Query/Params': cosmos(
    'staking/v1beta1/query',
    'Params',
    staking.readStakingParams,
    ({ params }) => ({
      bondDenom: params.bondDenom,
      maxValidators: params.maxValidators,
      unbondingSeconds: params.unbondingTime.seconds,
      minCommissionRate: scaled(params.minCommissionRate),
    }),
  ),
  '/cosmos.staking.v1beta1.Query/Validators': cosmos(
    'staking/v1beta1/query',
    'Validators',
    async (ledger, { status }) =>
      (await staking.readValidators(ledger, status === '' ? 'every' : 'bonded')).map(
        ({ account, consensusAddress, ...validator }) => validator,
      ),
    ({ validators }) =>
      validators.map((validator: Json) => ({
        operator: validator.operatorAddress,
        moniker: validator.description.moniker,
        status: ['unspecified', 'unbonded', 'unbonding', 'bonded'][validator.status],
        jailed: validator.jailed,
        tokens: BigInt(validator.tokens),
        commission: scaled(validator.commission.commissionRates.rate),
        minSelfDelegation: BigInt(validator.minSelfDelegation),
      })),
  ),
  '/cosmos.slashing.v1beta1.Query/SigningInfos': cosmos(
    'slashing/v1beta1/query',
    'SigningInfos',
    slashing.readSigningInfos,
    ({ info }) =>
      info.map((of: Json) => ({
        consensusAddress: of.address,
        counted: of.indexOffset,
        missed: of.missedBlocksCounter,
        jailedUntil: null,
        tombstoned: of.tombstoned,
      })),
  ),
  '/cosmos.slashing.v1beta1.Query/Params': cosmos(
    'slashing/v1beta1/query',
    'Params',
    slashing.readSlashingParams,
    ({ params }) => ({
      signedBlocksWindow: params.signedBlocksWindow,
      minSignedPerWindow: scaled(params.minSignedPerWindow),
      jailSeconds: params.downtimeJailDuration.seconds,
      slashFractionDoubleSign: scaled(params.slashFractionDoubleSign),
      slashFractionDowntime: scaled(params.slashFractionDowntime),
    }),
  ),
  '/cosmos.gov.v1.Query/Proposals': cosmos('gov/v1/query', 'Proposals', gov.readProposals, a =>
    a.proposals.map(proposalOf),
  ),
  '/cosmos.gov.v1.Query/Proposal': cosmos(
    'gov/v1/query',
    'Proposal',
    (ledger, { proposalId }) => gov.readProposal(ledger, proposalId),
    a => proposalOf(a.proposal),
  ),
  '/cosmos.gov.v1.Query/Params': cosmos('gov/v1/query', 'Params', gov.readGovParams, ({ params }) => ({
    minDeposit: coins(params.minDeposit),
    depositSeconds: params.maxDepositPeriod.seconds,
    votingSeconds: params.votingPeriod.seconds,
    expeditedMinDeposit: coins(params.expeditedMinDeposit),
    expeditedVotingSeconds: params.expeditedVotingPeriod.seconds,
    expeditedThreshold: decimal(params.expeditedThreshold),
    quorum: decimal(params.quorum),
    threshold: decimal(params.threshold),
    vetoThreshold: decimal(params.vetoThreshold),
    minInitialDepositRatio: decimal(params.minInitialDepositRatio),
    minDepositRatio: decimal(params.minDepositRatio),
  })),
  '/cosmos.gov.v1.Query/Votes': cosmos(
    'gov/v1/query',
    'Votes',
    (ledger, { proposalId }) => gov.readOpenVotes(ledger, proposalId),
    a => a.votes,
  ),
  '/cosmos.gov.v1.Query/TallyResult': cosmos(
    'gov/v1/query',
    'TallyResult',
    (ledger, { proposalId }) => gov.readTally(ledger, proposalId),
    a => tallyOf(a.tally),
  ),
  '/cosmos.protocolpool.v1.Query/CommunityPool': cosmos(
    'protocolpool/v1/query',
    'CommunityPool',
    bank.readCommunityPool,
    a => coins(a.pool),
  ),
  '/cosmos.distribution.v1beta1.Query/Params': cosmos(
    'distribution/v1beta1/query',
    'Params',
    staking.readDistributionParams,
    ({ params }) => ({ communityTax: scaled(params.communityTax) }),
  ),
  '/cosmos.mint.v1beta1.Query/Params': cosmos(
    'mint/v1beta1/query',
    'Params',
    staking.readMintParams,
    ({ params }) => ({
      mintDenom: params.mintDenom,
      inflationMin: scaled(params.inflationMin),
      inflationMax: scaled(params.inflationMax),
      inflationRateChange: scaled(params.inflationRateChange),
      goalBonded: scaled(params.goalBonded),
      blocksPerYear: params.blocksPerYear,
    }),
  ),
  '/cosmos.mint.v1beta1.Query/Inflation': cosmos(
    'mint/v1beta1/query',
    'Inflation',
    staking.readInflation,
    a => scaled(a.inflation),
  ),
  '/cosmos.mint.v1beta1.Query/AnnualProvisions': cosmos(
    'mint/v1beta1/query',
    'AnnualProvisions',
    staking.readAnnualProvisions,
    a => scaled(a.annualProvisions),
  ),
  '/cosmos.auth.v1beta1.Query/Account': cosmos(
    'auth/v1beta1/query',
    'Account',
    (ledger, { address }) => accounts.readAccount(ledger, address),
    a => accountOf(a.account),
  ),
  '/cosmos.auth.v1beta1.Query/ModuleAccounts': cosmos(
    'auth/v1beta1/query',
    'ModuleAccounts',
    accounts.readModuleAccounts,
    a => a.accounts.map(accountOf),
  ),
  '/cosmos.authz.v1beta1.Query/GranterGrants': cosmos(
    'authz/v1beta1/query',
    'GranterGrants',
    (ledger, { granter }) => readGrantsOf(ledger, granter),
    a =>
      a.grants.map(({ granter, grantee, authorization, expiration }: Json) => ({
        granter,
        grantee,
        authorization: authorization.typeUrl,
        message: decodeCosmos('authz/v1beta1/authz', 'GenericAuthorization', authorization.value).msg,
        expiration: instant(expiration),
      })),
  ),
  '/cosmos.base.node.v1beta1.Service/Config': {
    request: () => ({}),
    read: readNodeConfig,
    answer: base64 => decodeCosmos('base/node/v1beta1/query', 'ConfigResponse', base64),
    expected: ({ minimumGasPrice }) => ({
      gasPrices: [{ denom: 'uregen', amount: decimal(minimumGasPrice.replace('uregen', '')) }],
      pruningKeepRecent: '0',
    }),
  },
}

/** Recorded, and read by nobody: why. */
export const NOT_READ: { readonly [path: string]: string } = {
  '/regen.ecocredit.v1.Query/Params': 'deprecated, and fails on a chain without a class or a basket fee',
  '/regen.ecocredit.v1.Query/ProjectEnrollments': 'v7 does not implement it',
  '/regen.ecocredit.v1.Query/NoSuchQuery': 'there is no such query',
  '/cosmos.distribution.v1beta1.Query/CommunityPool': 'refused: the pool is protocolpool’s',
  '/regen.feerouter.v1.Query/Params': 'no such module; see feeSchedule.test.ts',
  '/regen.supply.v1.Query/Params': 'no such module',
  '/store/nope/key': 'no such store',
  '/cosmos.tx.v1beta1.Service/Simulate': 'the client simulates',
}
