import { DEFAULT_POLICY } from '../../../src/policy/generated/defaultPolicy.ts'
import { KNOBS } from '../../../src/policy/knobs.ts'
import { type PolicyConfig, parsePolicy } from '../../../src/policy/policy.ts'
import { policyJson } from '../../../src/policy/policyHash.ts'
import { PRESETS, presetPolicy } from '../../../src/policy/presets.ts'
import { packText, unpackText } from '../route.ts'

/** A policy that has a name. */
export type NamedPolicy = { readonly name: string; readonly what: string }

/** A policy's answers as JSON, by section and knob. */
export type Answers = { readonly [section: string]: { readonly [knob: string]: unknown } }

export const answersOf = (policy: PolicyConfig): Answers => JSON.parse(policyJson(policy)) as Answers

const USUAL = answersOf(DEFAULT_POLICY)

/** A policy with one answer changed; an error where it cannot be that. */
export function withAnswer(
  policy: PolicyConfig,
  section: string,
  knob: string,
  value: unknown,
): PolicyConfig {
  const before = answersOf(policy)
  return parsePolicy({ ...before, [section]: { ...before[section], [knob]: value } })
}

/** A policy as the address has it: the name of a preset, or what differs from the default. */
export function formatPolicy(policy: PolicyConfig): string {
  const preset = Object.keys(PRESETS).find(name => policyJson(presetPolicy(name)) === policyJson(policy))
  if (preset !== undefined) return preset
  const answers = answersOf(policy)
  const changed = Object.keys(KNOBS).flatMap(section => {
    const own = Object.entries(answers[section] ?? {}).filter(
      ([knob, value]) => JSON.stringify(value) !== JSON.stringify(USUAL[section]?.[knob]),
    )
    return own.length === 0 ? [] : [[section, Object.fromEntries(own)] as const]
  })
  return `~${packText(JSON.stringify(Object.fromEntries(changed)))}`
}

/** A policy from the address; without one, the preset `otherwise`. A text that is no policy gives DEFAULT_POLICY, and `isRead` is false. */
export function readPolicy(
  text: string | undefined,
  otherwise: string,
): { readonly policy: PolicyConfig; readonly isRead: boolean } {
  const named = text ?? otherwise
  try {
    const policy = named.startsWith('~')
      ? parsePolicy(JSON.parse(unpackText(named.slice(1)) ?? ''))
      : presetPolicy(named)
    return { policy, isRead: true }
  } catch {
    return { policy: DEFAULT_POLICY, isRead: false }
  }
}

/** The policies that have a name, and what each is. */
export const NAMED: readonly NamedPolicy[] = Object.entries(PRESETS).map(([name, { what }]) => ({
  name,
  what,
}))
