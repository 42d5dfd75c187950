import * as z from 'zod/mini'
import { fromBase64 } from '../../primitives/base64.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { list } from '../fields/nested.ts'
import { shortList } from '../keeper/credits.ts'

/** A message inside another: its type URL, and its value as plain data or, when it came packed, as bytes. */
export type InnerMessage = { typeUrl: string; value: unknown }

const innerMessage = z.pipe(
  z.strictObject({ typeUrl: z.string(), value: z.unknown() }),
  z.transform(
    ({ typeUrl, value }): InnerMessage => ({
      typeUrl,
      value: typeof value === 'string' ? unpack(value) : value,
    }),
  ),
) as unknown as z.ZodMiniType<InnerMessage, InnerMessage>

/** The messages a wrapper carries. */
export const innerMessages = list(innerMessage)

/** Base64, as proto3 JSON has the bytes of a packed message. */
function unpack(value: string): unknown {
  try {
    return fromBase64(value)
  } catch {
    return value
  }
}

/** 'MsgRetire and MsgSend', for sentences. */
export const listMessages = (messages: readonly InnerMessage[]): string =>
  shortList(messages.map(({ typeUrl }) => sanitize(typeUrl.slice(typeUrl.lastIndexOf('.') + 1)))) || 'nothing'
