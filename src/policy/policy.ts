import * as z from 'zod/mini'
import { ratesWithinMaxRate } from '../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { RegenError } from '../primitives/errors.ts'
import { POLICY_VERSION_UNKNOWN } from '../primitives/errorTable.ts'
import { frozen } from '../primitives/frozen.ts'
import { sanitize } from '../primitives/sanitize.ts'
import { parseInput } from '../primitives/schemas.ts'
import { type Knob, type Layer, type Section, sectionSchema } from './knob.ts'
import { m013Rules, m014Rules, m015Rules } from './sectionRules.ts'
import { SECTIONS, type SectionName } from './sections.ts'

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

export type M013Policy = Section<(typeof SECTIONS)['m013']>

/** One answer to every open question. Two results are comparable only under policies of equal hash. */
export type PolicyConfig = { readonly version: typeof POLICY_VERSION } & {
  readonly [section in SectionName]: Section<(typeof SECTIONS)[section]>
}

type Governance = Section<(typeof SECTIONS)['governance']>

/** The layer of a knob such as 'm013.shares' when no policy overrides it; undefined when there is no such knob. */
function ownLayer(knob: string): Layer | undefined {
  const [section = '', name = ''] = knob.split('.')
  const knobs = Object.hasOwn(SECTIONS, section)
    ? (SECTIONS as { readonly [section: string]: { readonly [name: string]: Knob } })[section]
    : undefined
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

export const PolicyJson = z.strictObject({
  version: z._default(z.literal(POLICY_VERSION), POLICY_VERSION),
  m012: z.prefault(sectionSchema(SECTIONS.m012), {}),
  m013: z.prefault(sectionSchema(SECTIONS.m013).check(ratesWithinMaxRate, m013Rules), {}),
  m014: z.prefault(sectionSchema(SECTIONS.m014).check(m014Rules), {}),
  m015: z.prefault(sectionSchema(SECTIONS.m015).check(m015Rules), {}),
  epoch: z.prefault(sectionSchema(SECTIONS.epoch), {}),
  governance: z.pipe(
    z.prefault(sectionSchema(SECTIONS.governance).check(overridesKnown), {}),
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
