import { describe, expect, test } from 'vitest'
import type { ConnectOptions } from '../../src/client/connectRegen.ts'
import type { SendStep } from '../../src/client/send/sendOptions.ts'
import type { OfflineSigner } from '../../src/client/sign/offlineSigner.ts'
import type { Clock } from '../../src/node/rpc/clock.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { testClock, until } from '../node/rpc/testClock.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { type Answered, abci, broadcasts, type Call, counted, interpose, SIMULATE } from './interpose.ts'
import { asRecorded, connect, recordedTx, rightBefore } from './live.ts'

const NAME = 'retire'
const { hash, txBytes } = recordedTx(NAME)
const never = () => new Promise<never>(() => {})

/** What ends a call: its signal, or the end of the connection. */
const ENDS = ['signal', 'disconnect'] as const

/** A send that can be ended, and what it comes to. */
async function sending({
  wallet: odd,
  ...options
}: ConnectOptions & { wallet?: Partial<OfflineSigner> } = {}) {
  const { tx, node, regen, wallet } = await rightBefore(NAME, options)
  const controller = new AbortController()
  const end = (by: (typeof ENDS)[number]) => (by === 'signal' ? controller.abort() : regen.disconnect())
  const signer = Object.assign(Object.create(wallet), odd) as OfflineSigner
  const send = (onStep?: (step: SendStep) => void) =>
    failureOf(
      regen.connectSigner(signer).signAndBroadcast(messagesOf(NAME), {
        ...asRecorded(tx),
        signal: controller.signal,
        ...(onStep && { onStep }),
      }),
    )
  /** Nothing is left: no rest, no timeout, no request. */
  const isQuiet = () => until(() => regen.clock.toCome() === 0 && regen.clock.timeouts() === 0)
  return { node, regen, wallet, controller, end, send, isQuiet }
}

const aborted = (by: string) => ({ code: 'CALL_ABORTED', context: { by } })
const lost = (by: string) => ({ code: 'BROADCAST_FAILED', context: { hash }, cause: aborted(by) })

