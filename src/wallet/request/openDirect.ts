import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Message } from '../../messages/message.ts'
import { parseMessages } from '../../messages/parseMessages.ts'
import { formatAddress } from '../../primitives/address.ts'
import { type DecodedTx, decodeTx, encodeTxBody, type PlainTx } from '../../wire/decodeTx.ts'
import { SignDoc, TxRaw } from '../../wire/generated/cosmos/tx/v1beta1/tx.ts'
import { sameBytes } from '../../wire/sameBytes.ts'
import { type Finding, finding } from '../findings.ts'
import type { GivenRequest } from './givenRequest.ts'
import { orRefuse, refuse } from './refuse.ts'
import { onlyReading } from './requestBytes.ts'
import type { RequestFee, RequestSigner } from './signRequest.ts'
import { parseFee, requireChainId } from './stdFields.ts'

/** What both kinds of documents say, once opened. */
export type OpenedRequest = {
  readonly chainId: string
  readonly accountNumber: bigint
  readonly messages: readonly Message[]
  readonly keys: readonly RequestSigner[]
  readonly fee: RequestFee
  readonly memo: string
  readonly timeoutHeight: bigint
  readonly findings: readonly Finding[]
  readonly signBytes: Uint8Array
}

const NO_BYTES = new Uint8Array()

/**
 * Opens the two byte fields of a SIGN_MODE_DIRECT document.
 *
 * Refused is what does not come out again byte for byte: unknown fields, a field given twice, defaults written out, fields in another order,
 * text that is not UTF-8. Another program could read such bytes otherwise, or show less of them than the chain runs.
 */
export function openDirect({
  chainId,
  accountNumber,
  body,
  authInfo,
}: Extract<GivenRequest, { mode: 'direct' }>): OpenedRequest {
  requireChainId(chainId)
  const bodyBytes = onlyReading(body, 'bodyBytes', bytes => exactly(bytes, NO_BYTES, 'bodyBytes') && bytes)
  const authInfoBytes = onlyReading(
    authInfo,
    'authInfoBytes',
    bytes => exactly(NO_BYTES, bytes, 'authInfoBytes') && bytes,
  )
  const tx = exactly(bodyBytes, authInfoBytes, 'the document')
  const messages = orRefuse('its messages', () => parseMessages(tx.body.messages))
  if (!sameBytes(encodeTxBody({ ...tx.body, messages: messages as PlainTx['body']['messages'] }), bodyBytes))
    throw refuse('its messages do not come out of being read as they went in')
  const { fee, tip } = tx.authInfo
  return {
    chainId,
    accountNumber,
    messages,
    keys: tx.authInfo.signerInfos.map(keyOf),
    fee: parseFee(fee?.amount ?? [], fee?.gasLimit ?? 0n, fee?.payer ?? '', fee?.granter ?? ''),
    memo: tx.body.memo,
    timeoutHeight: tx.body.timeoutHeight,
    findings: [
      ...tx.body.extensionOptions.map(({ typeUrl }) =>
        finding('EXTENSION_UNKNOWN', 'extensionOptions', typeUrl),
      ),
      ...(tx.body.unordered || tx.body.timeoutTimestamp ? [finding('UNORDERED', 'unordered')] : []),
      ...(fee === undefined ? [finding('FEE_MISSING', 'fee')] : []),
      ...(tip === undefined ? [] : [finding('TIP', 'tip')]),
      ...modeFindings(tx),
    ],
    signBytes: SignDoc.encode({ bodyBytes, authInfoBytes, chainId, accountNumber }).finish(),
  }
}

function exactly(bodyBytes: Uint8Array, authInfoBytes: Uint8Array, what: string): DecodedTx {
  // A transaction without signatures has its one encoding as long as one of the two is there.
  const raw = TxRaw.encode({ bodyBytes, authInfoBytes, signatures: [] }).finish()
  if (raw.length === 0) throw refuse(`${what} is empty`)
  const tx = orRefuse(what, () => decodeTx(raw))
  if (!tx.exact)
    throw refuse(
      `${what} holds what is not shown, or is not in its one encoding: other programs could read it otherwise`,
    )
  for (const { modeInfo } of tx.authInfo.signerInfos)
    if (modeInfo?.single !== undefined && modeInfo.multi !== undefined)
      throw refuse(`${what} names two modes for one key, of which programs take different ones`)
  return tx
}

const MODES: { readonly [mode: number]: string } = {
  1: 'direct',
  2: 'textual',
  3: 'direct, auxiliary',
  127: 'amino JSON',
}

type SignerInfo = DecodedTx['authInfo']['signerInfos'][number]

const keyOf = ({ publicKey, modeInfo, sequence }: SignerInfo): RequestSigner => ({
  address: publicKey === undefined ? null : addressOf(publicKey),
  keyType: publicKey?.typeUrl ?? null,
  mode: modeInfo?.single ? (MODES[modeInfo.single.mode] ?? `mode ${modeInfo.single.mode}`) : 'several keys',
  sequence,
})

const modeFindings = ({ authInfo }: DecodedTx): readonly Finding[] =>
  authInfo.signerInfos
    .map(keyOf)
    .flatMap(({ mode }, index) =>
      mode === 'direct' || (mode === 'several keys' && authInfo.signerInfos[index]?.modeInfo?.multi)
        ? []
        : [finding('SIGN_MODE_DIFFERS', `signerInfos[${index}].modeInfo`, mode)],
    )

/** A secp256k1 key's account: RIPEMD-160 of SHA-256. */
function addressOf({ typeUrl, value }: { readonly typeUrl: string; readonly value: object }): string | null {
  const { key } = value as { key?: Uint8Array }
  return typeUrl === '/cosmos.crypto.secp256k1.PubKey' && key?.length === 33
    ? formatAddress(ripemd160(sha256(key)))
    : null
}
