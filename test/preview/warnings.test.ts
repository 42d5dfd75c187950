import { describe, expect, test } from 'vitest'
import { M013_V0 } from '../../src/index.ts'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import { warningSentence } from '../../src/messages/warningSentences.ts'
import { BLOCKING_WARNINGS, OTHER_WARNINGS, type WarningCode } from '../../src/messages/warnings.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import type { PreviewInput } from '../../src/preview/feePreview.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseRatio } from '../../src/primitives/ratio.ts'
import {
  BASKET,
  BATCH,
  BUYER,
  buy,
  buying,
  createBasket,
  createBatch,
  createClass,
  exec,
  GROUP,
  OPEN_BATCH,
  pay,
  propose,
  put,
  retire,
  SELLER,
  SMALL,
  sell,
  send,
  small,
  take,
  withSettings,
} from '../support/snapshots.ts'

/** Messages, on the small ledger unless another is given. */
type Situation = Omit<PreviewInput, 'snapshot'> & Partial<Pick<PreviewInput, 'snapshot'>>

/** One situation that raises a warning, its sentence, and a neighbour of it that does not. */
type Case = { readonly raises: Situation; readonly says: string; readonly silent: Situation }

const { gov, transfer } = MODULE_ACCOUNTS
const usd = (amount: string) => ({ denom: 'uusdc', amount })
const regen = (amount: string) => ({ denom: 'uregen', amount })
const of = (...messages: readonly Situation['messages'][number][]): Situation => ({ messages })
const on = (snapshot: Situation['snapshot'], ...messages: readonly Situation['messages'][number][]) =>
  ({ messages, snapshot }) as Situation
const mint = (change = {}) => ({
  typeUrl: '/regen.ecocredit.v1.MsgMintBatchCredits',
  value: {
    issuer: SELLER,
    batchDenom: OPEN_BATCH,
    issuance: [{ recipient: SELLER, tradableAmount: '1' }],
    originTx: { id: 'tx-7', source: 'registry' },
    ...change,
  },
})
const bridge = (target: string) => ({
  typeUrl: '/regen.ecocredit.v1.MsgBridge',
  value: {
    owner: BUYER,
    target,
    recipient: `0x${'ab'.repeat(20)}`,
    credits: [{ batchDenom: BATCH, amount: '1' }],
  },
})
const setFeeParams = (buyer: string) => ({
  typeUrl: '/regen.ecocredit.marketplace.v1.MsgGovSetFeeParams',
  value: { authority: gov, fees: { buyerPercentageFee: buyer, sellerPercentageFee: '' } },
})
const poolSpend = (module: string) => ({
  typeUrl: `/cosmos.${module}.MsgCommunityPoolSpend`,
  value: { authority: gov, recipient: BUYER, amount: [regen('5')] },
})
const byPolicy = (m013: object) => parsePolicy({ m013 })
const tradesOf = (count: number) => small({ trades: SMALL.trades.slice(-count), sellOrders: [] })

/** A policy whose rate is above its maxRate: parsePolicy refuses it, but a chain may have stored it. */
const capped = {
  ...DEFAULT_POLICY,
  m013: { ...DEFAULT_POLICY.m013, maxRate: parseRatio('0.004') as typeof DEFAULT_POLICY.m013.maxRate },
}

/** What a contract does not say of M013. */
const NOT_SAID = { feePayer: 'unknown', denom: 'unknown', phase: 'unknown' } as const

/** Raised by a connection only: no snapshot tells them. */
const LIVE_ONLY = ['GAS_NOT_ESTIMATED'] as const satisfies readonly WarningCode[]

