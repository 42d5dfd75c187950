import { MAX_COMPARISONS, pairInOrder } from './pairInOrder.ts'
import type { Facts, Line, Subject } from './result.ts'

/** One thing that was expected or seen, and the message it belongs to. */
export type Item = Pick<Line, 'index' | 'path' | 'position'> & { readonly facts: Facts }

/**
 * Holds two lists against each other: what is equal and in order in both, then what is equal and stands elsewhere, then
 * what is alike and differs in at most half of its facts; the rest is missing or unexpected. A fact that is not expected
 * is not compared.
 */
export function compareInOrder(
  subject: Subject,
  expected: readonly Item[],
  seen: readonly Item[],
): readonly Line[] {
  const lines = new Map<Item, Line>()
  const used = new Set<Item>()
  const pair = (wanted: Item, found: Item, verdict: Line['verdict']) => {
    used.add(found)
    lines.set(wanted, { ...lineOf(subject, wanted, found), verdict })
  }
  const same = (i: number, j: number) => {
    const [wanted, found] = [expected[i], seen[j]]
    return wanted !== undefined && found !== undefined && unlike(wanted, found).length === 0
  }
  for (const [i, j] of pairInOrder(expected.length, seen.length, same)) {
    const [wanted, found] = [expected[i], seen[j]]
    if (wanted && found) pair(wanted, found, 'equal')
  }
  const open = () => expected.filter(item => !lines.has(item))
  const free = () => seen.filter(item => !used.has(item))
  if (open().length * free().length <= MAX_COMPARISONS) {
    for (const wanted of open()) {
      const found = free().find(found => unlike(wanted, found).length === 0)
      if (found) pair(wanted, found, 'out of order')
    }
    for (const wanted of open()) {
      const [closest] = free()
        .map(found => ({ found, differing: unlike(wanted, found).length }))
        .filter(({ differing }) => differing * 2 <= Object.keys(wanted.facts).length)
        .sort((a, b) => a.differing - b.differing)
      if (closest) pair(wanted, closest.found, 'different')
    }
  }
  return [
    ...expected.map(
      item => lines.get(item) ?? { ...lineOf(subject, item, null), verdict: 'missing' as const },
    ),
    ...free().map(item => ({ ...lineOf(subject, null, item), verdict: 'unexpected' as const })),
  ]
}

function lineOf(subject: Subject, expected: Item | null, seen: Item | null): Omit<Line, 'verdict'> {
  const { index, path } = expected ?? seen ?? { index: null, path: [] }
  return {
    subject,
    index,
    path,
    differs: expected && seen ? unlike(expected, seen) : [],
    expected: expected?.facts ?? null,
    seen: seen?.facts ?? null,
    position: seen?.position ?? null,
  }
}

/** The names of the expected facts that were seen otherwise. */
const unlike = ({ facts: expected }: Item, { facts: seen }: Item): readonly string[] =>
  Object.keys(expected).filter(name => expected[name] !== seen[name])
