import { txSimulate } from '../node/endpoints/cosmos.ts'
import { type AbciAnswers, abciAnswers } from './abci.ts'
import { blockchain, blockResults, blockSearch } from './blocks/blockPages.ts'
import { blockReply, status } from './blocks/blockReplies.ts'
import { type Blocks, recordedBlocks } from './blocks/blocks.ts'
import { txSearch } from './blocks/txSearch.ts'
import { broadcast } from './broadcast.ts'
import { type Clock, newClock } from './clock.ts'
import type { RecordedResponse, Recordings } from './recordings.ts'
import { type LedgerAt, replayer } from './replay/replay.ts'
import { internalError, type Reply } from './reply.ts'
import { recordedSimulations, type Simulation, simulator } from './simulate.ts'

/** The parameters of a JSON-RPC request. */
export type Params = { readonly [name: string]: unknown }

/** The node without its HTTP: a clock, and an answer to each call. */
export type Methods = {
  readonly clock: Clock
  readonly blocks: Blocks
  /** After how many requests for a pending transaction, answered "not found", its block is made. */
  includeAfter: number
  readonly reply: (method: string, params: Params) => Reply
}

/** What follows from recordings alone, wherever a node of them stands. */
type Chain = {
  readonly blocks: Blocks
  readonly ledgerAt: LedgerAt
  readonly answer: AbciAnswers
  readonly simulations: readonly Simulation[]
}

/** Nodes of the same recordings share one replay, which takes a second if every height is asked for, and what was read of them. */
const CHAINS = new WeakMap<Recordings, Chain>()

function chainOf(recordings: Recordings): Chain {
  const known = CHAINS.get(recordings)
  if (known !== undefined) return known
  const blocks = recordedBlocks(recordings)
  const ledgerAt = replayer(recordings, blocks)
  const answer = abciAnswers(recordings, ledgerAt)
  const chain = { blocks, ledgerAt, answer, simulations: recordedSimulations(recordings) }
  CHAINS.set(recordings, chain)
  return chain
}

/** Methods that CometBFT 0.38 has, and the recordings do not. Any other name is unknown to the node itself. */
const UNRECORDED = new Set(
  `health net_info genesis_chunked block_by_hash commit header_by_hash check_tx
  dump_consensus_state consensus_state consensus_params unconfirmed_txs num_unconfirmed_txs
  broadcast_tx_async broadcast_tx_commit broadcast_evidence abci_info subscribe unsubscribe`.split(/\s+/),
)

export function recordedMethods(recordings: Recordings): Methods {
  const { blocks, ledgerAt, answer, simulations } = chainOf(recordings)
  const clock = newClock(recordings, blocks)
  const simulate = simulator(simulations, clock, ledgerAt)
  const polls = new Map<string, number>()

  function abciQuery({ path, data = '', height = '0', prove = false }: Params): Reply {
    const request = Buffer.from(String(data), 'hex').toString('base64')
    const asked = BigInt(String(height)) || clock.height()
    if (prove !== false) return { missing: `a proof for ${path}` }
    if (path === txSimulate.path) return abciReply(simulate(request))
    if (asked > clock.height()) return abciReply(future)
    return abciReply(answer(String(path), request, asked))
  }

  function tx({ hash, prove = false }: Params): Reply {
    const name = Buffer.from(String(hash), 'base64').toString('hex')
    const found = [...clock.accepted(), ...recordings.txs].find(({ hash }) => hash === name.toUpperCase())
    if (found && clock.pending().includes(found)) {
      const asked = (polls.get(name) ?? 0) + 1
      polls.set(name, asked)
      while (asked > methods.includeAfter && clock.pending().includes(found)) clock.makeBlock()
    }
    if (found?.tx && prove === false && BigInt(found.tx.height) <= clock.height()) return { result: found.tx }
    return prove === false ? internalError(`tx (${name}) not found`) : { missing: 'a proof of a transaction' }
  }

  const handlers: { readonly [method: string]: ((params: Params) => Reply) | undefined } = {
    status: () => ({ result: status(recordings, blocks, clock.height()) }),
    abci_query: abciQuery,
    tx,
    tx_search: params => replayed('tx_search', params) ?? txSearch(params, recordings.txs, clock.height()),
    broadcast_tx_sync: ({ tx }) => broadcast(String(tx), recordings, clock, ledgerAt),
    header: ({ height }) => blockReply('header', height, recordings, blocks, clock.height()),
    blockchain: params => blockchain(params, recordings, blocks, clock.height()),
    block_results: params => blockResults(params, recordings, clock.height()),
    block_search: blockSearch,
    block: ({ height }) => blockReply('block', height, recordings, blocks, clock.height()),
  }

  /** A call with the very parameters of a recorded one. Searches are recorded at the newest height only. */
  function replayed(method: string, params: Params): Reply | null {
    if (method === 'tx_search' && clock.height() < blocks.last) return null
    const wanted = JSON.stringify(Object.entries(params).sort())
    for (const call of recordings.calls)
      if ('response' in call && call.request.method === method) {
        const { result, error } = call.response
        if (JSON.stringify(Object.entries(call.request.params).sort()) === wanted)
          return error ? { error } : { result }
      }
    return null
  }

  const methods: Methods = {
    clock,
    blocks,
    includeAfter: 1,
    reply: (method, params) => {
      const handle = handlers[method]
      if (handle) return handle(params)
      const recorded = replayed(method, params)
      if (recorded) return recorded
      const known = UNRECORDED.has(method) || recordings.calls.some(call => isOf(call, method))
      return known
        ? { missing: `${method} with ${JSON.stringify(params)}` }
        : { error: { code: -32601, message: 'Method not found' } }
    },
  }
  return methods
}

const isOf = (call: Recordings['calls'][number], method: string): boolean =>
  'response' in call && call.request.method === method && call.response.result !== undefined

const future: RecordedResponse = {
  code: 26,
  codespace: 'sdk',
  log: 'cannot query with height in the future; please provide a valid height: invalid height',
  key: null,
  value: null,
  height: '0',
}

/** In the order of fields in which the node writes them. */
function abciReply(answered: RecordedResponse | { readonly missing: string }): Reply {
  if ('missing' in answered) return answered
  const { code, log, key, value, height, codespace } = answered
  return {
    result: { response: { code, log, info: '', index: '0', key, value, proofOps: null, height, codespace } },
  }
}
