import {
  ISSUANCE_RATE_HIGH,
  ISSUANCE_RATE_LOW,
  type PoolShares,
} from '../mechanisms/m013-value-based-fee-routing/params.ts'
import { CATEGORIES } from '../mechanisms/m014-authority-validator-governance/params.ts'
import { weightStepProblems } from '../mechanisms/m015-contribution-weighted-rewards/changeConfig.ts'
import { compareRatios, type Ratio, ratio } from '../primitives/ratio.ts'
import { KNOBS, type SectionName } from './knobs.ts'
import type { PolicyConfig } from './policy.ts'

/** A range or step that the specification asks for, beyond the bounds outside of which a policy is refused: in words, and what a change breaks. */
type Range = {
  readonly words: string
  readonly broken: (before: PolicyConfig, after: PolicyConfig) => readonly string[]
}

/** A range of the value after the change alone. */
const range = (words: string, holds: (after: PolicyConfig) => boolean): Range => ({
  words,
  broken: (_, after) => (holds(after) ? [] : [words]),
})

const MAX_BURN = { num: 35n, den: 100n }
const MULTISIG_MOST = 10_000_000_000n
const isBetween = (value: Ratio, least: Ratio, most: Ratio): boolean =>
  compareRatios(value, least) >= 0 && compareRatios(value, most) <= 0

/** Model B’s coordinated ranges in per cent. @see SPEC M013, Distribution Parameters */
const MODEL_B = { validator: [15n, 25n], community: [50n, 60n] } as const

/** A burn of 0 to 35 % (OQ-M013-5). Without an agent pool of its own also Model B’s ranges, unless the burn is below Model B’s 25 %. */
function shareProblems({ shares, agentFund }: PolicyConfig['m013']): readonly string[] {
  const isAbove = (pool: keyof PoolShares, percent: bigint) =>
    compareRatios(shares[pool], ratio(percent, 100n)) > 0
  const isBelow = (pool: keyof PoolShares, percent: bigint) =>
    compareRatios(shares[pool], ratio(percent, 100n)) < 0
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

const SHARES =
  'burn is 0 to 0.35; in Model B, without an agent pool, validator is 0.15 to 0.25 and community 0.50 to 0.60'

/** @see SPEC M012 to M015, Governance Parameters and open questions; readings 2.1 to 2.5 */
export const RANGES: { readonly [knob: string]: Range } = {
  'm012.equilibriumPeriods': range('N is 12 or more', ({ m012 }) => m012.equilibriumPeriods >= 12),
  'm013.feeRates': range('CreditIssuance is 0.01 to 0.03', ({ m013: { feeRates } }) =>
    isBetween(feeRates.CreditIssuance, ISSUANCE_RATE_LOW, ISSUANCE_RATE_HIGH),
  ),
  'm013.shares': { words: SHARES, broken: (_, { m013 }) => shareProblems(m013) },
  'm013.burnShare': range(
    'a burn that follows the revenue is 0 to 0.35',
    ({ m013: { burnShare } }) =>
      burnShare.kind === 'fixed' ||
      burnShare.points.every(({ share }) => compareRatios(share, MAX_BURN) <= 0),
  ),
  'm013.distribution': range(
    'the bonus is 0.05 to 0.10',
    ({ m013: { distribution: to } }) =>
      to.kind !== 'recipient-choice' || isBetween(to.bonus, ratio(5n, 100n), ratio(10n, 100n)),
  ),
  'm013.agentFund': {
    words: `a multisig holds less than 10,000 REGEN; ${SHARES}`,
    broken: (_, { m013 }) => [
      ...(m013.agentFund.kind === 'multisig' && m013.agentFund.below > MULTISIG_MOST
        ? ['a multisig holds less than 10,000 REGEN']
        : []),
      ...shareProblems(m013),
    ],
  },
  'm014.minValidators': range('the target size is 15 to 21', ({ m014 }) => m014.minValidators >= 15),
  'm014.maxValidators': range('the target size is 15 to 21', ({ m014 }) => m014.maxValidators <= 21),
  'm014.compositionMinimum': range(
    'five of each category, four while the set is built up',
    ({ m014: { compositionMinimum } }) => CATEGORIES.every(category => compositionMinimum[category] >= 4),
  ),
  'm015.weights': {
    words: 'a weight moves by at most 0.10 in one change',
    broken: ({ m015: a }, { m015: b }) =>
      weightStepProblems(a, b).map(({ path, rule }) => `${path.at(-1)}: ${rule}`),
  },
  'm015.minCommitment': range(
    'a commitment is at least 100 REGEN',
    ({ m015 }) => m015.minCommitment >= 100_000_000n,
  ),
  'm015.minLockMonths': range('a lock is 6 to 24 months', ({ m015 }) => m015.minLockMonths >= 6),
  'm015.maxLockMonths': range('a lock is 6 to 24 months', ({ m015 }) => m015.maxLockMonths <= 24),
  'm015.trackingMonths': range('tracking lasts 3 months', ({ m015 }) => m015.trackingMonths >= 3),
}

/** What a change of a knob breaks; nothing when it is within bounds. */
export const boundsBroken = (knob: string, before: PolicyConfig, after: PolicyConfig): readonly string[] =>
  RANGES[knob]?.broken(before, after) ?? []

/** The bounds of a knob in words: what makes a policy legal, and the range that the specification asks for. */
export const boundsOfKnob = (section: SectionName, name: string): string =>
  [KNOBS[section][name]?.bounds, RANGES[`${section}.${name}`]?.words]
    .filter(words => words !== undefined)
    .join('; ')
