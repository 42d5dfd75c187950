import * as z from 'zod/mini'
import { parseResponse, WholeAmount } from '../../../primitives/schemas.ts'
import type { HistoricTx } from '../../history/activity.ts'
import type { TxEnd } from './blockResults.ts'
import { EventsJson } from './txEvents.ts'
import { HashJson } from './txResult.ts'

/** A transaction as a search gives it: without the time of its block. */
export type FoundTx = Omit<HistoricTx, 'time'> & {
  /** The bytes of the transaction, in base64, where the node gives them. */
  readonly tx?: string
}

/** A page of a search, and how many transactions all its pages have. */
export type TxPage = { readonly txs: readonly FoundTx[]; readonly total: bigint }

const TxPageJson = z.object({
  txs: z.array(
    z.object({
      hash: HashJson,
      height: WholeAmount,
      tx: z.optional(z.string()),
      tx_result: z.object({
        events: EventsJson,
      }),
    }),
  ),
  total_count: WholeAmount,
})

/** Reads the result of `tx_search`. */
export function toTxPage(result: unknown): TxPage {
  const { txs, total_count: total } = parseResponse(TxPageJson, 'tx_search', result)
  return {
    txs: txs.map(({ hash, height, tx, tx_result: { events } }) => ({
      hash,
      height,
      events,
      ...(tx !== undefined && { tx }),
    })),
    total,
  }
}

/** A transaction that a search found, and its place in its block. */
export type PlacedTx = TxEnd & { readonly hash: string; readonly height: bigint; readonly index: number }

const Count = z.int().check(z.nonnegative())

const PlacedTxsJson = z.object({
  txs: z.array(
    z.object({
      hash: HashJson,
      height: WholeAmount,
      index: Count,
      tx_result: z.object({ code: z._default(Count, 0), events: z._default(z.nullable(EventsJson), []) }),
    }),
  ),
  total_count: WholeAmount,
})

/** Reads the result of `tx_search` with the place of each transaction. */
export function toPlacedTxs(result: unknown): { readonly txs: readonly PlacedTx[]; readonly total: bigint } {
  const { txs, total_count: total } = parseResponse(PlacedTxsJson, 'tx_search', result)
  return {
    total,
    txs: txs.map(({ hash, height, index, tx_result: { code, events } }) => ({
      hash: hash.toUpperCase(),
      height,
      index,
      code,
      events: events ?? [],
    })),
  }
}
