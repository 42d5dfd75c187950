import type { Coin } from '../../primitives/coin.ts'
import { fileError } from '../io/inputError.ts'

/** What a transaction says beside its messages: what is offered for gas and by whom, its memo, and how long it is valid. */
export type TxTerms = {
  /** Null where the file holds no fee. */
  readonly fee: {
    readonly coins: readonly Coin[]
    /** 0: not said. */
    readonly gasLimit: bigint
    readonly payer: string
    readonly granter: string
  } | null
  readonly memo: string
  /** 0: none. */
  readonly timeoutHeight: bigint
  /** RFC 3339; empty: none. */
  readonly timeoutTimestamp: string
}

type Fields = { readonly [name: string]: unknown }

/**
 * Reads the terms of a transaction as the regen command line prints it (`--generate-only`: body and auth_info), or of an amino document
 * (fee and memo beside the messages). A list of messages has none: null.
 */
export function parseTxTerms(json: unknown): TxTerms | null {
  if (!isObject(json)) return null
  const tx = isObject(json['tx'])
    ? json['tx']
    : isObject(json['value']) && 'fee' in json['value']
      ? json['value']
      : json
  const body = isObject(tx['body']) ? tx['body'] : tx
  const auth = field(tx, 'authInfo', 'auth_info')
  const fee = isObject(auth) ? auth['fee'] : tx['fee']
  const terms: TxTerms = {
    fee: isObject(fee) ? parseFee(fee) : null,
    memo: textOf(body, 'memo', 'memo'),
    timeoutHeight: wholeOf(body, 'timeoutHeight', 'timeout_height'),
    timeoutTimestamp: textOf(body, 'timeoutTimestamp', 'timeout_timestamp'),
  }
  const { memo, timeoutHeight, timeoutTimestamp } = terms
  const isEmpty = terms.fee === null && memo === '' && timeoutHeight === 0n && timeoutTimestamp === ''
  return isEmpty ? null : terms
}

function parseFee(fee: Fields): TxTerms['fee'] {
  const coins: unknown = fee['amount'] ?? []
  if (!Array.isArray(coins)) throw wrong('fee.amount', 'a list of coins')
  return {
    coins: coins.map((coin: unknown, index) => {
      if (!isObject(coin) || typeof coin['denom'] !== 'string') throw wrong(`fee.amount[${index}]`, 'a coin')
      return { denom: coin['denom'], amount: whole(coin['amount'], `fee.amount[${index}].amount`) }
    }),
    gasLimit: 'gas' in fee ? whole(fee['gas'], 'fee.gas') : wholeOf(fee, 'gasLimit', 'gas_limit'),
    payer: textOf(fee, 'payer', 'payer'),
    granter: textOf(fee, 'granter', 'granter'),
  }
}

const field = (fields: Fields, camel: string, snake: string): unknown => fields[camel] ?? fields[snake]

function textOf(fields: Fields, camel: string, snake: string): string {
  const value = field(fields, camel, snake) ?? ''
  if (typeof value !== 'string') throw wrong(camel, 'a text')
  // An absent timestamp is printed as the first second of all.
  return value.startsWith('0001-01-01') ? '' : value
}

const wholeOf = (fields: Fields, camel: string, snake: string): bigint =>
  whole(field(fields, camel, snake) ?? '0', camel)

function whole(value: unknown, where: string): bigint {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
  if (typeof text !== 'string' || !/^\d{1,78}$/.test(text)) throw wrong(where, 'a whole number')
  return BigInt(text)
}

const wrong = (where: string, expected: string) =>
  fileError('transaction', `expected ${expected} at ${where}`)

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
