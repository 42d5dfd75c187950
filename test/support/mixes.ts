import bundled from '../../examples/snapshot.json' with { type: 'json' }
import type { PreviewInput } from '../../src/preview/feePreview.ts'
import { snapshotJson } from '../../src/preview/snapshot.ts'
import { uregen } from '../../src/primitives/uregen.ts'
import { randomNumbers } from './randomNumbers.ts'
import { verdicts } from './recordings.ts'
import * as small from './snapshots.ts'
import { VALID_MESSAGES } from './validMessages.ts'

/** Transactions of many kinds of messages under many policies, as JSON: the same for the same seed. */
export type Mix = {
  readonly messages: readonly unknown[]
  readonly snapshot: object
  readonly policy: object
  readonly options: Omit<PreviewInput, 'messages' | 'snapshot' | 'policy'>
}

type Random = () => number
const anyOf = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

const VALID = Object.entries(VALID_MESSAGES).map(([typeUrl, value]) => ({ typeUrl, value }))
const ASKED = verdicts().map(({ typeUrl, value }) => ({ typeUrl, value }))

/** Messages on the ledger of snapshots.ts, with amounts that fit it and others that do not. */
function onSmall(random: Random): { readonly typeUrl: string; readonly value: unknown } {
  const amount = anyOf(random, ['0', '0.3', '1', '2.5', '7', '99.999999', '100', '1000', '1e30', '-1'])
  const credits = [
    { batchDenom: anyOf(random, [small.BATCH, small.OPEN_BATCH, 'BT01-001-20200101-20210101-001']), amount },
  ]
  const sent = {
    batchDenom: small.BATCH,
    tradableAmount: amount,
    retiredAmount: anyOf(random, ['0', '1', amount]),
    retirementJurisdiction: 'US',
  }
  const owner = anyOf(random, [small.BUYER, small.SELLER, small.POOR, small.GROUP, small.BUYER.toUpperCase()])
  const buying = small.buying({
    sellOrderId: anyOf(random, ['1', '2', '3', '4', '5', '77']),
    quantity: amount,
    disableAutoRetire: random() < 0.5,
    retirementJurisdiction: 'US-WA',
  })
  return anyOf(random, [
    () => small.send({ sender: owner, credits: [sent, ...(random() < 0.3 ? [sent] : [])] }),
    () => small.retire({ owner, credits: [...credits, ...(random() < 0.3 ? credits : [])] }),
    () => small.buy(buying, ...(random() < 0.4 ? [{ ...buying, sellOrderId: '4' }] : [])),
    () => small.sell({ quantity: amount }),
    () => small.createClass(),
    () =>
      small.createBatch({
        issuance: [
          { recipient: owner, tradableAmount: amount, retiredAmount: '1', retirementJurisdiction: 'US' },
        ],
      }),
    () => small.createBasket(),
    () => small.put({ owner, credits }),
    () => small.take({ owner, amount: anyOf(random, ['1', '5000000']) }),
    () => small.pay(owner, anyOf(random, ['5uregen', '1uusdc', '2000000000uregen'])),
    () => ({
      typeUrl: anyOf(random, ['/regen.ecocredit.v1.MsgRetir', '/cosmos.staking.v1beta1.MsgCreateValidator']),
      value: {},
    }),
  ])()
}

function anyMessage(random: Random): { readonly typeUrl: string; readonly value: unknown } {
  const message = anyOf(random, [
    () => anyOf(random, VALID),
    () => anyOf(random, ASKED),
    () => onSmall(random),
    () => onSmall(random),
  ])()
  if (random() < 0.06) return small.exec(anyOf(random, [small.BUYER, small.POOR]), message)
  return random() < 0.04 ? small.propose(message) : message
}

const FEE_CONFIG = {
  source: 'regen1contract',
  phase: 'VALUE_BASED',
  feeRates: {
    CreditIssuance: '0.02',
    CreditTransfer: '0.001',
    CreditRetirement: '0.005',
    MarketplaceTrade: '0.01',
  },
  shares: { burn: '0.28', validator: '0.25', community: '0.45', agent: '0.02' },
  minFee: '1000000',
  maxRate: '0.1',
}

const SNAPSHOTS: readonly object[] = [
  bundled,
  snapshotJson(small.SMALL) as object,
  snapshotJson(small.small({ complete: [], trades: [], absent: ['sell order 77'] })) as object,
  {
    ...(snapshotJson(small.SMALL) as object),
    feeConfig: { ...FEE_CONFIG, feePayer: 'signer', denom: 'uregen' },
  },
  { ...bundled, feeConfig: FEE_CONFIG },
]

const POLICIES: readonly object[] = [
  {},
  {},
  { minFeeScope: 'line', zeroValue: 'exempt' },
  { minFeeScope: 'tx', noPrice: 'exempt', remainder: 'largest-remainder' },
  { minFeeVsMaxRate: 'cap-wins', noPrice: 'reject', zeroValue: 'reject', remainder: 'round-robin' },
  { collection: 'native', minFee: '5000000', remainder: 'burn' },
  { collection: 'hybrid', minFeeScope: 'tx', autoRetire: 'both' },
  {
    valueRounding: 'whole',
    basket: 'transfer',
    bridge: 'transfer',
    bridgeReceive: 'issuance',
    sendWithRetire: 'max',
  },
  {
    agentFund: { kind: 'community-tag', share: '0.1' },
    shares: { burn: '0.3', validator: '0.4', community: '0.3', agent: '0' },
    valuation: [{ source: 'lowest-ask' }],
    gasInValueBased: 'zero',
  },
  { maxRate: '0.02', marketplaceFeeRelation: 'm013-includes', sendWithRetire: 'transfer-only' },
].map(m013 => ({ m013 }))

const SUPPLY = {
  supply: uregen(130n * 10n ** 12n),
  staked: uregen(10n ** 13n),
  stabilityCommitted: uregen(0n),
  m014Phase: 'INACTIVE' as const,
}

/** The transaction of a seed. */
export function mixOf(seed: number): Mix {
  const random = randomNumbers(seed)
  const length = anyOf(random, [1, 2, 3, 5, 12, 40])
  return {
    messages: Array.from({ length }, () => anyMessage(random)),
    snapshot: anyOf(random, SNAPSHOTS),
    policy: anyOf(random, POLICIES),
    options: {
      ...(random() < 0.4 && {
        prices: anyOf(random, [{ C01: '25000000uregen' }, { C01: '1.5uusdc', BT01: '0uregen' }]),
      }),
      ...(random() < 0.4 && { rates: anyOf(random, [{ uusdc: '12.5uregen' }, { uusdc: '0uregen' }]) }),
      ...(random() < 0.4 && { gasLimit: 200_000n }),
      ...(random() < 0.3 && { phase: anyOf(random, ['FLAT_GAS', 'TRANSITION', 'VALUE_BASED'] as const) }),
      ...(random() < 0.3 && {
        supply: SUPPLY,
      }),
      ...(random() < 0.3 && {
        rewards: { pool: uregen(10n ** 12n), totalScore: { num: 10n ** 13n, den: 3n } },
      }),
    },
  }
}
