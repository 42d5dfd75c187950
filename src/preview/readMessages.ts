import * as z from 'zod'
import type { Message } from '../messages/message.ts'
import { parseInput } from '../primitives/schemas.ts'

const MessageShape = z.object({
  typeUrl: z.string().max(300),
  value: z.custom<object>(isValue, 'expected an object'),
})

/** The outer shape of messages: a type URL and a value. What is in the value is for the message type to say. */
export const readMessages = (messages: unknown): readonly Message[] =>
  parseInput(z.array(MessageShape), 'messages', messages)

function isValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
