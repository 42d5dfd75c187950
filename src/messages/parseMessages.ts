import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import { messageType } from './catalog.ts'
import { isMessage, type Message } from './message.ts'

/**
 * Reads messages from JSON: a list, `{ messages }`, or the body of a transaction as the regen command line prints it.
 *
 * Each is `{ typeUrl, value }` or `{ "@type", …fields }`, its fields in camelCase or snake_case, as proto3 JSON or as
 * the builders take them. What has a wrong shape throws INPUT_INVALID; what the chain would refuse is read all the same,
 * for the preview to say so. Messages outside of the catalog are passed on as they are.
 */
export function parseMessages(json: unknown): readonly Message[] {
  const list = messagesIn(json)
  if (list === null)
    throw invalid('expected a list of messages, { "messages": [ … ] }, or { "body": { "messages": [ … ] } }')
  return list.map((item, index) => parseMessage(item, `[${index}]`))
}

function messagesIn(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json
  if (!isObject(json)) return null
  const { messages } = isObject(json['body']) ? json['body'] : json
  return Array.isArray(messages) ? messages : null
}

/** More than any message needs: authz in authz nests three levels of JSON each. */
const DEEPEST_JSON = 64

function parseMessage(item: unknown, where: string): Message {
  const message = isObject(item) && typeof item['@type'] === 'string' ? withTypeUrl(item) : item
  if (!isMessage(message)) throw invalid(`expected { "typeUrl": "/…", "value": { … } } at ${where}`)
  const { typeUrl, value } = message
  const type = messageType(typeUrl)
  if (type === undefined || value instanceof Uint8Array) return { typeUrl, value }
  return { typeUrl, value: parseInner(type.read(camelCase(value, DEEPEST_JSON, where)).value, where) }
}

/** Messages inside a message are read as well, so that it can be signed as it is. */
function parseInner(value: unknown, where: string): unknown {
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, field]) => {
    const isList = Array.isArray(field) && field.length > 0 && field.every(isMessage)
    return [
      key,
      isList ? field.map((item, index) => parseMessage(item, `${where}.${key}[${index}]`)) : field,
    ] as const
  })
  return Object.fromEntries(entries)
}

const withTypeUrl = ({ '@type': typeUrl, ...value }: Record<string, unknown>) => ({ typeUrl, value })

/** snake_case keys as camelCase, at every depth. */
function camelCase(value: unknown, depth: number, where: string): unknown {
  if (depth === 0) throw invalid(`nested more than ${DEEPEST_JSON} levels deep at ${where}`)
  if (Array.isArray(value)) return value.map(item => camelCase(item, depth - 1, where))
  if (!isObject(value)) return value
  const fields = Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      camelCase(field, depth - 1, where),
    ]),
  )
  return typeof fields['@type'] === 'string' ? withTypeUrl(fields) : fields
}

/** A plain object; dates and bytes are values of their own. */
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const invalid = (issue: string) => new RegenError(INPUT_INVALID, { what: 'messages', issues: `✖ ${issue}` })
