import { isMessage, type Message } from '../messages/message.ts'
import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'

/** The outer form of messages: a list of type URLs with values. What is in a value is for its message type to say. */
export function readMessages(messages: unknown): readonly Message[] {
  if (!Array.isArray(messages)) throw invalid('expected a list of messages')
  const wrong = messages.findIndex(message => !isMessage(message))
  if (wrong >= 0) throw invalid(`expected { typeUrl, value } at messages[${wrong}]`)
  return messages
}

const invalid = (issue: string) =>
  new RegenError(INPUT_INVALID, { what: 'preview input', issues: `✖ ${issue}` })
