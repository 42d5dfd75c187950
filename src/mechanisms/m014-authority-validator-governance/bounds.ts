import { RegenError } from '../../primitives/errors.ts'
import { PARAMETER_OUT_OF_BOUNDS } from '../../primitives/errorTable.ts'
import {
  boundsOf,
  isWhole,
  type Layer,
  oneOf,
  type ParameterTable,
  requireWithin,
  SHARE,
} from '../../primitives/parameter.ts'
import { isOne, sumRatios } from '../../primitives/ratio.ts'
import { parseTime } from '../../primitives/time.ts'
import { CATEGORIES, type ValidatorParams } from './params.ts'

const count = (layer: Layer, bounds: string, most: number) => ({
  layer,
  bounds: `${bounds}, at most ${most}`,
  holds: (value: number) => isWhole(value, 1, most),
})
const share = (layer: Layer) => ({ layer, ...SHARE })

/** Bounds and governance layer of each parameter. @see SPEC M014, Governance Parameters */
export const M014_PARAMETERS: ParameterTable<ValidatorParams> = {
  minValidators: count('L4', '1 or more', 1_000),
  maxValidators: count('L4', '1 or more', 1_000),
  compositionMinimum: {
    layer: 'L3',
    bounds: '0 or more of each category',
    holds: minimum => CATEGORIES.every(category => isWhole(minimum[category], 0)),
  },
  byzantineRule: oneOf('L4', 'gte', 'strict'),
  removalAtMinimum: oneOf('L3', 'allow-escalate', 'block'),
  termMonths: count('L3', '1 month or more', 120),
  termUnit: oneOf('L3', 'months', 'days365'),
  probationDays: count('L2', '1 day or more', 3_650),
  noticeDays: { layer: 'L3', bounds: '0 days or more', holds: days => isWhole(days, 0) },
  minStake: { layer: 'L3', bounds: '0 or more', holds: stake => stake >= 0n },
  minUptime: share('L2'),
  performanceBasis: {
    layer: 'L2',
    bounds: 'uptime, or score with a least of 0 to 1',
    holds: basis => basis.kind === 'uptime' || SHARE.holds(basis.least),
  },
  weights: {
    layer: 'L2',
    bounds: 'weights of 0 to 1 that sum to 1',
    holds: weights =>
      Object.values(weights).every(SHARE.holds) && isOne(sumRatios(...Object.values(weights))),
  },
  nullMetric: oneOf('L2', 'renormalise', 'one', 'zero'),
  scoreRounding: oneOf('L2', 'exact', 'basis-points'),
  bonusShare: share('L2'),
  compensationModel: oneOf('L3', 'split', 'literal'),
  payoutBasis: {
    layer: 'L2',
    bounds: 'period-inflow, balance or balance/N with N of 1 or more',
    holds: basis => basis.kind !== 'balance/N' || isWhole(basis.periods, 1),
  },
  payRounding: oneOf('L2', 'once', 'parts-first'),
  noScores: oneOf('L2', 'no-bonus', 'equal-parts'),
  probationCounts: oneOf('L3', 'everywhere', 'nowhere'),
  probationPay: share('L2'),
  probationResidual: oneOf('L2', 'fund', 'redistribute'),
  bonusVesting: oneOf('L2', 'quarterly', 'none'),
  seedBy: oneOf('L4', 'incumbents', 'vote'),
  targetDate: { layer: 'L3', bounds: 'a date, or null', holds: date => date === null || isTime(date) },
  unbondingDays: count('L3', '1 day or more', 3_650),
  maxPowerChange: share('L2'),
}

/**
 * Refuses the first parameter outside of its bounds, a minimum above the maximum, and categories that need more seats than there are.
 *
 * @example
 * m014.checkParams(M014_V0).minValidators // 15
 */
export function checkParams(params: ValidatorParams): ValidatorParams {
  for (const field of Object.keys(M014_PARAMETERS) as (keyof ValidatorParams)[])
    checkParameter(field, params[field])
  const [problem] = seatProblems(params)
  if (problem) throw new RegenError(PARAMETER_OUT_OF_BOUNDS, problem)
  return params
}

/** Parameters that ask for more seats than there are. */
export function seatProblems({ minValidators, maxValidators, compositionMinimum }: ValidatorParams) {
  const seats = CATEGORIES.reduce((sum, category) => sum + compositionMinimum[category], 0)
  const bounds = `at most maxValidators, ${maxValidators}`
  return [
    { parameter: 'minValidators', needed: minValidators },
    { parameter: 'compositionMinimum', needed: seats },
  ]
    .filter(({ needed }) => needed > maxValidators)
    .map(({ parameter, needed }) => ({ parameter, bounds, got: needed.toString() }))
}

/** Refuses a value of one parameter that lies outside of its bounds. */
export const checkParameter = <Field extends keyof ValidatorParams>(
  parameter: Field,
  value: ValidatorParams[Field],
): ValidatorParams[Field] =>
  requireWithin<ValidatorParams[Field]>(parameter, M014_PARAMETERS[parameter], value)

/** Refuses parameters outside of their bounds: what a formula asks of those it is given. */
export const requireBounds = /* @__PURE__ */ boundsOf<ValidatorParams>(M014_PARAMETERS)

function isTime(text: string): boolean {
  try {
    parseTime(text)
    return true
  } catch {
    return false
  }
}
