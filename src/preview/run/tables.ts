import { contractIdOf, originId } from '../../messages/keeper/bridge.ts'
import { grantId } from '../../messages/keeper/grants.ts'
import type { RowKind, Rows } from '../../messages/ledger.ts'
import type { LedgerSnapshot, SnapshotTable } from '../snapshot.ts'
import type { MissingState } from './missing.ts'

const TABLE: { readonly [kind in RowKind]: SnapshotTable } = {
  'credit type': 'creditTypes',
  'credit class': 'creditClasses',
  project: 'projects',
  batch: 'batches',
  'sell order': 'sellOrders',
  basket: 'baskets',
  proposal: 'proposals',
  grant: 'grants',
  'bridged batch': 'bridgedBatches',
  'bridge contract': 'bridgedBatches',
  'origin transaction': 'originTxs',
}

const ID: { readonly [kind in RowKind]: (row: Rows[kind]) => string } = {
  'credit type': ({ abbreviation }) => abbreviation,
  'credit class': ({ id }) => id,
  project: ({ id }) => id,
  batch: ({ denom }) => denom,
  'sell order': ({ id }) => id,
  basket: ({ denom }) => denom,
  proposal: ({ id }) => id,
  grant: grantId,
  'bridged batch': ({ batchDenom }) => batchDenom,
  'bridge contract': contractIdOf,
  'origin transaction': originId,
}

/** The name of a row, by which messages look for it. */
export const idOf = <K extends RowKind>(kind: K, row: Rows[K]): string => ID[kind](row)

/** How many digits the chain gives to the number at the end of an id, at least. */
const DIGITS: { readonly [kind in RowKind]?: number } = { 'credit class': 2, project: 3, batch: 3 }

/** The rows of a snapshot, as messages change them one after the other. */
export type Tables = {
  /** A row; 'absent' when there is none, 'unknown' when the snapshot does not say. */
  find<K extends RowKind>(kind: K, id: string): Rows[K] | 'absent' | 'unknown'
  rows<K extends RowKind>(kind: K): readonly Rows[K][]
  isComplete(kind: RowKind): boolean
  set<K extends RowKind>(kind: K, id: string, row: Rows[K] | null): void
  /** The id of a new row: the caller adds it. */
  nextId(kind: RowKind, prefix: string, family: string): string | null
}

export function openTables(snapshot: LedgerSnapshot, missing: MissingState): Tables {
  const kinds = Object.keys(TABLE) as RowKind[]
  const tables = Object.fromEntries(
    kinds.map(kind => [kind, new Map(rowsOf(snapshot, kind).map(row => [idOf(kind, row), row]))]),
  ) as { readonly [kind in RowKind]: Map<string, Rows[kind]> }
  const complete = new Set(snapshot.complete)
  const absent = new Set(snapshot.absent)
  /** Kinds of which a message made a row under a number that could not be told. */
  const unnumbered = new Set<RowKind>()
  /** The last number given to a new row, by kind and family. */
  const given = new Map<string, bigint>()
  const isComplete = (kind: RowKind) => complete.has(TABLE[kind])
  return {
    find(kind, id) {
      const row = tables[kind].get(id)
      if (row !== undefined) return row
      const isAbsent = isComplete(kind) || absent.has(`${kind} ${id}`)
      if (!isAbsent) missing.add({ kind, id })
      return isAbsent && !unnumbered.has(kind) ? 'absent' : 'unknown'
    },
    rows(kind) {
      if (!isComplete(kind)) missing.add({ kind: 'every', id: kind })
      return [...tables[kind].values()]
    },
    isComplete,
    set(kind, id, row) {
      if (row === null) {
        tables[kind].delete(id)
        absent.add(`${kind} ${id}`)
      } else tables[kind].set(id, row)
    },
    nextId(kind, prefix, family) {
      // Numbers of sell orders and proposals are never used again, so the next one cannot be told from those that live.
      if (!isComplete(kind) || kind === 'sell order' || kind === 'proposal') {
        if (kind !== 'sell order' && kind !== 'proposal') missing.add({ kind: 'every', id: kind })
        unnumbered.add(kind)
        return null
      }
      const next = (given.get(`${kind} ${family}`) ?? highestNumber(tables[kind].keys(), family)) + 1n
      given.set(`${kind} ${family}`, next)
      return `${prefix}${next.toString().padStart(DIGITS[kind] ?? 1, '0')}`
    },
  }
}

const rowsOf = (snapshot: LedgerSnapshot, kind: RowKind): readonly Rows[RowKind][] =>
  (snapshot[TABLE[kind]] ?? []) as readonly Rows[RowKind][]

/** The chain counts in 64 bits. */
const MAX_DIGITS = 20

/** The highest number at the end of those ids that begin with the family; 0 when there is none. */
function highestNumber(ids: Iterable<string>, family: string): bigint {
  let highest = 0n
  for (const id of ids) {
    if (!id.startsWith(family)) continue
    const digits = /\d+$/.exec(id.slice(family.length).slice(-MAX_DIGITS))?.[0]
    if (digits !== undefined && BigInt(digits) > highest) highest = BigInt(digits)
  }
  return highest
}
