import { changePeriodLength } from '../mechanisms/m012-fixed-cap-dynamic-supply/changePeriodLength.ts'
import { periodsPerYear } from '../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import {
  ISSUANCE_RATE_HIGH,
  ISSUANCE_RATE_LOW,
  POOLS,
} from '../mechanisms/m013-value-based-fee-routing/params.ts'
import { weightStepProblems } from '../mechanisms/m015-contribution-weighted-rewards/changeConfig.ts'
import { compareRatios, formatRatio, type Ratio, ratio } from '../primitives/ratio.ts'
import type { Layer } from './knob.ts'
import type { PolicyConfig } from './policy.ts'

/** A higher layer than the knob's own, and why. */
export type Escalation = { readonly layer: Layer; readonly why: string }

type Rule<Result> = (before: PolicyConfig, after: PolicyConfig) => readonly Result[]

const MOST_STEP = { num: 1n, den: 10n }
const HIGH_RATE = { num: 5n, den: 100n }

/** @see readings 2.2 #18 and 2.5: a large step of these goes to a higher layer */
const ESCALATIONS: { readonly [knob: string]: Rule<Escalation> } = {
  'm013.shares': ({ m013: a }, { m013: b }) =>
    POOLS.some(pool => isFurtherThan(MOST_STEP, a.shares[pool], b.shares[pool]))
      ? [{ layer: 'L3', why: 'a share moves by more than 10 points' }]
      : [],
  'm013.maxRate': (_, { m013 }) =>
    compareRatios(m013.maxRate, HIGH_RATE) > 0 ? [{ layer: 'L4', why: 'the highest rate is above 5 %' }] : [],
  'm013.minFee': ({ m013: a }, { m013: b }) =>
    b.minFee > 2n * a.minFee ? [{ layer: 'L3', why: 'the minimum fee more than doubles' }] : [],
}

/** What is legal, and easily overlooked. */
const CAUTIONS: { readonly [knob: string]: Rule<string> } = {
  'm012.overCapPolicy': (_, { m012 }) =>
    m012.overCapPolicy.kind === 'clamp' ? ['tokens above the cap vanish without a burn'] : [],
  'm012.periodLength': (before, after) => [
    ...(compareRatios(before.m012.baseRate, after.m012.baseRate) === 0
      ? changePeriodLength(before.m012, after.m012.periodLength, 'keep').warnings.map(
          ({ factor }) =>
            `baseRate is per period and stays: a year regrows ${formatRatio(factor)} times as much`,
        )
      : []),
    ...unequalYears(after),
  ],
  'm014.compensationModel': (_, { m014 }) =>
    m014.compensationModel === 'literal' ? ['it promises more than the fund holds'] : [],
  'm015.autoRetireScoring': (_, { m015 }) =>
    m015.autoRetireScoring === 'both' ? ['a purchase that retires counts twice'] : [],
  'm015.periodsPerYear': (_, after) => unequalYears(after),
}

/** M012 and M015 each say how long a period is. */
function unequalYears({ m012, m015 }: PolicyConfig): readonly string[] {
  const periods = periodsPerYear(m012.periodLength)
  return periods === BigInt(m015.periodsPerYear)
    ? []
    : [`M012 has ${periods} periods a year and M015 ${m015.periodsPerYear}`]
}

/** Model B’s coordinated ranges in per cent. @see SPEC M013, Distribution Parameters */
const MODEL_B = { validator: [15n, 25n], community: [50n, 60n] } as const

/** A burn of 0 to 35 % (OQ-M013-5); without an agent pool of its own, Model B’s ranges, or no more burn than its least. */
function shareProblems({ shares, agentFund }: PolicyConfig['m013']): readonly string[] {
  const isBelow = (pool: keyof PolicyConfig['m013']['shares'], percent: bigint) =>
    compareRatios(shares[pool], ratio(percent, 100n)) < 0
  const isAbove = (pool: keyof PolicyConfig['m013']['shares'], percent: bigint) =>
    compareRatios(shares[pool], ratio(percent, 100n)) > 0
  const burn = isAbove('burn', 35n) ? ['burn is 0 to 0.35'] : []
  if (agentFund.kind !== 'community-tag' || isBelow('burn', 25n)) return burn
  return [
    ...burn,
    ...(['validator', 'community'] as const).flatMap(pool => {
      const [least, most] = MODEL_B[pool]
      return isBelow(pool, least) || isAbove(pool, most)
        ? [`${pool} is 0.${least} to 0.${most} in Model B`]
        : []
    }),
  ]
}

/** Ranges and steps that the specification asks for, beside what a policy must hold to be one. */
const BOUNDS: { readonly [knob: string]: Rule<string> } = {
  'm013.feeRates': (_, { m013: { feeRates } }) =>
    compareRatios(feeRates.CreditIssuance, ISSUANCE_RATE_LOW) < 0 ||
    compareRatios(feeRates.CreditIssuance, ISSUANCE_RATE_HIGH) > 0
      ? ['CreditIssuance is 0.01 to 0.03']
      : [],
  'm013.distribution': (_, { m013: { distribution } }) =>
    distribution.kind === 'recipient-choice' &&
    (compareRatios(distribution.bonus, HIGH_RATE) < 0 || compareRatios(distribution.bonus, MOST_STEP) > 0)
      ? ['the bonus is 0.05 to 0.10']
      : [],
  'm012.equilibriumPeriods': (_, { m012 }) => (m012.equilibriumPeriods < 12 ? ['N is 12 or more'] : []),
  'm013.shares': (_, { m013 }) => shareProblems(m013),
  'm013.agentFund': (_, { m013 }) => shareProblems(m013),
  'm015.minCommitment': (_, { m015 }) =>
    m015.minCommitment < 100_000_000n ? ['a commitment is at least 100 REGEN'] : [],
  'm015.minLockMonths': (_, { m015 }) => (m015.minLockMonths < 6 ? ['a lock is 6 to 24 months'] : []),
  'm015.maxLockMonths': (_, { m015 }) => (m015.maxLockMonths > 24 ? ['a lock is 6 to 24 months'] : []),
  'm015.trackingMonths': (_, { m015 }) => (m015.trackingMonths < 3 ? ['tracking lasts 3 months'] : []),
  'm014.minValidators': (_, { m014 }) => (m014.minValidators < 15 ? ['the target size is 15 to 21'] : []),
  'm014.maxValidators': (_, { m014 }) => (m014.maxValidators > 21 ? ['the target size is 15 to 21'] : []),
  'm015.weights': ({ m015: a }, { m015: b }) =>
    weightStepProblems(a, b).map(({ path, rule }) => `${path.at(-1)}: ${rule}`),
}

/** The layers that a change of a knob asks for beyond the knob's own. */
export const escalations = (knob: string, before: PolicyConfig, after: PolicyConfig): readonly Escalation[] =>
  ESCALATIONS[knob]?.(before, after) ?? []

/** What a change of a knob breaks; nothing when it is within bounds. */
export const boundsBroken = (knob: string, before: PolicyConfig, after: PolicyConfig): readonly string[] =>
  BOUNDS[knob]?.(before, after) ?? []

/** What to know before a change of a knob. */
export const cautions = (knob: string, before: PolicyConfig, after: PolicyConfig): readonly string[] =>
  CAUTIONS[knob]?.(before, after) ?? []

/** |a − b| > step. */
function isFurtherThan(step: Ratio, a: Ratio, b: Ratio): boolean {
  const moved = a.num * b.den - b.num * a.den
  return (moved < 0n ? -moved : moved) * step.den > step.num * a.den * b.den
}
