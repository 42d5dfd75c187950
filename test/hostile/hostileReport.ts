import { fileURLToPath } from 'node:url'
import { connectRegen } from '../../src/client/connectRegen.ts'
import { mnemonicSigner } from '../../src/client/sign/mnemonicSigner.ts'
import { readRecordings, startRecordedNode } from '../../src/testing.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { network, recordedTx } from '../support/recordings.ts'
import { KINDS, type Misbehaviour } from './kinds.ts'
import { endOf, quickClock, type SeenRequest, socketNode } from './socketNode.ts'

/** What became of previews and sends against every kind of misbehaviour. */
export type HostileReport = {
  readonly kinds: number
  readonly previews: Tally
  readonly sends: Tally
  /** The most distinct transactions that one send gave to the node, and the most signatures with one sequence. */
  readonly transactions: number
  readonly signatures: number
  /** Bytes of the heap after a collection, at regular intervals. */
  readonly heap: readonly number[]
}

export type Tally = {
  count: number
  /** By how they ended: 'done', or an error code. */
  readonly ends: { [end: string]: number }
  /** Of real time. */
  longestMs: number
  /** HTTP requests of one call. */
  mostRequests: number
  /** Rests and timeouts that were still to come after a call. */
  pending: number
}

const [PREVIEWED, SENT] = ['buy 2.345678 with fees', 'retire']
/** Calls of a preview that go out one by one. */
const CALLS = 8
/** What is asked after the preview of a send: where a lie could make a second transaction. */
const METHODS = ['broadcast_tx_sync', 'tx', 'abci_query', 'status'] as const

const OPTIONS = { batchLimit: 1, attempts: 2, answerLimit: 2_000_000, random: () => 1 }

/** Each kind at each call of a preview, once and from there on; and at each method of a send. Typed errors and successes count; anything else is thrown. */
export async function hostileReport({
  signal,
  progress,
}: {
  readonly signal?: AbortSignal
  readonly progress?: (done: number, all: number) => void
} = {}): Promise<HostileReport> {
  const recordings = readRecordings(fileURLToPath(new URL('../recordings', import.meta.url)))
  // One of each for all calls: fetch keeps something of every address it was ever sent to.
  const honest = await startRecordedNode(recordings)
  let misbehaves: (request: SeenRequest) => Misbehaviour | null = () => null
  const node = await socketNode(honest, request => misbehaves(request))
  const signer = await mnemonicSigner(network.accounts[recordedTx(SENT).signer]?.mnemonic ?? '')
  const [previews, sends] = [newTally(), newTally()]
  const heap: number[] = []
  let [transactions, signatures, done] = [0, 0, 0]
  const kinds = Object.values(KINDS)
  for (const kind of kinds) {
    for (let call = 1; call <= CALLS; call++) {
      await attempt(previews, PREVIEWED, kind, ({ index }) => index === call)
      await attempt(previews, PREVIEWED, kind, ({ index }) => index >= call)
    }
    for (const method of METHODS) {
      const begins = method === 'broadcast_tx_sync' || method === 'tx' ? 0 : 6
      const isMethod = ({ index, methods }: SeenRequest) => index > begins && methods.includes(method)
      const sent = sequencesOf(await attempt(sends, SENT, kind, isMethod))
      transactions = Math.max(transactions, sent.length)
      signatures = Math.max(signatures, ...sent.map(one => sent.filter(other => other === one).length))
    }
    if (++done % Math.ceil(kinds.length / 10) === 0) heap.push(heapUsed())
    progress?.(done, kinds.length)
    if (signal?.aborted) break
  }
  await node.close()
  await honest.close()
  return { kinds: done, previews, sends, transactions, signatures, heap }

  async function attempt(
    tally: Tally,
    name: string,
    kind: Misbehaviour,
    isBad: (request: SeenRequest) => boolean,
  ): Promise<readonly SeenRequest[]> {
    honest.forget()
    honest.standBefore(name)
    node.forget()
    misbehaves = request => (isBad(request) ? kind : null)
    const clock = quickClock()
    const start = performance.now()
    const end = await endOf(
      connectRegen(node.url, { ...OPTIONS, clock, chainId: network.chainId }).then(async regen => {
        const task: Promise<unknown> =
          name === SENT
            ? regen.connectSigner(signer).signAndBroadcast(messagesOf(name), { timeoutMs: 2_000 })
            : regen.previewFees(messagesOf(name), { gasLimit: 200_000n })
        return task.finally(regen.disconnect)
      }),
    )
    tally.count++
    tally.ends[end] = (tally.ends[end] ?? 0) + 1
    tally.longestMs = Math.max(tally.longestMs, Math.round(performance.now() - start))
    tally.mostRequests = Math.max(tally.mostRequests, node.requests.length)
    tally.pending += clock.toCome()
    return [...node.requests]
  }
}

const newTally = (): Tally => ({ count: 0, ends: {}, longestMs: 0, mostRequests: 0, pending: 0 })

/** The sequence of each distinct transaction that a node was sent. */
function sequencesOf(requests: readonly SeenRequest[]): readonly string[] {
  const calls = requests.flatMap(
    ({ text }) => [JSON.parse(text)].flat() as { method: string; params: { tx: string } }[],
  )
  const sent = new Set(
    calls.flatMap(({ method, params }) => (method === 'broadcast_tx_sync' ? [params.tx] : [])),
  )
  return [...sent].map(bytes =>
    decodeTx(new Uint8Array(Buffer.from(bytes, 'base64')))
      .authInfo.signerInfos.map(({ sequence }) => `${sequence}`)
      .join(),
  )
}

function heapUsed(): number {
  const { gc } = globalThis as { gc?: () => void }
  gc?.()
  return process.memoryUsage().heapUsed
}
