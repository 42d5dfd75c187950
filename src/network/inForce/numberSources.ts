import { PROPOSED_MODULES } from '../../node/read/proposedModules.ts'

/**
 * What a number of a network is.
 *
 *     in force     a query of the chain answers it, at the height
 *     happened     events of the period's blocks tell it
 *     source       the module or the contract of the mechanism says it; without either it is the policy's, or unknown
 *     computed     here, from others, under the policy
 *     stated       by the caller
 */
export type NumberKind = 'in force' | 'happened' | 'source' | 'computed' | 'stated'

/** Some numbers of a network: what they are, where they stand in it, and what they are read or computed from. */
export type NumberRow = {
  readonly what: string
  /** Paths in a `Network`; one ends where all below it is from the same place. */
  readonly fields: readonly string[]
  readonly kind: NumberKind
  /** The queries and calls they are read by, or what they are computed from. */
  readonly from: readonly string[]
}

/** What a module is asked, and a contract. */
const OF_SOURCES = {
  m012: ['/regen.supply.v1.Query/Params', '/regen.supply.v1.Query/SupplyState'],
  m013: ['/regen.feerouter.v1.Query/Params', '/regen.feerouter.v1.Query/PoolBalances'],
  m014: [
    '/regen.authority.v1.Query/Params',
    '/regen.authority.v1.Query/Fund',
    '/regen.authority.v1.Query/Validators',
  ],
  m015: ['/regen.rewards.v1.Query/Params', '/regen.rewards.v1.Query/State'],
} as const
const CONTRACT = '/cosmwasm.wasm.v1.Query/SmartContractState'

const row = (what: string, kind: NumberKind, fields: readonly string[], ...from: string[]): NumberRow => ({
  what,
  fields,
  kind,
  from,
})
const of = (place: string, ...names: readonly string[]) => names.map(name => `${place}.${name}`)
const everyMechanism = (name: string) =>
  ['m012', 'm013', 'm014', 'm015'].map(mechanism => `${mechanism}.${name}`)

const BANK = '/cosmos.bank.v1beta1.Query'
const CREDITS = '/regen.ecocredit.v1.Query'
const BASKETS = '/regen.ecocredit.basket.v1.Query'
const MARKET = '/regen.ecocredit.marketplace.v1.Query'
const STAKED = '/cosmos.staking.v1beta1.Query/Pool'
const PROPOSALS = '/cosmos.gov.v1.Query/Proposals'
const SLASHING = '/cosmos.slashing.v1beta1.Query'

/** Every number of a network. A test holds the fields to what `readNetwork` gives, and the queries to what it asks. */
export const NUMBER_SOURCES: readonly NumberRow[] = [
  row('chain, height, block time', 'in force', ['chainId', 'height', 'time'], 'status'),
  row('blocks of the period', 'in force', ['period'], 'status', 'header'),
  row('policy', 'computed', ['policyHash'], 'the SHA-256 of the policy given, else of the default readings'),
  row(
    'whether a mechanism is in force, and by what',
    'in force',
    [...everyMechanism('status'), ...everyMechanism('source')],
    ...Object.values(PROPOSED_MODULES),
  ),
  row(
    'what the source of a mechanism says of itself',
    'source',
    everyMechanism('inForce'),
    ...Object.values(OF_SOURCES).flat(),
    CONTRACT,
  ),
  row('supply', 'in force', ['m012.supply'], `${BANK}/SupplyOf`),
  row('staked', 'in force', ['m012.staked'], STAKED),
  row('community pool', 'in force', ['m012.communityPool'], '/cosmos.protocolpool.v1.Query/CommunityPool'),
  row('hard cap', 'source', ['m012.hardCap'], 'M012’s source, else the policy'),
  row(
    'cap status, headroom, excess',
    'computed',
    of('m012', 'capStatus', 'headroom', 'excess'),
    'supply and hard cap',
  ),
  row(
    'next mint and burn, periods to the cap',
    'computed',
    of('m012', 'next', 'periodsToCap'),
    'supply, staked, and the burn that M013 would have made in the period',
  ),
  row('marketplace fees', 'in force', ['m013.live.marketplace'], '/store/ecocredit/key'),
  row(
    'class fee, basket fee',
    'in force',
    of('m013.live', 'classFee', 'basketFee'),
    `${CREDITS}/ClassFee`,
    `${BASKETS}/BasketFee`,
  ),
  row('marketplace fee pool', 'in force', ['m013.live.feePool'], `${BANK}/AllBalances`),
  row('rates, shares and minimum of M013', 'source', ['m013.config'], 'M013’s source, else the policy'),
  row('trade by class', 'happened', ['m013.trade'], 'tx_search', 'header'),
  row(
    'what the period would have paid, and the four pools',
    'computed',
    ['m013.wouldPay'],
    'acts of the period, prices, M013’s configuration',
  ),
  row(
    'price of each class, with source, age and samples',
    'happened',
    ['m013.prices'],
    'tx_search',
    `${CREDITS}/Classes`,
    `${CREDITS}/Batches`,
    `${MARKET}/SellOrders`,
    `${MARKET}/AllowedDenoms`,
    'prices that the caller states come first, as the policy orders its sources',
  ),
  row(
    'bonded validators, stake, commission',
    'in force',
    of('m014.validators', 'account', 'operator', 'moniker', 'tokens', 'commission', 'jailed'),
    '/cosmos.staking.v1beta1.Query/Validators',
  ),
  row(
    'uptime and votes',
    'happened',
    ['m014.validators.metrics'],
    `${SLASHING}/SigningInfos`,
    `${SLASHING}/Params`,
    PROPOSALS,
    'tx_search',
  ),
  row(
    'power, score, below min_uptime, pay',
    'computed',
    [
      ...of('m014.validators', 'power', 'score', 'confidence', 'belowMinUptime', 'pay'),
      'm014.belowMinUptime',
    ],
    'stake, uptime and votes, the fund',
  ),
  row(
    'size of the set, Byzantine tolerance',
    'computed',
    of('m014', 'size', 'byzantineTolerance'),
    'the bonded validators',
  ),
  row(
    'composition by category, and what it lacks',
    'source',
    of('m014', 'composition', 'missing'),
    'M014’s source; unknown without one',
  ),
  row(
    'the fund that pay is of',
    'stated',
    of('m014', 'fund', 'fundFrom'),
    'the caller, else the validator pool of what the period would have paid',
  ),
  row(
    'contributors, scores, and what a distribution would pay',
    'computed',
    of('m015', 'inflow', 'governance', 'activityPool', 'participants', 'undistributed'),
    'acts of the period, how votes ended, the community pool of what the period would have paid',
  ),
  row(
    'how votes ended, and what could not be counted',
    'happened',
    of('m015', 'unvalued', 'oddities', 'findings'),
    'tx_search',
    PROPOSALS,
    '/cosmos.gov.v1.Query/Params',
    STAKED,
  ),
  row(
    'stability tier',
    'source',
    of('m015', 'stability', 'tier'),
    'M015’s source; before it is on chain nothing is committed',
  ),
  row(
    'wash trading on the mix of the period',
    'computed',
    ['m015.wash'],
    'fees by type, scores, and the routes of invariant 4',
  ),
]
