import { type ConnectOptions, connectRegen, type Regen, readStatus } from '../../src/client.ts'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import type { RecordedQuery, RecordedResponse, Recordings } from '../../src/testing/recordings.ts'
import { readVersions } from '../../test/live/versions.ts'
import { recordCalls } from './calls.ts'
import { type Capture, captureFetch, toAsked } from './capture.ts'
import { querySet } from './querySet.ts'
import { type RawNode, rawNode } from './rawNode.ts'
import { recordTransactions } from './transactions.ts'

/** Somebody whose account is recorded. A mnemonic is written down only where it is given: it must be public and worthless. */
export type RecordedAccount = { readonly address: string; readonly mnemonic?: string }

export type RecordOptions = {
  readonly url: string
  readonly accounts: { readonly [name: string]: RecordedAccount }
  /** What happens on the chain meanwhile. `mark` ends a part of it: the query set is recorded at the height where it is called. */
  readonly run: (recording: {
    readonly regen: Regen
    readonly capture: Capture
    readonly mark: (name: string) => Promise<void>
  }) => Promise<void>
  readonly say: (text: string) => void
  readonly connect?: ConnectOptions
}

/** Records a chain from its first block to the end of a run: every transaction, and the query set at every mark. */
export async function recordChain(options: RecordOptions): Promise<Recordings> {
  const { url, run, say, connect } = options
  const node = rawNode(url)
  const capture = captureFetch()
  const regen = await connectRegen(url, { ...connect, fetch: capture.fetch })
  try {
    const marks: { [mark: string]: bigint } = {}
    const mark = async (name: string) => {
      marks[name] = (await readStatus(regen.rpc)).height
      say(`mark ${name} at height ${marks[name]}`)
    }
    await run({ regen, capture, mark })
    await mark('end')
    return await recordAll(options, regen, node, capture, marks)
  } finally {
    regen.disconnect()
  }
}

async function recordAll(
  { accounts, say }: RecordOptions,
  regen: Regen,
  node: RawNode,
  { txs: captured }: Capture,
  marks: { readonly [mark: string]: bigint },
): Promise<Recordings> {
  const people = Object.entries(accounts)
  const addresses = Object.fromEntries(people.map(([name, { address }]) => [name, address]))
  const nameOf = (address: string) => people.find(([, account]) => account.address === address)?.[0] ?? ''
  const { chainId } = regen

  say('transactions of the whole chain')
  const txs = await recordTransactions(node, captured, { chainId, end: marks['end'] ?? 0n, nameOf })
  const first = txs.find(({ tx }) => tx !== null)?.tx?.height
  const start = first === undefined ? (marks['end'] ?? 1n) : BigInt(first) - 1n
  const allMarks = { genesis: start > 0n ? start : 1n, ...marks }

  const queries: RecordedQuery[] = []
  for (const [mark, height] of Object.entries(marks)) {
    say(`queries at ${mark}`)
    queries.push(...(await recordQueries(regen, mark, height, addresses, say)))
  }
  say('calls')
  const calls = await recordCalls(node, allMarks, addresses)
  const { regenLedger, cosmosSdk, cometbft } = await readVersions(regen)
  const genesis = calls[0] as { response: { result?: { genesis?: { genesis_time?: string } } } }
  const genesisTime = genesis.response.result?.genesis?.genesis_time
  if (genesisTime === undefined)
    throw new Error('the node does not give its genesis in one piece; record a smaller chain')
  const status = { method: 'status', params: {} }
  return {
    network: {
      chainId,
      regenLedger,
      cosmosSdk,
      cometbft,
      genesisTime,
      bech32Prefix: 'regen',
      marks: Object.fromEntries(Object.entries(allMarks).map(([mark, height]) => [mark, Number(height)])),
      feePool: MODULE_ACCOUNTS['marketplace-feepool'],
      accounts,
    } as Recordings['network'],
    txs,
    queries,
    calls: [
      { name: 'status', request: status, response: await node.call('status', {}) },
      ...calls,
    ] as Recordings['calls'],
  }
}

/** The query set at one height, each with the node's own answer, refusals too. What is no answer of the chain is told and left out. */
async function recordQueries(
  { rpc, ledger }: Regen,
  mark: string,
  height: bigint,
  addresses: { readonly [name: string]: string },
  say: (text: string) => void,
): Promise<readonly RecordedQuery[]> {
  const set = await querySet(await ledger(height), addresses)
  const lines = await Promise.all(
    set.map(async ({ name, path, data }) => {
      const params = { path, data: Buffer.from(data).toString('hex'), height: String(height), prove: false }
      try {
        const { response } = (await rpc.call('abci_query', params)) as { response: RecordedResponse }
        const asked = toAsked({ path, data: params.data }, response)
        return [{ name: `${mark}: ${name}`, height: params.height, ...asked }]
      } catch (error) {
        if (!isRegenError(error, 'RPC_ERROR')) throw error
        say(`left out: ${mark}: ${name}. ${error.message}`)
        return []
      }
    }),
  )
  return lines.flat()
}
