import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Alert, alertSentence, parseWatchRules, type Socket, watch } from '../../src/monitor/index.ts'
import { connectRpc, type Rpc } from '../../src/node/rpc/connectRpc.ts'
import { RegenError } from '../../src/primitives/errors.ts'
import { NODE_HTTP_ERROR, NODE_TIMEOUT, RPC_ERROR } from '../../src/primitives/errorTable.ts'
import type { RecordedNode } from '../../src/testing.ts'
import { run } from '../cli/run.ts'
import { testClock } from '../node/rpc/testClock.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { LONG } from '../support/runs.ts'

/** The recorded chain, watched. */

const open: Rpc[] = []
afterEach(() => {
  for (const rpc of open.splice(0)) rpc.disconnect()
})

async function chain(place: string | bigint = 'end'): Promise<{ node: RecordedNode; rpc: Rpc }> {
  const node = await recordedNode()
  node.standAt(place)
  const rpc = connectRpc(node.url)
  open.push(rpc)
  return { node, rpc }
}

async function all(alerts: AsyncIterable<Alert>): Promise<readonly Alert[]> {
  const found: Alert[] = []
  for await (const alert of alerts) found.push(alert)
  return found
}

/** Few samples are enough, so that the short recorded market says something. */
const RULES = parseWatchRules({ leastSamples: 2, minNakamoto: 2 })
const brief = ({ code, severity, height, subject }: Alert) =>
  `${height} ${severity} ${code} ${subject.length > 40 ? `${subject.slice(0, 8)}…` : subject}`

describe('the recorded chain from its first purchase on', () => {
  test('a last block that is past already ends the watch at once', async () => {
    const { rpc } = await chain()
    expect(await all(watch({ rpc }, RULES, { to: 100n, clock: testClock() }))).toEqual([])
  })

  test('every alert, once, at its block; lasting ones at the first look at them', async () => {
    const { node, rpc } = await chain()
    const clock = testClock()
    const found = await all(watch({ rpc }, RULES, { from: 50n, to: 367n, clock }))
    expect(found.map(brief)).toMatchInlineSnapshot(`
      [
        "129 notice ACTOR_DOMINATES regen160…",
        "131 notice ACTOR_DOMINATES regen160…",
        "133 notice ACTOR_DOMINATES regen1h7…",
        "138 warning PRICE_OUTLIER D1B50101…",
        "138 warning PRICE_MOVED D1B50101…",
        "138 critical VOLUME_OUTLIER D1B50101…",
        "152 warning PRICE_MOVED A29701C2…",
        "152 notice ACTOR_DOMINATES regen160…",
        "306 notice ACTOR_DOMINATES regen160…",
        "307 notice ACTOR_DOMINATES regen160…",
        "367 notice ORDER_EXPIRED 3",
        "367 warning UPTIME_LOW regenval…",
        "367 warning UPTIME_LOW regenval…",
        "367 warning UPTIME_LOW regenval…",
        "367 critical SET_TOO_SMALL validators",
        "367 critical POWER_CONCENTRATED 1",
        "367 warning POWER_CONCENTRATED 5",
        "367 critical NAKAMOTO_LOW validators",
      ]
    `)
    expect(node.missing).toEqual([])
    for (const alert of found) expect(alertSentence(alert)).toMatch(/^\S.*\.$/)
  })
})

/** The chain whose n-th call fails as a lost connection does, or every call from then on for a while. */
function failing(
  rpc: Rpc,
  fails: (call: number) => boolean,
  failure: () => Error = () => new RegenError(NODE_TIMEOUT, { origin: 'http://node', milliseconds: 1 }),
): Pick<Rpc, 'call' | 'abciQuery'> {
  let calls = 0
  const orFail = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
    fails(calls++) ? Promise.reject(failure()) : ask()
  return {
    call: (...asked) => orFail(() => rpc.call(...asked)),
    abciQuery: asked => orFail(() => rpc.abciQuery(asked)),
  }
}

const ofTheChain = (alerts: readonly Alert[]) => alerts.filter(({ code }) => !code.startsWith('NODE_'))