describe.each(ENDS)('ended by %s', by => {
  /** The HTTP requests of a send: status of the connection, two of the preview, status, account, simulation, broadcast, looks. */
  test.each([
    [2, 'the preview', false],
    [3, 'the second wave of the preview', false],
    [4, 'the status', false],
    [5, 'the account', false],
    [6, 'the simulation', false],
    [7, 'the broadcast', true],
    [8, 'the first look for the block', true],
    [9, 'the second look for the block', true],
  ] as const)('at HTTP request %i, %s', async (place, _, isOut) => {
    const { node, end, send, isQuiet } = await sending()
    node.includeAfter(100)
    node.misbehave(({ index }) => (index === place ? 'hang' : null))
    const failure = send()
    await until(() => node.requests.length === place)
    end(by)
    expect(await failure).toMatchObject(isOut ? lost(by) : aborted(by))
    expect(broadcasts(node)).toEqual(isOut ? [txBytes] : [])
    await isQuiet()
  })

  test.each([
    ['previewed', false],
    ['simulated', false],
    ['signed', false],
    ['sent', true],
  ] as const)('as it hears of the step "%s"', async (at, isOut) => {
    const { node, end, send, isQuiet } = await sending()
    const failure = send(({ step }) => step === at && end(by))
    expect(await failure).toMatchObject(isOut ? lost(by) : aborted(by))
    expect(broadcasts(node)).toEqual(isOut ? [txBytes] : [])
    await isQuiet()
  })

  test.each(['getAccounts', 'signDirect'] as const)('while the wallet asks its owner (%s)', async method => {
    let asked = false
    const { node, end, send, isQuiet } = await sending({
      wallet: {
        [method]: () => {
          asked = true
          return never()
        },
      },
    })
    const failure = send()
    await until(() => asked)
    end(by)
    expect(await failure).toMatchObject(aborted(by))
    expect(broadcasts(node)).toEqual([])
    await isQuiet()
  })

  test('before it begins', async () => {
    const { node, end, send } = await sending()
    end(by)
    expect(await send()).toMatchObject(aborted(by))
    expect(broadcasts(node)).toEqual([])
  })

  test('while it waits for its turn', async () => {
    const { node, regen, wallet, end, send, isQuiet } = await sending()
    const stuck = Object.assign(Object.create(wallet), { signDirect: never }) as OfflineSigner
    const first = new AbortController()
    let isFirst = false
    const other = failureOf(
      regen.connectSigner(stuck).signAndBroadcast(messagesOf(NAME), {
        signal: first.signal,
        onStep: ({ step }) => {
          isFirst ||= step === 'simulated'
        },
      }),
    )
    await until(() => isFirst)
    let isNext = false
    const failure = send(({ step }) => {
      isNext ||= step === 'previewed'
    })
    await until(() => isNext)
    end(by)
    expect(await failure).toMatchObject(aborted(by))
    first.abort()
    await other
    expect(broadcasts(node)).toEqual([])
    await isQuiet()
  })

  test('between two attempts to send, of which the first had no answer', async () => {
    let attempts = 0
    const { node, regen, end, send, isQuiet } = await sending()
    node.misbehave(({ calls }) => {
      if (!calls.some(({ method }) => method === 'broadcast_tx_sync')) return null
      attempts++
      return { status: 503 }
    })
    const failure = send()
    await until(() => attempts === 2)
    end(by)
    expect(await failure).toMatchObject({ code: 'BROADCAST_FAILED', context: { hash } })
    expect(regen.clock.timeouts()).toBe(0)
    await isQuiet()
  })

  test('between two attempts to send that the node refused: nothing is out', async () => {
    const full = { result: { code: 20, codespace: 'sdk', log: 'mempool is full' } }
    const clock = testClock()
    let rest = false
    let cancelled = 0
    // The rest after the third refusal does not end by itself.
    const after: Clock['after'] = (milliseconds, run) => {
      rest ||= milliseconds === 2_000
      return milliseconds === 2_000 ? () => cancelled++ : clock.after(milliseconds, run)
    }
    const { end, send } = await sending({
      clock: { ...clock, after },
      fetch: interpose(({ method }) => (method === 'broadcast_tx_sync' ? full : null)),
    })
    const failure = send()
    await until(() => rest)
    end(by)
    expect(await failure).toMatchObject(aborted(by))
    expect(cancelled).toBe(1)
  })

  test('while it is not known whether a block has it', async () => {
    let looks = 0
    const used = {
      result: {
        code: 32,
        codespace: 'sdk',
        log: 'account sequence mismatch, expected 3, got 2: incorrect account sequence',
      },
    }
    let attempts = 0
    const { node, end, send, isQuiet } = await sending({
      fetch: interpose(({ method }) => {
        if (method === 'tx') looks++
        if (method !== 'broadcast_tx_sync') return null
        return attempts++ === 0
          ? { error: { code: -32603, message: 'Internal error', data: 'timed out' } }
          : used
      }),
    })
    const failure = send()
    await until(() => looks === 2)
    end(by)
    expect(await failure).toMatchObject({ code: 'BROADCAST_FAILED', context: { hash } })
    expect(broadcasts(node)).toEqual([])
    await isQuiet()
  })
})

test('a call that was ended does not keep the next one waiting', async () => {
  const { regen, wallet, end, send, node } = await sending({ wallet: { signDirect: never } as never })
  let isSimulated = false
  const failure = send(({ step }) => {
    isSimulated ||= step === 'simulated'
  })
  await until(() => isSimulated)
  const next = regen.connectSigner(wallet).signAndBroadcast(messagesOf(NAME), asRecorded(recordedTx(NAME)))
  end('signal')
  expect(await failure).toMatchObject(aborted('signal'))
  expect((await next).txHash).toBe(hash)
  expect(broadcasts(node)).toEqual([txBytes])
})

test('a wallet that signs after the end is not listened to', async () => {
  let sign = () => {}
  const { node, wallet, end, send } = await sending({
    wallet: {
      signDirect: (...args: never[]) =>
        new Promise(resolve => {
          sign = () =>
            resolve((wallet as never as { signDirect: (...args: never[]) => never }).signDirect(...args))
        }),
    } as never,
  })
  const failure = send()
  let before = sign
  await until(() => sign !== before)
  before = sign
  end('signal')
  expect(await failure).toMatchObject(aborted('signal'))
  sign()
  await new Promise(resolve => setImmediate(resolve))
  expect(broadcasts(node)).toEqual([])
})

