import { afterAll, expect, test } from 'vitest'
import { previewJson } from '../../src/preview/previewJson.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import type { Fault, RecordedNode } from '../../src/testing.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { byTurns } from '../support/runs.ts'
import { call } from '../testing/post.ts'
import { broadcasts, counted } from './interpose.ts'
import { asRecorded, connect, recordedTx, walletOf } from './live.ts'

const PREVIEWED = 'retire'
const SENT = 'buy with fees, exact max fee'
const tx = recordedTx(SENT)

const FAULTS: { readonly [name: string]: Fault } = {
  hang: 'hang',
  lost: 'lost',
  cut: 'cut',
  truncated: 'truncated',
  slow: 'slow',
  'entry missing': 'entry missing',
  'wrong id': 'wrong id',
  'entry twice': 'entry twice',
  'wrong height': 'wrong height',
  oversized: { padding: 2_000_000 },
  reset: 'reset',
  empty: { text: '' },
  'a web page': { text: '<html><h1>Welcome</h1>' },
  'an empty batch': { text: '[]' },
  'an error without id': { text: '{"jsonrpc":"2.0","error":{"code":-32005,"message":"too many"}}' },
  429: { status: 429, headers: { 'retry-after': '2' } },
  '502 with a web page': { status: 502, text: '<html>Bad Gateway' },
  503: { status: 503 },
  403: { status: 403, text: 'no' },
}

let clean: ReturnType<typeof run> | undefined

/** A preview of a node without faults: made once for all tests. */
async function cleanPreview(): Promise<unknown> {
  clean ??= standing('a preview').then(node => run('a preview', [node]))
  return (await clean).outcome
}

/** What is asked of a connection; a clean run gives `expected`. */
const TASKS = {
  'a preview': {
    requests: 2,
    expected: cleanPreview,
    start: async (regen: Connected) =>
      JSON.stringify(previewJson(await regen.previewFees(messagesOf(PREVIEWED)))),
  },
  'a send': {
    requests: 7,
    expected: async () => tx.hash,
    start: async (regen: Connected, wallet: Awaited<ReturnType<typeof walletOf>>) => {
      const sent = await regen.connectSigner(wallet).signAndBroadcast(messagesOf(SENT), asRecorded(tx))
      expect(sent.reconciliation.differences).toEqual([])
      return sent.txHash
    },
  },
} as const

/** The HTTP request of a send that carries the transaction. */
const AT_BROADCAST = 5

type Connected = Awaited<ReturnType<typeof connect>>

async function standing(task: keyof typeof TASKS): Promise<RecordedNode> {
  const node = await recordedNode()
  node.standBefore(task === 'a send' ? SENT : PREVIEWED)
  return node
}

/** Runs a task against nodes, with whatever faults they have by now; ends hanging requests by their timeout. */
async function run(task: keyof typeof TASKS, nodes: readonly RecordedNode[], isHung = () => false) {
  const regen = await connect(
    nodes.map(({ url }) => url),
    { answerLimit: 1_000_000 },
  )
  const before = regen.rpc.stats().httpRequests
  const wallet = counted(await walletOf(tx.signer))
  let isOver = false
  const ended = TASKS[task].start(regen, wallet.wallet).then(
    outcome => ({ outcome, error: undefined }),
    (error: unknown) => ({ outcome: undefined, error }),
  )
  void ended.then(() => {
    isOver = true
  })
  while (!isOver) {
    await new Promise(resolve => setImmediate(resolve))
    if (regen.clock.timeouts() > 0 && isHung()) regen.clock.timeOut()
  }
  // Nothing is left: no rest, no timeout, no request.
  expect([regen.clock.toCome(), regen.clock.timeouts()]).toEqual([0, 0])
  // Never other bytes than these, and signed once at most.
  expect(broadcasts(...nodes).filter(bytes => bytes !== tx.txBytes)).toEqual([])
  expect(wallet.asked()).toBeLessThanOrEqual(1)
  regen.disconnect()
  return { ...(await ended), requests: regen.rpc.stats().httpRequests - before }
}

const counts = new Map<string, number>()

afterAll(() => {
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  console.log(rows.map(([what, count]) => `${String(count).padStart(5)}  ${what}`).join('\n'))
})

/** Counts an outcome: success with the very result of a clean run, or a typed error. */
function count(what: string, { outcome, error }: { outcome?: unknown; error?: unknown }, expected: unknown) {
  if (error === undefined) expect(outcome).toBe(expected)
  else if (!isRegenError(error)) throw error
  const ending = isRegenError(error) ? error.code : 'success'
  const key = `${what}: ${ending}`
  counts.set(key, (counts.get(key) ?? 0) + 1)
  return ending
}

