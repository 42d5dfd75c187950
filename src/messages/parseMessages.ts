import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import { messageType } from './catalog.ts'
import { isMessage, type Message } from './message.ts'
import { messagesIn } from './read/messagesIn.ts'
import { readValue } from './read/readValue.ts'

/**
 * Reads messages from what programs and libraries give: a list, or a document that holds one, such as `{ messages }`, a
 * transaction as `regen tx … --generate-only` prints it, the answer of `regen q tx` or REST, or an amino sign document.
 *
 * Each message is `{ typeUrl, value }`, `{ "@type", …fields }` or `{ type, value }` of amino JSON, its fields in camelCase or
 * snake_case, as the builders take them, as proto3 JSON, or as the generated types of other libraries. What has a wrong
 * shape throws INPUT_INVALID; what the chain would refuse is read all the same, for the preview to say so. Messages outside of
 * the catalog, and packed ones, are passed on as they are.
 *
 * @example
 * const messages = parseMessages([
 *   { typeUrl: '/regen.ecocredit.v1.MsgBurnRegen', value: { burner: seller, amount: '5000000', reason: 'thanks' } },
 * ])
 * messages[0]?.typeUrl // '/regen.ecocredit.v1.MsgBurnRegen'
 */
export const parseMessages = (json: unknown): readonly Message[] =>
  messagesIn(json).map(message => parseMessage(message, 0))

/** As deep as a preview follows messages inside messages. */
const DEEPEST = 16

function parseMessage({ typeUrl, value }: Message, depth: number): Message {
  if (depth > DEEPEST)
    throw new RegenError(INPUT_INVALID, {
      what: 'messages',
      issues: `✖ messages are nested more than ${DEEPEST} deep`,
    })
  const type = messageType(typeUrl)
  if (type === undefined || value instanceof Uint8Array) return { typeUrl, value }
  return { typeUrl, value: parseInner(readValue(type, value).value, depth + 1) }
}

/** Messages inside a message are read as well, so that it can be signed as it is. */
function parseInner(value: unknown, depth: number): unknown {
  const entries = Object.entries(value as object).map(([name, field]: [string, unknown]) => [
    name,
    Array.isArray(field) && field.length > 0 && field.every(isMessage)
      ? field.map(item => parseMessage(item, depth))
      : field,
  ])
  return Object.fromEntries(entries)
}
