import { RegenError } from '../../primitives/errors.ts'
import { STATE_INCOMPLETE } from '../../primitives/errorTable.ts'
import { minRatio, ONE, type Ratio, ratio, ZERO } from '../../primitives/ratio.ts'
import { DAY } from '../../primitives/time.ts'
import { requireBounds } from './bounds.ts'
import type { Co2Source, SupplyParams } from './params.ts'

/** An exact fraction that may be below 0; `den` is above 0. */
export type SignedRatio = { readonly num: bigint; readonly den: bigint }

/** ΔCO₂ of a period in ppm (below 0: the air got better), who says so, and how many seconds ago. */
export type Co2Change = {
  readonly change: SignedRatio
  readonly source: Exclude<Co2Source, 'none'>
  readonly age: bigint
}

/**
 * The ecological multiplier, exact.
 *
 *     e = min( ecoMax, max(0, 1 − ΔCO₂ / reference_value) )        1 when no source is named (v0)
 *
 * Once a source is named there is no default: a value that is missing, old or from elsewhere is an error.
 *
 * @see SPEC M012, Supply Algorithm; OQ-M012-2
 *
 * @example
 * const co2 = { change: parseRatio('10'), source: 'oracle', age: 86_400n } as const
 * ecologicalMultiplier(co2, { ...M012_V0, ecologicalSource: 'oracle' }) // { num: 4n, den: 5n }
 */
export function ecologicalMultiplier(
  co2: Co2Change | undefined,
  params: Pick<SupplyParams, 'ecologicalSource' | 'ecologicalReference' | 'ecoMax' | 'ecologicalMaxAgeDays'>,
): Ratio {
  requireBounds(params)
  const { ecologicalSource, ecologicalReference: reference, ecoMax, ecologicalMaxAgeDays } = params
  if (ecologicalSource === 'none') return ONE
  if (co2?.source !== ecologicalSource || co2.age > BigInt(ecologicalMaxAgeDays) * DAY)
    throw new RegenError(STATE_INCOMPLETE, {
      field: 'co2',
      got: co2 ? `from ${co2.source}, ${co2.age} s old` : 'missing',
      wanted: `one from ${ecologicalSource}, at most ${ecologicalMaxAgeDays} days old`,
    })
  const whole = reference.num * co2.change.den
  const left = whole - co2.change.num * reference.den
  return left <= 0n ? ZERO : minRatio(ratio(left, whole), ecoMax)
}
