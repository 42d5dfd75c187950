import type { Message } from '../../messages/message.ts'
import { parseMessages } from '../../messages/parseMessages.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { optionError } from '../io/inputError.ts'

/** The messages of what was given. A request to sign holds them as bytes: another command shows it. */
export function messagesIn(given: unknown): readonly Message[] {
  try {
    return parseMessages(given)
  } catch (error) {
    if (!isRegenError(error, 'INPUT_INVALID') || !isSignRequest(given)) throw error
    throw optionError('messages', 'this is a document to sign: "regen-fees sign-doc" shows it')
  }
}

/** The request of a wallet or of WalletConnect, or the document in it. */
function isSignRequest(given: unknown): boolean {
  const fields = Object.keys(Object(given))
  const { method } = Object(given) as { readonly method?: unknown }
  return (
    ['signDoc', 'bodyBytes', 'body_bytes'].some(name => fields.includes(name)) ||
    String(method).startsWith('cosmos_sign')
  )
}
