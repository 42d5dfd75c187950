import { M013_PARAMETERS } from '../../mechanisms/m013-value-based-fee-routing/bounds.ts'
import {
  FeeRatesJson,
  PoolSharesJson,
  RateText,
  ShareText,
} from '../../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { M013_V0 } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { PRICE_SOURCES } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { REMAINDERS } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import { UregenText } from '../../primitives/schemas.ts'
import { kinds } from '../kinds.ts'
import { choice, knob, knobsOf } from '../knob.ts'
import { BurnPointsJson, ReferencePricesJson, SourceRulesJson } from './m013Schemas.ts'

/** Every open point of M013, value-based fee routing. */
export const M013_KNOBS = {
  ...knobsOf(M013_PARAMETERS, M013_V0, {
    feeRates: {
      schema: FeeRatesJson,
      question: null,
      source: 'SPEC M013, Fee Schedule; issuance 1 % to 3 %, 2 % by the reference vectors',
      alternatives: ['CreditIssuance 0.01 to 0.03'],
    },
    shares: {
      schema: PoolSharesJson,
      question: 'OQ-M013-1',
      source: 'SPEC M013, Distribution Parameters, Model A',
      alternatives: [
        'Model B 25/15/60/0, 30/20/50/0, 35/15/50/0',
        'compromise 28/25/45/2',
        'burn 0 to 0.35 (OQ-M013-5)',
      ],
    },
  }),
  burnShare: knob({
    schema: kinds({ fixed: {}, dynamic: { points: BurnPointsJson } }),
    default: { kind: 'fixed' },
    layer: 'L3',
    bounds: 'fixed, or points that rise in revenue with shares of 0 to 1',
    question: 'OQ-M013-5',
    source: 'SPEC M013, OQ-M013-5: 25 % to 35 %, as `shares` has it',
    alternatives: ['dynamic: points of revenue and burn share, linear between them'],
  }),
  ...knobsOf(M013_PARAMETERS, M013_V0, {
    minFee: {
      schema: UregenText,
      question: null,
      source: 'SPEC M013, Fee Value Calculation: min_fee 1 REGEN',
      alternatives: ['any amount of 0 or more'],
    },
    maxRate: {
      schema: RateText,
      question: null,
      source: 'SPEC M013, invariant 4, Rate Bound Safety',
      alternatives: ['any rate below 0.10'],
    },
  }),
  minFeeVsMaxRate: choice(['min-wins', 'cap-wins'], {
    layer: 'L2',
    question: null,
    source: 'readings 2.2 #1: below 10 REGEN of value the minimum fee is more than 10 % of it',
    alternatives: [
      'cap-wins: the minimum lifts a fee to value × maxRate at most; per message, per line with minFeeScope line, and message by message with tx',
    ],
  }),
  zeroValue: choice(['min-fee', 'exempt', 'reject'], {
    layer: 'L2',
    question: null,
    source: 'readings 2.2 #3: a value known to be zero pays the minimum',
    alternatives: [
      'exempt: what is worth 0 owes nothing; a message, or each line with minFeeScope line, also beside others that are worth more',
      'reject: what is worth 0 would be refused (contract drafts)',
    ],
  }),
  valueRounding: choice(['exact', 'whole'], {
    layer: 'L2',
    question: null,
    source: 'readings, introduction: one floor, last',
    alternatives: ['whole: the value of each line is cut to whole units first (contract drafts)'],
  }),
  noPrice: choice(['min-fee', 'reject', 'exempt'], {
    layer: 'L2',
    question: 'OQ-M013-2',
    source: 'readings 2.2 #4: without a price the value is unknown and the minimum is a lower bound',
  }),
  valuation: knob({
    schema: SourceRulesJson,
    default: PRICE_SOURCES.map(source => ({ source })),
    layer: 'L3',
    bounds: 'each source once, stale after 1 to 3,650 days, of 1 to 1,000 samples',
    question: 'OQ-M013-2',
    source: 'readings, price of a credit: sources in order, stale after 7 days',
    alternatives: [
      'any order and choice of explicit, twap-7d, last-trade, governance-reference, lowest-ask, external',
      'twap-7d alone, so that nobody is rewarded by a price of their own (readings 3.5)',
    ],
  }),
  referencePrices: knob({
    schema: ReferencePricesJson,
    default: [],
    layer: 'L3',
    bounds:
      'up to 1,000 prices of 0 or more, of classes and credit types, each with its source, denom and moment',
    question: 'OQ-M013-2',
    source: 'OQ-M013-2 B and C: governance states none yet',
    alternatives: [
      'prices of governance or of an outside market, for a class (C01) or for a credit type (C), each with the moment since when it holds',
    ],
  }),
  remainder: choice(REMAINDERS, {
    layer: 'L2',
    question: null,
    source:
      'readings 2.2 #6: what four floors leave over goes to the validator fund; a pool with share 0 gets none of it',
    alternatives: [
      'validator-always: also with a validator share of 0 (contract drafts)',
      'agent',
      'burn',
      'largest-remainder',
      'round-robin: from burn on, for every fee anew',
    ],
  }),
  minFeeScope: choice(['message', 'tx', 'line'], {
    layer: 'L2',
    question: null,
    source: 'readings 2.2 #9: the minimum counts once per message',
    alternatives: [
      'line: once for each charged line, whose parts are floored alone',
      'tx: once per transaction, on the first message that takes what the rates leave of it',
    ],
  }),
  sendWithRetire: choice(['split', 'transfer-only', 'max'], {
    layer: 'L3',
    question: null,
    source: 'readings 2.2 #8: a send pays transfer on its tradable and retirement on its retired part',
  }),
  autoRetire: choice(['trade-only', 'both'], {
    layer: 'L3',
    question: null,
    source: 'readings 2.2 #10: a purchase that retires is charged as a trade',
    alternatives: ['both: as a trade and as a retirement, in one message'],
  }),
  bridge: choice(['none', 'transfer'], { layer: 'L3', question: null, source: 'readings 2.2 #11' }),
  bridgeReceive: choice(['none', 'issuance'], {
    layer: 'L3',
    question: null,
    source: 'readings 2.2 #11',
  }),
  basket: choice(['none', 'transfer'], {
    layer: 'L3',
    question: null,
    source: 'readings 2.2 #11; with "transfer" a take that retires is charged as a retirement',
  }),
  marketplaceFeeRelation: choice(['additive', 'm013-includes'], {
    layer: 'L3',
    question: null,
    source:
      'readings 2.2 #12: today’s buyer and seller fees stand beside M013; a preview’s `proposed.beside` has them',
  }),
  gasInValueBased: choice(['keep', 'zero'], {
    layer: 'L3',
    question: null,
    source:
      'readings 2.2 #13: v7 cannot drop gas without new code; a preview’s `proposed.beside` has its fee',
  }),
  collection: choice(['regen-only', 'native', 'hybrid'], {
    layer: 'L3',
    question: 'OQ-M013-3',
    source: 'readings 2.2 #15; hybrid converts the burn share alone',
  }),
  distribution: knob({
    schema: kinds({ regen: {}, stable: {}, 'recipient-choice': { bonus: ShareText } }),
    default: { kind: 'regen' },
    layer: 'L3',
    bounds: 'regen, stable or recipient-choice with a bonus of 0 to 1',
    question: 'OQ-M013-3',
    source: 'readings §7',
    alternatives: ['stable', 'recipient-choice with a bonus of 0.05 to 0.10 from the community pool'],
  }),
  agentFund: knob({
    schema: kinds({ module: {}, multisig: { below: UregenText }, 'community-tag': { share: ShareText } }),
    default: { kind: 'multisig', below: '10000000000' },
    layer: 'L3',
    bounds: 'module, multisig below an amount, or community-tag with a share of 0 to 1 and no agent pool',
    question: 'OQ-M013-4',
    source: 'OQ-M013-4: a 3-of-5 multisig below 10,000 REGEN',
    alternatives: [
      'module',
      'community-tag: a share of the community part of every fee, without an agent share',
    ],
  }),
} as const