/** Faults of which the node has not done what it was asked. */
const isUndone = (fault: Fault) => fault === 'reset' || (typeof fault === 'object' && !('padding' in fault))

/**
 * Faults of one HTTP request, counted from 1, or of all from that one on. A broadcast that the node does all the same, or without a fault, it
 * passes on to the other one, as nodes do.
 */
function misbehave(
  node: RecordedNode,
  fault: Fault,
  from: number,
  often: 'once' | 'always',
  other?: RecordedNode,
) {
  let hung = 0
  node.misbehave(({ index, calls }) => {
    // The first request of all is the client's question of which chain it is.
    const isMeant = often === 'once' ? index === from + 1 : index > from
    const [{ method, params } = { method: '' }] = calls
    if (other && method === 'broadcast_tx_sync' && !(isMeant && isUndone(fault)))
      call(other.url, method, { ...params }).catch(() => {})
    if (isMeant && fault === 'hang') hung++
    return isMeant ? fault : null
  })
  return () => hung > 0 && hung-- > 0
}

const tasks = Object.keys(TASKS) as (keyof typeof TASKS)[]

const CASES = tasks.flatMap(task =>
  Object.entries(FAULTS).map(([name, fault], turn) => ({ task, name, fault, places: placesOf(task, turn) })),
)

/** Each HTTP request of a clean run; in `npm test` the broadcast, and every third by turns. */
function placesOf(task: keyof typeof TASKS, turn: number): readonly number[] {
  const all = Array.from({ length: TASKS[task].requests }, (_, index) => index + 1)
  const drawn = new Set([...byTurns(all, 3, turn), ...(task === 'a send' ? [AT_BROADCAST] : [])])
  return all.filter(place => drawn.has(place))
}

test.each(tasks)('%s without any fault', async task => {
  const node = await standing(task)
  const clean = await run(task, [node])
  expect(clean.outcome).toBe(await TASKS[task].expected())
  expect(clean.requests).toBe(TASKS[task].requests)
  expect(node.missing).toEqual([])
  console.log(`${task}: ${clean.requests} HTTP requests`)
})

test.each(CASES)(
  '$task, $name at each request, once: one node recovers',
  async ({ task, name, fault, places }) => {
    const expected = await TASKS[task].expected()
    for (const from of places) {
      const node = await standing(task)
      const isHung = misbehave(node, fault, from, 'once')
      const ending = count(`${task}, one node, once`, await run(task, [node], isHung), expected)
      // Neither is worth another try at the same node, but for a transaction that is out already.
      const isFinal = name === '403' || name === 'oversized'
      const typed = ['NODE_HTTP_ERROR', 'NODE_ANSWER_TOO_LARGE']
      const refused = name === '403' && task === 'a send' && from === AT_BROADCAST
      expect(isFinal && from < AT_BROADCAST ? typed : [refused ? 'TX_REFUSED' : 'success']).toContain(ending)
      expect(node.requests.length).toBeGreaterThan(from)
    }
  },
)

test.each(CASES)(
  '$task, $name from each request on: one node ends with a typed error',
  async ({ task, name, fault, places }) => {
    const expected = await TASKS[task].expected()
    for (const from of places) {
      const node = await standing(task)
      const isHung = misbehave(node, fault, from, 'always')
      const ended = await run(task, [node], isHung)
      const ending = count(`${task}, one node, always`, ended, expected)
      if (name === 'slow') expect(ending).toBe('success')
      // Calls without a height do not suffer from a wrong one.
      else if (name !== 'wrong height') expect(ending).not.toBe('success')
      if (ending === 'success' || broadcasts(node).length === 0) continue
      // A gateway that refuses, or has no room, has certainly not taken it.
      const atBroadcast = ['403', '429'].includes(name) ? 'TX_REFUSED' : 'BROADCAST_FAILED'
      expect(ending).toBe(from === AT_BROADCAST ? atBroadcast : 'TX_TIMEOUT')
      expect(ended.error).toMatchObject({ context: { hash: tx.hash } })
    }
  },
)

test.each(CASES)(
  '$task, $name from each request on: another node takes over',
  async ({ task, name, fault, places }) => {
    const expected = await TASKS[task].expected()
    for (const from of places) {
      const [bad, good] = [await standing(task), await standing(task)]
      const isHung = misbehave(bad, fault, from, 'always', good)
      const ending = count(`${task}, two nodes`, await run(task, [bad, good], isHung), expected)
      // Another node would give the same answer, so that it is not asked.
      if (name !== 'oversized') expect([from, ending]).toEqual([from, 'success'])
    }
  },
)