describe('nothing is lost or told twice', () => {
  test('whichever call fails: NODE_LOST once, NODE_BACK, and the same alerts', async () => {
    const { rpc } = await chain('zeroText')
    const options = { from: 304n, to: 335n, clock: testClock() }
    let calls = 0
    const counted = failing(rpc, () => {
      calls++
      return false
    })
    const expected = await all(watch({ rpc: counted }, RULES, options))
    expect(expected.length).toBeGreaterThan(3)
    for (let call = 0; call < calls; call += LONG ? 1 : 7) {
      const found = await all(watch({ rpc: failing(rpc, at => at >= call && at < call + 3) }, RULES, options))
      expect(ofTheChain(found)).toEqual(expected)
      expect(found.map(({ code }) => code).filter(code => code.startsWith('NODE_'))).toEqual([
        'NODE_LOST',
        'NODE_BACK',
      ])
    }
  })

  test('as blocks come, with a subscription that tells, repeats itself, falls silent and is opened again', async () => {
    const { node, rpc } = await chain('highFees')
    const sockets: Socket[] = []
    const sent: string[] = []
    const openSocket = (): Socket => {
      const socket: Socket = {
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
        send: text => sent.push(text),
        close: () => {},
      }
      sockets.push(socket)
      setImmediate(() => socket.onopen?.({} as never))
      return socket
    }
    const { rpc: other } = await chain('zeroText')
    const expected = await all(
      watch({ rpc: other }, RULES, { from: 76n, to: 335n, stateEvery: 1000, clock: testClock() }),
    )
    let height = 301n
    const found: Alert[] = []
    const clock = testClock()
    const stepping = {
      ...clock,
      after: (milliseconds: number, wake: () => void) => {
        // The next block is there when the watch waits; sometimes it is told, sometimes twice, sometimes not at all.
        if (height < 335n) node.standAt(++height)
        const socket = sockets.at(-1)
        if (height % 3n === 0n) setImmediate(() => socket?.onmessage?.({} as never))
        if (height % 6n === 0n) setImmediate(() => socket?.onmessage?.({} as never))
        if (height % 7n === 0n) socket?.onclose?.({} as never)
        return clock.after(milliseconds, wake)
      },
    }
    for await (const alert of watch({ rpc }, RULES, {
      from: 76n,
      to: 335n,
      stateEvery: 1000,
      openSocket,
      clock: stepping,
    }))
      found.push(alert)
    const inBlocks = (alerts: readonly Alert[]) => alerts.filter(({ code }) => MARKET.has(code))
    expect(inBlocks(found)).toEqual(inBlocks(expected))
    expect(inBlocks(found).length).toBeGreaterThan(3)
    expect(sockets.length).toBeGreaterThan(2)
    expect(sent[0]).toContain("tm.event='NewBlockHeader'")
  })
})

const httpError = (status: number) => () =>
  new RegenError(NODE_HTTP_ERROR, { origin: 'http://node', status, retryAfterMs: 0 })
const rpcError = (reason: string) => () =>
  new RegenError(RPC_ERROR, { origin: 'http://node', method: 'block_results', code: -32603, reason })

describe('a node that fails', () => {
  const from300 = { from: 300n, to: 301n, clock: testClock() }

  test.each([
    ['its answer was late', undefined],
    ['HTTP 429', httpError(429)],
    ['HTTP 503', httpError(503)],
    ['not there yet', rpcError('height 301 must be less than or equal to the current blockchain height 300')],
  ])('is asked for ever where that can heal: %s', async (_, failure) => {
    const { rpc } = await chain('highFees')
    const found = await all(watch({ rpc: failing(rpc, call => call < 200, failure) }, RULES, from300))
    expect(found.slice(0, 2).map(({ code }) => code)).toEqual(['NODE_LOST', 'NODE_BACK'])
    const [lost, back] = found
    expect(lost).toMatchObject({ height: null, time: null, facts: { refuses: false } })
    expect(back?.height).toBeGreaterThanOrEqual(300n)
    expect(found.length).toBeGreaterThan(2)
  })

  test.each([
    ['blocks that it has thrown away', rpcError('height 300 is not available, lowest height is 9000')],
    ['an address without a node', httpError(404)],
  ])('ends the watch after ten refusals in a row, and says which block is next: %s', async (_, failure) => {
    const { rpc } = await chain('highFees')
    let calls = 0
    const refusing = failing(rpc, () => ++calls > 0, failure)
    const alerts: Alert[] = []
    const watching = (async () => {
      for await (const alert of watch({ rpc: refusing }, RULES, from300)) alerts.push(alert)
    })()
    await expect(watching).rejects.toMatchObject({
      code: 'WATCH_REFUSED',
      context: { refusals: 10, next: 300n, reason: expect.stringContaining('http://node') },
      cause: failure(),
    })
    expect([calls, alerts.map(({ code }) => code)]).toEqual([10, ['NODE_LOST']])
    const [lost] = alerts
    expect(lost).toMatchObject({ height: null, time: null, facts: { refuses: true } })
    expect(lost && alertSentence(lost)).toMatch(
      /^The node answers and refuses \([A-Z_]+\); it is asked again\.$/,
    )
  })

  const refusingBlocks = (rpc: Rpc, reason: string, refuses: (look: number) => boolean): Rpc => {
    let looks = 0
    const call: Rpc['call'] = (method, ...rest) => {
      if (method === 'status') looks++
      return (method === 'block_results' || method === 'tx_search') && refuses(looks)
        ? Promise.reject(rpcError(reason)())
        : rpc.call(method, ...rest)
    }
    return { ...rpc, call }
  }

  test('neither results of blocks nor an index, from the first block on: ten looks, then the end', async () => {
    const { rpc } = await chain('highFees')
    const watching = all(
      watch({ rpc: refusingBlocks(rpc, 'it is switched off', () => true) }, RULES, from300),
    )
    await expect(watching).rejects.toMatchObject({
      code: 'WATCH_REFUSED',
      context: { refusals: 10, next: 300n, reason: expect.stringContaining('it is switched off') },
      cause: { code: 'BLOCKS_UNREADABLE' },
    })
  })

  test.each([
    ['is not there yet', 'height 300 must be less than or equal to the current blockchain height 299', 50],
    ['is refused nine times', 'it is switched off', 9],
  ])('a first block that %s is waited for', async (_, reason, looks) => {
    const { rpc } = await chain('highFees')
    const late = refusingBlocks(rpc, reason, look => look <= looks)
    const found = await all(watch({ rpc: late }, RULES, from300))
    expect(found.slice(0, 2).map(({ code }) => code)).toEqual(['NODE_LOST', 'NODE_BACK'])
  })

  test('nine refusals in a row are waited for, however often they come', async () => {
    const { rpc } = await chain('highFees')
    let looks = 0
    const call: Rpc['call'] = (method, ...rest) =>
      method === 'status' && looks++ % 10 !== 9 ? Promise.reject(httpError(404)()) : rpc.call(method, ...rest)
    // Sixty blocks are three looks.
    const options = { from: 242n, to: 301n, clock: testClock() }
    const found = await all(watch({ rpc: { ...rpc, call } }, RULES, options))
    const ofTheNode = found.map(({ code }) => code).filter(code => code.startsWith('NODE_'))
    expect(looks).toBe(30)
    expect(ofTheNode).toEqual(['NODE_LOST', 'NODE_BACK', 'NODE_LOST', 'NODE_BACK', 'NODE_LOST', 'NODE_BACK'])
  })
})