test('a signal that many calls share has two listeners at most: of the connection, and of its calls; and in the end none', async () => {
  const { node, regen, wallet, controller } = await sending()
  node.includeAfter(3)
  let [listeners, most] = [0, 0]
  const { signal } = controller
  const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)]
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    most = Math.max(most, ++listeners)
    add(...args)
  }
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners--
    remove(...args)
  }
  await regen
    .connectSigner(wallet)
    .signAndBroadcast(messagesOf(NAME), { ...asRecorded(recordedTx(NAME)), signal })
  expect(most).toBeLessThanOrEqual(2)
  expect(listeners).toBeLessThanOrEqual(1)
})

/** A node that simulates anything, and takes the transaction at the last of some broadcasts: lost, then used by another, then taken. */
function takes(broadcasts: 1 | 3) {
  let attempt = 0
  const answers = [
    { error: { code: -32603, message: 'Internal error', data: 'timed out' } },
    {
      result: {
        code: 32,
        codespace: 'sdk',
        log: 'account sequence mismatch, expected 3, got 2: incorrect account sequence',
      },
    },
    { result: { code: 0, codespace: '', log: '' } },
  ].slice(-broadcasts)
  return ({ method, path }: Call): Answered => {
    if (path === SIMULATE) return abci(recordedTx(NAME).before.simulate?.response ?? {})
    return method === 'broadcast_tx_sync' ? (answers[attempt++] ?? null) : null
  }
}

