import { mulFloor } from '../../primitives/ratio.ts'
import { checkParameter, requireBounds } from './bounds.ts'
import type { PeriodLength, SupplyParams } from './params.ts'

const MILLISECONDS_PER_DAY = 86_400_000n
const MILLISECONDS_PER_YEAR = 365n * MILLISECONDS_PER_DAY

/**
 * Whole periods in a year of 365 days: 52 of seven days.
 *
 * @example
 * periodsPerYear({ kind: 'days', days: 7 }) // 52n
 */
export const periodsPerYear = (length: PeriodLength): bigint =>
  MILLISECONDS_PER_YEAR / milliseconds(checkParameter('periodLength', length))

/**
 * N of the equilibrium guard in periods, at least 1: 12 months are 52 periods of seven days.
 *
 * @example
 * equilibriumNeeds({ ...M012_V0, equilibriumPeriods: 12, equilibriumUnit: 'months' }) // 52n
 */
export function equilibriumNeeds(
  params: Pick<SupplyParams, 'equilibriumPeriods' | 'equilibriumUnit' | 'periodLength'>,
): bigint {
  requireBounds(params)
  const { equilibriumPeriods, equilibriumUnit, periodLength } = params
  const count = BigInt(equilibriumPeriods)
  if (equilibriumUnit === 'periods') return count
  const periods = mulFloor(count, { num: periodsPerYear(periodLength), den: 12n })
  return periods > 0n ? periods : 1n
}

/** The length of a period in milliseconds. */
export const milliseconds = (length: PeriodLength): bigint =>
  length.kind === 'days' ? BigInt(length.days) * MILLISECONDS_PER_DAY : BigInt(length.blockMilliseconds)
