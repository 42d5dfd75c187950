import { openTx } from '../../src/testing/mempool.ts'
import type { RecordedResponse } from '../../src/testing/recordings.ts'
import { authAccount, txSimulate } from './endpoints.ts'

/** A query and its answer, bytes in base64. */
export type Asked = {
  readonly path: string
  readonly request: string
  readonly response: RecordedResponse
}

/** A transaction as it was sent, and what was asked before. */
export type CapturedTx = {
  readonly name: string
  /** Base64. */
  readonly txBytes: string
  readonly before: { readonly account: Asked; readonly simulate: Asked }
  readonly aminoSignDoc: unknown
  readonly broadcastTxSync: {
    readonly code: number
    readonly hash: string
    readonly [field: string]: unknown
  }
}

export type Capture = {
  readonly fetch: typeof globalThis.fetch
  readonly txs: readonly CapturedTx[]
  /** What the next transaction is called. */
  readonly callNext: (name: string) => void
  /** The document that a wallet signs for the next transaction. */
  readonly keepSignDoc: (document: unknown) => void
}

type Call = {
  readonly id: unknown
  readonly method: string
  readonly params: { readonly [name: string]: string }
}
type Answer = { readonly id: unknown; readonly result?: unknown }

/** A fetch that keeps what a transaction's record needs: the account, the simulation and the broadcast. */
export function captureFetch(): Capture {
  const txs: CapturedTx[] = []
  const accounts = new Map<string, Asked>()
  let simulate: Asked | undefined
  let [name, aminoSignDoc]: [string, unknown] = ['', undefined]

  function keep({ method, params }: Call, result: unknown): void {
    if (method === 'broadcast_tx_sync') keepTx(params['tx'] ?? '', result as CapturedTx['broadcastTxSync'])
    if (method !== 'abci_query') return
    const asked = toAsked(params, (result as { response: RecordedResponse }).response)
    if (asked.path === authAccount.path) accounts.set(asked.request, asked)
    if (asked.path === txSimulate.path) simulate = asked
  }

  function keepTx(txBytes: string, broadcastTxSync: CapturedTx['broadcastTxSync']): void {
    const { hash } = broadcastTxSync
    if (txs.some(tx => tx.broadcastTxSync.hash === hash)) return
    const address = openTx(new Uint8Array(Buffer.from(txBytes, 'base64')))?.address ?? ''
    const account = accounts.get(Buffer.from(authAccount.encode({ address })).toString('base64'))
    if (account === undefined || simulate === undefined)
      throw new Error('a transaction was sent whose account or simulation was not asked')
    const unique =
      name === '' || txs.some(tx => tx.name === name) ? `${name} ${hash.slice(0, 8)}`.trim() : name
    txs.push({ name: unique, txBytes, before: { account, simulate }, aminoSignDoc, broadcastTxSync })
    aminoSignDoc = undefined
  }

  return {
    txs,
    callNext: next => {
      name = next
    },
    keepSignDoc: document => {
      aminoSignDoc = document
    },
    fetch: async (input, init) => {
      const response = await fetch(input, init)
      if (!response.ok) return response
      const text = await response.clone().text()
      const answers = new Map(listOf<Answer>(text).map(({ id, result }) => [id, result]))
      for (const call of listOf<Call>(String(init?.body))) {
        const result = answers.get(call.id)
        if (result !== undefined) keep(call, result)
      }
      return response
    },
  }
}

/** The entries of a batch, the one entry of a single call, none of what is no JSON. */
function listOf<Entry>(text: string): readonly Entry[] {
  try {
    return [JSON.parse(text)].flat()
  } catch {
    return []
  }
}

/** An abci_query in the form of the recordings. */
export const toAsked = (
  params: { readonly [name: string]: string },
  { code, codespace, log, key, value, height }: RecordedResponse,
): Asked => ({
  path: params['path'] ?? '',
  request: Buffer.from(params['data'] ?? '', 'hex').toString('base64'),
  response: { code, codespace, log, key, value, height },
})
