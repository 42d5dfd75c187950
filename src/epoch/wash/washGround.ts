import {
  CREDITED_KINDS,
  type CreditedKind,
} from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import {
  type ActivityScore,
  type Amounts,
  mergeScores,
} from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import type { M013Policy, PolicyConfig } from '../../policy/policy.ts'
import { addRatio, compareRatios, type Ratio, sumRatios, ZERO } from '../../primitives/ratio.ts'
import type { FeeRules } from '../fees/chargeMessages.ts'
import type { HonestPeriod } from './honestPeriod.ts'

/** What every wash trade in a period meets: the rules, and everybody else, summed up once. */
export type WashGround = {
  readonly period: HonestPeriod
  readonly rules: FeeRules & Pick<M013Policy, 'distribution'>
  readonly params: RewardConfig
  readonly autoInflow: PolicyConfig['epoch']['autoInflow']
  /** Everybody else with a score above 0. */
  readonly scores: readonly ActivityScore[]
  readonly totals: { readonly amounts: Amounts; readonly score: Ratio; readonly largest: Ratio }
  /** What each kind is weighted with; those that are not scored are absent. */
  readonly weightOf: { readonly [kind in CreditedKind]?: Ratio }
}

/** The ground of a period under a policy. */
export function washGround({ m013, m015: params, epoch }: PolicyConfig, period: HonestPeriod): WashGround {
  const { purchase, retirement, facilitation, vote, proposal } = params.weights
  const scores = mergeScores([period.scores], params).scores.filter(({ score }) => score.num > 0n)
  return {
    period,
    rules: { ...m013, shares: period.shares },
    params,
    autoInflow: epoch.autoInflow,
    scores,
    totals: {
      amounts: sumAmounts(period.scores),
      score: sumRatios(...scores.map(({ score }) => score)),
      largest: scores.reduce((most, { score }) => (compareRatios(score, most) > 0 ? score : most), ZERO),
    },
    weightOf:
      params.scoreBasis === 'value'
        ? params.weights
        : { fee: sumRatios(purchase, retirement, facilitation), vote, proposal },
  }
}

const sumAmounts = (scores: readonly ActivityScore[]): Amounts =>
  Object.fromEntries(
    CREDITED_KINDS.map(kind => [
      kind,
      scores.reduce((sum, { amounts }) => addRatio(sum, amounts[kind]), ZERO),
    ]),
  ) as Amounts
