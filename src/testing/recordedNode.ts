import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseTime } from '../primitives/time.ts'
import { type Fault, sendReply, spoil } from './faults.ts'
import { callsIn, httpReply, type SeenCall } from './jsonRpc.ts'
import { recordedMethods } from './methods.ts'
import type { Recordings } from './recordings.ts'

/** One HTTP request as the node saw it. `index` counts from 1. */
export type SeenRequest = {
  readonly index: number
  readonly calls: readonly SeenCall[]
  readonly headers: Readonly<Record<string, unknown>>
}

/** A node on loopback that answers from recordings, and what it was asked. */
export type RecordedNode = {
  /** On loopback, at a port of its own. */
  readonly url: string
  readonly requests: readonly SeenRequest[]
  /** What was asked and the recordings do not have. A test should find it empty. */
  readonly missing: readonly string[]
  readonly height: () => bigint
  /** As if a mark ('noFees', 'end') or a height were the newest block. */
  readonly standAt: (place: string | bigint) => void
  /** As if the next block were the one of this recorded transaction. */
  readonly standBefore: (txName: string) => void
  /** After how many requests for its hash, answered "not found", a pending transaction gets its block: 1 unless set. */
  readonly includeAfter: (polls: number) => void
  /** Makes the block of the first pending transaction at once. */
  readonly makeBlock: () => void
  /** Decides for each request how it goes wrong; null: it does not. Asked before the calls are done. */
  readonly misbehave: (plan: (request: SeenRequest) => Fault | null) => void
  /** Sends the answers that hang. */
  readonly release: () => void
  /** Stops listening, so that connections are refused. */
  readonly refuse: () => Promise<void>
  /** Listens again, at the same port. */
  readonly listen: () => Promise<void>
  /** Forgets requests, missing answers and misbehaviour, not the place in the chain. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

/**
 * A node that answers from recordings, over HTTP on loopback. It stands at one height of the recorded chain, at first the
 * newest, and moves on when a recorded transaction is broadcast.
 *
 * Replayed as recorded, whenever the recordings have it: abci_query at the height asked (a height of 0 is the newest),
 * status, genesis, validators, header and block of the marks, tx, tx_search, the answer to a broadcast, simulations,
 * and raw requests such as batches of 1 and 11.
 *
 * Derived, each by a rule that the tests hold against the recordings:
 *
 * - The height in an answer, where an answer recorded at another height holds here too.
 * - The ledger between the marks: classes, issuers, projects, batches, supplies, credits, sell orders, baskets, coins of
 *   people and of the fee pool, accounts, marketplace fees. It is replayed from the genesis by the messages and events of
 *   the transactions, and by the proposals that had passed. Close to the end of a vote, within a second, it is not told.
 * - What governance alone changes and never did (class fee, credit types, module parameters, node config), at any height.
 * - That v7 has none of the proposed modules, in the words recorded for x/feerouter.
 * - Any other query, only between two heights at which it was answered alike.
 * - Pages of lists in other sizes; "not found" for ids that were never made, in the words recorded for others.
 * - status below the newest height: block times between recorded headers are interpolated; hashes that were not
 *   recorded are placeholders. The block of a transaction has its header and bytes, and an empty commit.
 * - blockchain, block_results and block_search: blocks linked by their hashes, with the recorded transactions. Blocks without one are empty, and
 *   what a block did by itself was not recorded: there are no events of it, and no search finds one.
 * - tx_search in other words than recorded (keys with EXISTS or a value, tx.height, AND), and at lower heights.
 * - A recorded transaction is accepted if its sequence is its signer's next; recorded transactions of others in between
 *   then happen by themselves. While it is pending, its signer's next recorded transaction can be simulated and sent.
 *   The same bytes again: "tx already exists in cache". A wrong sequence is refused in the recorded words, for
 *   unrecorded bytes too.
 * - A recorded transaction with another gas limit, fee, timeout height or signature: it is accepted as the recorded one would be, and
 *   ends as that one, or out of gas.
 * - A simulation of recorded messages with another fee, key, timeout height or signature: the gas follows from the form, as on a node.
 * - The refusal of a height in the future, and of a batch that is longer than `batchLimit`.
 *
 * Anything else is answered with the JSON-RPC error "Not recorded" and listed in `missing`.
 *
 * @example
 * const node = await startRecordedNode(readRecordings())
 * const connection = await connectRegen(node.url)
 */
export async function startRecordedNode(
  recordings: Recordings,
  { batchLimit = 10 }: { readonly batchLimit?: number } = {},
): Promise<RecordedNode> {
  const methods = recordedMethods(recordings)
  const { clock } = methods
  const requests: SeenRequest[] = []
  const missing: string[] = []
  let held: (() => void)[] = []
  let plan: (request: SeenRequest) => Fault | null = () => null
  let port = 0

  function answer(request: IncomingMessage, text: string, response: ServerResponse): void {
    const seen = { index: requests.length + 1, calls: callsIn(text), headers: request.headers }
    requests.push(seen)
    // The Date header is the time of the block at which the node stands, so that a client does not find that block old.
    const { seconds } = parseTime(methods.blocks.time(clock.height()))
    response.setHeader('date', new Date(Number(seconds) * 1000).toUTCString())
    const fault = plan(seen)
    if (fault === 'reset') response.destroy()
    else if (fault !== null && typeof fault === 'object' && !('padding' in fault))
      sendInstead(response, fault)
    else {
      const right = httpReply(text, recordings, methods, batchLimit, missing)
      const reply = (fault && spoil(right, fault)) ?? right
      if (fault === 'lost') response.destroy()
      else if (fault === 'hang') held.push(() => sendReply(response, reply, null))
      else sendReply(response, reply, fault)
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => response.destroy())
    request.on('end', () => {
      if (request.method === 'OPTIONS') allowOtherSites(response)
      else answer(request, Buffer.concat(chunks).toString('utf8'), response)
    })
  })
  async function listen(): Promise<void> {
    await listening(server, port)
    port = (server.address() as AddressInfo).port
  }
  await listen()

  return {
    get url() {
      return `http://127.0.0.1:${port}`
    },
    requests,
    missing,
    height: clock.height,
    standAt: clock.standAt,
    standBefore: clock.standBefore,
    includeAfter: polls => {
      methods.includeAfter = polls
    },
    makeBlock: clock.makeBlock,
    misbehave: chosen => {
      plan = chosen
    },
    release: () => {
      for (const send of held) send()
      held = []
    },
    refuse: () => closed(server),
    listen,
    forget: () => {
      requests.length = 0
      missing.length = 0
      plan = () => null
    },
    close: () => closed(server),
  }
}

function sendInstead(
  response: ServerResponse,
  { status = 200, headers = {}, text = '' }: { status?: number; headers?: object; text?: string },
): void {
  response.writeHead(status, { 'content-type': 'text/html', ...headers })
  response.end(text)
}

/** A browser asks before it sends JSON to another site. */
function allowOtherSites(response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'content-type, authorization',
  })
  response.end()
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject)
      resolve()
    })
  })

const closed = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
