import { parseTxTerms, type TxTerms } from '../../../src/cli/options/txTerms.ts'
import type { Message } from '../../../src/messages/message.ts'
import { parseMessages } from '../../../src/messages/parseMessages.ts'
import type { SignRequest } from '../../../src/wallet/request/signRequest.ts'
import { looksLikeWords } from './walletWords.ts'

/** What a reader gave, and what it turned out to be. */
export type Given =
  | { readonly kind: 'nothing' }
  /** The words of a wallet: they are not kept, not shown, and in no address. */
  | { readonly kind: 'words' }
  | { readonly kind: 'messages'; readonly messages: readonly Message[]; readonly terms: TxTerms | null }
  | { readonly kind: 'request'; readonly request: SignRequest }
  | { readonly kind: 'hash'; readonly hash: string }

const HASH = /^(?:0x)?([0-9a-f]{64})$/i
const HEX = /^(?:0x)?((?:[0-9a-f]{2})+)$/i

/** Messages or a transaction as JSON, a request to sign, a transaction in base64 or hexadecimal, or a hash. */
export async function readGiven(text: string): Promise<Given> {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'nothing' }
  if (looksLikeWords(trimmed)) return { kind: 'words' }
  const hash = HASH.exec(trimmed)?.[1]
  if (hash !== undefined) return { kind: 'hash', hash: hash.toUpperCase() }
  if (/^[[{]/.test(trimmed)) return readJson(trimmed)
  return readBytes(trimmed.replace(/\s+/g, ''))
}

const REQUEST_FIELDS = ['signDoc', 'bodyBytes', 'body_bytes', 'method', 'account_number']

async function readJson(text: string): Promise<Given> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw unreadable(`It begins as JSON, and then: ${error instanceof Error ? error.message : 'it ends'}.`)
  }
  if (typeof json === 'object' && json !== null && REQUEST_FIELDS.some(field => field in json)) {
    const { parseSignRequest } = await import('../../../src/wallet/request/parseSignRequest.ts')
    return { kind: 'request', request: parseSignRequest(json) }
  }
  return { kind: 'messages', messages: parseMessages(json), terms: parseTxTerms(json) }
}

async function readBytes(text: string): Promise<Given> {
  const { decodeTx } = await import('../../../src/wire/decodeTx.ts')
  const { body, authInfo } = decodeTx(bytesOf(text))
  const { fee } = authInfo
  return {
    kind: 'messages',
    messages: (body?.messages ?? []) as readonly Message[],
    terms: {
      fee:
        fee === undefined
          ? null
          : {
              coins: fee.amount.map(({ denom, amount }) => ({ denom, amount: wholeOf(amount) })),
              gasLimit: fee.gasLimit,
              payer: fee.payer,
              granter: fee.granter,
            },
      memo: body?.memo ?? '',
      timeoutHeight: body?.timeoutHeight ?? 0n,
      timeoutTimestamp: '',
    },
  }
}

function wholeOf(amount: string): bigint {
  if (!/^\d{1,78}$/.test(amount)) throw unreadable('Its gas fee is no whole number.')
  return BigInt(amount)
}

function bytesOf(text: string): Uint8Array {
  const digits = HEX.exec(text)?.[1]
  if (digits !== undefined)
    return Uint8Array.from(digits.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  try {
    return Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
  } catch {
    throw unreadable(
      'It is neither JSON, nor base64 or hexadecimal digits, nor the hash of a transaction (64 hexadecimal digits).',
    )
  }
}

const unreadable = (message: string) => Object.assign(new Error(message), { code: 'INPUT_INVALID' })
