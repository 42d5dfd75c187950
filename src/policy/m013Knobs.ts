import * as z from 'zod/mini'
import {
  FeeRatesJson,
  FeeRateText,
  PoolSharesJson,
} from '../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { PRICE_SOURCES } from '../mechanisms/m013-value-based-fee-routing/valuation.ts'
import { UregenText } from '../primitives/schemas.ts'
import { choice, knob } from './knob.ts'

/** A price source, the age in days after which it is stale, and how many samples it needs at least. */
const SourceRuleJson = z.strictObject({
  source: z.enum(PRICE_SOURCES),
  maxAgeDays: z._default(z.int().check(z.minimum(1), z.maximum(3650)), 7),
  leastSamples: z._default(z.int().check(z.minimum(1), z.maximum(1000)), 1),
})

/** Every open point of M013, value-based fee routing. */
export const M013_KNOBS = {
  feeRates: knob({
    schema: FeeRatesJson,
    default: {
      CreditIssuance: '0.02',
      CreditTransfer: '0.001',
      CreditRetirement: '0.005',
      MarketplaceTrade: '0.01',
    },
    question: null,
    source: 'SPEC M013, Fee Schedule; issuance 1 % to 3 %, 2 % by the reference vectors',
    alternatives: ['CreditIssuance 0.01 to 0.03'],
    layer: 'L3',
  }),
  shares: knob({
    schema: PoolSharesJson,
    default: { burn: '0.30', validator: '0.40', community: '0.25', agent: '0.05' },
    question: 'OQ-M013-1',
    source: 'SPEC M013, Distribution Parameters, Model A',
    alternatives: [
      'Model B 25/15/60/0, 30/20/50/0, 35/15/50/0',
      'compromise 28/25/45/2',
      'burn 0 to 0.35 (OQ-M013-5)',
    ],
    layer: 'L2',
  }),
  minFee: knob({
    schema: UregenText,
    default: '1000000',
    question: null,
    source: 'SPEC M013, Fee Value Calculation: min_fee 1 REGEN',
    alternatives: ['any amount of 0 or more'],
    layer: 'L2',
  }),
  maxRate: knob({
    schema: FeeRateText,
    default: '0.10',
    question: null,
    source: 'SPEC M013, invariant 4, Rate Bound Safety',
    alternatives: ['any rate below 0.10'],
    layer: 'L3',
  }),
  minFeeVsMaxRate: choice(['min-wins', 'cap-wins'], {
    question: null,
    source: 'readings 2.2 #1: below 10 REGEN of value the minimum fee is more than 10 % of it',
    layer: 'L2',
  }),
  zeroValue: choice(['min-fee', 'exempt'], {
    question: null,
    source: 'readings 2.2 #3: a value known to be zero pays the minimum',
    layer: 'L2',
  }),
  noPrice: choice(['min-fee', 'reject', 'exempt'], {
    question: 'OQ-M013-2',
    source: 'readings 2.2 #4: without a price the value is unknown and the minimum is a lower bound',
    layer: 'L2',
  }),
  valuation: knob({
    schema: z.array(SourceRuleJson).check(
      z.minLength(1),
      z.maxLength(PRICE_SOURCES.length),
      z.refine(
        rules => new Set(rules.map(({ source }) => source)).size === rules.length,
        'each price source may be named once',
      ),
    ),
    default: PRICE_SOURCES.map(source => ({ source })),
    question: 'OQ-M013-2',
    source: 'readings, price of a credit: sources in order, stale after 7 days',
    alternatives: [
      'any order and choice of explicit, twap-7d, last-trade, governance-reference, lowest-ask, external',
    ],
    layer: 'L3',
  }),
  remainder: choice(['validator', 'agent', 'burn', 'largest-remainder', 'round-robin'], {
    question: null,
    source: 'readings 2.2 #6: what four floors leave over goes to the validator fund',
    layer: 'L2',
  }),
  minFeeScope: choice(['message', 'tx', 'line'], {
    question: null,
    source: 'readings 2.2 #9: the minimum counts once a message',
    layer: 'L2',
  }),
  sendWithRetire: choice(['split', 'transfer-only', 'max'], {
    question: null,
    source: 'readings 2.2 #8: a send pays transfer on its tradable and retirement on its retired part',
    layer: 'L3',
  }),
  autoRetire: choice(['trade-only', 'both'], {
    question: null,
    source: 'readings 2.2 #10: a purchase that retires is charged as a trade',
    layer: 'L3',
  }),
  bridge: choice(['none', 'transfer'], {
    question: null,
    source: 'readings 2.2 #11',
    layer: 'L3',
  }),
  bridgeReceive: choice(['none', 'issuance'], {
    question: null,
    source: 'readings 2.2 #11',
    layer: 'L3',
  }),
  basket: choice(['none', 'transfer'], {
    question: null,
    source: 'readings 2.2 #11; with "transfer" a take that retires is charged as a retirement',
    layer: 'L3',
  }),
  marketplaceFeeRelation: choice(['additive', 'm013-includes'], {
    question: null,
    source: 'readings 2.2 #12: today’s buyer and seller fees stand beside M013',
    layer: 'L3',
  }),
  gasInValueBased: choice(['keep', 'zero'], {
    question: null,
    source: 'readings 2.2 #13: v7 cannot drop gas without new code',
    layer: 'L3',
  }),
} as const
