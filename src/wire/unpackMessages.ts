import type { Message } from '../messages/message.ts'
import { openMessage, type PlainAny } from './registry.ts'

/**
 * Opens messages whose value is packed as bytes, those inside authz, group and gov messages included, so that a preview
 * can look into them. Types that are not known stay packed. INPUT_INVALID for bytes that are no such message, and for messages
 * nested more than 16 deep.
 *
 * @example
 * const [message] = unpackMessages([{ typeUrl: '/cosmos.bank.v1beta1.MsgSend', value: new Uint8Array([10, 0]) }])
 */
export const unpackMessages = (messages: readonly Message[]): readonly Message[] =>
  messages.map(message => openMessage(message as PlainAny))
