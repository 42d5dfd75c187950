import { RegenError } from '../../primitives/errors.ts'
import { RATIO_OUT_OF_RANGE } from '../../primitives/errorTable.ts'
import {
  compareRatios,
  isShare,
  mulFloor,
  ONE,
  overOneDenominator,
  type Ratio,
  ratio,
  ZERO,
} from '../../primitives/ratio.ts'
import { requireBounds } from './bounds.ts'
import type { ValidatorParams } from './params.ts'

/** What was measured of a validator, each 0 to 1; null or absent is not measured. */
export type Metrics = { readonly [metric: string]: Ratio | null }

/** A composite score, exact; null when nothing was measured. The confidence is the share of metrics that were, to two places. */
export type Score = { readonly score: Ratio | null; readonly confidence: Ratio }

/** The performance of one period. @see SPEC M014, Storage: PerformanceRecord */
export type PerformanceRecord = Score & {
  readonly address: string
  readonly period: bigint
  readonly metrics: Metrics
  readonly status: PerformanceStatus
}

/** Whether the uptime reaches `min_uptime`, or the score its threshold. What was not measured is neither. */
export type PerformanceStatus = 'met' | 'below' | 'unknown'

/**
 * The composite performance score of a validator.
 *
 *     score = Σ w × x / Σ w        over the metrics that exist
 *     confidence = metrics that exist / metrics        half up, two places
 *
 * With nullMetric `one` or `zero` a missing metric counts as that instead, and the score is never null. With scoreRounding `basis-points` the
 * score is floor( score × 10,000 ) / 10,000.
 *
 * @see SPEC M014, Compensation Model, performance_bonus
 *
 * @example
 * const metrics = { uptime: parseRatio('0.999'), governanceParticipation: parseRatio('0.8') }
 * performanceScore(metrics, M014_V0) // { score: { num: 1599n, den: 1750n }, confidence: { num: 67n, den: 100n } }
 */
export function performanceScore(
  metrics: Metrics,
  params: Pick<ValidatorParams, 'weights' | 'nullMetric'> & Partial<Pick<ValidatorParams, 'scoreRounding'>>,
): Score {
  requireBounds(params)
  const { weights, nullMetric, scoreRounding } = params
  const stand = { renormalise: null, one: ONE, zero: ZERO }[nullMetric]
  const { names, parts } = wholeWeights(weights)
  // Σ w × x, not in lowest terms, and Σ w; their one denominator falls out of the quotient.
  let sum = 0n
  let den = 1n
  let weight = 0n
  let measured = 0n
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string
    const x = Object.hasOwn(metrics, name) ? (metrics[name] ?? null) : null
    if (x && !isShare(x))
      throw new RegenError(RATIO_OUT_OF_RANGE, { what: name, got: `${x.num}/${x.den}`, most: '1' })
    if (x) measured++
    const counted = x ?? stand
    if (!counted) continue
    const w = parts[index] as bigint
    sum = sum * counted.den + w * counted.num * den
    den *= counted.den
    weight += w
  }
  return {
    score: weight === 0n ? null : rounded({ num: sum, den: den * weight }, scoreRounding),
    confidence: hundredths(measured, BigInt(names.length)),
  }
}

type WholeWeights = { readonly names: readonly string[]; readonly parts: readonly bigint[] }

const WHOLE = /* @__PURE__ */ new WeakMap<ValidatorParams['weights'], WholeWeights>()

/** The weights as whole numbers over one denominator, worked out once. */
function wholeWeights(weights: ValidatorParams['weights']): WholeWeights {
  const known = WHOLE.get(weights)
  if (known !== undefined) return known
  const names = Object.keys(weights)
  const { parts } = overOneDenominator(names.map(name => weights[name] ?? ZERO))
  const found = { names, parts }
  WHOLE.set(weights, found)
  return found
}

/**
 * Whether performance is below threshold: uptime < min_uptime, or with performanceBasis `score` score < least. @see SPEC M014, ACTIVE → PROBATION
 *
 * @example
 * performanceStatus(parseRatio('0.994'), M014_V0) // 'below'
 * performanceStatus(null, M014_V0) // 'unknown'
 */
export function performanceStatus(
  uptime: Ratio | null | undefined,
  params: Pick<ValidatorParams, 'minUptime'> & Partial<Pick<ValidatorParams, 'performanceBasis'>>,
  score: Ratio | null = null,
): PerformanceStatus {
  requireBounds(params)
  const { minUptime, performanceBasis } = params
  const [measured, least] =
    performanceBasis?.kind === 'score' ? [score, performanceBasis.least] : [uptime, minUptime]
  if (!measured) return 'unknown'
  return compareRatios(measured, least) < 0 ? 'below' : 'met'
}

const rounded = ({ num, den }: Ratio, rounding: ValidatorParams['scoreRounding'] = 'exact'): Ratio =>
  rounding === 'exact' ? ratio(num, den) : ratio(mulFloor(10_000n, { num, den }), 10_000n)

/** part / whole, half up to two places. */
const hundredths = (part: bigint, whole: bigint): Ratio => ratio((200n * part + whole) / (2n * whole), 100n)
