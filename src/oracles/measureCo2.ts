import type {
  Co2Change,
  SignedRatio,
} from '../mechanisms/m012-fixed-cap-dynamic-supply/ecologicalMultiplier.ts'
import type { PolicyConfig } from '../policy/policy.ts'
import { RegenError } from '../primitives/errors.ts'
import { SOURCE_MISSING, SOURCE_OUT_OF_BOUNDS, SOURCE_UNUSED } from '../primitives/errorTable.ts'
import { formatRatio, type Ratio, ratio } from '../primitives/ratio.ts'
import { DAY } from '../primitives/time.ts'
import {
  type EcologicalReading,
  type EcologicalSeries,
  type EcologicalSource,
  signedRatio,
} from './ecology.ts'
import { requireFresh, requireVouched, type SourceRules } from './rules.ts'

/** When ecological data are taken, refused, or too far from those before. */
export type EcologicalRules = SourceRules & {
  /** Which kind of source the policy names; 'none': it names none, and every source is SOURCE_UNUSED. */
  readonly kind: 'none' | 'oracle' | 'attestation'
  /** The mean is over so many days. */
  readonly windowDays: number
  readonly leastSources: number
  /** The largest change that is believed, in ppm, up or down. */
  readonly mostChange: Ratio
}

/** What one source says of the window. */
export type SourceMean = {
  readonly from: string
  readonly signers: readonly string[]
  readonly readings: number
  /** Of the newest reading, in seconds since 1970. */
  readonly newest: bigint
  readonly mean: SignedRatio
}

/** ΔCO₂ as M012 takes it, and what it was computed from. */
export type MeasuredCo2 = { readonly co2: Co2Change; readonly sources: readonly SourceMean[] }

/**
 * The rules for ecological data that a policy states. Who is trusted is said by whoever asks.
 *
 * @example
 * ecologicalRules(DEFAULT_POLICY).windowDays // 30
 */
export const ecologicalRules = (
  { m012 }: Pick<PolicyConfig, 'm012'>,
  trusted: readonly string[] = [],
): EcologicalRules => ({
  kind: m012.ecologicalSource,
  windowDays: m012.ecologicalWindowDays,
  leastSources: m012.ecologicalLeastSources,
  mostChange: m012.ecologicalMostChange,
  maxAgeDays: m012.ecologicalMaxAgeDays,
  trusted,
  leastSigners: trusted.length > 0 ? 1 : 0,
})

/**
 * ΔCO₂ at a moment, exact: the mean of each source over the window, and of several sources the median.
 *
 *     ΔCO₂ = median over sources of ( Σ change / n )        readings in (at − windowDays, at]
 *     age  = at − the newest reading of the source that is furthest behind
 *
 * Every source must hold: SOURCE_UNUSED for one of another kind than the policy names, SOURCE_UNSIGNED, SOURCE_STALE, SOURCE_AHEAD, SOURCE_OUT_OF_BOUNDS
 * for a reading that nobody would believe; SOURCE_MISSING where too few have a reading in the window. Between two sources in the middle the median is their mean.
 *
 * @see SPEC M012, Supply Algorithm, ecological_multiplier; OQ-M012-2
 *
 * @example
 * const source = ecologicalSource(documentOf('co2.csv', 'time,change\n2026-11-01,8\n2026-11-20,12'))
 * const rules = ecologicalRules(parsePolicy({ m012: { ecologicalSource: 'oracle' } }))
 * const { co2 } = await measureCo2([source], rules, 1_795_219_200n)
 * co2 // { change: { num: 10n, den: 1n }, source: 'oracle', age: 86400n }
 */
export const measureCo2 = async (
  sources: readonly EcologicalSource[],
  rules: EcologicalRules,
  at: bigint,
): Promise<MeasuredCo2> => co2Of(await Promise.all(sources.map(({ readSeries }) => readSeries())), rules, at)

/**
 * The same of series that were read; see `measureCo2`.
 *
 * @example
 * const series = toEcologicalSeries(await readDocument('co2.csv', 'time,change\n2026-11-20,10'))
 * const rules = ecologicalRules(parsePolicy({ m012: { ecologicalSource: 'oracle' } }))
 * co2Of([series], rules, 1_795_219_200n).co2.change // { num: 10n, den: 1n }
 */
export function co2Of(series: readonly EcologicalSeries[], rules: EcologicalRules, at: bigint): MeasuredCo2 {
  const means = series.flatMap(one => meanOf(one, rules, at) ?? [])
  const { kind, leastSources: wanted } = rules
  if (kind === 'none' || means.length < wanted || means.length === 0)
    throw new RegenError(SOURCE_MISSING, { what: 'ΔCO₂', wanted: Math.max(wanted, 1), got: means.length })
  const oldest = means.reduce((least, { newest }) => (newest < least ? newest : least), at)
  return {
    co2: { change: median(means.map(({ mean }) => mean)), source: kind, age: at - oldest },
    sources: means,
  }
}

/** The mean of a source over the window; null where no reading lies in it. */
function meanOf(series: EcologicalSeries, rules: EcologicalRules, at: bigint): SourceMean | null {
  const { from, signers, kind, readings } = series
  if (kind !== rules.kind) throw new RegenError(SOURCE_UNUSED, { source: from, as: kind })
  requireVouched(series, rules)
  for (const reading of readings) requireBelievable(from, reading, rules)
  const last = readings.at(-1)
  if (last === undefined) return null
  requireFresh({ from, what: 'The newest reading', time: last.time }, rules, at)
  const start = at - BigInt(rules.windowDays) * DAY
  // What a clock that is a little ahead has measured is of this moment.
  const within = readings.filter(({ time }) => time > start)
  if (within.length === 0) return null
  const sum = within.map(({ change }) => change).reduce(add)
  return {
    from,
    signers,
    readings: within.length,
    newest: last.time < at ? last.time : at,
    mean: signedRatio(sum.num, sum.den * BigInt(within.length)),
  }
}

function requireBelievable(
  source: string,
  { change }: EcologicalReading,
  { mostChange: most }: EcologicalRules,
): void {
  const size = change.num < 0n ? -change.num : change.num
  if (size * most.den <= most.num * change.den) return
  throw new RegenError(SOURCE_OUT_OF_BOUNDS, {
    source,
    what: 'A change of CO₂',
    got: `${change.num < 0n ? '-' : ''}${formatRatio(ratio(size, change.den))} ppm`,
    bounds: `${formatRatio(most)} ppm up or down`,
  })
}

const add = (a: SignedRatio, b: SignedRatio): SignedRatio =>
  signedRatio(a.num * b.den + b.num * a.den, a.den * b.den)

function median(values: readonly SignedRatio[]): SignedRatio {
  const sorted = [...values].sort((a, b) => (a.num * b.den < b.num * a.den ? -1 : 1))
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  const sum = add(low as SignedRatio, high as SignedRatio)
  return signedRatio(sum.num, sum.den * 2n)
}
