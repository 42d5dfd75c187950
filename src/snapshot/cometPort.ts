import { type AbciAnswer, type AbciQuery, abciReader } from '../node/rpc/abciQuery.ts'
import type { Clock } from '../node/rpc/clock.ts'
import { type ClientRpc, overClient } from '../node/rpc/overClient.ts'
import { RegenError } from '../primitives/errors.ts'
import { MODULE_MISSING } from '../primitives/errorTable.ts'

/** A date of CosmJS: it has the nanoseconds below a millisecond apart, and none of a Date's setters. */
type CometTime = { readonly toISOString: () => string; readonly nanoseconds?: number }

/**
 * What a snapshot asks of a CometBFT client of CosmJS, such as Comet38Client: by shape, nothing of CosmJS is loaded. Searches and
 * blocks are only needed for prices out of past purchases, and for a height of the past.
 */
export type CometClient = {
  readonly status: () => Promise<{
    readonly nodeInfo: { readonly network: string; readonly version: string }
    readonly syncInfo: {
      readonly latestBlockHeight: number
      readonly latestBlockTime: CometTime
      readonly catchingUp: boolean
    }
  }>
  readonly abciQuery: (query: {
    readonly path: string
    readonly data: Uint8Array
    readonly height?: number
    readonly prove?: boolean
  }) => Promise<{
    readonly value: Uint8Array
    readonly height?: number
    readonly code?: number
    readonly codespace?: string
    readonly log?: string
  }>
  readonly txSearch?: (search: {
    readonly query: string
    readonly page?: number
    readonly per_page?: number
    readonly order_by?: string
  }) => Promise<{
    readonly txs: readonly {
      readonly hash: Uint8Array
      readonly height: number
      readonly result: {
        readonly events: readonly {
          readonly type: string
          readonly attributes: readonly { readonly key: string; readonly value: string }[]
        }[]
      }
    }[]
    readonly totalCount: number
  }>
  readonly block?: (height: number) => Promise<{
    readonly block: { readonly header: { readonly height: number; readonly time: CometTime } }
  }>
}

const ORIGIN = { origin: 'the client', redact: (text: string) => text.slice(0, 1000) }

const timeText = (time: CometTime): string =>
  time.toISOString().replace('Z', `${(time.nanoseconds ?? 0).toString().padStart(6, '0')}Z`)

/** A client of CosmJS as a connection of ours: its answers are checked like a node's, and read by the same readers. */
export function cometPort(client: CometClient, clock?: Clock): ClientRpc {
  async function call(method: string, params: object): Promise<unknown> {
    if (method === 'status') {
      const { nodeInfo, syncInfo } = await client.status()
      return {
        node_info: { network: nodeInfo.network, version: nodeInfo.version },
        sync_info: {
          latest_block_height: `${syncInfo.latestBlockHeight}`,
          latest_block_time: timeText(syncInfo.latestBlockTime),
          catching_up: syncInfo.catchingUp,
        },
      }
    }
    const asked = params as { readonly [name: string]: string }
    if (method === 'header' && client.block) {
      const { header } = (await client.block(Number(asked['height']))).block
      return { header: { height: `${header.height}`, time: timeText(header.time) } }
    }
    if (method === 'tx_search' && client.txSearch) {
      const { query = '', page, per_page, order_by = 'asc' } = asked
      const found = await client.txSearch({
        query,
        page: Number(page),
        per_page: Number(per_page),
        order_by,
      })
      return {
        txs: found.txs.map(({ hash, height, result: { events } }) => ({
          hash: Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join(''),
          height: `${height}`,
          tx_result: { events },
        })),
        total_count: `${found.totalCount}`,
      }
    }
    throw new RegenError(MODULE_MISSING, { origin: ORIGIN.origin, query: method })
  }

  async function abciQuery(query: AbciQuery): Promise<AbciAnswer> {
    const { path, data, height } = query
    const at = height === 'latest' ? {} : { height: Number(height) }
    const answer = await client.abciQuery({ path, data, ...at, prove: false })
    const { code = 0, codespace = '', log = '' } = answer
    // A client leaves out what is zero or empty.
    const response = { code, codespace, log, height: `${answer.height ?? 0}`, value: '' }
    const { height: answered } = abciReader(query)({ response }, { href: '', headers: {}, ...ORIGIN })
    return { height: answered, value: answer.value }
  }

  return overClient({ call, abciQuery }, clock)
}
