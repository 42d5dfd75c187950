import * as z from 'zod/mini'
import type { SupplyParams } from '../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { ratesWithinMaxRate } from '../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { seatProblems } from '../mechanisms/m014-authority-validator-governance/bounds.ts'
import type { ValidatorParams } from '../mechanisms/m014-authority-validator-governance/params.ts'
import { lockProblems } from '../mechanisms/m015-contribution-weighted-rewards/changeConfig.ts'
import type { RewardConfig } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { RegenError } from '../primitives/errors.ts'
import { POLICY_VERSION_UNKNOWN } from '../primitives/errorTable.ts'
import { frozen } from '../primitives/frozen.ts'
import type { Layer } from '../primitives/parameter.ts'
import { isOne } from '../primitives/ratio.ts'
import { sanitize } from '../primitives/sanitize.ts'
import { parseInput } from '../primitives/schemas.ts'
import { type Section, sectionSchema } from './knob.ts'
import { EPOCH_KNOBS } from './knobs/epochKnobs.ts'
import { GOVERNANCE_KNOBS } from './knobs/governanceKnobs.ts'
import { M012_KNOBS } from './knobs/m012Knobs.ts'
import { M013_KNOBS } from './knobs/m013Knobs.ts'
import { M014_KNOBS } from './knobs/m014Knobs.ts'
import { M015_KNOBS } from './knobs/m015Knobs.ts'
import { KNOBS, type SectionName } from './knobs.ts'

/** The version of the policy's shape. */
const POLICY_VERSION = 2

/** Version 1 had M013 alone. */
const Version1Json = z.strictObject({ version: z.literal(1), m013: z.optional(z.unknown()) })

/** A stored policy in the shape of this version: one of version 1 has the defaults for all that it did not know. */
function upgradePolicy(json: unknown): unknown {
  const version =
    typeof json === 'object' && json !== null ? (json as { version?: unknown }).version : undefined
  if (version === undefined || version === POLICY_VERSION) return json
  if (version !== 1) throw new RegenError(POLICY_VERSION_UNKNOWN, { got: shown(version), known: '1, 2' })
  return { ...parseInput(Version1Json, 'policy', json), version: POLICY_VERSION }
}

const shown = (version: unknown): string =>
  typeof version === 'string'
    ? sanitize(`"${version}"`)
    : typeof version === 'number' || typeof version === 'bigint'
      ? version.toString()
      : `another kind, ${version === null ? 'null' : typeof version}`

/** One answer to every open question of M013. */
export type M013Policy = Section<typeof M013_KNOBS>

/** One answer to every open question. Two results are comparable only under policies of equal hash. */
export type PolicyConfig = {
  readonly version: typeof POLICY_VERSION
  readonly m012: SupplyParams
  readonly m013: M013Policy
  readonly m014: ValidatorParams
  readonly m015: RewardConfig
  readonly epoch: Section<typeof EPOCH_KNOBS>
  readonly governance: Governance
}

type Governance = Section<typeof GOVERNANCE_KNOBS>

/** The layer of a knob such as 'm013.shares' when no policy overrides it; undefined when there is no such knob. */
function ownLayer(knob: string): Layer | undefined {
  const [section = '', name = ''] = knob.split('.')
  const knobs = Object.hasOwn(KNOBS, section) ? KNOBS[section as SectionName] : undefined
  return knobs && Object.hasOwn(knobs, name) ? knobs[name]?.layer : undefined
}

/** A zod check: every override names a knob. */
function overridesKnown({ value, issues }: z.core.ParsePayload<Governance>): void {
  for (const knob of Object.keys(value.layerOverrides))
    if (ownLayer(knob) === undefined)
      issues.push({
        code: 'custom',
        message: 'there is no such knob',
        input: value,
        path: ['layerOverrides', knob],
      })
}

/** An override with the knob's own layer says nothing, and is left out: equal meaning, equal hash. */
const withoutNeedless = (governance: Governance): Governance => ({
  ...governance,
  layerOverrides: Object.fromEntries(
    Object.entries(governance.layerOverrides).filter(([knob, layer]) => ownLayer(knob) !== layer),
  ),
})

/** Rules between the knobs of one section, as checks of its schema. */

type Rule<Params> = (context: z.core.ParsePayload<Params>) => void

/** A burn share that follows revenue needs another share to take from, and a tagged fund has no pool of its own. */
const m013Rules: Rule<Section<typeof M013_KNOBS>> = ({ value, issues }) => {
  const { shares, burnShare, agentFund } = value
  const refuse = (message: string, ...path: readonly string[]) =>
    issues.push({ code: 'custom', message, input: value, path: [...path] })
  if (burnShare.kind === 'dynamic' && isOne(shares.burn))
    refuse('a dynamic burn share needs a share other than burn', 'burnShare')
  if (agentFund.kind === 'community-tag' && shares.agent.num > 0n)
    refuse('a fund that is a tag of the community pool has an agent share of 0', 'agentFund')
}

/** min_validators ≤ max_validators, and no more seats asked for than there are. */
const m014Rules: Rule<ValidatorParams> = ({ value, issues }) => {
  for (const { parameter, bounds } of seatProblems(value))
    issues.push({ code: 'custom', message: `must be ${bounds}`, input: value, path: [parameter] })
}

/** The least lock is not above the longest. */
const m015Rules: Rule<RewardConfig> = ({ value, issues }) => {
  for (const { path, rule } of lockProblems(value))
    issues.push({ code: 'custom', message: rule, input: value, path: [...path] })
}

export const PolicyJson = z.strictObject({
  version: z._default(z.literal(POLICY_VERSION), POLICY_VERSION),
  m012: z.prefault(sectionSchema(M012_KNOBS), {}),
  m013: z.prefault(sectionSchema(M013_KNOBS).check(ratesWithinMaxRate, m013Rules), {}),
  m014: z.prefault(sectionSchema(M014_KNOBS).check(m014Rules), {}),
  m015: z.prefault(sectionSchema(M015_KNOBS).check(m015Rules), {}),
  epoch: z.prefault(sectionSchema(EPOCH_KNOBS), {}),
  governance: z.pipe(
    z.prefault(sectionSchema(GOVERNANCE_KNOBS).check(overridesKnown), {}),
    z.transform(withoutNeedless),
  ),
})

/**
 * Reads a policy of this version or of version 1; a knob that is left out has its default, an unknown one is an error. It cannot be
 * changed afterwards: another answer is another policy.
 *
 * @example
 * const policy = parsePolicy({ m013: { minFee: '2000000' } })
 * policy.m013.minFee // 2000000n
 */
export const parsePolicy = (json: unknown): PolicyConfig =>
  frozen(parseInput(PolicyJson, 'policy', upgradePolicy(json)))
