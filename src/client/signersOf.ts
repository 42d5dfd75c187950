import { messageType } from '../messages/catalog.ts'
import type { Message } from '../messages/message.ts'
import { signerOf } from '../preview/runMessages.ts'

/**
 * Who has to sign: the signer of each message, each once, in the order of the messages; then whoever pays the gas, if that is somebody
 * else. Of a message outside of the catalog the signer is not known and taken to be one of the others, or `fallback` if there are none.
 *
 * @see cosmos-sdk x/tx/decode Decode (signers), types/tx GetSigners
 */
export function signersOf(
  messages: readonly Message[],
  feePayer: string | undefined,
  fallback: string | undefined,
): readonly string[] {
  const known = messages.flatMap(({ typeUrl, value }) => {
    const type = messageType(typeUrl)
    const signer = type && signerOf(type, value)
    return signer ? [signer] : []
  })
  const signers = known.length === 0 && fallback !== undefined ? [fallback] : known
  return [...new Set(feePayer === undefined ? signers : [...signers, feePayer])]
}
