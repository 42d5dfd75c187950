import { txSimulate } from '../../src/node/endpoints/cosmos.ts'
import { txHash } from '../../src/primitives/txHash.ts'
import { SimulateResponse } from '../../src/wire/generated/cosmos/tx/v1beta1/service.ts'

type Call = {
  readonly id: unknown
  readonly method: string
  readonly params: { readonly [name: string]: string }
}

/** The codespace of what was not sent. */
export const REHEARSAL = 'rehearsal'

/**
 * A fetch that passes everything on, except what needs a chain that goes on: a simulation succeeds, and a broadcast is kept and
 * refused, so that the client stops with bytes that are signed and not sent.
 */
export function unsentFetch(): { readonly fetch: typeof globalThis.fetch; readonly kept: Uint8Array[] } {
  const kept: Uint8Array[] = []

  function answerTo({ method, params }: Call): unknown {
    if (method === 'abci_query' && params['path'] === txSimulate.path) return { response: simulated }
    if (method !== 'broadcast_tx_sync') return undefined
    const bytes = new Uint8Array(Buffer.from(params['tx'] ?? '', 'base64'))
    kept.push(bytes)
    return { code: 1, codespace: REHEARSAL, log: 'not sent', data: '', hash: txHash(bytes) }
  }

  return {
    kept,
    fetch: async (input, init) => {
      const calls = [JSON.parse(String(init?.body)) as Call | readonly Call[]].flat() as readonly Call[]
      const own = new Map(
        calls.map(call => [call.id, answerTo(call)] as const).filter(([, result]) => result),
      )
      if (own.size === 0) return fetch(input, init)
      // A question of which chain it is may go with it.
      const left = calls.filter(({ id }) => !own.has(id))
      const response = left.length > 0 && (await fetch(input, { ...init, body: JSON.stringify(left) }))
      const others = response ? ([await response.json()].flat() as object[]) : []
      const answers = [...own].map(([id, result]) => ({ jsonrpc: '2.0', id, result }))
      const all = [...answers, ...others]
      return new Response(JSON.stringify(all.length === 1 ? all[0] : all))
    },
  }
}

const simulated = {
  code: 0,
  log: '',
  info: '',
  index: '0',
  key: null,
  value: Buffer.from(
    SimulateResponse.encode(
      SimulateResponse.fromPartial({ gasInfo: { gasWanted: 0n, gasUsed: 123_456n } }),
    ).finish(),
  ).toString('base64'),
  proofOps: null,
  height: '1',
  codespace: '',
}
