import { isMessage, type Message } from '../../messages/message.ts'
import { canonicalJson } from '../../primitives/canonical.ts'
import { RegenError } from '../../primitives/errors.ts'
import { SIGNED_DIFFERENTLY } from '../../primitives/errorTable/sending.ts'
import { AMINO_UNSUPPORTED } from '../../primitives/errorTable.ts'
import { AMINO_CONVERTERS, aminoText } from '../../wire/aminoJson.ts'
import { SignMode } from '../../wire/generated/cosmos/tx/signing/v1beta1/signing.ts'
import type { AminoSigning } from './offlineSigner.ts'
import { encodePublicKeys } from './publicKeys.ts'
import { oneCoin, type Signed } from './signedFee.ts'
import { authInfoBytesOf, bodyBytesOf, type TxPlan } from './txPlan.ts'
import { requireSignature } from './verifySignature.ts'
import { parseAminoAnswer } from './walletAnswers.ts'

/** SIGN_MODE_LEGACY_AMINO_JSON: the wallet signs a JSON text that people can read. One signer alone may change memo and fee. */
export async function signAmino(signer: AminoSigning, plan: TxPlan): Promise<Signed> {
  const { makeSignDoc, serializeSignDoc } = await import('@cosmjs/amino')
  const { messages, chainId, memo, timeoutHeight, signers } = plan
  const msgs = messages.map(toAmino)
  aminoText(memo, 'memo')
  const timeout = timeoutHeight === 0n ? undefined : timeoutHeight
  // As text, since the wallet holds the messages themselves.
  const asked = inOneForm(msgs)
  let signed = plan
  const signatures: Uint8Array[] = []
  for (const one of signers) {
    const { address, accountNumber, sequence } = one
    const document = makeSignDoc(
      msgs,
      stdFeeOf(plan),
      chainId,
      memo,
      accountNumber,
      sequence.toString(),
      timeout,
    )
    const answer = parseAminoAnswer(await signer.signAmino(address, document))
    const { signed: given, signature } = answer
    if (inOneForm(given.msgs) !== asked) throw new RegenError(SIGNED_DIFFERENTLY, { what: 'the messages' })
    const place = [given.chain_id, given.account_number, given.sequence, given.timeout_height || 0n]
    if (place.join() !== [chainId, accountNumber, sequence, timeoutHeight].join())
      throw new RegenError(SIGNED_DIFFERENTLY, { what: 'chain, account, sequence or timeout height' })
    signed = {
      ...plan,
      memo: given.memo,
      gasLimit: given.fee.gas,
      fee: oneCoin(given.fee.amount),
      feePayer: given.fee.payer,
      feeGranter: given.fee.granter,
    }
    if (signers.length > 1 && !isAlike(signed, plan))
      throw new RegenError(SIGNED_DIFFERENTLY, { what: 'memo or fee, of which each signer signs the same,' })
    const over = makeSignDoc(
      messages.map(toAmino),
      stdFeeOf(signed),
      chainId,
      signed.memo,
      accountNumber,
      sequence.toString(),
      timeout,
    )
    await requireSignature(one, asOnChain(serializeSignDoc(over)), signature.signature)
    signatures.push(signature.signature)
  }
  const mode = SignMode.SIGN_MODE_LEGACY_AMINO_JSON
  return {
    bodyBytes: bodyBytesOf(signed),
    authInfoBytes: authInfoBytesOf(signed, mode, encodePublicKeys(signers)),
    signatures,
    memo: signed.memo,
    fee: {
      coin: signed.fee,
      gasLimit: signed.gasLimit,
      payer: signed.feePayer,
      granter: signed.feeGranter,
    },
  }
}

const stdFeeOf = ({ fee, gasLimit, feeGranter, feePayer }: TxPlan) => ({
  amount: fee === null ? [] : [{ denom: fee.denom, amount: fee.amount.toString() }],
  gas: gasLimit.toString(),
  ...(feeGranter !== '' && { granter: feeGranter }),
  ...(feePayer !== '' && { payer: feePayer }),
})

/** The chain writes two separators as escapes, which JavaScript leaves as they are. */
const asOnChain = (document: Uint8Array): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder().decode(document).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'),
  )

const isAlike = (a: TxPlan, b: TxPlan): boolean => partsOf(a) === partsOf(b)

const partsOf = ({ memo, gasLimit, fee, feePayer, feeGranter }: TxPlan): string =>
  JSON.stringify([memo, `${gasLimit}`, fee?.denom, `${fee?.amount}`, feePayer, feeGranter])

/** In one form, whatever the order of its fields; empty for what has none. */
function inOneForm(msgs: readonly unknown[]): string {
  try {
    return canonicalJson(msgs)
  } catch {
    return ''
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

/**
 * v7 leaves the content hashes of these out of its amino JSON, `"content_hash": {}`: a signature would not cover what is anchored, and anybody
 * could put another hash under it.
 */
const UNSIGNED_CONTENT: ReadonlySet<string> = new Set(
  ['MsgAnchor', 'MsgAttest', 'MsgRegisterResolver'].map(name => `/regen.data.v2.${name}`),
)

/** A message of which the amino form is not known, also deep inside, must not be guessed. */
function requireConverters({ typeUrl, value }: Message): void {
  if (
    !Object.hasOwn(AMINO_CONVERTERS, typeUrl) ||
    UNSIGNED_CONTENT.has(typeUrl) ||
    value instanceof Uint8Array
  )
    throw new RegenError(AMINO_UNSUPPORTED, { typeUrl })
  for (const field of Object.values(value as object))
    if (Array.isArray(field)) for (const item of field) if (isMessage(item)) requireConverters(item)
}
