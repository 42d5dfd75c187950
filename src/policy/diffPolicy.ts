import { canonicalJson } from '../primitives/canonical.ts'
import { LAYERS, type Layer } from '../primitives/parameter.ts'
import { formatRatio, type Ratio } from '../primitives/ratio.ts'
import { sanitize } from '../primitives/sanitize.ts'
import { formatRegen, type Uregen } from '../primitives/uregen.ts'
import { cautions, escalations } from './changeRules.ts'
import { KNOBS, type SectionName } from './knobs.ts'
import type { PolicyConfig } from './policy.ts'
import { boundsBroken, boundsOfKnob } from './ranges.ts'

/** One knob that differs. */
export type PolicyChange = {
  /** Section and knob, such as 'm013.shares'. */
  readonly knob: string
  /** The open question it answers; null for a gap without a number. */
  readonly question: string | null
  readonly before: unknown
  readonly after: unknown
  /** Who may make this change: the layer of the knob, or a higher one for a large step. */
  readonly layer: Layer
  /** The bounds of the knob in words: what makes a policy legal, and the range that the specification asks for. */
  readonly bounds: string
  /** The rules of the specification that the change breaks; none when it is within bounds. */
  readonly outOfBounds: readonly string[]
  /** What to know before: legal, and easily overlooked. */
  readonly cautions: readonly string[]
  readonly sentence: string
}

/** What changes from one policy to another, and which layer of governance may decide it. */
export type PolicyDiff = {
  readonly changes: readonly PolicyChange[]
  /** The highest layer of all changes; null when nothing changes. */
  readonly layer: Layer | null
  readonly withinBounds: boolean
}

/**
 * What changes from one policy to another, in words, with the layer that may do so and whether each step is within bounds.
 *
 * The policy in force, `before`, says who may change what (`governance.layerOverrides`).
 *
 * @see readings 2.5, parameter map
 *
 * @example
 * diffPolicy(DEFAULT_POLICY, parsePolicy({ m013: { minFee: '2000000' } })).changes.map(({ knob }) => knob) // [ 'm013.minFee' ]
 */
export function diffPolicy(before: PolicyConfig, after: PolicyConfig): PolicyDiff {
  const changes = Object.entries(KNOBS).flatMap(([section, knobs]) =>
    Object.keys(knobs).flatMap(name => changeOf(section as SectionName, name, before, after)),
  )
  return {
    changes,
    layer: highest(changes.map(({ layer }) => layer)),
    withinBounds: changes.every(({ outOfBounds }) => outOfBounds.length === 0),
  }
}

function changeOf(
  section: SectionName,
  name: string,
  before: PolicyConfig,
  after: PolicyConfig,
): readonly PolicyChange[] {
  const note = KNOBS[section][name]
  const [from, to] = [before, after].map(
    policy => (policy[section] as { readonly [knob: string]: unknown })[name],
  )
  if (note === undefined || canonicalJson(from) === canonicalJson(to)) return []
  const knob = `${section}.${name}`
  const own = before.governance.layerOverrides[knob] ?? note.layer
  const raised = escalations(knob, before, after)
  const layer = highest([own, ...raised.map(({ layer }) => layer)]) ?? own
  const toKnow = cautions(knob, before, after)
  const outOfBounds = boundsBroken(knob, before, after)
  const by = raised.filter(({ layer: needed }) => needed === layer && needed !== own)
  const sentence = [
    `${knob}${note.question === null ? '' : ` (${note.question})`}: ${changeInWords(from, to)}`,
    `Layer ${layer.slice(1)}${by.map(({ why }) => `, because ${why}`).join('')}`,
    outOfBounds.length === 0 ? 'within bounds' : `out of bounds: ${outOfBounds.join(', ')}`,
    ...toKnow,
  ].join('; ')
  return [
    {
      knob,
      question: note.question,
      before: from,
      after: to,
      layer,
      bounds: boundsOfKnob(section, name),
      outOfBounds,
      cautions: toKnow,
      sentence,
    },
  ]
}

const highest = (layers: readonly Layer[]): Layer | null =>
  LAYERS.findLast(layer => layers.includes(layer)) ?? null

/** The value of a knob as people read it: amounts in REGEN, fractions as decimals, settings by kind. */
function inWords(value: unknown): string {
  if (typeof value === 'bigint') return `${formatRegen(value as Uregen)} REGEN`
  if (value === null) return 'none'
  if (isFraction(value)) return formatRatio(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join('; ')
  if (!isRecord(value)) return sanitize(String(value))
  const { kind, ...facts } = value
  const listed = Object.entries(facts).map(([name, fact]) => `${sanitize(name)} ${inWords(fact)}`)
  if (typeof kind !== 'string') return listed.length === 0 ? 'none' : listed.join(', ')
  return listed.length === 0 ? kind : `${kind} (${listed.join(', ')})`
}

/** A change in words: only the fields that differ where both have the same, else the whole. */
function changeInWords(from: unknown, to: unknown): string {
  if (!isFields(from) || !isFields(to) || namesOf(from) !== namesOf(to))
    return `${inWords(from)} → ${inWords(to)}`
  return Object.keys(from)
    .filter(name => inWords(from[name]) !== inWords(to[name]))
    .map(name => `${sanitize(name)} ${inWords(from[name])} → ${inWords(to[name])}`)
    .join(', ')
}

type Fields = { readonly [field: string]: unknown }

const namesOf = (fields: Fields): string => Object.keys(fields).sort().join()
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** Named fields, without a kind. */
const isFields = (value: unknown): value is Fields =>
  isRecord(value) && !('kind' in value) && !isFraction(value)
const isFraction = (value: unknown): value is Ratio =>
  isRecord(value) && typeof value['num'] === 'bigint' && typeof value['den'] === 'bigint'
