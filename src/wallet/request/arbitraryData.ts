import { base64 } from '@scure/base'
import { addressProblem } from '../../primitives/address.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { actionOf, finding } from '../findings.ts'
import { aminoSignBytes } from './aminoSignBytes.ts'
import { recognise } from './givenRequest.ts'
import type { StdSignDoc } from './openAmino.ts'
import { refuse } from './refuse.ts'
import type { ArbitraryDataRequest } from './signRequest.ts'

const TYPE = 'sign/MsgSignData'

/** Whether a document asks for a signature over data. A part of a transaction it can never be. */
export function isArbitraryData({ msgs }: StdSignDoc): boolean {
  if (!msgs.some(({ type }) => type === TYPE)) return false
  if (msgs.length === 1) return true
  throw refuse(`${TYPE} stands beside other messages`)
}

/**
 * Reads an ADR-36 document: data that somebody signs to prove that a key is theirs. Every other field is empty, so that its signature is
 * worth nothing on any chain; one that is not is refused.
 */
export function decodeArbitraryData(document: StdSignDoc): ArbitraryDataRequest {
  const { chain_id, account_number, sequence, fee, memo, timeout_height, msgs } = document
  const isEmpty =
    chain_id === '' &&
    account_number === '0' &&
    sequence === '0' &&
    memo === '' &&
    timeout_height === undefined &&
    fee.gas === '0' &&
    fee.amount.length === 0 &&
    fee.payer === undefined &&
    fee.granter === undefined
  if (!isEmpty) throw refuse('it signs data, but names a chain, a fee or a sequence, as only transactions do')
  const { signer, data, ...rest } = (msgs[0]?.value ?? {}) as { readonly [field: string]: unknown }
  if (typeof signer !== 'string' || typeof data !== 'string' || Object.keys(rest).length > 0)
    throw refuse(`${TYPE} has other fields than signer and data`)
  const problem = addressProblem(signer)
  if (problem !== null) throw refuse(`its signer is no Regen address: ${problem}`)
  const bytes = decode(data)
  const text = textOf(bytes)
  const findings = [
    ...(isDocument(bytes) ? [finding('DATA_IS_DOCUMENT', 'data')] : []),
    ...(text !== null && /(?![\n\t\u200d])[\p{C}\p{Zl}\p{Zp}]/u.test(text)
      ? [finding('HIDDEN_CHARACTERS', 'data')]
      : []),
  ]
  return {
    kind: 'arbitrary data',
    mode: 'amino',
    signer,
    data: bytes,
    text,
    sentence: `Proves that ${sanitize(signer)} is yours by signing ${text === null ? `${bytes.length} bytes` : `"${sanitize(text)}"`}. It moves nothing.`,
    findings,
    action: actionOf(findings),
    signBytes: aminoSignBytes(document),
  }
}

function decode(data: string): Uint8Array {
  try {
    return base64.decode(data)
  } catch {
    throw refuse('its data is not base64')
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function isDocument(bytes: Uint8Array): boolean {
  try {
    recognise(bytes)
    return true
  } catch {
    return false
  }
}