describe('the wait for a block', () => {
  test('is over after its time: TX_TIMEOUT keeps the hash', async () => {
    const { node, regen, wallet } = await rightBefore(NAME)
    node.includeAfter(1_000)
    const error = await failureOf(
      regen.connectSigner(wallet).signAndBroadcast(messagesOf(NAME), {
        ...asRecorded(recordedTx(NAME)),
        timeoutMs: 5_000,
        pollMs: 2_000,
      }),
    )
    expect(error).toMatchObject({ code: 'TX_TIMEOUT', context: { hash, milliseconds: 5_000 } })
    expect(regen.clock.rests).toEqual([2_000, 2_000, 2_000])
    expect(error.message).toContain('waitForTx')
  })

  test('of a transaction found later is one call', async () => {
    const { node, regen, wallet } = await rightBefore(NAME)
    node.includeAfter(1_000)
    const signer = regen.connectSigner(wallet)
    await failureOf(
      signer.signAndBroadcast(messagesOf(NAME), { ...asRecorded(recordedTx(NAME)), timeoutMs: 0 }),
    )
    node.includeAfter(1)
    const found = await regen.waitForTx(hash.toLowerCase())
    expect([found.hash, found.code]).toEqual([hash, 0])
  })

  test('with no time looks once', async () => {
    const { node, regen } = await rightBefore(NAME)
    node.forget()
    await failureOf(regen.waitForTx(hash, { timeoutMs: 0 }))
    expect(node.requests.map(({ calls }) => calls.map(({ method }) => method))).toEqual([['status', 'tx']])
  })

  test('goes on while nodes fail, and TX_TIMEOUT tells the last failure', async () => {
    const { node, regen } = await rightBefore(NAME)
    node.misbehave(() => ({ text: '<html>' }))
    const error = await failureOf(regen.waitForTx(hash, { timeoutMs: 20_000 }))
    expect(error).toMatchObject({ code: 'TX_TIMEOUT', cause: { code: 'NODE_ANSWER_MALFORMED' } })
  })

  test.each([
    [
      'has no index',
      { error: { code: -32603, message: 'Internal error', data: 'transaction indexing is disabled' } },
    ],
    ['answers with another shape', { result: { hash: 'none' } }],
    ['answers with null', { result: null }],
    ['answers with another transaction', { result: recordedTx('cancel').tx }],
    ['gives another transaction the hash', { result: { ...recordedTx('cancel').tx, hash } }],
    ['is of another chain', null],
  ])('does not believe a node that %s', async (what, answered) => {
    const node = await recordedNode()
    node.standAt('end')
    let isOther = false
    const fetch = interpose(({ method }) => {
      if (method === 'tx') return answered
      if (method !== 'status' || what !== 'is of another chain' || !isOther) return null
      return {
        result: {
          node_info: { network: 'other-1', version: '' },
          sync_info: {
            latest_block_height: '999999',
            latest_block_time: '2026-01-01T00:00:00Z',
            catching_up: false,
          },
        },
      }
    })
    const regen = await connect(node.url, { fetch })
    isOther = true
    // The recorded node has the transaction; one that nobody has made is looked for where only the chain is wrong.
    const wanted = what === 'is of another chain' ? '0'.repeat(64) : hash
    const error = await failureOf(regen.waitForTx(wanted, { timeoutMs: 3_000, timeoutHeight: 5n }))
    expect(error.code).toBe('TX_TIMEOUT')
  })

  test('is over when the timeout height has passed, after three looks: TX_EXPIRED', async () => {
    const { node, regen } = await rightBefore(NAME)
    const timeoutHeight = node.height() - 1n
    node.forget()
    const error = await failureOf(regen.waitForTx(hash, { timeoutHeight }))
    expect(error).toMatchObject({ code: 'TX_EXPIRED', context: { hash, timeoutHeight } })
    expect(node.requests.length).toBe(3)
  })

  test('of a send is over too when its timeout height has passed', async () => {
    const { node, regen, wallet } = await rightBefore(NAME, { fetch: interpose(takes(1)) })
    const timeoutHeight = node.height() - 1n
    const error = await failureOf(
      regen.connectSigner(wallet).signAndBroadcast(messagesOf(NAME), { gasPrice: '1uregen', timeoutHeight }),
    )
    expect(error).toMatchObject({ code: 'TX_EXPIRED', context: { timeoutHeight } })
  })

  test('after an answer that was lost, the timeout height settles that nothing was sent', async () => {
    const { node, regen, wallet } = await rightBefore(NAME, { fetch: interpose(takes(3)) })
    const signer = counted(wallet)
    const timeoutHeight = node.height() - 1n
    const error = await failureOf(
      regen
        .connectSigner(signer.wallet)
        .signAndBroadcast(messagesOf(NAME), { gasPrice: '1uregen', timeoutHeight }),
    )
    // By the word of one node, nothing is signed again.
    expect(error).toMatchObject({ code: 'TX_EXPIRED', context: { timeoutHeight } })
    expect(signer.asked()).toBe(1)
  })

  test('goes on at the timeout height itself: its block may have the transaction', async () => {
    const { node, regen } = await rightBefore(NAME)
    const error = await failureOf(regen.waitForTx(hash, { timeoutHeight: node.height(), timeoutMs: 10_000 }))
    expect(error.code).toBe('TX_TIMEOUT')
  })

  test('does not take the height of one node with the silence of another', async () => {
    const [ahead, behind] = [await recordedNode(), await recordedNode()]
    ahead.standAt('end')
    behind.standBefore(NAME)
    const regen = await connect([ahead.url, behind.url])
    // The first node tells its height; the call for the transaction is not answered, and goes to the second.
    ahead.misbehave(({ calls }) => (calls.length === 2 ? 'entry missing' : null))
    const error = await failureOf(
      regen.waitForTx('F'.repeat(64), { timeoutHeight: behind.height() + 1n, timeoutMs: 4_000 }),
    )
    expect(error.code).toBe('TX_TIMEOUT')
  })

  test('with a failed transaction ends with its result', async () => {
    const { regen, node } = await rightBefore(NAME)
    node.standAt('end')
    const failed = recordedTx('out of gas in the block (fails)')
    expect(await regen.waitForTx(failed.hash)).toMatchObject({
      code: 11,
      codespace: 'sdk',
      hash: failed.hash,
    })
  })

  test.each(['', 'abc', `0x${'0'.repeat(62)}`, 'G'.repeat(64), 5 as never])(
    'refuses "%s", which is no hash',
    async text => {
      const { regen, node } = await rightBefore(NAME)
      node.forget()
      expect((await failureOf(regen.waitForTx(text))).code).toBe('INPUT_INVALID')
      expect(node.requests).toEqual([])
    },
  )

  test.each([
    { timeoutMs: Number.NaN },
    { timeoutMs: -1 },
    { pollMs: Number.NaN },
    { pollMs: '1' as never },
    { timeoutHeight: 5 as never },
    { timeoutHeight: -1n },
  ])('refuses %o', async options => {
    const { regen } = await rightBefore(NAME)
    const error = await failureOf(regen.waitForTx(hash, options))
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toContain(Object.keys(options)[0])
  })
})
