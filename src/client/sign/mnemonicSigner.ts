import { RegenError } from '../../primitives/errors.ts'
import { SIGNER_UNUSABLE } from '../../primitives/errorTable/sending.ts'
import type { OfflineSigner } from './offlineSigner.ts'

/** A signer made from the words of a mnemonic, for scripts and the command line. SIGNER_UNUSABLE for words that are none; the error does not repeat them. */
export async function mnemonicSigner(words: string): Promise<OfflineSigner> {
  const { DirectSecp256k1HdWallet } = await import('@cosmjs/proto-signing')
  try {
    return await DirectSecp256k1HdWallet.fromMnemonic(words.trim().split(/\s+/).join(' '), {
      prefix: 'regen',
    })
  } catch {
    throw new RegenError(SIGNER_UNUSABLE, {
      reason: 'its words are not a mnemonic of 12 to 24 English words',
    })
  }
}
