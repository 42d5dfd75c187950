import * as z from 'zod/mini'
import { ShareText } from '../../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import {
  PRICE_SOURCES,
  type ReferencePrice,
} from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { DENOM } from '../../primitives/coin.ts'
import { RatioText, TimeText, UregenText } from '../../primitives/schemas.ts'

/** A price source, the age in days after which it is stale, and how many samples it needs at least. */
const SourceRuleJson = z.strictObject({
  source: z.enum(PRICE_SOURCES),
  maxAgeDays: z._default(z.int().check(z.minimum(1), z.maximum(3650)), 7),
  leastSamples: z._default(z.int().check(z.minimum(1), z.maximum(1000)), 1),
})

/** The price sources that count, in their order. */
export const SourceRulesJson = z.array(SourceRuleJson).check(
  z.minLength(1),
  z.maxLength(PRICE_SOURCES.length),
  z.refine(
    rules => new Set(rules.map(({ source }) => source)).size === rules.length,
    'each price source may be named once',
  ),
)

/** Prices for a whole credit of a class, or of a credit type for its other classes, each since a moment; their order means nothing. */
export const ReferencePricesJson = z.pipe(
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
export const BurnPointsJson = z.array(z.strictObject({ revenue: UregenText, share: ShareText })).check(
  z.minLength(1),
  z.maxLength(100),
  z.refine(
    points => points.every(({ revenue }, index) => (points[index - 1]?.revenue ?? -1n) < revenue),
    'the points must rise in revenue',
  ),
)
