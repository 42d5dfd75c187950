import { createHash } from 'node:crypto'
import type { OfflineSigner } from '../../src/client/sign/offlineSigner.ts'
import type { RecordedNode } from '../../src/testing.ts'
import { recordedTx } from '../support/recordings.ts'

type Params = { readonly [name: string]: unknown }

/** One call on its way to a node. */
export type Call = { readonly method: string; readonly path: string; readonly params: Params }

/** What a test answers in the node's place: a result, an error, or null for what the node is to answer itself. */
export type Answered = { readonly result: unknown } | { readonly error: object } | null

/** A fetch between client and recorded node: the test answers some calls as another node, or a lying one, would. */
export const interpose =
  (answer: (call: Call) => Answered | Promise<Answered>): typeof fetch =>
  async (input, init) => {
    const body: unknown = JSON.parse(String(init?.body))
    const entries = [body].flat() as { id: number; method: string; params: Params }[]
    const answers = new Map<number, object>()
    for (const { id, method, params } of entries) {
      const answered = await answer({ method, params, path: String(params['path'] ?? '') })
      if (answered !== null) answers.set(id, { jsonrpc: '2.0', id, ...answered })
    }
    if (answers.size === 0) return fetch(input, init)
    const left = entries.filter(({ id }) => !answers.has(id))
    if (left.length > 0) {
      const response = await fetch(input, { ...init, body: JSON.stringify(left) })
      for (const entry of [await response.json()].flat() as { id: number }[]) answers.set(entry.id, entry)
    }
    return new Response(JSON.stringify(entries.map(({ id }) => answers.get(id))), {
      headers: { date: BEFORE_ALL },
    })
  }

/** A moment before every recorded block, so that what a test answers is never old. */
const BEFORE_ALL = 'Sat, 21 Nov 2026 14:00:00 GMT'

export const SIMULATE = '/cosmos.tx.v1beta1.Service/Simulate'

/** The answer to an abci_query. */
export const abci = (response: object): Answered => ({
  result: {
    response: { code: 0, log: '', key: null, value: null, height: '1', codespace: '', ...response },
  },
})

/** A node that takes every transaction and has it in a block at once; what else it is asked, the recorded node answers. */
export function takesAll(): { readonly fetch: typeof fetch; readonly sent: readonly Uint8Array[] } {
  const sent: Uint8Array[] = []
  const simulation = recordedTx('retire').before.simulate?.response ?? {}
  return {
    sent,
    fetch: interpose(({ method, path, params }) => {
      if (path === SIMULATE) return abci(simulation)
      if (method === 'broadcast_tx_sync') {
        sent.push(new Uint8Array(Buffer.from(String(params['tx']), 'base64')))
        return { result: { code: 0, codespace: '', log: '' } }
      }
      const last = sent.at(-1)
      if (method !== 'tx' || last === undefined) return null
      const hash = createHash('sha256').update(last).digest('hex')
      const tx_result = { code: 0, gas_wanted: '0', gas_used: '0', events: [] }
      return {
        result: { hash, height: '400', index: 0, tx: Buffer.from(last).toString('base64'), tx_result },
      }
    }),
  }
}

/** The signed transactions that a node was sent, in base64, in their order. */
export const broadcasts = (...nodes: readonly RecordedNode[]): readonly string[] =>
  nodes.flatMap(({ requests }) =>
    requests.flatMap(({ calls }) =>
      calls.flatMap(({ method, params }) => (method === 'broadcast_tx_sync' ? [String(params['tx'])] : [])),
    ),
  )

/** A wallet, and how often it was asked to sign. */
export function counted(wallet: OfflineSigner): {
  readonly wallet: OfflineSigner
  readonly asked: () => number
} {
  let asked = 0
  const counting = new Proxy(wallet, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name)
      if (typeof found !== 'function') return found
      return (...args: unknown[]) => {
        if (name === 'signDirect' || name === 'signAmino') asked++
        return found.apply(target, args)
      }
    },
  })
  return { wallet: counting, asked: () => asked }
}
