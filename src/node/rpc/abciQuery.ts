import { fromBase64 } from '../../primitives/base64.ts'
import { RegenError } from '../../primitives/errors.ts'
import {
  HEIGHT_MISMATCH,
  MODULE_MISSING,
  NODE_ANSWER_MALFORMED,
  QUERY_FAILED,
} from '../../primitives/errorTable.ts'
import { toHex } from './http/bytes.ts'
import { HEIGHT_TO_COME } from './remedy.ts'
import type { Reader } from './ticket.ts'

/** A question to the application. At 'latest' the node chooses the height, and the answer says which it was. */
export type AbciQuery = {
  readonly path: string
  readonly data: Uint8Array
  readonly height: bigint | 'latest'
  readonly signal?: AbortSignal | undefined
}

/** The bytes a node answered with, and the block they are of. */
export type AbciAnswer = { readonly value: Uint8Array; readonly height: bigint }

export const abciParams = ({ path, data, height }: AbciQuery) => ({
  path,
  data: toHex(data),
  height: height === 'latest' ? '0' : `${height}`,
})

/**
 * Reads the result of abci_query: the value, empty when the node gave none, and its height, which is the one asked.
 *
 * Failures, as a v7 node was seen to give them:
 *
 *     no such module or method   sdk 6, log "unknown query path…", height 0 although another was asked
 *     not implemented, refused   sdk 6 too, at the height asked
 *     a height still to come     sdk 26, height 0; from a raw store code 0, no value and the log "version does not exist", at the height asked
 *     no such store              store 4, height 0
 *     not found                  sdk 22, at the height asked
 */
export function abciReader({ path: query, height: asked }: AbciQuery): Reader<AbciAnswer> {
  return (result, { origin, redact }) => {
    const { code, codespace, log, value, height } = Object(Object(result).response)
    try {
      const answered = BigInt(height)
      // The store has no such version: a node tells its newest block before the application has kept it. Nothing was read, so it is not empty.
      if (code === 0 && !value && `${log}`.includes('version does not exist')) {
        const facts = { code: HEIGHT_TO_COME, codespace: 'sdk', log: redact(`${log}`), height: 0n }
        throw new RegenError(QUERY_FAILED, { origin, query, ...facts })
      }
      if (code === 0 && (asked === 'latest' ? answered > 0n : answered === asked))
        return { value: fromBase64(value ?? ''), height: answered }
      if (code === 0) throw new RegenError(HEIGHT_MISMATCH, { origin, query, asked, answered })
      // A failure at a height of its own is about another ledger than the one that was asked about.
      if (asked !== 'latest' && answered !== 0n && answered !== asked)
        throw new RegenError(HEIGHT_MISMATCH, { origin, query, asked, answered })
      if (`${codespace}${code}${answered}` === 'sdk60' && `${log}`.startsWith('unknown query path'))
        throw new RegenError(MODULE_MISSING, { origin, query })
      if (code > 0)
        throw new RegenError(QUERY_FAILED, {
          origin,
          query,
          code,
          codespace: redact(`${codespace}`),
          log: redact(`${log}`),
          height: answered,
        })
    } catch (error) {
      if (error instanceof RegenError) throw error
    }
    throw new RegenError(NODE_ANSWER_MALFORMED, {
      origin,
      method: query,
      reason: 'is not usable',
    })
  }
}
