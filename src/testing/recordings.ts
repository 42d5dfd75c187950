import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RegenError } from '../primitives/errors.ts'
import { FILE_UNREADABLE } from '../primitives/errorTable.ts'
import { bundledText } from './bundledText.ts'

/** An event as CometBFT 0.38 gives it. */
export type RecordedEvent = {
  readonly type: string
  readonly attributes: readonly { readonly key: string; readonly value: string }[]
}

/** The answer to an abci_query. */
export type RecordedResponse = {
  readonly code: number
  readonly codespace: string
  readonly log: string
  readonly key: string | null
  readonly value: string | null
  readonly height: string
}

/** One line of queries.jsonl. Bytes are base64. */
export type RecordedQuery = {
  readonly path: string
  readonly request: string
  readonly height: string
  readonly response: RecordedResponse
}

type Asked = { readonly request: string; readonly response: RecordedResponse }

type Header = { readonly height: string; readonly time: string; readonly [field: string]: unknown }

type BroadcastAnswer = { readonly code: number; readonly hash: string; readonly [field: string]: unknown }

/** One line of txs.jsonl. `tx` and `header` are null for a transaction that never reached a block. */
export type RecordedTx = {
  readonly name: string
  readonly address: string
  readonly accountNumber: string
  readonly sequence: string
  readonly messages: readonly { readonly typeUrl: string; readonly value: Record<string, unknown> }[]
  readonly txBytes: string
  readonly hash: string
  readonly before: { readonly account: Asked; readonly simulate: Asked }
  readonly broadcastTxSync: BroadcastAnswer
  readonly broadcastAgain?: { readonly error: JsonRpcFailure }
  readonly tx: {
    readonly height: string
    readonly tx_result: {
      readonly code: number
      readonly gas_used: string
      readonly events: readonly RecordedEvent[]
    }
  } | null
  readonly header: Header | null
}

/** The error of a JSON-RPC answer. */
export type JsonRpcFailure = { readonly code: number; readonly message: string; readonly data?: string }

/** One line of rpc.jsonl: a call with its answer, or a raw HTTP request with its raw answer. */
export type RecordedCall =
  | {
      readonly name: string
      readonly request: { readonly method: string; readonly params: Record<string, unknown> }
      readonly response: { readonly result?: unknown; readonly error?: JsonRpcFailure }
    }
  | {
      readonly name: string
      readonly rawRequest: string
      readonly httpStatus: number
      readonly rawResponse: string
    }

/** What was recorded of a chain: the files network.json, txs.jsonl, queries.jsonl and rpc.jsonl. */
export type Recordings = {
  readonly network: { readonly chainId: string; readonly marks: { readonly [mark: string]: unknown } }
  readonly txs: readonly RecordedTx[]
  readonly queries: readonly RecordedQuery[]
  readonly calls: readonly RecordedCall[]
}

/**
 * Reads a folder of recordings, which has these four files; without a folder the recorded chain that comes with the package. Throws FILE_UNREADABLE
 * where one of them is missing.
 *
 * @example
 * const { txs } = readRecordings()
 */
export function readRecordings(folder?: string): Recordings {
  const text = (name: string) =>
    folder === undefined ? bundledText('test/recordings', name) : fileText(join(folder, name))
  const lines = <Line>(file: string): readonly Line[] =>
    text(file)
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Line)
  return {
    network: JSON.parse(text('network.json')),
    txs: lines('txs.jsonl'),
    queries: lines('queries.jsonl'),
    calls: lines('rpc.jsonl'),
  }
}

function fileText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new RegenError(
      FILE_UNREADABLE,
      { file, reason: (cause as NodeJS.ErrnoException).code ?? String(cause) },
      { cause },
    )
  }
}

/** The result of a recorded call, by its name. */
export function resultOf({ calls }: Recordings, name: string): Record<string, unknown> {
  const call = calls.find(candidate => candidate.name === name)
  if (!call || !('response' in call)) throw new Error(`the recordings have no call "${name}"`)
  return call.response.result as Record<string, unknown>
}