const CASES: { readonly [code in Exclude<WarningCode, (typeof LIVE_ONLY)[number]>]: Case } = {
  WOULD_FAIL: {
    raises: of(retire({ jurisdiction: 'us' })),
    says: 'The chain refuses this message: jurisdiction breaks the rule "jurisdiction" (expected a country, perhaps a region, perhaps a postal code, like "US-WA 98225").',
    silent: of(retire({ jurisdiction: 'US' })),
  },
  MESSAGE_DEAD: {
    raises: of({ typeUrl: '/regen.ecocredit.v1.MsgUpdateProjectEnrollment', value: {} }),
    says: '/regen.ecocredit.v1.MsgUpdateProjectEnrollment cannot be used on Regen Ledger v7: its validation is not implemented, and the node panics on it.',
    silent: of(retire()),
  },
  MESSAGE_MISSPELT: {
    raises: of({ typeUrl: '/regen.ecocredit.marketplace.v1.MsgBuyDirct', value: {} }),
    says: 'Regen Ledger v7 has no message /regen.ecocredit.marketplace.v1.MsgBuyDirct. Did you mean /regen.ecocredit.marketplace.v1.MsgBuyDirect?',
    silent: of({ typeUrl: '/cosmos.staking.v1beta1.MsgCreateValidator', value: {} }),
  },
  MESSAGE_UNKNOWN: {
    raises: of({ typeUrl: '/cosmos.staking.v1beta1.MsgCreateValidator', value: {} }),
    says: "/cosmos.staking.v1beta1.MsgCreateValidator is not in this SDK's catalog: only its gas is known, not what else it costs or moves.",
    silent: of(pay(SELLER, '5uregen')),
  },
  SIGNER_CANNOT_SIGN: {
    raises: of(pay(SELLER, '5uregen', GROUP)),
    says: `${GROUP} cannot sign a transaction: it is the address of a group policy or contract.`,
    silent: of(exec(BUYER, pay(SELLER, '5uregen', GROUP))),
  },
  STATE_UNKNOWN: {
    raises: on(small({ creditBalances: [], complete: [] }), retire()),
    says: `The snapshot does not say anything about the balance of ${BUYER} in batch ${BATCH}, so what depends on it was not checked.`,
    silent: of(retire()),
  },
  NOT_FOUND: {
    raises: of(retire({ credits: [{ batchDenom: 'C01-001-20200101-20210101-999', amount: '1' }] })),
    says: 'There is no batch C01-001-20200101-20210101-999.',
    silent: of(retire()),
  },
  ORDER_MISSING: {
    raises: of(buy(buying({ sellOrderId: '77' }))),
    says: 'There is no sell order 77: it was filled or cancelled, or never existed.',
    silent: of(buy(buying({ sellOrderId: '1' }))),
  },
  ALREADY_EXISTS: {
    raises: of(createBasket({ name: 'NCT' })),
    says: 'The basket named NCT exists already.',
    silent: of(createBasket({ name: 'NCU' })),
  },
  NOT_AUTHORIZED: {
    raises: of(createBatch({ issuer: BUYER })),
    says: `${BUYER} is not an issuer of credit class C01.`,
    silent: of(createBatch({ issuer: SELLER })),
  },
  FEE_PARAMS_UNKNOWN: {
    raises: on(withSettings({ feeParams: 'unknown' }), buy(buying())),
    says: 'The marketplace fee rates could not be read, so the buyer and seller fee are not known (which is not the same as zero).',
    silent: on(withSettings({ feeParams: { buyer: '', seller: '' } }), buy(buying())),
  },
  FEE_PARAMS_UNUSABLE: {
    raises: on(withSettings({ feeParams: { buyer: '0.0', seller: '' } }), buy(buying())),
    says: 'Governance has set a marketplace fee rate to the text "0.0", with which the chain refuses every purchase.',
    silent: on(withSettings({ feeParams: { buyer: '', seller: '' } }), buy(buying())),
  },
  MAX_FEE_MISSING: {
    raises: of(buy(buying({ maxFeeAmount: undefined }))),
    says: 'The purchase from order 1 names no maxFeeAmount, which the chain reads as 0, but a buyer fee of 400000uregen is due.',
    silent: of(buy(buying({ sellOrderId: '2', maxFeeAmount: undefined }))),
  },
  MAX_FEE_TOO_LOW: {
    raises: of(buy(buying({ maxFeeAmount: regen('399999') }))),
    says: 'The purchase from order 1 allows a fee of 399999uregen, but 400000uregen is due.',
    silent: of(buy(buying({ maxFeeAmount: regen('400000') }))),
  },
  MAX_FEE_WRONG_DENOM: {
    raises: of(buy(buying({ maxFeeAmount: usd('400000') }))),
    says: 'The maxFeeAmount 400000uusdc for order 1 must be in uregen; in any other denom the transaction fails.',
    silent: of(buy(buying({ sellOrderId: '4', bidPrice: usd('1500000'), maxFeeAmount: usd('400000') }))),
  },
  ORDER_EXPIRED: {
    raises: of(buy(buying({ sellOrderId: '5' }))),
    says: 'Sell order 5 expired at 2026-11-21T11:59:59Z. The chain would still sell from it; its price may be old.',
    silent: on(small({ time: '2026-11-21T11:59:58Z' }), buy(buying({ sellOrderId: '5' }))),
  },
  ORDER_TOO_SMALL: {
    raises: of(buy(buying({ quantity: '10.000001', maxFeeAmount: regen('9000000') }))),
    says: 'Sell order 1 has 10 left to sell; 10.000001 cannot be bought.',
    silent: of(buy(buying({ quantity: '10', maxFeeAmount: regen('9000000') }))),
  },
  OWN_ORDER: {
    raises: of({ ...buy(), value: { buyer: SELLER, orders: [buying()] } }),
    says: "Sell order 1 is the buyer's own.",
    silent: of(buy(buying())),
  },
  RETIRE_ONLY_ORDER: {
    raises: of(buy(buying({ sellOrderId: '3' }))),
    says: 'Sell order 3 sells only to retire: its credits cannot be bought tradable.',
    silent: of(buy(buying({ sellOrderId: '3', disableAutoRetire: false, retirementJurisdiction: 'US' }))),
  },
  BID_BELOW_ASK: {
    raises: of(buy(buying({ bidPrice: regen('19999999') }))),
    says: 'The bid of 19999999uregen a credit is below the 20000000uregen that order 1 asks.',
    silent: of(buy(buying({ bidPrice: regen('20000000') }))),
  },
  BID_WRONG_DENOM: {
    raises: of(buy(buying({ bidPrice: usd('20000000') }))),
    says: 'Order 1 sells for uregen, but the bid is in uusdc.',
    silent: of(buy(buying({ bidPrice: regen('20000000') }))),
  },
  BALANCE_TOO_LOW: {
    raises: of(pay(SELLER, '1000000001uregen')),
    says: `${BUYER} holds 1000000000uregen where 1000000001uregen is needed.`,
    silent: of(pay(SELLER, '1000000000uregen')),
  },
  CREDITS_TOO_LOW: {
    raises: of(retire({ credits: [{ batchDenom: BATCH, amount: '100.000001' }] })),
    says: `Of ${BATCH}, ${BUYER} has 100 tradable and needs 100.000001.`,
    silent: of(retire({ credits: [{ batchDenom: BATCH, amount: '100' }] })),
  },
  PAYMENT_FLOORS_TO_ZERO: {
    raises: of(buy(buying({ sellOrderId: '2', quantity: '0.03' }))),
    says: 'The payment for order 2 is less than one unit of uregen and is floored to zero: the credits are free.',
    silent: of(buy(buying({ sellOrderId: '2', quantity: '0.031' }))),
  },
  PAYMENT_NEGATIVE: {
    raises: on(withSettings({ feeParams: { buyer: '', seller: '1.1' } }), buy(buying())),
    says: 'The seller fee is more than the price of order 1; the chain fails on a negative payment.',
    silent: on(withSettings({ feeParams: { buyer: '', seller: '1' } }), buy(buying())),
  },
  CREATION_FEE_MISSING: {
    raises: of(createClass({ fee: undefined })),
    says: 'Creating a class costs 20000000uregen; the message offers no fee.',
    silent: on(withSettings({ classFee: null }), createClass({ fee: undefined })),
  },
  CREATION_FEE_TOO_LOW: {
    raises: of(createClass({ fee: regen('19999999') })),
    says: 'Creating a class costs 20000000uregen; the message offers only 19999999uregen.',
    silent: of(createClass({ fee: regen('20000000') })),
  },
  CREATION_FEE_WRONG_DENOM: {
    raises: of(createBasket({ fee: [usd('20000000')] })),
    says: 'Creating a basket costs 20000000uregen; the message offers 20000000uusdc, another denom.',
    silent: of(createBasket({ fee: [regen('20000000')] })),
  },
  CREATION_FEE_UNKNOWN: {
    raises: on(withSettings({ basketFee: 'unknown' }), createBasket()),
    says: 'What creating a basket costs could not be read.',
    silent: on(withSettings({ basketFee: null }), createBasket()),
  },
  DENOM_NOT_ALLOWED: {
    raises: of(sell({ askPrice: usd('5') })),
    says: "uusdc is not on the marketplace's list of allowed denoms.",
    silent: of(sell({ askPrice: regen('5') })),
  },
  EXPIRATION_PAST: {
    raises: of(sell({ expiration: '2026-11-21T12:00:00Z' })),
    says: 'The expiration 2026-11-21T12:00:00Z must lie after the block time, 2026-11-21T12:00:00Z.',
    silent: of(sell({ expiration: '2026-11-21T12:00:01Z' })),
  },
  BATCH_CLOSED: {
    raises: of(mint({ batchDenom: BATCH })),
    says: `The batch ${BATCH} is closed.`,
    silent: of(mint({ batchDenom: OPEN_BATCH })),
  },
  ORIGIN_UNKNOWN: {
    raises: of(createBatch({ originTx: { id: 'tx-7', source: 'registry' } })),
    says: 'Whether credits were already issued for the origin transaction tx-7 is not known; the chain refuses a second issue.',
    silent: of(createBatch()),
  },
  BRIDGE_CHAIN_NOT_ALLOWED: {
    raises: of(bridge('celo')),
    says: 'celo is not a chain that credits may be bridged to or from.',
    silent: of(bridge('Polygon')),
  },
  BASKET_REFUSES: {
    raises: on(
      small({ baskets: SMALL.baskets.map(basket => ({ ...basket, allowedClasses: ['C02'] })) }),
      put(),
    ),
    says: `The basket ${BASKET} does not take ${BATCH}: credits of class C01 are not allowed.`,
    silent: of(put()),
  },
  BASKET_CRITERIA_LOST: {
    raises: of(createBasket({ dateCriteria: { yearsInThePast: 10 } })),
    says: 'The chain is thought to drop yearsInThePast when a basket is created; read the basket back before relying on it.',
    silent: of(createBasket({ dateCriteria: { minStartDate: '2016-01-01' } })),
  },
  BASKET_RETIRES: {
    raises: on(
      small({ baskets: SMALL.baskets.map(basket => ({ ...basket, disableAutoRetire: false })) }),
      take(),
    ),
    says: `The basket ${BASKET} gives credits out retired only: set retireOnTake.`,
    silent: of(take()),
  },
  CLASS_TYPE_DIFFERS: {
    raises: of(createBasket({ allowedClasses: ['BT01'] })),
    says: 'The class BT01 is of type BT, not C.',
    silent: of(createBasket({ allowedClasses: ['BT01'], creditTypeAbbrev: 'BT' })),
  },
  RECIPIENT_IS_MODULE: {
    raises: of(send({ recipient: transfer })),
    says: `${transfer} is the account of the chain's own module transfer: what is sent there is most likely lost.`,
    silent: of(send({ recipient: SELLER })),
  },
  RECIPIENT_BLOCKED: {
    raises: of(pay(transfer, '5uregen')),
    says: `${transfer} is the account of the module transfer, which may not receive coins.`,
    silent: of(pay(gov, '5uregen')),
  },
  PROPOSAL_WILL_FAIL: {
    raises: of(propose(poolSpend('distribution.v1beta1'))),
    says: 'This proposal can pass and then fails when it runs /cosmos.distribution.v1beta1.MsgCommunityPoolSpend: the community pool is kept by protocolpool: use /cosmos.protocolpool.v1.MsgCommunityPoolSpend.',
    silent: of(propose(poolSpend('protocolpool.v1'))),
  },
  UNWISE: {
    raises: of(propose(setFeeParams('0'))),
    says: 'The chain accepts fees.buyerPercentageFee, but nobody can want it: with the rate "0" the chain refuses every purchase; for no fee leave the text empty.',
    silent: of(propose(setFeeParams(''))),
  },
  INNER_PACKED: {
    raises: of(exec(BUYER, { typeUrl: retire().typeUrl, value: new Uint8Array([10, 0]) })),
    says: 'The /regen.ecocredit.v1.MsgRetire is packed as bytes and was not looked into; unpack it first (unpackMessages of regen-fees/cosmjs).',
    silent: of(exec(BUYER, retire())),
  },
  NODE_BEHIND: {
    raises: on(small({ age: { seconds: 121n, catchingUp: false } }), retire()),
    says: `The node is behind: its newest block, ${SMALL.height}, was 121 seconds old. What is due may have changed since.`,
    silent: on(small({ age: { seconds: 120n, catchingUp: false } }), retire()),
  },
  GAS_PRICE_UNKNOWN: {
    raises: { messages: [send()], gasLimit: 200_000n, snapshot: small({ gasPrices: 'unknown' }) },
    says: 'The gas price of the node is not known, so the gas fee is not either.',
    silent: { messages: [send()], gasLimit: 200_000n },
  },
  PRICE_UNKNOWN: {
    raises: on(small({ trades: [], sellOrders: [] }), retire()),
    says: 'No price for credits of C01: their value, and so the proposed fee, is not known.',
    silent: { ...on(small({ trades: [], sellOrders: [] }), retire()), prices: { C01: '0uregen' } },
  },
  PRICE_STALE: {
    raises: on(small({ time: '2026-11-29T00:00:00Z', sellOrders: [] }), retire()),
    says: 'The only price for credits of C01 is 8 days old.',
    silent: on(small({ time: '2026-11-28T00:00:00Z', sellOrders: [] }), retire()),
  },
  PRICE_FEW_SAMPLES: {
    raises: on(tradesOf(3), retire()),
    says: 'The price for credits of C01 rests on 3 purchase(s).',
    silent: on(tradesOf(4), retire()),
  },
  PRICE_INDICATIVE: {
    raises: on(small({ trades: [] }), retire()),
    says: 'The price for credits of C01 is what an open order asks; nobody has paid it yet.',
    silent: of(retire()),
  },
  DENOM_CONVERSION: {
    raises: of(buy(buying({ sellOrderId: '4', bidPrice: usd('1500000'), maxFeeAmount: usd('30000') }))),
    says: 'The value of the payment is in uusdc and no rate from it to REGEN was given, so the proposed fee is not known.',
    silent: {
      messages: [buy(buying({ sellOrderId: '4', bidPrice: usd('1500000'), maxFeeAmount: usd('30000') }))],
      rates: { uusdc: '12.5uregen' },
    },
  },
  RATE_CAPPED: {
    raises: { messages: [retire()], policy: capped },
    says: 'The rate 0.005 for CreditRetirement is above the highest allowed, 0.004, which was used.',
    silent: { messages: [send()], policy: capped },
  },
  MIN_FEE_ABOVE_MAX_RATE: {
    raises: { ...of(retire()), prices: { C01: '99999uregen' } },
    says: 'The minimum fee of 1 REGEN is more than 10 % of the value, 9.9999 REGEN.',
    silent: { ...of(retire()), prices: { C01: '100000uregen' } },
  },
  PRICE_REQUIRED: {
    raises: {
      ...on(small({ trades: [], sellOrders: [] }), retire()),
      policy: byPolicy({ noPrice: 'reject' }),
    },
    says: 'Under this policy M013 would refuse the message, because the value of its credits is not known.',
    silent: on(small({ trades: [], sellOrders: [] }), retire()),
  },
  VALUE_REQUIRED: {
    raises: {
      messages: [send({ credits: [{ batchDenom: BATCH, tradableAmount: '0' }] })],
      policy: byPolicy({ zeroValue: 'reject' }),
    },
    says: 'Under this policy M013 would refuse the message, because what it charges for is worth less than one uregen.',
    silent: { messages: [send({ credits: [{ batchDenom: BATCH, tradableAmount: '0' }] })] },
  },
  PRICE_UNUSED: {
    raises: { ...of(retire()), prices: { C01: '5uregen', C99: '5uregen' } },
    says: 'The price given for credits of C99 was not used: none of them are charged by it, or its denom has no rate to uregen.',
    silent: { ...of(retire()), prices: { C01: '5uregen' } },
  },
  FEE_IN_FORCE: {
    raises: {
      messages: [retire()],
      snapshot: small({ feeConfig: { ...M013_V0, capped: [], source: 'regen1x', ...NOT_SAID } }),
    },
    says: 'M013 is in force on this chain, by regen1x: it takes at least 12.5 REGEN, which no amount of the live side holds, because the source does not say who pays and in what.',
    silent: { messages: [retire()] },
  },
  DUAL_FEE: {
    raises: { messages: [retire()], phase: 'TRANSITION' },
    says: 'In the phase TRANSITION a credit transaction pays gas and the value-based fee.',
    silent: { messages: [pay(SELLER, '5uregen')], phase: 'TRANSITION' },
  },
}

const warningsOf = (situation: Situation) => previewFees({ snapshot: SMALL, ...situation }).warnings

const codesOf = (situation: Situation) => warningsOf(situation).map(({ code }) => code)

test('every warning code has its case', () => {
  const codes = [...BLOCKING_WARNINGS, ...OTHER_WARNINGS]
  expect([...Object.keys(CASES), ...LIVE_ONLY].toSorted()).toEqual(codes.toSorted())
})

describe.each(Object.entries(CASES))('%s', (code, { raises, says, silent }) => {
  test('is raised, and says what is the matter', () => {
    const found = warningsOf(raises).filter(warning => warning.code === code)
    expect(found.map(warningSentence)).toEqual([says])
    expect(found.map(({ blocks }) => blocks)).toEqual([
      (BLOCKING_WARNINGS as readonly string[]).includes(code),
    ])
  })

  test('is not raised by the case beside it', () => {
    expect(codesOf(silent)).not.toContain(code)
  })
})
