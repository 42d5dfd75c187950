import type { Fill } from '../../../src/orders/fill.ts'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { bundledSnapshot } from '../chain/bundled.ts'
import type { Source } from '../chain/source.ts'
import type { Tools } from '../workers/call.ts'
import { bookOf, classesOf, type DenomBook } from './book.ts'
import { fillBook } from './fillBook.ts'
import { type PaidPrices, paidPrices } from './prices.ts'
import { type MarketTerms, termsOf } from './terms.ts'
import type { Wanted } from './wanted.ts'

/** What the view shows of a market: one class of it. Null where a chain has no classes. */
export type ShownMarket = {
  readonly terms: MarketTerms
  readonly classes: readonly string[]
  readonly shown: ({ readonly classId: string; readonly books: readonly DenomBook[] } & PaidPrices) | null
}

/** Which reading of which source: another number reads again. */
export type Reading = { readonly source: Source; readonly number: number }

let kept: {
  readonly key: string
  readonly signal: AbortSignal
  readonly snapshot: Promise<LedgerSnapshot>
} | null = null

/** The market as it was read. It stays in the worker: an order book can be long, and the page needs one class of it at a time. */
function snapshotOf({ source, number }: Reading, signal: AbortSignal): Promise<LedgerSnapshot> {
  const key = JSON.stringify([source, number])
  if (kept?.key !== key || kept.signal.aborted) {
    const snapshot = readSnapshot(source, signal)
    kept = { key, signal, snapshot }
    snapshot.catch(() => {
      if (kept?.snapshot === snapshot) kept = null
    })
  }
  return kept.snapshot
}

async function readSnapshot(source: Source, signal: AbortSignal): Promise<LedgerSnapshot> {
  if (source.kind === 'bundled') return bundledSnapshot()
  const { NODE_METHODS } = await import('../chain/readNode.ts')
  return NODE_METHODS.snapshot({ signal }, source, 'everything', {})
}

/** The class that was asked for, where the chain has it; or the first. */
const chosenOf = (classes: readonly string[], asked: string | undefined): string | undefined =>
  classes.find(id => id === asked) ?? classes[0]

export const MARKET_METHODS = {
  /** A class of the market: its orders with exact totals, what was paid, and which price M013 would take. */
  show: async ({ signal }: Tools, reading: Reading, asked: string | undefined): Promise<ShownMarket> => {
    const snapshot = await snapshotOf(reading, signal)
    const classes = classesOf(snapshot)
    const classId = chosenOf(classes, asked)
    return {
      terms: termsOf(snapshot),
      classes,
      shown:
        classId === undefined
          ? null
          : { classId, books: bookOf(snapshot, classId), ...paidPrices(snapshot, classId) },
    }
  },
  /** Which orders to buy from; null where a chain has no classes. */
  fill: async (
    { signal }: Tools,
    reading: Reading,
    asked: string | undefined,
    wanted: Wanted,
  ): Promise<Fill | null> => {
    const snapshot = await snapshotOf(reading, signal)
    const classId = chosenOf(classesOf(snapshot), asked)
    return classId === undefined ? null : fillBook(snapshot, classId, wanted)
  },
}
