import { clusterConnections, type Groups } from '../quadratic/clusterMatch.ts'
import type { Gathered } from '../quadratic/contributions.ts'
import { isqrt } from '../quadratic/roots.ts'
import { decimalText, toRatio } from '../shares/bounds.ts'
import type { TraceStep } from './allocationReport.ts'
import type { RoundPolicy } from './roundPolicy.ts'

const BITS = 96n

/** Of the pairwise match: each two givers of the project with their root, their root over all projects, and what they earn; at most `most`. */
export function explainPairs(
  { projects, unit }: Gathered,
  project: string,
  { pairwiseM, pairs }: Pick<RoundPolicy, 'pairwiseM' | 'pairs'>,
  most: number,
): readonly TraceStep[] {
  const givenTo = [...projects.values()].map(
    ({ gifts }) => new Map(gifts.map(({ identity, amount }) => [identity, amount])),
  )
  const own = projects.get(project)?.gifts ?? []
  const times = pairs === 'ordered' ? 2n : 1n
  const rows = own.flatMap((a, index) =>
    own.slice(index + 1).map(b => {
      const root = (x: bigint, y: bigint) => isqrt((x * y) << (2n * BITS))
      const r = root(a.amount, b.amount)
      const together = givenTo.reduce(
        (sum, gifts) => sum + root(gifts.get(a.identity) ?? 0n, gifts.get(b.identity) ?? 0n),
        0n,
      )
      const m = (pairwiseM.num * unit) << BITS
      const part = (times * pairwiseM.num * unit * (r << BITS)) / (m + pairwiseM.den * together)
      return { name: `${a.identity} and ${b.identity}`, r, together, part }
    }),
  )
  const shown = (value: bigint) => decimalText(toRatio({ lo: value, hi: value }, unit << BITS))
  return [
    ...rows
      .sort((a, b) => (a.part === b.part ? 0 : a.part > b.part ? -1 : 1))
      .slice(0, most)
      .map(({ name, r, together, part }) => ({
        step: `${pairs === 'ordered' ? '2 × ' : ''}k × √(c_i × c_j) of ${name}`,
        operands: {
          root: shown(r),
          'Σ over projects': shown(together),
          M: decimalText(pairwiseM),
          part: shown(part),
        },
      })),
    ...(rows.length > most
      ? [{ step: 'and more pairs', operands: { pairs: String(rows.length - most) } }]
      : []),
  ]
}

/** Of the cluster match: what each two groups give the project, and the root of it. */
export function explainClusters(
  gathered: Gathered,
  project: string,
  groups: Groups,
  style: RoundPolicy['cluster'],
  most: number,
): readonly TraceStep[] {
  const { unit, projects } = gathered
  const found = clusterConnections(projects, groups, { style, bits: BITS, unit }).get(project)
  const { table, places } = found ?? { table: new Map<string, ReadonlyMap<string, bigint>>(), places: BITS }
  const shown = (value: bigint) => decimalText(toRatio({ lo: value, hi: value }, unit << places))
  const rows = [...table].flatMap(([g, row]) =>
    [...row].flatMap(([h, there]) => {
      const back = table.get(h)?.get(g) ?? 0n
      return g < h && there > 0n && back > 0n ? [{ g, h, there, back }] : []
    }),
  )
  return [
    ...rows.slice(0, most).map(({ g, h, there, back }) => ({
      step: `2 × √(P_gh × P_hg) of ${g} and ${h}`,
      operands: { P_gh: shown(there), P_hg: shown(back), part: shown(2n * isqrt(there * back)) },
    })),
    ...(rows.length > most
      ? [{ step: 'and more groups', operands: { pairs: String(rows.length - most) } }]
      : []),
  ]
}
