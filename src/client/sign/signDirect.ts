import { RegenError } from '../../primitives/errors.ts'
import { SIGNED_DIFFERENTLY } from '../../primitives/errorTable/sending.ts'
import { SignMode } from '../../wire/generated/cosmos/tx/signing/v1beta1/signing.ts'
import { AuthInfo, TxBody } from '../../wire/generated/cosmos/tx/v1beta1/tx.ts'
import { sameBytes } from '../../wire/sameBytes.ts'
import type { DirectSigning } from './offlineSigner.ts'
import { encodePublicKeys } from './publicKeys.ts'
import { oneCoin, type Signed, type SignedFee } from './signedFee.ts'
import { authInfoBytesOf, bodyBytesOf, type TxPlan } from './txPlan.ts'
import { requireSignature } from './verifySignature.ts'
import { parseDirectAnswer } from './walletAnswers.ts'

/** SIGN_MODE_DIRECT: the wallet signs the bytes of the transaction. One signer alone may change memo and fee. */
export async function signDirect(signer: DirectSigning, plan: TxPlan): Promise<Signed> {
  const { makeSignDoc, makeSignBytes } = await import('@cosmjs/proto-signing')
  const { chainId, signers } = plan
  const bodyBytes = bodyBytesOf(plan)
  const authInfoBytes = authInfoBytesOf(plan, SignMode.SIGN_MODE_DIRECT, encodePublicKeys(signers))
  let signed = { bodyBytes, authInfoBytes }
  const signatures: Uint8Array[] = []
  for (const one of signers) {
    const { address, accountNumber } = one
    // Copies: what is compared must not be in the wallet's hands.
    const document = makeSignDoc(bodyBytes.slice(), authInfoBytes.slice(), chainId, accountNumber)
    const answer = parseDirectAnswer(await signer.signDirect(address, document))
    const { signature } = answer.signature
    if (!sameButMemo(answer.signed.bodyBytes, bodyBytes))
      throw new RegenError(SIGNED_DIFFERENTLY, { what: 'the messages, or what goes with them,' })
    if (!sameButFee(answer.signed.authInfoBytes, authInfoBytes))
      throw new RegenError(SIGNED_DIFFERENTLY, { what: 'the signers, or what goes with them,' })
    if (signers.length > 1 && !isSame(answer.signed, signed))
      throw new RegenError(SIGNED_DIFFERENTLY, { what: 'memo or fee, of which each signer signs the same,' })
    signed = answer.signed
    const over = makeSignDoc(signed.bodyBytes, signed.authInfoBytes, chainId, accountNumber)
    await requireSignature(one, makeSignBytes(over), signature)
    signatures.push(signature)
  }
  return {
    ...signed,
    signatures,
    memo: TxBody.decode(signed.bodyBytes).memo,
    fee: feeOf(signed.authInfoBytes),
  }
}

type Parts = { readonly bodyBytes: Uint8Array; readonly authInfoBytes: Uint8Array }

const isSame = (a: Parts, b: Parts): boolean =>
  sameBytes(a.bodyBytes, b.bodyBytes) && sameBytes(a.authInfoBytes, b.authInfoBytes)

/** Messages, timeout height and extensions are the same, and nothing is hidden in fields that we do not know. */
const sameButMemo = (signed: Uint8Array, asked: Uint8Array): boolean =>
  decodesAnd(() => {
    const body = TxBody.decode(signed)
    const { memo } = TxBody.decode(asked)
    return (
      sameBytes(TxBody.encode(body).finish(), signed) &&
      sameBytes(TxBody.encode({ ...body, memo }).finish(), asked)
    )
  })

/** Signers, their keys, sequences and modes are the same. */
const sameButFee = (signed: Uint8Array, asked: Uint8Array): boolean =>
  decodesAnd(() => {
    const authInfo = AuthInfo.decode(signed)
    const { fee } = AuthInfo.decode(asked)
    return (
      authInfo.fee !== undefined &&
      sameBytes(AuthInfo.encode(authInfo).finish(), signed) &&
      sameBytes(AuthInfo.encode({ ...authInfo, fee }).finish(), asked)
    )
  })

function decodesAnd(compare: () => boolean): boolean {
  try {
    return compare()
  } catch {
    return false
  }
}

function feeOf(authInfoBytes: Uint8Array): SignedFee {
  const { amount = [], gasLimit = 0n, payer = '', granter = '' } = AuthInfo.decode(authInfoBytes).fee ?? {}
  return { coin: oneCoin(amount), gasLimit, payer, granter }
}
