import { compareInOrder, type Item } from './compare.ts'
import type { EventItems } from './eventItems.ts'
import type { Expected } from './expected.ts'
import type { Line, NotReconciled, Subject } from './result.ts'

/** What became of one place of the events. */
export type PlaceResult = { readonly lines: readonly Line[]; readonly gaps: readonly NotReconciled[] }

/**
 * Holds what a preview expects in one place against what the events say of it. What nobody expected counts as not
 * reconciled, instead of as a difference, where the preview admits that it does not know.
 */
export function reconcilePlace(expected: Expected, seen: EventItems): PlaceResult {
  const gaps = [...expected.gaps, ...unnumberedBatch(expected, seen)]
  const lacking = new Set<Subject>(gaps.flatMap(({ subjects }) => subjects))
  const escrow = compareEscrow(expected.escrow, seen.escrow)
  const lines = [
    ...compareInOrder('coins', expected.coins, seen.coins),
    ...compareBalances(expected.coins, seen.changes),
    ...compareInOrder('credits', expected.credits, seen.credits),
    ...escrow,
    ...compareInOrder('purchase', expected.purchases, seen.purchases),
    ...compareInOrder('event', expected.statements, seen.statements),
    ...compareInOrder('event', [], seen.oddities),
  ]
  const isUnknown = ({ subject, verdict }: Line) =>
    lacking.has(subject) &&
    // A sum with something unknown in it says nothing, whatever was expected.
    (verdict === 'unexpected' || (subject === 'balance' && verdict !== 'equal'))
  const unknown = lines.filter(isUnknown)
  const [hidden] = escrow.filter(({ verdict }) => verdict === 'not visible')
  return {
    lines: lines.filter(line => !isUnknown(line)),
    gaps: [
      // What was seen is listed once, with the first gap of the place that covers it.
      ...gaps.map((gap, position) => ({
        ...gap,
        seen: [
          ...gap.seen,
          ...unknown.filter(
            ({ subject }) => gaps.findIndex(({ subjects }) => subjects.includes(subject)) === position,
          ),
        ],
      })),
      ...(hidden
        ? [{ ...at(hidden), reason: 'ESCROW_WITHOUT_AMOUNT', subjects: ['escrow'], seen: [] } as const]
        : []),
      ...seen.unread.map(item => ({
        ...at(item),
        reason: 'EVENT_UNREAD' as const,
        subjects: ['event' as const],
        seen: compareInOrder('event', [], [item]),
      })),
    ],
  }
}

const at = ({ index, path }: Pick<Item, 'index' | 'path'>) => ({ index, path, typeUrl: null })

/** The preview could not tell the number of a new batch, and so not what is issued of it. */
function unnumberedBatch({ credits }: Expected, seen: EventItems): readonly NotReconciled[] {
  const [created] = seen.newBatches
  return created === undefined || credits.length > 0
    ? []
    : [{ ...at(created), reason: 'BATCH_UNNUMBERED', subjects: ['credits'], seen: [] }]
}

/**
 * What the bank says each account gained and lost, against the sum of the expected movements. Finds coins that moved
 * without a transfer event.
 */
function compareBalances(coins: readonly Item[], changes: readonly Item[]): readonly Line[] {
  const expected = coins.flatMap(item => {
    const { from = '', to = '', denom = '', amount = '' } = item.facts
    return [
      { ...item, facts: { account: from, denom, change: `-${amount}` } },
      { ...item, facts: { account: to, denom, change: amount } },
    ].filter(({ facts }) => facts.account !== 'nobody')
  })
  return compareInOrder('balance', sumChanges(expected), sumChanges(changes))
}

/** One item for each account and denom, sorted, without those whose changes add up to 0. */
function sumChanges(items: readonly Item[]): readonly Item[] {
  const sums = new Map<string, { readonly item: Item; readonly sum: bigint }>()
  for (const item of items) {
    const { account = '', denom = '', change = '0' } = item.facts
    const key = `${account} ${denom}`
    sums.set(key, { item: sums.get(key)?.item ?? item, sum: (sums.get(key)?.sum ?? 0n) + BigInt(change) })
  }
  return [...sums]
    .filter(([, { sum }]) => sum !== 0n)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { item, sum }]) => ({
      ...item,
      position: null,
      facts: { ...item.facts, change: sum.toString() },
    }))
}

/**
 * Credits that go on sale or come back. Events confirm each order, but neither batch nor amount. An update that leaves the quantity as it was moves
 * nothing, so there can be more update events than movements. Sales and cancellations always move something.
 */
function compareEscrow(expected: readonly Item[], seen: readonly Item[]): readonly Line[] {
  const isUpdate = ({ facts }: Item) => facts['event'] === 'EventUpdateSellOrder'
  const surplus = seen.length - expected.length
  const unexpected = surplus > 0 ? seen.filter(item => !isUpdate(item)).slice(-surplus) : []
  const left = new Set(unexpected)
  const confirmed = seen.filter(item => !left.has(item))
  return [
    ...expected.map((item, position): Line => {
      const event = confirmed[position]
      const [line] = compareInOrder('escrow', [item], [])
      const isSure = surplus === 0 && event !== undefined
      return {
        ...(line as Line),
        verdict: event === undefined ? 'missing' : 'not visible',
        seen: isSure ? event.facts : null,
        position: isSure ? event.position : null,
      }
    }),
    ...compareInOrder('escrow', [], unexpected),
  ]
}
