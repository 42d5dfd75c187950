import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { list } from '../fields/nested.ts'
import { shortList } from '../keeper/credits.ts'
import { unpackText } from '../message.ts'

/** A message inside another: its type URL, and its value as plain data or, when it came packed, as bytes. */
export type InnerMessage = { typeUrl: string; value: unknown }

const innerMessage = z.pipe(
  z.strictObject({ typeUrl: z.string(), value: z.unknown() }),
  z.transform(({ typeUrl, value }): InnerMessage => ({ typeUrl, value: unpackText(value) })),
) as z.ZodMiniType<InnerMessage, InnerMessage>

/** The messages a wrapper carries. */
export const innerMessages = list(innerMessage)

/** 'MsgRetire and MsgSend', for sentences. */
export const listMessages = (messages: readonly InnerMessage[]): string =>
  shortList(messages.map(({ typeUrl }) => sanitize(typeUrl.slice(typeUrl.lastIndexOf('.') + 1)))) || 'nothing'
