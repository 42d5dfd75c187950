import { isMessage, type Message } from '../messages/message.ts'
import { canonicalJson } from '../primitives/canonical.ts'
import { RegenError } from '../primitives/errors.ts'
import { AMINO_UNSUPPORTED, SIGNED_DIFFERENTLY } from '../primitives/errorTable.ts'
import { AMINO_CONVERTERS } from '../wire/aminoJson.ts'
import { SignMode } from '../wire/generated/cosmos/tx/signing/v1beta1/signing.ts'
import type { AminoDocument, AminoSigning } from './offlineSigner.ts'
import { encodePublicKeys } from './publicKeys.ts'
import type { Signed } from './signTx.ts'
import { authInfoBytesOf, bodyBytesOf, type TxPlan } from './txPlan.ts'

/** SIGN_MODE_LEGACY_AMINO_JSON: the wallet signs a JSON text that people can read. One signer alone may change memo and fee. */
export async function signAmino(signer: AminoSigning, plan: TxPlan): Promise<Signed> {
  const { makeSignDoc } = await import('@cosmjs/amino')
  const { messages, chainId, memo, timeoutHeight, feePayer, feeGranter, gasLimit, fee, signers } = plan
  const msgs = messages.map(toAmino)
  const stdFee = {
    amount: fee === null || fee.amount === 0n ? [] : [{ denom: fee.denom, amount: fee.amount.toString() }],
    gas: gasLimit.toString(),
    ...(feeGranter !== '' && { granter: feeGranter }),
    ...(feePayer !== '' && { payer: feePayer }),
  }
  const timeout = timeoutHeight === 0n ? undefined : timeoutHeight
  const answers: { readonly signed: AminoDocument; readonly signature: { readonly signature: string } }[] = []
  for (const { address, accountNumber, sequence } of signers) {
    const document = makeSignDoc(msgs, stdFee, chainId, memo, accountNumber, sequence.toString(), timeout)
    const answer = await signer.signAmino(address, document)
    if (canonicalJson(answer.signed.msgs) !== canonicalJson(msgs))
      throw new RegenError(SIGNED_DIFFERENTLY, { what: 'the messages' })
    const others = ({ fee, memo, timeout_height }: AminoDocument) =>
      canonicalJson([fee, memo, timeout_height ?? ''])
    if (signers.length > 1 && others(answer.signed) !== others(document))
      throw new RegenError(SIGNED_DIFFERENTLY, { what: 'memo or fee, of which each signer signs the same,' })
    answers.push(answer)
  }
  const signed = signedPlan(plan, answers[0]?.signed)
  return {
    bodyBytes: bodyBytesOf(signed),
    authInfoBytes: authInfoBytesOf(
      signed,
      SignMode.SIGN_MODE_LEGACY_AMINO_JSON,
      await encodePublicKeys(signers),
    ),
    signatures: answers.map(({ signature }) => signature.signature),
  }
}

/** The plan with the memo and fee that were signed. */
function signedPlan(plan: TxPlan, signed: AminoDocument | undefined): TxPlan {
  if (signed === undefined) return plan
  const [coin, ...others] = signed.fee.amount
  if (others.length > 0) throw new RegenError(SIGNED_DIFFERENTLY, { what: 'the denoms of the fee' })
  return {
    ...plan,
    memo: signed.memo,
    timeoutHeight: BigInt(signed.timeout_height ?? '0'),
    gasLimit: BigInt(signed.fee.gas),
    fee: coin === undefined ? null : { denom: coin.denom, amount: BigInt(coin.amount) },
    feePayer: signed.fee.payer ?? '',
    feeGranter: signed.fee.granter ?? '',
  }
}

function toAmino(message: Message) {
  requireConverters(message)
  const { typeUrl, value } = message
  const converter = AMINO_CONVERTERS[typeUrl]
  return {
    type: converter?.aminoType ?? typeUrl,
    value: converter?.toAmino(value) as Record<string, unknown>,
  }
}

/** A message of which the amino form is not known, also deep inside, must not be guessed. */
function requireConverters({ typeUrl, value }: Message): void {
  if (!Object.hasOwn(AMINO_CONVERTERS, typeUrl) || value instanceof Uint8Array)
    throw new RegenError(AMINO_UNSUPPORTED, { typeUrl })
  for (const field of Object.values(value as object))
    if (Array.isArray(field)) for (const item of field) if (isMessage(item)) requireConverters(item)
}
