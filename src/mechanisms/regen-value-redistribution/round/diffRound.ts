import { toJson } from '../../../primitives/canonical.ts'
import type { Round } from './round.ts'
import { ROUND_KNOBS } from './roundPolicy.ts'

/** One thing that is different between two rounds, in words where it is a choice. */
export type RoundChange = {
  /** 'budget', 'policy.quorum', 'projects.soil' … */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  /** What the choice is about; null where it is none. */
  readonly alternatives: string | null
}

/**
 * What changes from one round to the next: method, budget, dates, projects, categories, voters and every knob of the policy.
 *
 * @example
 * diffRound(round, { ...round, budget: 200_000_000n }) // [ { field: 'budget', before: '100000000', after: '200000000', alternatives: null } ]
 */
export function diffRound(before: Round, after: Round): readonly RoundChange[] {
  const [a, b] = [before, after].map(round => flat(round)) as [Flat, Flat]
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter(field => JSON.stringify(a.get(field)) !== JSON.stringify(b.get(field)))
    .map(field => ({
      field,
      before: a.get(field) ?? null,
      after: b.get(field) ?? null,
      alternatives: isKnob(field) ? ROUND_KNOBS[knobOf(field)].alternatives : null,
    }))
}

type Flat = ReadonlyMap<string, unknown>
type Knob = keyof typeof ROUND_KNOBS

const knobOf = (field: string): Knob => field.slice('policy.'.length) as Knob
const isKnob = (field: string): boolean =>
  field.startsWith('policy.') && Object.hasOwn(ROUND_KNOBS, knobOf(field))

/** What was given and voted is not compared one by one: only how many there are. */
function flat({ contributions, ballots, metricBallots, ...round }: Round): Flat {
  const { policy, projects, ...rest } = toJson(round) as Record<string, unknown> & {
    policy: Record<string, unknown>
    projects: { id: string }[]
  }
  return new Map([
    ...Object.entries(rest),
    ...projects.map(({ id, ...project }) => [`projects.${id}`, project] as const),
    ...Object.entries(policy).map(([name, value]) => [`policy.${name}`, value] as const),
    ...Object.entries({ contributions, ballots, metricBallots }).flatMap(([name, list]) =>
      list === undefined ? [] : [[`${name}.number`, list.length] as const],
    ),
  ])
}
