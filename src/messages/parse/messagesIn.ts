import type { Catalog } from '../catalogOf.ts'
import { invalidMessages, type Message, requireFew } from '../message.ts'
import { isFields, toMessage } from './foreignForms.ts'

/** How deep a transaction may be wrapped in answers: { tx_response: { tx: { body: { messages } } } }. */
const DEEPEST = 4

/**
 * The messages of a list, or of a document that holds one, in the form `{ typeUrl, value }`; what is in a value is not looked at.
 *
 * Documents: `{ messages }`, a transaction as `regen tx … --generate-only` prints it or decodeTx gives it, the answers of
 * `regen q tx` and REST `txs/{hash}`, an amino sign document (`msgs`) and StdTx (`msg`).
 */
export function messagesIn(json: unknown, catalog: Catalog): readonly Message[] {
  return listIn(json).map((item, index) => {
    const message = toMessage(item, catalog)
    if (message === null)
      throw invalidMessages(
        `expected { "typeUrl": "/…", "value": { … } }, { "@type": "/…" } or { "type", "value" } at [${index}]`,
      )
    return message
  })
}

function listIn(json: unknown): readonly unknown[] {
  let found = json
  for (let depth = 0; depth <= DEEPEST; depth++) {
    if (Array.isArray(found)) {
      requireFew(found.length)
      return found
    }
    if (!isFields(found)) break
    if ('bodyBytes' in found || 'body_bytes' in found)
      throw invalidMessages(
        'this document holds its messages as bytes: decodeTx of regen-fees/cosmjs reads them',
      )
    const { messages, msgs, msg, body, tx, tx_response, value } = found
    found = messages ?? msgs ?? msg ?? body ?? tx ?? tx_response ?? value
  }
  throw invalidMessages(
    'expected a list of messages, { "messages": [ … ] }, { "body": { "messages": [ … ] } }, or an amino sign document',
  )
}
