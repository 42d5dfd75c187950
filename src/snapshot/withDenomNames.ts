import type { NodeAt } from '../node/read/ask.ts'
import { readDenomNames } from '../node/read/denoms.ts'
import type { LedgerSnapshot } from '../preview/snapshot.ts'
import { denomsIn, denomsOf } from '../preview/words/denomNames.ts'

/**
 * A snapshot that knows how people write its denoms: each one that the marketplace does not list is asked for at the height of the snapshot, with `'all'`
 * the listed ones too, for where they came from. Nothing is asked where every denom has a name.
 *
 * @example
 * const named = await withDenomNames(at.port, snapshot, 'all')
 */
export async function withDenomNames(
  port: NodeAt['port'],
  snapshot: LedgerSnapshot,
  which: 'unnamed' | 'all' = 'unnamed',
  signal?: AbortSignal,
): Promise<LedgerSnapshot> {
  const named = new Set(
    which === 'all' ? [] : ['uregen', ...denomsOf(snapshot).map(({ bankDenom }) => bankDenom)],
  )
  const open = denomsIn(snapshot).filter(denom => !named.has(denom))
  if (open.length === 0) return snapshot
  const known = (snapshot.denomNames ?? []).filter(({ denom }) => !open.includes(denom))
  const found = await readDenomNames({ port, height: snapshot.height, signal }, open)
  return { ...snapshot, denomNames: [...known, ...found] }
}
