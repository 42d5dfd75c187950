import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import { sanitize } from '../primitives/sanitize.ts'
import { AuthInfo, SignDoc, TxBody, TxRaw } from './generated/cosmos/tx/v1beta1/tx.ts'
import { decodeOrExplain, type Opened, opening } from './registry.ts'
import { sameBytes } from './sameBytes.ts'

/** A transaction as plain data: messages, public keys and extensions opened where we know their type. */
export type PlainTx = {
  body: Opened<TxBody>
  authInfo: Opened<AuthInfo>
  signatures: Uint8Array[]
}

/** A transaction that was read out of its bytes, and whether the bytes say nothing else. */
export type DecodedTx = PlainTx & {
  /**
   * Whether encodeTx gives back the very same bytes. False: the bytes hold something that is not shown here,
   * such as an unknown field, a wrong wire type, a default written out. Never sign such bytes unseen.
   */
  exact: boolean
}

const Body = opening(TxBody, ['messages', 'extensionOptions', 'nonCriticalExtensionOptions'])
const Auth = opening(AuthInfo, ['signerInfos.publicKey'])

/**
 * The bytes of a transaction (TxRaw) as plain data. A message of an unknown type keeps its bytes as value.
 * To look at a SIGN_MODE_DIRECT document, wrap its two byte fields in a TxRaw without signatures.
 *
 * @example
 * const { body, authInfo, exact } = decodeTx(txBytes)
 */
export function decodeTx(bytes: Uint8Array): DecodedTx {
  const raw = decodeOrExplain(TxRaw, bytes, 'transaction')
  const document = signDocOf(bytes, raw)
  if (document !== null)
    throw new RegenError(INPUT_INVALID, {
      what: 'transaction',
      issues: `these bytes are a document to be signed (SignDoc) for chain "${sanitize(document.chainId)}", not a transaction: wrap its bodyBytes and authInfoBytes in a TxRaw without signatures`,
    })
  // The chain, too, takes TxRaw in one encoding only (ADR 027); this is what tells random bytes from a transaction.
  if (bytes.length === 0 || !sameBytes(TxRaw.encode(raw).finish(), bytes))
    throw new RegenError(INPUT_INVALID, {
      what: 'transaction',
      issues: 'these bytes are not an encoded TxRaw',
    })
  const tx = {
    body: decodeOrExplain(Body, raw.bodyBytes, 'transaction body'),
    authInfo: decodeOrExplain(Auth, raw.authInfoBytes, 'transaction auth info'),
    signatures: raw.signatures,
  }
  return { ...tx, exact: sameBytes(encodeTx(tx), bytes) }
}

const MAX_CHAIN_ID_LENGTH = 50

/**
 * The SIGN_MODE_DIRECT document that bytes are; null when they are a transaction, or neither.
 *
 * Both begin with body and auth info. A document goes on with the chain's id, where a transaction has its signatures, and with the
 * account number, which is left out when it is 0: then only that the "signature" reads as a chain id tells them apart.
 */
function signDocOf(bytes: Uint8Array, { signatures }: TxRaw): SignDoc | null {
  const [chainId, ...more] = signatures
  if (chainId === undefined || more.length > 0 || chainId.length > MAX_CHAIN_ID_LENGTH) return null
  if (chainId.length === 0 || !chainId.every(byte => byte > 0x20 && byte < 0x7f)) return null
  const document = decodeOrExplain(SignDoc, bytes, 'transaction')
  return sameBytes(SignDoc.encode(document).finish(), bytes) ? document : null
}

/** The bytes of a transaction (TxRaw). */
export const encodeTx = ({ body, authInfo, signatures }: PlainTx): Uint8Array =>
  TxRaw.encode({
    bodyBytes: encodeTxBody(body),
    authInfoBytes: encodeAuthInfo(authInfo),
    signatures,
  }).finish()

/** The bytes of a transaction's body, as SIGN_MODE_DIRECT signs them. */
export const encodeTxBody = (body: PlainTx['body']): Uint8Array => Body.encode(body).finish()

/** The bytes of who signs and what gas costs, as SIGN_MODE_DIRECT signs them. */
export const encodeAuthInfo = (authInfo: PlainTx['authInfo']): Uint8Array => Auth.encode(authInfo).finish()
