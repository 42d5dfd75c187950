import {
  type NodeAt,
  readBaskets,
  readBatches,
  readCreditClasses,
  readCreditTypes,
  readProjects,
  readProposals,
  readSellOrders,
} from '../../src/client.ts'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import type { Endpoint } from '../../src/node/endpoints/endpoint.ts'
import { formatAddress } from '../../src/primitives/address.ts'
import * as ask from './endpoints.ts'
import * as onlyRecorded from './onlyRecorded.ts'

/** A query of the set. `data` is the encoded request. */
export type NamedQuery = { readonly name: string; readonly path: string; readonly data: Uint8Array }

/** An address that nobody has. */
const NOBODY = formatAddress(new Uint8Array(20).fill(9))

/** The queries that are recorded at a mark: every list and every row there is, what does not exist, and what the node refuses. */
export async function querySet(
  ledger: NodeAt,
  accounts: { readonly [name: string]: string },
): Promise<readonly NamedQuery[]> {
  const [types, classes, projects, batches, orders, baskets, proposals] = await Promise.all([
    readCreditTypes(ledger),
    readCreditClasses(ledger),
    readProjects(ledger),
    readBatches(ledger),
    readSellOrders(ledger),
    readBaskets(ledger),
    readProposals(ledger),
  ])
  const people = Object.entries(accounts)
  const denoms = batches.map(({ denom }) => denom)
  const [firstBatch = '', lastOrder = '0'] = [denoms[0], orders.at(-1)?.id]
  return [...creditQueries(), ...marketQueries(), ...moneyQueries(), ...chainQueries(), ...refusedQueries()]

  function creditQueries(): readonly NamedQuery[] {
    return [
      named('classes', ask.classes),
      ...classes.flatMap(({ id: classId }) => [
        named(`class ${classId}`, ask.creditClass, { classId }),
        named(`class issuers ${classId}`, ask.classIssuers, { classId }),
        named(`projects by class ${classId}`, ask.projectsByClass, { classId }),
        named(`batches by class ${classId}`, ask.batchesByClass, { classId }),
      ]),
      named('projects', ask.projects),
      ...projects.flatMap(({ id: projectId }) => [
        named(`project ${projectId}`, ask.project, { projectId }),
        named(`batches by project ${projectId}`, ask.batchesByProject, { projectId }),
      ]),
      named('batches', ask.batches),
      ...denoms.flatMap(batchDenom => [
        named(`batch ${batchDenom}`, ask.batch, { batchDenom }),
        named(`supply ${batchDenom}`, ask.supply, { batchDenom }),
        named(`balances by batch ${batchDenom}`, ask.balancesByBatch, { batchDenom }),
      ]),
      ...people.flatMap(([name, address]) => [
        named(`balances ${name}`, ask.balances, { address }),
        ...(firstBatch ? [named(`balance ${name}`, ask.balance, { address, batchDenom: firstBatch })] : []),
      ]),
      named('credit types', ask.creditTypes),
      ...types.map(({ abbreviation }) =>
        named(`credit type ${abbreviation}`, ask.creditType, { abbreviation }),
      ),
      named('params', onlyRecorded.ecocreditParams),
      named('class fee', ask.classFee),
      named('allowlist', ask.classCreatorAllowlist),
      named('allowed class creators', ask.allowedClassCreators),
      named('bridge chains', ask.allowedBridgeChains),
      named('raw store ClassFee', ask.storedClassFee),
      named('raw store ProjectFee', onlyRecorded.storedProjectFee),
      named('raw store ClassCreatorAllowlist', onlyRecorded.storedClassCreatorAllowlist),
    ]
  }

  function marketQueries(): readonly NamedQuery[] {
    return [
      named('sell orders', ask.sellOrders),
      named('sell orders, limit 0', ask.sellOrders, { pagination: { limit: 0n } }),
      named('sell orders, newest first', ask.sellOrders, { pagination: { limit: 3n, reverse: true } }),
      ...orders.map(({ id }) => named(`sell order ${id}`, ask.sellOrder, { sellOrderId: BigInt(id) })),
      ...denoms.map(batchDenom =>
        named(`sell orders by batch ${batchDenom}`, ask.sellOrdersByBatch, { batchDenom }),
      ),
      ...people.map(([name, seller]) => named(`sell orders by ${name}`, ask.sellOrdersBySeller, { seller })),
      named('allowed denoms', ask.allowedDenoms),
      named('raw store FeeParams', ask.storedFeeParams),
      named('baskets', ask.baskets),
      ...baskets.flatMap(({ denom: basketDenom }) => [
        named(`basket ${basketDenom}`, ask.basket, { basketDenom }),
        named(`basket balances ${basketDenom}`, ask.basketBalances, { basketDenom }),
        named(`supply of ${basketDenom}`, ask.bankSupplyOf, { denom: basketDenom }),
        named(`denom metadata ${basketDenom}`, ask.bankDenomMetadata, { denom: basketDenom }),
      ]),
      named('basket fee', ask.basketFee),
      named('raw store BasketFee', onlyRecorded.storedBasketFee),
    ]
  }

  function moneyQueries(): readonly NamedQuery[] {
    return [
      ...people.flatMap(([name, address]) => [
        named(`bank all balances ${name}`, ask.bankAllBalances, { address }),
        named(`account ${name}`, ask.authAccount, { address }),
      ]),
      named('account unknown', ask.authAccount, { address: NOBODY }),
      named('fee pool balances', ask.bankAllBalances, { address: MODULE_ACCOUNTS['marketplace-feepool'] }),
      named('supply of uregen', ask.bankSupplyOf, { denom: 'uregen' }),
      named('total supply', ask.bankTotalSupply),
      named('module accounts', ask.authModuleAccounts),
    ]
  }

  function chainQueries(): readonly NamedQuery[] {
    return [
      named('staking pool', ask.stakingPool),
      named('staking params', ask.stakingParams),
      named('validators', ask.stakingValidators),
      named('bonded validators', ask.stakingValidators, { status: 'BOND_STATUS_BONDED' }),
      named('signing infos', ask.slashingSigningInfos),
      named('slashing params', ask.slashingParams),
      named('gov proposals', ask.govProposals),
      ...proposals.flatMap(({ id: proposalId }) => [
        named(`gov proposal ${proposalId}`, ask.govProposal, { proposalId }),
        named(`gov votes ${proposalId}`, ask.govVotes, { proposalId }),
        named(`gov tally ${proposalId}`, ask.govTallyResult, { proposalId }),
      ]),
      named('gov params', ask.govParams, { paramsType: 'voting' }),
      named('community pool (protocolpool)', ask.protocolpoolCommunityPool),
      named('distribution params', ask.distributionParams),
      named('mint params', ask.mintParams),
      named('mint inflation', ask.mintInflation),
      named('annual provisions', ask.mintAnnualProvisions),
      named('node config', ask.nodeConfig),
      named('node info', ask.tendermintGetNodeInfo),
    ]
  }

  function refusedQueries(): readonly NamedQuery[] {
    return [
      named('batch missing', ask.batch, { batchDenom: 'C01-999-20200101-20210101-999' }),
      named('batch malformed', ask.batch, { batchDenom: 'nonsense' }),
      named('sell order missing', ask.sellOrder, { sellOrderId: BigInt(lastOrder) + 1_000_000n }),
      named('community pool (distribution: refused)', onlyRecorded.distributionCommunityPool),
      { name: 'unknown module', path: '/regen.feerouter.v1.Query/Params', data: new Uint8Array() },
      { name: 'unknown method', path: '/regen.ecocredit.v1.Query/NoSuchQuery', data: new Uint8Array() },
      { name: 'unknown store', path: '/store/nope/key', data: Uint8Array.of(0) },
      { name: 'garbage request', path: ask.sellOrder.path, data: Uint8Array.of(255, 255, 255) },
    ]
  }
}

const named = <Request>(
  name: string,
  { path, encode }: Endpoint<Request, unknown>,
  request: Parameters<Endpoint<Request, unknown>['encode']>[0] = {} as never,
): NamedQuery => ({ name, path, data: encode(request) })
