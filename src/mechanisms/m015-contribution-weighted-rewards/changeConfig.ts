import { RegenError } from '../../primitives/errors.ts'
import { REWARD_CONFIG_INVALID } from '../../primitives/errorTable.ts'
import { areFurtherApart, isOne, sumRatios } from '../../primitives/ratio.ts'
import { CLOCK, COUNT_BOUNDS, PERCENT_BOUNDS, percentOf } from './bounds.ts'
import { ACTIVITY_KINDS, REWARD_CHOICES, type RewardConfig } from './params.ts'

/** A parameter that breaks a rule, and the rule. */
export type ConfigProblem = { readonly path: readonly string[]; readonly rule: string }

/**
 * What is wrong with a set of parameters; nothing when it is legal.
 *
 *     Σ weights = 1,  each weight ≥ 0.05,  stability cap ≤ 0.30 (invariant 2),  return 2 % to 12 %,  penalty ≤ 50 %
 *     λ < 1, because from 1 on it would cap nothing that matters
 *
 * @example
 * configProblems({ ...M015_V0, maxStabilityShare: parseRatio('0.4') }).map(({ path }) => path) // [ [ 'maxStabilityShare' ] ]
 */
export function configProblems(config: RewardConfig): readonly ConfigProblem[] {
  const { weights, rewardCapPerOwnFees: cap } = config
  const problems: ConfigProblem[] = []
  const need = (holds: boolean, rule: string, ...path: readonly string[]) => {
    if (!holds) problems.push({ path, rule })
  }
  for (const kind of ACTIVITY_KINDS)
    need(percentOf(weights[kind], 5n) >= 0n, 'a weight is at least 0.05', 'weights', kind)
  need(
    isOne(sumRatios(...ACTIVITY_KINDS.map(kind => weights[kind]))),
    'the weights must sum to exactly 1',
    'weights',
  )
  for (const [name, [least, most]] of entries(PERCENT_BOUNDS))
    need(
      percentOf(config[name], least) >= 0n && percentOf(config[name], most) <= 0n,
      `must lie between ${least} % and ${most} %`,
      name,
    )
  for (const [name, [least, most]] of entries(COUNT_BOUNDS))
    need(
      Number.isSafeInteger(config[name]) && config[name] >= least && config[name] <= most,
      `must be a whole number from ${least} to ${most}`,
      name,
    )
  for (const [name, choices] of entries(REWARD_CHOICES))
    need((choices as readonly string[]).includes(config[name]), `must be one of ${choices.join(', ')}`, name)
  need(CLOCK.holds(config.clock), 'a period is 1 second to a year', 'clock')
  need(config.minLockMonths <= config.maxLockMonths, 'must not be above maxLockMonths', 'minLockMonths')
  need(cap === null || cap.num < cap.den, 'must be below 1', 'rewardCapPerOwnFees')
  return problems
}

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

const entries = <T extends object>(table: T) => Object.entries(table) as [keyof T & string, T[keyof T]][]
