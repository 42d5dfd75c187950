import { fileURLToPath } from 'node:url'
import type { Message } from '../../src/messages/message.ts'
import { connectRpc, type Rpc } from '../../src/node/rpc/connectRpc.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { snapshotJson } from '../../src/preview/snapshot.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { takeSnapshot } from '../../src/snapshot/takeSnapshot.ts'
import { type Fault, type RecordedNode, readRecordings, startRecordedNode } from '../../src/testing.ts'
import { TIMEOUT, testClock } from '../node/rpc/testClock.ts'
import { FEE_TYPES, messagesOf } from '../snapshot/recorded.ts'
import { randomNumbers } from './randomNumbers.ts'

/** What goes wrong, each as likely as the others. Against the last two another attempt does not help. */
const FAULTS: { readonly [name: string]: Fault } = {
  hang: 'hang',
  reset: 'reset',
  lost: 'lost',
  cut: 'cut',
  truncated: 'truncated',
  'entry missing': 'entry missing',
  'wrong id': 'wrong id',
  'entry twice': 'entry twice',
  'wrong height': 'wrong height',
  empty: { text: '' },
  'web page': { text: '<html><h1>Welcome</h1>' },
  'error without id': { text: '{"jsonrpc":"2.0","error":{"code":-32005,"message":"too many"}}' },
  429: { status: 429, headers: { 'retry-after': '1' } },
  502: { status: 502, text: '<html>Bad Gateway' },
  503: { status: 503 },
  403: { status: 403 },
  oversized: { padding: 2_000_000 },
}

const ANSWER_LIMIT = 1_000_000

export type SoakReport = {
  readonly previews: number
  /** Snapshot and preview as without any fault, to the byte of their JSON. */
  readonly identical: number
  /** The others: how often each error code. */
  readonly failed: { readonly [code: string]: number }
  readonly requests: number
  readonly faults: { readonly [name: string]: number }
  /** Bytes of the heap, at regular intervals; after a collection where the process allows it. */
  readonly heap: readonly number[]
  /** Rests, flushes and timeouts that were still to come after the last preview. */
  readonly pending: number
}

/**
 * Previews each fee type in turn through a recorded node of which every fifth HTTP request goes wrong. A preview that is not as it would be
 * without faults, and no typed error either, throws. Time is injected: nothing rests, and a node that hangs times out at once.
 */
export async function soak({
  runs,
  seed,
  signal,
  progress,
}: {
  readonly runs: number
  readonly seed: number
  readonly signal?: AbortSignal
  readonly progress?: (previews: number) => void
}): Promise<SoakReport> {
  const node = await startRecordedNode(
    readRecordings(fileURLToPath(new URL('../recordings', import.meta.url))),
  )
  const clock = testClock()
  const rpc = connectRpc(node.url, { clock, timeoutMs: TIMEOUT, answerLimit: ANSWER_LIMIT, random: () => 1 })
  const cases = Object.values(FEE_TYPES).map(name => ({ name, messages: messagesOf(name) }))
  const random = randomNumbers(seed)
  const failed: { [code: string]: number } = {}
  const faults: { [name: string]: number } = {}
  const heap: number[] = []
  let [previews, identical] = [0, 0]
  try {
    const expected: string[] = []
    for (const each of cases) expected.push(await preview(each, node, rpc))
    while (previews < runs && !signal?.aborted) {
      const turn = previews % cases.length
      const { name } = cases[turn] as Case
      node.forget()
      node.misbehave(() => {
        if (random() >= 0.2) return null
        const [kind = '', fault] = Object.entries(FAULTS)[Math.floor(random() * 17)] ?? []
        faults[kind] = (faults[kind] ?? 0) + 1
        if (fault === 'hang') setImmediate(timeOut)
        return fault ?? null
      })
      try {
        const seen = await preview(cases[turn] as Case, node, rpc, signal)
        if (seen !== expected[turn]) throw new Error(`preview ${previews + 1} of "${name}" is another`)
        identical++
      } catch (error) {
        if (signal?.aborted) break
        if (!isRegenError(error)) throw error
        failed[error.code] = (failed[error.code] ?? 0) + 1
      }
      previews++
      if (previews % Math.ceil(runs / 10) === 0) heap.push(heapUsed())
      progress?.(previews)
    }
  } finally {
    rpc.disconnect()
    await node.close()
  }
  const pending = clock.toCome() + clock.timeouts()
  return { previews, identical, failed, requests: rpc.stats().httpRequests, faults, heap, pending }

  function timeOut(): void {
    clock.timeOut()
    node.release()
  }
}

/** A recorded transaction by its name, and its messages. */
type Case = { readonly name: string; readonly messages: readonly Message[] }

async function preview(
  { name, messages }: Case,
  node: RecordedNode,
  rpc: Rpc,
  signal?: AbortSignal,
): Promise<string> {
  node.standBefore(name)
  const { snapshot } = await takeSnapshot(rpc, messages, signal ? { signal } : {})
  return JSON.stringify([snapshotJson(snapshot), previewJson(previewFees({ messages, snapshot }))])
}

function heapUsed(): number {
  const { gc } = globalThis as { gc?: () => void }
  gc?.()
  return process.memoryUsage().heapUsed
}
