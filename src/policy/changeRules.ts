import { changePeriodLength } from '../mechanisms/m012-fixed-cap-dynamic-supply/changes/changePeriodLength.ts'
import { milliseconds } from '../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import { POOLS } from '../mechanisms/m013-value-based-fee-routing/params.ts'
import { distributionLength } from '../mechanisms/m015-contribution-weighted-rewards/periodLength.ts'
import type { Layer } from '../primitives/parameter.ts'
import { areFurtherApart, compareRatios, formatRatio, ratio } from '../primitives/ratio.ts'
import type { PolicyConfig } from './policy.ts'

/** A higher layer than the knob's own, and why. */
export type Escalation = { readonly layer: Layer; readonly why: string }

type Rule<Result> = (before: PolicyConfig, after: PolicyConfig) => readonly Result[]

const MAX_STEP = { num: 1n, den: 10n }
const HIGH_RATE = { num: 5n, den: 100n }

/** @see readings 2.2 #18 and 2.5: a large step of these goes to a higher layer */
const ESCALATIONS: { readonly [knob: string]: Rule<Escalation> } = {
  'm013.shares': ({ m013: a }, { m013: b }) =>
    POOLS.some(pool => areFurtherApart(a.shares[pool], b.shares[pool], MAX_STEP))
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
    ...unequalLengths(after),
  ],
  'm014.compensationModel': (_, { m014 }) =>
    m014.compensationModel === 'literal' ? ['it promises more than the fund holds'] : [],
  'm015.autoRetireScoring': (_, { m015 }) =>
    m015.autoRetireScoring === 'both' ? ['a purchase that retires counts twice'] : [],
  'm015.periodsPerYear': (_, after) => unequalLengths(after),
  'm015.clock': (_, after) => unequalLengths(after),
}

/** M012 and M015 each have a period of their own; a step then ends with the one that ends first. */
function unequalLengths({ m012, m015 }: PolicyConfig): readonly string[] {
  const ofM012 = milliseconds(m012.periodLength)
  const ofM015 = distributionLength(m015)
  const seconds = (length: bigint) => `${formatRatio(ratio(length, 1_000n))} s`
  return ofM012 === ofM015
    ? []
    : [`a period of M012 lasts ${seconds(ofM012)} and one of M015 ${seconds(ofM015)}`]
}

/** The layers that a change of a knob asks for beyond the knob's own. */
export const escalations = (knob: string, before: PolicyConfig, after: PolicyConfig): readonly Escalation[] =>
  ESCALATIONS[knob]?.(before, after) ?? []

/** What to know before a change of a knob. */
export const cautions = (knob: string, before: PolicyConfig, after: PolicyConfig): readonly string[] =>
  CAUTIONS[knob]?.(before, after) ?? []