test('a node that refuses the subscription is asked, and no second connection is opened', async () => {
  const { node, rpc } = await chain('highFees')
  let opened = 0
  let closed = 0
  const openSocket = (): Socket => {
    opened++
    const socket: Socket = {
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
      send: () => {},
      close: () => {
        closed++
      },
    }
    const data = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      error: { code: -32603, message: 'max_subscriptions' },
    })
    setImmediate(() => socket.onmessage?.({ data } as never))
    return socket
  }
  let height = 301n
  const clock = testClock()
  const waits: number[] = []
  const stepping = {
    ...clock,
    after: (milliseconds: number, wake: () => void) => {
      waits.push(milliseconds)
      node.standAt(++height)
      return clock.after(milliseconds, wake)
    },
  }
  await all(watch({ rpc }, RULES, { from: 301n, to: 310n, openSocket, clock: stepping }))
  expect([opened, closed]).toEqual([1, 1])
  expect(new Set(waits.slice(1))).toEqual(new Set([5_000]))
})

const MARKET = new Set(['PRICE_OUTLIER', 'VOLUME_OUTLIER', 'PRICE_MOVED', 'ACTOR_DOMINATES', 'WASH_PAIR'])

test('fees that governance changed are told with both values', async () => {
  const { node, rpc } = await chain('highFees')
  const clock = testClock()
  const stepping = {
    ...clock,
    after: (milliseconds: number, wake: () => void) => {
      node.standAt('zeroText')
      return clock.after(milliseconds, wake)
    },
  }
  const found = await all(watch({ rpc }, RULES, { from: 301n, to: 335n, stateEvery: 1, clock: stepping }))
  expect(
    found.filter(({ code }) => code === 'FEES_CHANGED').map(({ facts }) => facts),
  ).toMatchInlineSnapshot(`
    [
      {
        "before": "{"buyer":"0.1","seller":"0.05"}",
        "fee": "marketplace",
        "now": "{"buyer":"0","seller":"0.0"}",
      },
    ]
  `)
})

test('regen-fees watch --json: one object a line, whatever the width', async () => {
  const { node } = await chain('zeroText')
  const words = ['watch', '--rpc', node.url, '--from', '300', '--to', '335']
  const { code, out } = await run([...words, '--json'], { columns: 40 })
  expect(code).toBe(0)
  for (const line of out.split('\n')) expect(JSON.parse(line)).toMatchObject({ schema: 'regen-fees/alert/1' })
  expect((await run(words)).out).toContain('SET_TOO_SMALL: 4 validators are bonded; M014 asks for 15.')
})

test('regen-fees watch subscribes at the node’s /websocket where the platform has WebSockets', async () => {
  const { node } = await chain('zeroText')
  const opened: string[] = []
  vi.stubGlobal(
    'WebSocket',
    class {
      constructor(url: string) {
        opened.push(url)
        node.standAt('end')
      }
      send() {}
      close() {}
    },
  )
  try {
    // The last block is not there yet: the watch waits for it, by a subscription.
    const words = ['watch', '--rpc', node.url, '--from', '335', '--to', '336', '--poll', '7']
    expect((await run(words)).code).toBe(0)
  } finally {
    vi.unstubAllGlobals()
  }
  expect(opened).toEqual([`${node.url.replace('http:', 'ws:')}/websocket`])
})

test('other rules are read, and wrong ones refused by name', () => {
  expect(parseWatchRules({ priceMove: '0.05' }).priceMove).toEqual({ num: 1n, den: 20n })
  expect(() => parseWatchRules({ pricemove: '0.05' })).toThrow('INPUT_INVALID')
})
