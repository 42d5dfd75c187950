import { signersOf } from '../../client/sign/signersOf.ts'
import { sameAccount } from '../../messages/keeper/authorize.ts'
import { formatCoin } from '../../primitives/coin.ts'
import { actionOf, type Finding, finding } from '../findings.ts'
import { inspect } from '../inspect.ts'
import { describe } from '../sentences.ts'
import { decodeArbitraryData, isArbitraryData } from './arbitraryData.ts'
import { type GivenRequest, recognise } from './givenRequest.ts'
import { openAmino, parseStdSignDoc } from './openAmino.ts'
import { type OpenedRequest, openDirect } from './openDirect.ts'
import { orRefuse, refuse } from './refuse.ts'
import type { SignRequest, TransactionRequest } from './signRequest.ts'

/** What the reader of a request knows beside it. */
export type ReadOptions = {
  /** The chain the wallet is on, such as 'regen-1'; a request for another one is a finding that blocks. */
  readonly chainId?: string
}

/**
 * Reads what a wallet is asked to sign: typed messages with one sentence each, who signs, who pays the gas, and what is wrong with it.
 *
 * Takes a SIGN_MODE_DIRECT document (as object, with bytes as bytes, hexadecimal or base64 and the account number as bigint, number, text or
 * Long; or as bytes), a StdSignDoc of amino JSON (object, text or bytes), WalletConnect's `cosmos_signDirect` and `cosmos_signAmino` (parameters or
 * whole request), and ADR-36 data, which is shown as what it is.
 *
 * What it returns, encoded again, gives the bytes that are signed. Bytes for which that does not hold are refused with SIGN_REQUEST_REFUSED: other
 * programs could read them otherwise.
 *
 * @example
 * const { action, findings } = parseSignRequest(request)
 * action // 'ok'
 * findings.map(({ sentence }) => sentence) // []
 */
export function parseSignRequest(given: unknown, options: ReadOptions = {}): SignRequest {
  const request = orRefuse('the request', () => recognise(given))
  if (request.mode === 'direct') return finish(openDirect(request), request, options)
  const document = parseStdSignDoc(request.document)
  if (isArbitraryData(document)) return decodeArbitraryData(document)
  return finish(openAmino(document), request, options)
}

function finish(
  opened: OpenedRequest,
  { mode, envelope }: GivenRequest,
  options: ReadOptions,
): TransactionRequest {
  const { messages, fee, keys, memo, signBytes, findings: ofDocument, ...rest } = opened
  if (messages.length === 0) throw refuse('it has no messages')
  const fallback = envelope.signer ?? keys[0]?.address ?? undefined
  const described = orRefuse('its messages', () => describe(messages))
  const signers = signersOf(messages, fee.payer || undefined, fallback)
  const first = signersOf(messages, undefined, fallback)[0] ?? null
  const isKnown = described.sentences.every(({ known, path }) => known || path.length > 0)
  const findings = [
    ...ofDocument,
    ...chainFindings(opened.chainId, [options.chainId, envelope.chainId]),
    ...(envelope.method !== null && isOtherMethod(envelope.method, mode)
      ? [finding('METHOD_DIFFERS', 'method', envelope.method, mode)]
      : []),
    ...(isKnown ? signerFindings(opened, mode, signers, envelope.signer) : []),
    ...described.findings,
    ...inspect({ messages, memo, coins: fee.coins }, signers),
    ...feeFindings(fee, first),
  ]
  return {
    kind: 'transaction',
    mode,
    ...rest,
    messages,
    sentences: described.sentences,
    signers,
    asked: envelope.signer,
    keys,
    fee,
    feePayer: fee.granter || fee.payer || first,
    memo,
    findings,
    action: actionOf(findings),
    signBytes,
  }
}

const chainFindings = (
  chainId: string,
  expected: readonly (string | null | undefined)[],
): readonly Finding[] =>
  expected.flatMap(wanted =>
    wanted == null || wanted === chainId ? [] : [finding('CHAIN_DIFFERS', 'chainId', chainId, wanted)],
  )

/** Some kits ask for amino documents by the direct method. */
const isOtherMethod = (method: string, mode: 'direct' | 'amino'): boolean =>
  /signAmino$/.test(method) ? mode !== 'amino' : /signDirect$/.test(method) && mode !== 'direct'

function signerFindings(
  { keys }: OpenedRequest,
  mode: 'direct' | 'amino',
  signers: readonly string[],
  asked: string | null,
): readonly Finding[] {
  const isAsked = asked === null || signers.some(signer => sameAccount(signer, asked))
  const notNeeded = isAsked ? [] : [finding('SIGNER_NOT_NEEDED', 'signerAddress', asked)]
  if (mode === 'amino') return notNeeded
  if (keys.length !== signers.length)
    return [
      ...notNeeded,
      finding('SIGNERS_DIFFER', 'signerInfos', counted(keys.length), counted(signers.length)),
    ]
  const others = keys.flatMap(({ address }, index) => {
    const signer = signers[index] ?? ''
    return address === null || sameAccount(address, signer)
      ? []
      : [finding('KEY_DIFFERS', `signerInfos[${index}]`, address, signer)]
  })
  return [...notNeeded, ...others]
}

const counted = (count: number): string => `${count} signature${count === 1 ? '' : 's'}`

/** A hundred times what Regen's nodes ask: 2.5 uregen for one unit of gas. A fee of up to 1 REGEN is never called high. */
const HIGH = { num: 5n, den: 2n }

function feeFindings(
  { coins, gasLimit, payer, granter }: TransactionRequest['fee'],
  first: string | null,
): readonly Finding[] {
  const uregen = coins.find(({ denom }) => denom === 'uregen')
  const isOther = payer !== '' && (first === null || !sameAccount(payer, first))
  return [
    ...(granter === '' ? [] : [finding('FEE_GRANTED', 'fee.granter', granter)]),
    ...(isOther ? [finding('FEE_PAYER_OTHER', 'fee.payer', payer)] : []),
    ...(coins.length > 1 ? [finding('FEE_SEVERAL_COINS', 'fee', coins.map(formatCoin).join(', '))] : []),
    ...(uregen !== undefined && uregen.amount * HIGH.den > gasLimit * HIGH.num && uregen.amount > 1_000_000n
      ? [finding('FEE_HIGH', 'fee', formatCoin(uregen), `${gasLimit}`)]
      : []),
  ]
}
