import { messageType } from '../../messages/catalog.ts'
import type { Message } from '../../messages/message.ts'
import { signersIn } from '../../messages/signersIn.ts'
import { normalizeAddress } from '../../primitives/address.ts'

/**
 * Who has to sign: the signers of each message, each once, in the order of the messages; then whoever pays the gas, if that is somebody
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
    return type === undefined ? [] : signersIn(type, value as object)
  })
  const signers = known.length === 0 && fallback !== undefined ? [fallback] : known
  return [...new Set([...signers, ...(feePayer === undefined ? [] : [feePayer])].map(normalizeAddress))]
}
