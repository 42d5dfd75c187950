import type { Source } from '../chain/source.ts'
import { type Given, readGiven } from './given.ts'
import { pricesIn } from './pricesIn.ts'
import { type DataOnly, type Shown, showGiven } from './shown.ts'

/** What was given, and what there is to show of it. */
export type Read = { readonly given: Given; readonly shown: Shown | DataOnly | null }

/** Reads what a reader gave, and previews it, with prices that the reader states: 'C01=30,C02=5.5'. */
export async function readAndShow(
  text: string,
  source: Source,
  prices: string,
  signal: AbortSignal,
): Promise<Read> {
  const given = await readGiven(text)
  const isNone = given.kind === 'nothing' || given.kind === 'words'
  return {
    given,
    shown: isNone ? null : await showGiven(given, source, { prices: pricesIn(prices) }, signal),
  }
}
