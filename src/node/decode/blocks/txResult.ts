import * as z from 'zod/mini'
import { fromBase64 } from '../../../primitives/base64.ts'
import { parseResponse, WholeAmount } from '../../../primitives/schemas.ts'
import { TX_HASH } from '../../../primitives/txHash.ts'
import type { AbciEvent } from '../../events/abciEvent.ts'
import type { TxOutcome } from '../../events/failures/explainFailure.ts'
import { EventsJson } from './txEvents.ts'

/** A transaction in a block, and how it ended. */
export type TxResult = TxOutcome & {
  /** Upper-case hexadecimal. */
  readonly hash: string
  readonly height: bigint
  /** Its place in the block. */
  readonly index: number
  readonly gasWanted: bigint
  readonly gasUsed: bigint
  /** What the messages answered, encoded; empty for a failed one. */
  readonly data: Uint8Array
  readonly events: readonly AbciEvent[]
  /** The signed bytes. */
  readonly bytes: Uint8Array
}

const Base64 = z.pipe(
  z.string(),
  z.transform((text: string, context): Uint8Array => {
    try {
      return fromBase64(text)
    } catch {
      context.issues.push({ code: 'custom', message: 'expected base64', input: text.slice(0, 40) })
      return z.NEVER
    }
  }),
)

/** The hash of a transaction, as a node gives it. */
export const HashJson = z.string().check(z.regex(TX_HASH, 'expected the hash of a transaction'))

const TxJson = z.object({
  hash: HashJson,
  height: WholeAmount,
  index: z.int().check(z.nonnegative()),
  tx: Base64,
  tx_result: z.object({
    code: z.int().check(z.nonnegative()),
    codespace: z._default(z.string(), ''),
    log: z._default(z.string(), ''),
    data: z._default(z.nullable(Base64), null),
    gas_wanted: WholeAmount,
    gas_used: WholeAmount,
    events: z._default(EventsJson, []),
  }),
})

/** Reads the result of `tx`. */
export function toTxResult(result: unknown): TxResult {
  const { hash, height, index, tx, tx_result } = parseResponse(TxJson, 'tx', result)
  const { code, codespace, log, data, gas_wanted, gas_used, events } = tx_result
  return {
    hash: hash.toUpperCase(),
    height,
    index,
    code,
    codespace,
    log,
    gasWanted: gas_wanted,
    gasUsed: gas_used,
    data: data ?? new Uint8Array(),
    events,
    bytes: tx,
  }
}
