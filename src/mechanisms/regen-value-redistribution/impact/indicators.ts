import {
  compareRatios,
  divideRatio,
  ONE,
  type Ratio,
  ratio,
  subtractRatio,
  ZERO,
} from '../../../primitives/ratio.ts'

/** Where a value is from: what was asked, at which height, and the hash of what was answered or anchored. */
export type Provenance = {
  readonly query: string
  readonly height: bigint | null
  readonly hash: string | null
}

/** Something that is measured: declared with its unit and method, attested by people, never scored here. */
export type Indicator = {
  readonly id: string
  readonly unit: string
  readonly method: string
  readonly baseline: Ratio
  /** What should be reached, and by when; null where nothing was promised. */
  readonly target: { readonly value: Ratio; readonly by: string } | null
}

/** A value of an indicator; null where it is not known, which is not 0. */
export type Measurement = {
  readonly indicator: string
  readonly value: Ratio | null
  readonly provenance: Provenance
  /** Who attests to it. */
  readonly attestors: readonly string[]
}

/** How far an indicator of impact is, and whether its gate opens. */
export type Progress = {
  readonly indicator: string
  readonly unit: string
  readonly value: Ratio | null
  /** ( value − baseline ) / ( target − baseline ), at least 0, above 1 beyond the target; null where the value is unknown or there is no target. */
  readonly progress: Ratio | null
  readonly outcome: 'met' | 'missed' | 'unknown' | 'no-target'
  /** Attested by as many of the listed attestors as the gate asks for. */
  readonly attested: boolean
}

/** Which attestations count: at least `least` of `attestors`. */
export type QualityGate = { readonly attestors: readonly string[]; readonly least: number }

/**
 * How far each indicator is: met, missed, unknown, or without a target. A value that does not pass the gate is unknown.
 *
 * Values of different units stand beside each other and are never added up.
 *
 * @example
 * const [found] = indicatorProgress([trees], [counted], { attestors: ['ada'], least: 1 })
 * console.log([found?.outcome, found?.progress]) // [ 'missed', { num: 4n, den: 5n } ]
 */
export function indicatorProgress(
  indicators: readonly Indicator[],
  measurements: readonly Measurement[],
  gate: QualityGate,
): readonly Progress[] {
  return indicators.map(({ id, unit, baseline, target }) => {
    const found = measurements.findLast(({ indicator }) => indicator === id)
    const attested = found !== undefined && attestationsOf(found, gate) >= gate.least
    const value = attested ? (found.value ?? null) : null
    const progress = value === null || target === null ? null : progressOf(value, baseline, target.value)
    const outcome =
      target === null
        ? 'no-target'
        : progress === null
          ? 'unknown'
          : compareRatios(progress, ONE) >= 0
            ? 'met'
            : 'missed'
    return { indicator: id, unit, value, progress, outcome, attested }
  })
}

/**
 * How many of the listed attestors stand behind a measurement; each once.
 *
 * @example
 * attestationsOf({ attestors: ['ada', 'ben', 'ada'] }, { attestors: ['ada', 'cleo'] }) // 1
 */
export const attestationsOf = (
  { attestors }: Pick<Measurement, 'attestors'>,
  gate: Pick<QualityGate, 'attestors'>,
): number => new Set(attestors.filter(attestor => gate.attestors.includes(attestor))).size

/** A target below its baseline is met by falling. */
function progressOf(value: Ratio, baseline: Ratio, target: Ratio): Ratio {
  const [done, whole] =
    compareRatios(target, baseline) >= 0
      ? [
          [value, baseline],
          [target, baseline],
        ]
      : [
          [baseline, value],
          [baseline, target],
        ]
  const [a = ZERO, b = ZERO] = done as readonly Ratio[]
  const [c = ZERO, d = ZERO] = whole as readonly Ratio[]
  if (compareRatios(c, d) === 0) return compareRatios(a, b) >= 0 ? ONE : ZERO
  return compareRatios(a, b) <= 0 ? ZERO : divideRatio(subtractRatio(a, b), subtractRatio(c, d))
}

/**
 * How much of what was retired is well attested: the share of it whose batch has at least k attestations of the listed attestors.
 *
 *     coverage = Σ retired of batches with ≥ k / Σ retired;  null where nothing was retired
 *
 * @example
 * const batches = [{ retired: 3n, attestors: ['ada'] }, { retired: 1n, attestors: [] }]
 * attestedCoverage(batches, { attestors: ['ada'], least: 1 }) // { num: 3n, den: 4n }
 */
export function attestedCoverage(
  batches: readonly { readonly retired: bigint; readonly attestors: readonly string[] }[],
  gate: QualityGate,
): Ratio | null {
  const sum = (rows: typeof batches) => rows.reduce((total, { retired }) => total + retired, 0n)
  const whole = sum(batches)
  return whole === 0n
    ? null
    : ratio(sum(batches.filter(batch => attestationsOf(batch, gate) >= gate.least)), whole)
}
