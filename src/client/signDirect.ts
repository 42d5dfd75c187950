import { RegenError } from '../primitives/errors.ts'
import { SIGNED_DIFFERENTLY } from '../primitives/errorTable.ts'
import { SignMode } from '../wire/generated/cosmos/tx/signing/v1beta1/signing.ts'
import { TxBody } from '../wire/generated/cosmos/tx/v1beta1/tx.ts'
import type { DirectSigning } from './offlineSigner.ts'
import { encodePublicKeys } from './publicKeys.ts'
import { sameBytes } from './sameBytes.ts'
import type { Signed } from './signTx.ts'
import { authInfoBytesOf, bodyBytesOf, type TxPlan } from './txPlan.ts'

/** SIGN_MODE_DIRECT: the wallet signs the bytes of the transaction. One signer alone may change memo and fee. */
export async function signDirect(signer: DirectSigning, plan: TxPlan): Promise<Signed> {
  const { makeSignDoc } = await import('@cosmjs/proto-signing')
  const bodyBytes = bodyBytesOf(plan)
  const publicKeys = await encodePublicKeys(plan.signers)
  const authInfoBytes = authInfoBytesOf(plan, SignMode.SIGN_MODE_DIRECT, publicKeys)
  let signed = { bodyBytes, authInfoBytes }
  const signatures: string[] = []
  for (const { address, accountNumber } of plan.signers) {
    const document = makeSignDoc(bodyBytes, authInfoBytes, plan.chainId, accountNumber)
    const answer = await signer.signDirect(address, document)
    if (!sameMessages(answer.signed.bodyBytes, bodyBytes))
      throw new RegenError(SIGNED_DIFFERENTLY, { what: 'the messages' })
    if (plan.signers.length > 1 && !isSame(answer.signed, signed))
      throw new RegenError(SIGNED_DIFFERENTLY, { what: 'memo or fee, of which each signer signs the same,' })
    signed = answer.signed
    signatures.push(answer.signature.signature)
  }
  return { ...signed, signatures }
}

type Parts = { readonly bodyBytes: Uint8Array; readonly authInfoBytes: Uint8Array }

const isSame = (a: Parts, b: Parts): boolean =>
  sameBytes(a.bodyBytes, b.bodyBytes) && sameBytes(a.authInfoBytes, b.authInfoBytes)

function sameMessages(signed: Uint8Array, asked: Uint8Array): boolean {
  const [a, b] = [TxBody.decode(signed).messages, TxBody.decode(asked).messages]
  return (
    a.length === b.length &&
    a.every(({ typeUrl, value }, index) => {
      const other = b[index]
      return other !== undefined && typeUrl === other.typeUrl && sameBytes(value, other.value)
    })
  )
}
