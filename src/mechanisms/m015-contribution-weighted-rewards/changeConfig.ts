import { RegenError } from '../../primitives/errors.ts'
import { REWARD_CONFIG_INVALID } from '../../primitives/errorTable.ts'
import type { Bounds } from '../../primitives/parameter.ts'
import { areFurtherApart } from '../../primitives/ratio.ts'
import { M015_PARAMETERS, WEIGHT } from './bounds.ts'
import { ACTIVITY_KINDS, type RewardConfig } from './params.ts'

/** A parameter that breaks a rule, and the rule. */
export type ConfigProblem = { readonly path: readonly string[]; readonly rule: string }

/**
 * What is wrong with a set of parameters; nothing when it is legal. Where weights break their own bound, they are named and not their sum.
 *
 *     Σ weights = 1,  each weight ≥ 0.05,  stability cap ≤ 0.30 (invariant 2),  return 2 % to 12 %,  penalty ≤ 50 %,  λ < 1
 *
 * @example
 * configProblems({ ...M015_V0, maxStabilityShare: parseRatio('0.4') }).map(({ path }) => path) // [ [ 'maxStabilityShare' ] ]
 */
export function configProblems(config: RewardConfig): readonly ConfigProblem[] {
  const weights = ACTIVITY_KINDS.flatMap(kind => problem(['weights', kind], WEIGHT, config.weights[kind]))
  const fieldProblems = <Field extends keyof RewardConfig>(field: Field) =>
    problem<RewardConfig[Field]>([field], M015_PARAMETERS[field], config[field])
  const fields = (Object.keys(M015_PARAMETERS) as (keyof RewardConfig)[]).flatMap(field =>
    field === 'weights' && weights.length > 0 ? weights : fieldProblems(field),
  )
  return [...fields, ...lockProblems(config)]
}

const problem = <Value>(
  path: readonly string[],
  { bounds, holds }: Bounds<Value>,
  value: Value,
): readonly ConfigProblem[] => (holds(value) ? [] : [{ path, rule: `must be ${bounds}` }])

/** The least lock may not be above the longest. */
export const lockProblems = ({ minLockMonths, maxLockMonths }: RewardConfig): readonly ConfigProblem[] =>
  minLockMonths <= maxLockMonths ? [] : [{ path: ['minLockMonths'], rule: 'must not be above maxLockMonths' }]

const MAX_STEP = { num: 1n, den: 10n }

/** The weights that one change would move by more than 0.10. */
export const weightStepProblems = (
  before: Pick<RewardConfig, 'weights'>,
  after: Pick<RewardConfig, 'weights'>,
): readonly ConfigProblem[] =>
  ACTIVITY_KINDS.filter(kind => areFurtherApart(before.weights[kind], after.weights[kind], MAX_STEP)).map(
    kind => ({ path: ['weights', kind], rule: 'a weight moves by at most 0.10 in one change' }),
  )

/**
 * The parameters after a change by governance, at any time (invariant 6, Governance Override).
 *
 * A change touches what comes after it: commitments keep the rate and the lock they were admitted with,
 * and what was funded, scored or earned stays.
 *
 * @example
 * m015.changeConfig(M015_V0, { ...M015_V0, autoShare: parseRatio('0.6') }).autoShare // { num: 3n, den: 5n }
 */
export function changeConfig(before: RewardConfig, after: RewardConfig): RewardConfig {
  const problems = [...configProblems(after), ...weightStepProblems(before, after)]
  if (problems.length > 0)
    throw new RegenError(REWARD_CONFIG_INVALID, {
      issues: problems.map(({ path, rule }) => `${path.join('.')}: ${rule}`).join('\n'),
    })
  return after
}
