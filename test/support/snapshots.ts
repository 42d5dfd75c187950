import type { Message } from '../../src/messages/message.ts'
import type { LedgerSnapshot } from '../../src/preview/snapshot.ts'
import { formatAddress } from '../../src/primitives/address.ts'
import { parseCoin } from '../../src/primitives/coin.ts'
import { parseCredits } from '../../src/primitives/credits.ts'
import { parseRatio } from '../../src/primitives/ratio.ts'
import { parseTime } from '../../src/primitives/time.ts'

/** A ledger made by hand, small enough to work out every number in one's head, and messages on it. */

const account = (byte: number, length = 20) => formatAddress(new Uint8Array(length).fill(byte))

/** Issues class C01, and sells. */
export const SELLER = account(1)
/** Holds money and a few credits. */
export const BUYER = account(2)
/** Holds nothing. */
export const POOR = account(3)
/** A group policy: an address of 32 bytes, without a key. */
export const GROUP = account(4, 32)

/** A closed batch of C01. */
export const BATCH = 'C01-001-20200101-20210101-001'
/** An open batch of C01. */
export const OPEN_BATCH = 'C01-001-20220101-20221231-002'
export const BASKET = 'eco.uC.NCT'
/** What everybody lets everybody run. */
const GRANTED = [
  '/cosmos.authz.v1beta1.MsgExec',
  '/cosmos.bank.v1beta1.MsgSend',
  '/regen.ecocredit.marketplace.v1.MsgBuyDirect',
  '/regen.ecocredit.v1.MsgRetire',
  '/regen.ecocredit.v1.MsgSend',
]
const NOW = '2026-11-21T12:00:00Z'

const trade = (time: string, payment: bigint) => ({
  classId: 'C01',
  denom: 'uregen',
  time: parseTime(time).seconds,
  quantity: parseCredits('1'),
  payment,
})

const order = (id: string, ask: string, change: Partial<LedgerSnapshot['sellOrders'][number]> = {}) => ({
  id,
  seller: SELLER,
  batchDenom: BATCH,
  quantity: parseCredits('10'),
  askDenom: parseCoin(ask).denom,
  askAmount: parseCoin(ask).amount,
  disableAutoRetire: true,
  expiration: null,
  ...change,
})

const credits = (account: string, batchDenom: string, tradable: string, escrowed = '0') => ({
  account,
  batchDenom,
  tradable: parseCredits(tradable),
  retired: parseCredits('0'),
  escrowed: parseCredits(escrowed),
})

/**
 * One class that trades at 25 REGEN (four purchases in the last days), orders at 20 REGEN and at 33 uregen, buyer fee
 * 1 % and seller fee 2 %. Everything is known.
 */
export const SMALL: LedgerSnapshot = {
  chainId: 'small-1',
  height: 100n,
  time: NOW,
  gasPrices: [{ denom: 'uregen', amount: parseRatio('0.025') }],
  settings: {
    feeParams: { buyer: '0.01', seller: '0.02' },
    classFee: parseCoin('20000000uregen'),
    basketFee: parseCoin('20000000uregen'),
    allowedDenoms: [{ bankDenom: 'uregen', displayDenom: 'REGEN', exponent: 6 }],
    bridgeChains: ['polygon'],
    classCreators: null,
    govDeposit: {
      minDeposit: [parseCoin('1000000uregen')],
      expeditedMinDeposit: [parseCoin('2000000uregen')],
      minInitialDepositRatio: parseRatio('0'),
      minDepositRatio: parseRatio('0'),
    },
  },
  creditTypes: [
    { abbreviation: 'C', name: 'carbon' },
    { abbreviation: 'BT', name: 'biodiversity' },
  ],
  creditClasses: [
    { id: 'C01', admin: SELLER, creditType: 'C', issuers: [SELLER] },
    { id: 'BT01', admin: SELLER, creditType: 'BT', issuers: [SELLER] },
  ],
  projects: [{ id: 'C01-001', classId: 'C01', admin: SELLER, referenceId: 'VCS-1' }],
  batches: [
    { denom: BATCH, projectId: 'C01-001', issuer: SELLER, open: false, startDate: '2020-01-01T00:00:00Z' },
    {
      denom: OPEN_BATCH,
      projectId: 'C01-001',
      issuer: SELLER,
      open: true,
      startDate: '2022-01-01T00:00:00Z',
    },
  ],
  sellOrders: [
    order('1', '20000000uregen'),
    order('2', '33uregen'),
    order('3', '20000000uregen', { disableAutoRetire: false }),
    order('4', '1500000uusdc'),
    order('5', '20000000uregen', { expiration: '2026-11-21T11:59:59Z' }),
  ],
  baskets: [
    {
      denom: BASKET,
      name: 'NCT',
      curator: SELLER,
      creditType: 'C',
      disableAutoRetire: true,
      allowedClasses: ['C01'],
      dateCriteria: null,
      balances: [{ batchDenom: BATCH, amount: parseCredits('50') }],
    },
  ],
  creditBalances: [credits(SELLER, BATCH, '1000', '50'), credits(BUYER, BATCH, '100')],
  coinBalances: [
    { account: SELLER, coins: [parseCoin('1000000000uregen')] },
    {
      account: BUYER,
      coins: [parseCoin('5000000eco.uC.NCT'), parseCoin('1000000000uregen'), parseCoin('1000000000uusdc')],
    },
  ],
  proposals: [{ id: '1', status: 'voting' }],
  grants: [SELLER, BUYER, POOR].flatMap(granter =>
    [SELLER, BUYER, POOR].flatMap(grantee =>
      GRANTED.map(message => ({ granter, grantee, message, expiration: null })),
    ),
  ),
  trades: ['18', '19', '20', '21'].map(day => trade(`2026-11-${day}T00:00:00Z`, 25_000_000n)),
  statedPrices: [],
  complete: [
    'creditTypes',
    'creditClasses',
    'projects',
    'batches',
    'sellOrders',
    'baskets',
    'creditBalances',
    'coinBalances',
  ],
  absent: [],
}

