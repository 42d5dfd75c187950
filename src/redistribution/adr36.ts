import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { canonicalJson } from '../primitives/canonical.ts'

/** A signature as wallets give it for signArbitrary. */
export type StdSignature = {
  readonly pub_key: { readonly type: 'tendermint/PubKeySecp256k1'; readonly value: string }
  readonly signature: string
}

/**
 * The bytes a wallet signs for a text that is no transaction: an amino document of one message, with no chain, no fee and
 * sequence 0, so that it can never be sent.
 *
 * @see ADR-036, Arbitrary Message Signature Specification
 *
 * @example
 * new TextDecoder().decode(adr36Bytes(buyer, 'soil: 5')).includes('sign/MsgSignData') // true
 */
export function adr36Bytes(signer: string, text: string): Uint8Array {
  const document = canonicalJson({
    account_number: '0',
    chain_id: '',
    fee: { amount: [], gas: '0' },
    memo: '',
    msgs: [{ type: 'sign/MsgSignData', value: { data: base64.encode(utf8ToBytes(text)), signer } }],
    sequence: '0',
  })
  // As Go writes JSON: these three are escaped. Base64 and addresses have none of them.
  return utf8ToBytes(document.replace(/[<>&]/g, sign => `\\u00${sign.charCodeAt(0).toString(16)}`))
}
