import * as z from 'zod/mini'
import {
  FeeRatesJson,
  FeeRateText,
  PoolSharesJson,
  ShareText,
} from '../../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { REMAINDERS } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import {
  PRICE_SOURCES,
  type ReferencePrice,
} from '../../mechanisms/m013-value-based-fee-routing/valuation.ts'
import { DENOM } from '../../primitives/coin.ts'
import { RatioText, TimeText, UregenText } from '../../primitives/schemas.ts'
import { choice, knob } from '../knob.ts'
import { kinds } from '../settings.ts'

/** A price source, the age in days after which it is stale, and how many samples it needs at least. */
const SourceRuleJson = z.strictObject({
  source: z.enum(PRICE_SOURCES),
  maxAgeDays: z._default(z.int().check(z.minimum(1), z.maximum(3650)), 7),
  leastSamples: z._default(z.int().check(z.minimum(1), z.maximum(1000)), 1),
})

/** Prices for a whole credit of a class, or of a credit type for its other classes, each since a moment; their order means nothing. */
const ReferencePricesJson = z.pipe(
  z
    .array(
      z.strictObject({
        source: z._default(z.enum(['governance-reference', 'external']), 'governance-reference'),
        classId: z
          .string()
          .check(
            z.regex(/^[A-Z]{1,3}(\d{2,})?$/, 'expected a class such as C01, or a credit type such as C'),
          ),
        denom: z._default(z.string().check(z.regex(DENOM, 'expected a denom such as uregen')), 'uregen'),
        price: RatioText,
        time: TimeText,
      }),
    )
    .check(
      z.maxLength(1000),
      z.refine(
        prices => new Set(prices.map(placeOf)).size === prices.length,
        'a source states one price of a class in a denom at a time',
      ),
    ),
  z.transform((prices): readonly ReferencePrice[] =>
    prices.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
  ),
)

const placeOf = ({ source, classId, denom, time }: ReferencePrice): string =>
  [source, classId, denom, time].join(' ')

/** Fee revenue of a period, in uregen, and the burn share at it. */
const BurnPointsJson = z.array(z.strictObject({ revenue: UregenText, share: ShareText })).check(
  z.minLength(1),
  z.maxLength(100),
  z.refine(
    points => points.every(({ revenue }, index) => (points[index - 1]?.revenue ?? -1n) < revenue),
    'the points must rise in revenue',
  ),
)

/** Every open point of M013, value-based fee routing. */
export const M013_KNOBS = {
  feeRates: knob(
    FeeRatesJson,
    {
      CreditIssuance: '0.02',
      CreditTransfer: '0.001',
      CreditRetirement: '0.005',
      MarketplaceTrade: '0.01',
    },
    'L3',
  ),
  shares: knob(PoolSharesJson, { burn: '0.30', validator: '0.40', community: '0.25', agent: '0.05' }, 'L2'),
  burnShare: knob(kinds({ fixed: {}, dynamic: { points: BurnPointsJson } }), { kind: 'fixed' }, 'L3'),
  minFee: knob(UregenText, '1000000', 'L2'),
  maxRate: knob(FeeRateText, '0.10', 'L3'),
  minFeeVsMaxRate: choice(['min-wins', 'cap-wins'], 'L2'),
  zeroValue: choice(['min-fee', 'exempt', 'reject'], 'L2'),
  valueRounding: choice(['exact', 'whole'], 'L2'),
  noPrice: choice(['min-fee', 'reject', 'exempt'], 'L2'),
  valuation: knob(
    z.array(SourceRuleJson).check(
      z.minLength(1),
      z.maxLength(PRICE_SOURCES.length),
      z.refine(
        rules => new Set(rules.map(({ source }) => source)).size === rules.length,
        'each price source may be named once',
      ),
    ),
    PRICE_SOURCES.map(source => ({ source })),
    'L3',
  ),
  referencePrices: knob(ReferencePricesJson, [], 'L3'),
  remainder: choice(REMAINDERS, 'L2'),
  minFeeScope: choice(['message', 'tx', 'line'], 'L2'),
  sendWithRetire: choice(['split', 'transfer-only', 'max'], 'L3'),
  autoRetire: choice(['trade-only', 'both'], 'L3'),
  bridge: choice(['none', 'transfer'], 'L3'),
  bridgeReceive: choice(['none', 'issuance'], 'L3'),
  basket: choice(['none', 'transfer'], 'L3'),
  marketplaceFeeRelation: choice(['additive', 'm013-includes'], 'L3'),
  gasInValueBased: choice(['keep', 'zero'], 'L3'),
  collection: choice(['regen-only', 'native', 'hybrid'], 'L3'),
  distribution: knob(
    kinds({ regen: {}, stable: {}, 'recipient-choice': { bonus: ShareText } }),
    { kind: 'regen' },
    'L3',
  ),
  agentFund: knob(
    kinds({ module: {}, multisig: { below: UregenText }, 'community-tag': { share: ShareText } }),
    { kind: 'multisig', below: '10000000000' },
    'L3',
  ),
} as const