/** SMALL with some of it changed. */
export const small = (change: Partial<LedgerSnapshot> = {}): LedgerSnapshot => ({ ...SMALL, ...change })

/** SMALL with some settings changed. */
export const withSettings = (settings: Partial<LedgerSnapshot['settings']>): LedgerSnapshot =>
  small({ settings: { ...SMALL.settings, ...settings } })

const message =
  (typeUrl: string, usual: Record<string, unknown>) =>
  (change: Record<string, unknown> = {}): Message => ({ typeUrl, value: { ...usual, ...change } })

export const send = message('/regen.ecocredit.v1.MsgSend', {
  sender: BUYER,
  recipient: SELLER,
  credits: [{ batchDenom: BATCH, tradableAmount: '100' }],
})

export const retire = message('/regen.ecocredit.v1.MsgRetire', {
  owner: BUYER,
  credits: [{ batchDenom: BATCH, amount: '100' }],
  jurisdiction: 'US-WA',
})

const coinOf = (text: string) => {
  const { denom, amount } = parseCoin(text)
  return { denom, amount: amount.toString() }
}

/** One order of a purchase: enough money offered, and nothing retired, unless told otherwise. */
export const buying = (change: Record<string, unknown> = {}) => ({
  sellOrderId: '1',
  quantity: '2',
  bidPrice: coinOf('20000000uregen'),
  disableAutoRetire: true,
  maxFeeAmount: coinOf('400000uregen'),
  ...change,
})

/** A purchase by BUYER from one order after the other. */
export const buy = (...orders: readonly Record<string, unknown>[]): Message =>
  message('/regen.ecocredit.marketplace.v1.MsgBuyDirect', { buyer: BUYER, orders })()

export const sell = (change: Record<string, unknown> = {}): Message =>
  message('/regen.ecocredit.marketplace.v1.MsgSell', {
    seller: BUYER,
    orders: [{ batchDenom: BATCH, quantity: '1', askPrice: coinOf('5uregen'), ...change }],
  })()

export const createClass = message('/regen.ecocredit.v1.MsgCreateClass', {
  admin: BUYER,
  issuers: [BUYER],
  creditTypeAbbrev: 'C',
  fee: coinOf('20000000uregen'),
})

export const createBatch = message('/regen.ecocredit.v1.MsgCreateBatch', {
  issuer: SELLER,
  projectId: 'C01-001',
  issuance: [{ recipient: SELLER, tradableAmount: '1000' }],
  metadata: 'regen:13toVgf5UjYBz6J29x28pLQyjKz5FpcW3f4bT5uRKGxGREWGKjEdXYG.rdf',
  startDate: '2023-01-01',
  endDate: '2023-12-31',
})

export const createBasket = message('/regen.ecocredit.basket.v1.MsgCreate', {
  curator: BUYER,
  name: 'RCT',
  creditTypeAbbrev: 'C',
  allowedClasses: ['C01'],
  fee: [coinOf('20000000uregen')],
})

export const put = message('/regen.ecocredit.basket.v1.MsgPut', {
  owner: BUYER,
  basketDenom: BASKET,
  credits: [{ batchDenom: BATCH, amount: '10' }],
})

export const take = message('/regen.ecocredit.basket.v1.MsgTake', {
  owner: BUYER,
  basketDenom: BASKET,
  amount: '5000000',
})

export const pay = (to: string, coin: string, from = BUYER): Message =>
  message('/cosmos.bank.v1beta1.MsgSend', { fromAddress: from, toAddress: to, amount: [coinOf(coin)] })()

/** Messages run for those who granted it to `grantee`. */
export const exec = (grantee: string, ...msgs: readonly unknown[]): Message =>
  message('/cosmos.authz.v1beta1.MsgExec', { grantee, msgs })()

export const propose = (...messages: readonly unknown[]): Message =>
  message('/cosmos.gov.v1.MsgSubmitProposal', {
    messages,
    initialDeposit: [coinOf('5000000uregen')],
    proposer: BUYER,
    title: 'A proposal',
    summary: 'What it is for',
  })()
