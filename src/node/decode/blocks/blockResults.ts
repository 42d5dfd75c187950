import * as z from 'zod/mini'
import { fromBase64 } from '../../../primitives/base64.ts'
import { RegenError } from '../../../primitives/errors.ts'
import { RESPONSE_INVALID } from '../../../primitives/errorTable.ts'
import { parseResponse, WholeAmount } from '../../../primitives/schemas.ts'
import { txHash } from '../../../primitives/txHash.ts'
import type { AbciEvent } from '../../events/abciEvent.ts'
import { EventsJson } from './txEvents.ts'

/** How a transaction of a block ended: code 0 is done. */
export type TxEnd = { readonly code: number; readonly events: readonly AbciEvent[] }

/** What happened in a block: in its transactions, and by itself at its beginning and end. */
export type BlockResults = { readonly txs: readonly TxEnd[]; readonly events: readonly AbciEvent[] }

const Code = z.int().check(z.nonnegative())
const Events = z._default(z.nullable(EventsJson), [])

const ResultsJson = z.object({
  height: WholeAmount,
  txs_results: z._default(z.nullable(z.array(z.object({ code: z._default(Code, 0), events: Events }))), []),
  finalize_block_events: Events,
})

/** Reads the result of `block_results`, of the height that was asked for. */
export function toBlockResults(result: unknown, asked: bigint): BlockResults {
  const { height, txs_results, finalize_block_events } = parseResponse(ResultsJson, 'block_results', result)
  if (height !== asked) throw wrongHeight('block_results', asked, height)
  return {
    txs: (txs_results ?? []).map(({ code, events }) => ({ code, events: events ?? [] })),
    events: finalize_block_events ?? [],
  }
}

const Base64 = z
  .string()
  .check(z.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, 'expected base64'))

const TxsJson = z.object({
  block: z.object({
    header: z.object({ height: WholeAmount }),
    data: z.object({ txs: z._default(z.nullable(z.array(Base64)), []) }),
  }),
})

/** Reads the result of `block`: the hashes of its transactions, in their order. */
export function toTxHashes(result: unknown, asked: bigint): readonly string[] {
  const { header, data } = parseResponse(TxsJson, 'block', result).block
  if (header.height !== asked) throw wrongHeight('block', asked, header.height)
  return (data.txs ?? []).map(tx => txHash(fromBase64(tx)))
}

const wrongHeight = (query: string, asked: bigint, got: bigint) =>
  new RegenError(RESPONSE_INVALID, { query, issues: `✖ expected height ${asked}, got ${got} at height` })
