import { readFileSync } from 'node:fs'

/** An event as CometBFT 0.38 gives it. */
export type RecordedEvent = {
  readonly type: string
  readonly attributes: readonly { readonly key: string; readonly value: string }[]
}

/** One line of txs.jsonl, as far as tests read it. */
export type RecordedTx = {
  readonly name: string
  readonly signer: string
  readonly address: string
  readonly signMode: 'SIGN_MODE_DIRECT' | 'SIGN_MODE_LEGACY_AMINO_JSON'
  readonly chainId: string
  readonly accountNumber: string
  readonly sequence: string
  readonly fee: { readonly amount: readonly { denom: string; amount: string }[]; readonly gas: string }
  readonly memo: string
  readonly messages: readonly { readonly typeUrl: string; readonly value: Record<string, unknown> }[]
  readonly txBytes: string
  readonly hash: string
  readonly before: {
    readonly simulate?: {
      readonly request: string
      readonly response: { readonly code: number; readonly log: string }
    }
  }
  readonly broadcastTxSync: { readonly code: number; readonly log: string }
  readonly tx: {
    readonly height: string
    readonly tx_result: {
      readonly code: number
      readonly log: string
      readonly gas_used: string
      readonly events: readonly RecordedEvent[]
    }
  } | null
  readonly header: { readonly height: string; readonly time: string } | null
}

/** One line of queries.jsonl. */
export type RecordedQuery = {
  readonly name: string
  readonly path: string
  readonly request: string
  readonly height: string
  readonly response: {
    readonly code: number
    readonly log: string
    readonly value: string | null
    readonly height: string
  }
}

/** One line of verdicts.jsonl. */
export type Verdict = {
  readonly typeUrl: string
  readonly path: string
  readonly value: Record<string, unknown>
  readonly accepted: boolean
  readonly code: number
  readonly log: string
  readonly any: string
}

const text = (file: string) => readFileSync(new URL(`../recordings/${file}`, import.meta.url), 'utf8')

const read = new Map<string, readonly unknown[]>()

/** The lines of a file, read once: they are frozen, so that no test changes what another one is given. */
function lines<T>(file: string): readonly T[] {
  const known =
    read.get(file) ??
    text(file)
      .trim()
      .split('\n')
      .map(line => JSON.parse(line, (_, value: unknown) => Object.freeze(value)) as unknown)
  read.set(file, known)
  return known as readonly T[]
}

export const recordedTxs = (): readonly RecordedTx[] => lines('txs.jsonl')
export const recordedQueries = (): readonly RecordedQuery[] => lines('queries.jsonl')
export const verdicts = (): readonly Verdict[] => lines('verdicts.jsonl')

export type Network = {
  readonly chainId: string
  readonly marks: { readonly [mark: string]: number }
  readonly accounts: { readonly [name: string]: { readonly address: string; readonly mnemonic: string } }
}
export const network = JSON.parse(text('network.json')) as Network

type Rpc = { readonly name: string; readonly response?: { readonly result?: Record<string, unknown> } }

/** The result of a recorded JSON-RPC call. */
export function recordedRpc(name: string): Record<string, unknown> {
  const found = lines<Rpc>('rpc.jsonl').find(call => call.name === name)?.response?.result
  if (found === undefined) throw new Error(`there is no recorded call "${name}"`)
  return found
}

/** The recorded transaction of a name. */
export function recordedTx(name: string): RecordedTx {
  const found = recordedTxs().find(tx => tx.name === name)
  if (found === undefined) throw new Error(`there is no recorded transaction "${name}"`)
  return found
}

/** The value of an event's attribute: typed events carry JSON, bank events plain text. */
export function attribute({ type, attributes }: RecordedEvent, key: string): string {
  const value = attributes.find(attribute => attribute.key === key)?.value ?? ''
  return type.startsWith('regen.') && value !== '' ? String(JSON.parse(value)) : value
}
