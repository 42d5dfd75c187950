import { readFileSync } from 'node:fs'
import type { SignMode } from '../../src/wire/generated/cosmos/tx/signing/v1beta1/signing.ts'

export type RecordedQuery = {
  path: string
  request: string
  response: { code: number; value: string | null }
}

export type RecordedTx = {
  name: string
  signMode: keyof typeof SignMode
  sequence: string
  fee: { amount: { denom: string; amount: string }[]; gas: string }
  memo: string
  messages: { typeUrl: string }[]
  txBytes: string
  before: { account: RecordedQuery; simulate: RecordedQuery }
  tx: { tx_result: { data: string | null } } | null
}

export type RecordedVerdict = { typeUrl: string; path: string; any: string }

const readLines = <Line>(file: string): Line[] =>
  readFileSync(new URL(`../recordings/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

export const queries = readLines<RecordedQuery & { name: string }>('queries.jsonl')
export const txs = readLines<RecordedTx>('txs.jsonl')
export const verdicts = readLines<RecordedVerdict>('verdicts.jsonl')

export const fromBase64 = (text: string | null): Uint8Array =>
  new Uint8Array(Buffer.from(text ?? '', 'base64'))
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
