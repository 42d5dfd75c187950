import { inverse, isOne, mulRatio, type Ratio, ratio } from '../../../primitives/ratio.ts'
import { checkParameter } from '../bounds.ts'
import type { PeriodLength, RegrowthRate, SupplyParams } from '../params.ts'
import { milliseconds } from '../periodLength.ts'

/** A rate per period that was left as it is while the period changed: the regrowth of a year changes by `factor`. */
export type RateWarning = {
  readonly code: 'RATE_NOT_RESCALED'
  readonly rate: RegrowthRate
  readonly factor: Ratio
}

/**
 * Changes the length of a period (OQ-M012-3). r_base is a rate per period, so it is rescaled with it, or the change warns.
 *
 *     r_base' = r_base × new length / old length        linear; a result above 0.10 is an error
 *
 * @example
 * const twoWeeks = { kind: 'days', days: 14 } as const
 * formatRatio(changePeriodLength(M012_V0, twoWeeks, 'rescale').params.baseRate) // '0.04'
 */
export function changePeriodLength<Params extends Pick<SupplyParams, 'periodLength' | 'baseRate'>>(
  params: Params,
  periodLength: PeriodLength,
  rate: 'rescale' | 'keep',
): { readonly params: Params; readonly warnings: readonly RateWarning[] } {
  const growth = ratio(
    milliseconds(checkParameter('periodLength', periodLength)),
    milliseconds(params.periodLength),
  )
  if (rate === 'rescale') {
    const baseRate = checkParameter('baseRate', mulRatio(params.baseRate, growth) as RegrowthRate)
    return { params: { ...params, periodLength, baseRate }, warnings: [] }
  }
  const factor = inverse(growth)
  return {
    params: { ...params, periodLength },
    warnings: isOne(factor) ? [] : [{ code: 'RATE_NOT_RESCALED', rate: params.baseRate, factor }],
  }
}
