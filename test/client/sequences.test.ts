import { describe, expect, test } from 'vitest'
import type { SendStep } from '../../src/client/send/sendOptions.ts'
import type { OfflineSigner } from '../../src/client/sign/offlineSigner.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { until } from '../node/rpc/testClock.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { call } from '../testing/post.ts'
import { type Answered, abci, broadcasts, type Call, counted, interpose, SIMULATE } from './interpose.ts'
import { asRecorded, connect, recordedTx, rightBefore, walletOf } from './live.ts'

/** Bob buys twice, in two blocks that follow each other. */
const FIRST = 'buy 2.5 C01 at no marketplace fee, bid above ask'
const SECOND = 'buy and retire 1 C01 in USDC'

const first = recordedTx(FIRST)
const second = recordedTx(SECOND)

/** The recorded simulation of a transaction, whatever sequence it is asked with. */
const simulated = (name: string): Answered => abci(recordedTx(name).before.simulate?.response ?? {})

const mismatch = (expected: number, got: number): Answered => ({
  result: {
    code: 32,
    codespace: 'sdk',
    log: `account sequence mismatch, expected ${expected}, got ${got}: incorrect account sequence`,
  },
})

/** Answers the calls of one kind one after the other; after the last, the node answers. */
function inOrder(isMeant: (call: Call) => boolean, answers: readonly (() => Answered | Promise<Answered>)[]) {
  let next = 0
  return (call: Call) => (isMeant(call) && next < answers.length ? (answers[next++]?.() ?? null) : null)
}

const isBroadcast = ({ method }: Call) => method === 'broadcast_tx_sync'
const isSimulation = ({ path }: Call) => path === SIMULATE

const sequencesOf = (base64: string) =>
  decodeTx(new Uint8Array(Buffer.from(base64, 'base64'))).authInfo.signerInfos.map(({ sequence }) => sequence)

describe('several transactions in a row, from one process', () => {
  test.each([
    [FIRST, SECOND],
    ['create class C01', 'create class C02 with a larger fee than required'],
    ['buy from two orders', 'buy 0.000001 at 33 uregen: pays 0'],
    ['basket put', 'basket take and retire', 'basket take tradable', 'burn regen'],
    ['amino JSON sell with expiration', 'amino JSON create batch'],
  ])('%s, and what follows: none waits for the block of another', async (...names) => {
    const [name = ''] = names
    const { node, regen, wallet } = await rightBefore(name)
    node.includeAfter(1_000)
    const signer = regen.connectSigner(wallet)
    const heights: bigint[] = []
    const sent = await Promise.all(
      names.map(name =>
        signer.signAndBroadcast(messagesOf(name), {
          ...asRecorded(recordedTx(name)),
          // What a transaction before it makes is not there yet when it is previewed.
          allow: ['CREDITS_TOO_LOW', 'BALANCE_TOO_LOW'],
          onStep: ({ step }) => {
            if (step === 'sent') heights.push(node.height())
            if (heights.length === names.length) node.includeAfter(1)
          },
        }),
      ),
    )
    expect(sent.map(({ txHash }) => txHash)).toEqual(names.map(name => recordedTx(name).hash))
    expect(broadcasts(node)).toEqual(names.map(name => recordedTx(name).txBytes))
    expect(new Set(heights)).toEqual(new Set([BigInt(recordedTx(name).tx?.height ?? 0) - 1n]))
    expect(node.missing).toEqual([])
  })

  test('a wallet that declines one does not keep the next from its sequence', async () => {
    const { node, regen, wallet } = await rightBefore(FIRST)
    const declining = {
      ...wallet,
      getAccounts: () => wallet.getAccounts(),
      signDirect: async () => Promise.reject(new Error('declined')),
    }
    const [declined, sent] = await Promise.allSettled([
      regen.connectSigner(declining as never).signAndBroadcast(messagesOf(SECOND), asRecorded(first)),
      regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), asRecorded(first)),
    ])
    expect(declined).toMatchObject({ status: 'rejected' })
    expect(sent).toMatchObject({ status: 'fulfilled', value: { txHash: first.hash } })
    expect(broadcasts(node)).toEqual([first.txBytes])
  })

  test('one that is ended while it waits for its turn does not let the next one overtake', async () => {
    const { node, regen, wallet } = await rightBefore(FIRST)
    let sign = () => {}
    const slow = Object.assign(Object.create(wallet), {
      signDirect: (...args: never[]) =>
        new Promise<void>(resolve => {
          sign = resolve
        }).then(() =>
          (wallet as unknown as { signDirect: (...args: never[]) => unknown }).signDirect(...args),
        ),
    }) as OfflineSigner
    let turn = 0
    // One wallet, whose owner takes time over the first request.
    const owner = Object.assign(Object.create(wallet), {
      signDirect: (...args: never[]) =>
        (
          (turn++ === 0 ? slow : wallet) as unknown as { signDirect: (...args: never[]) => unknown }
        ).signDirect(...args),
    }) as OfflineSigner
    const controller = new AbortController()
    const steps: string[] = []
    const hear =
      (who: string) =>
      ({ step }: SendStep) =>
        steps.push(`${who} ${step}`)
    const options = asRecorded(first)
    const one = regen
      .connectSigner(owner)
      .signAndBroadcast(messagesOf(FIRST), { ...options, onStep: hear('one') })
    await until(() => steps.includes('one simulated'))
    const two = failureOf(
      regen
        .connectSigner(owner)
        .signAndBroadcast(messagesOf(SECOND), { ...options, onStep: hear('two'), signal: controller.signal }),
    )
    const three = regen
      .connectSigner(owner)
      .signAndBroadcast(messagesOf(SECOND), { ...options, onStep: hear('three') })
    await until(() => steps.includes('two previewed') && steps.includes('three previewed'))
    controller.abort()
    expect((await two).code).toBe('CALL_ABORTED')
    // Time for more requests than the third would need to be simulated.
    for (let previews = 0; previews < 4; previews++) await regen.previewFees(messagesOf(FIRST))
    expect(steps).not.toContain('three simulated')
    sign()
    await Promise.all([one, three])
    expect(broadcasts(node)).toEqual([first.txBytes, second.txBytes])
  })

  test('one that does not get into a block is forgotten: the next one asks the chain for its sequence', async () => {
    const { node, regen, wallet } = await rightBefore(FIRST)
    node.includeAfter(1_000)
    const signer = regen.connectSigner(wallet)
    const send = () => signer.signAndBroadcast(messagesOf(FIRST), asRecorded(first))
    expect(await failureOf(send())).toMatchObject({ code: 'TX_TIMEOUT', context: { hash: first.hash } })
    // The node drops what is pending.
    node.standBefore(FIRST)
    node.includeAfter(1)
    expect((await send()).txHash).toBe(first.hash)
  })
})

describe('another process uses the sequence', () => {
  test('before the simulation: the chain tells the next one, and it is signed with that', async () => {
    const node = await recordedNode()
    node.standBefore(FIRST)
    const other = async () => {
      await call(node.url, 'broadcast_tx_sync', { tx: first.txBytes })
      return null
    }
    const regen = await connect(node.url, { fetch: interpose(inOrder(isSimulation, [other])) })
    const wallet = counted(await walletOf('bob'))
    const sent = await regen
      .connectSigner(wallet.wallet)
      .signAndBroadcast(messagesOf(SECOND), asRecorded(second))
    expect(sent.txHash).toBe(second.hash)
    expect(wallet.asked()).toBe(1)
    expect(broadcasts(node)).toEqual([first.txBytes, second.txBytes])
    expect(regen.clock.rests.length).toBe(1)
  })

  /** Bob's second purchase, while another process sends the first one right before the broadcast. */
  async function overtaken(count: 1 | 2) {
    const nodes = await Promise.all(Array.from({ length: count }, () => recordedNode()))
    for (const node of nodes) node.standBefore(FIRST)
    const other = async () => {
      for (const { url } of nodes) await call(url, 'broadcast_tx_sync', { tx: first.txBytes })
      for (const node of nodes) node.makeBlock()
      return null
    }
    const simulations = inOrder(isSimulation, [() => simulated(SECOND)])
    const others = inOrder(isBroadcast, [other])
    const regen = await connect(
      nodes.map(({ url }) => url),
      { fetch: interpose(async call => (await simulations(call)) ?? others(call)) },
    )
    const wallet = counted(await walletOf('bob'))
    const steps: SendStep['step'][] = []
    const sending = regen.connectSigner(wallet.wallet).signAndBroadcast(messagesOf(SECOND), {
      ...asRecorded(second),
      onStep: ({ step }) => steps.push(step),
    })
    return { nodes, wallet, steps, sending }
  }

  test('before the broadcast: by the word of one node nothing is signed again, TX_REFUSED names what was faster', async () => {
    const { nodes, wallet, sending } = await overtaken(1)
    const error = await failureOf(sending)
    expect(error).toMatchObject({ code: 'TX_REFUSED', context: { name: 'SEQUENCE_WRONG' } })
    expect(error.message).toContain(first.hash)
    expect(wallet.asked()).toBe(1)
    expect(broadcasts(...nodes).map(bytes => sequencesOf(bytes))).toEqual([[0n], [0n]])
  })

  test('before the broadcast: two nodes show it, so that it is simulated and signed again', async () => {
    const { nodes, wallet, steps, sending } = await overtaken(2)
    expect((await sending).txHash).toBe(second.hash)
    expect(steps.join(' ')).toBe('previewed simulated signed simulated signed sent included')
    expect(wallet.asked()).toBe(2)
    const own = broadcasts(...nodes).filter(bytes => bytes !== first.txBytes)
    expect(own.map(bytes => sequencesOf(bytes))).toEqual([[0n], [1n]])
  })
})

/** A node that is busy for longer than any of these tests takes. */
const busy = () => new Response('', { status: 503, headers: { 'retry-after': '30' } })

describe('a node that is behind', () => {
  /** Bob's first purchase is pending at one node, which then fails; the other one has not seen it. */
  async function afterFailover(answer: (call: Call) => Answered | Promise<Answered> = () => null) {
    const [a, b] = [await recordedNode(), await recordedNode()]
    for (const node of [a, b]) {
      node.standBefore(FIRST)
      node.includeAfter(1_000)
    }
    let failed = false
    const regen = await connect([a.url, b.url], {
      fetch: async (input, init) => {
        if (failed && String(input).startsWith(a.url)) return busy()
        return failed ? interpose(answer)(input, init) : fetch(input, init)
      },
    })
    const wallet = counted(await walletOf('bob'))
    const signer = regen.connectSigner(wallet.wallet)
    const pending = new AbortController()
    const one = new Promise<void>(resolve => {
      const sending = signer.signAndBroadcast(messagesOf(FIRST), {
        ...asRecorded(first),
        signal: pending.signal,
        onStep: ({ step }) => step === 'sent' && resolve(),
      })
      sending.catch(() => {})
    })
    await one
    failed = true
    const gossip = async () => {
      await call(b.url, 'broadcast_tx_sync', { tx: first.txBytes })
      return null
    }
    const send = () => signer.signAndBroadcast(messagesOf(SECOND), asRecorded(second))
    return { a, b, regen, wallet, send, gossip, end: () => pending.abort() }
  }

  test('is waited for in the simulation: the sequence is never lowered', async () => {
    let gossip: () => Promise<null> = async () => null
    const answers = inOrder(isSimulation, [() => null, () => null, () => gossip()])
    const { b, wallet, send, end, ...other } = await afterFailover(answers)
    gossip = async () => {
      b.includeAfter(1)
      return other.gossip()
    }
    const sent = await send()
    expect(sent.txHash).toBe(second.hash)
    expect(broadcasts(b)).toEqual([first.txBytes, second.txBytes])
    expect(wallet.asked()).toBe(2)
    end()
  })

  test('is waited for at the broadcast: the same bytes go out again', async () => {
    let gossip: () => Promise<null> = async () => null
    const later = inOrder(isBroadcast, [() => null, () => null, () => gossip()])
    const { b, wallet, send, end, ...other } = await afterFailover(call =>
      isSimulation(call) ? simulated(SECOND) : later(call),
    )
    gossip = async () => {
      b.includeAfter(1)
      return other.gossip()
    }
    expect((await send()).txHash).toBe(second.hash)
    const { txBytes } = second
    expect(broadcasts(b)).toEqual([txBytes, txBytes, first.txBytes, txBytes])
    expect(wallet.asked()).toBe(2)
    end()
  })

  test('and never hears of the earlier one: nothing is signed in its place', async () => {
    const { b, wallet, send, end } = await afterFailover()
    expect(await failureOf(send())).toMatchObject({
      code: 'SIMULATION_REFUSED',
      context: { name: 'SEQUENCE_WRONG' },
    })
    expect(wallet.asked()).toBe(1)
    expect(broadcasts(b)).toEqual([])
    end()
  })

  test('and never hears of the earlier one after the signing: TX_REFUSED, and only those bytes were sent', async () => {
    const { b, send, end } = await afterFailover(call => (isSimulation(call) ? simulated(SECOND) : null))
    expect(await failureOf(send())).toMatchObject({
      code: 'TX_REFUSED',
      context: { name: 'SEQUENCE_WRONG', hash: second.hash },
    })
    expect(new Set(broadcasts(b))).toEqual(new Set([second.txBytes]))
    expect(broadcasts(b).length).toBe(6)
    end()
  })
})

describe('an answer to a broadcast that is lost', () => {
  /** A client whose first broadcast has a fault, and that is answered what the test says afterwards. */
  async function withFault(
    fault: 'lost' | 'reset',
    answers: readonly (() => Answered | Promise<Answered>)[],
  ) {
    const node = await recordedNode()
    node.standBefore(FIRST)
    let faults = 0
    node.misbehave(({ calls }) =>
      calls.some(({ method }) => method === 'broadcast_tx_sync') && faults++ === 0 ? fault : null,
    )
    const later = inOrder(isBroadcast, [() => null, ...answers])
    const regen = await connect(node.url, { fetch: interpose(later) })
    const wallet = counted(await walletOf('bob'))
    const send = (name = FIRST) =>
      regen.connectSigner(wallet.wallet).signAndBroadcast(messagesOf(name), asRecorded(first))
    return { node, regen, wallet, send }
  }

  test.each(['lost', 'reset'] as const)(
    '(%s) the same bytes again: "already in cache" is success so far',
    async fault => {
      const { node, wallet, send } = await withFault(fault, [])
      expect((await send()).txHash).toBe(first.hash)
      expect(broadcasts(node)).toEqual([first.txBytes, first.txBytes])
      expect(wallet.asked()).toBe(1)
      expect(node.missing).toEqual([])
    },
  )

  test('"tx already in mempool", as the application says it, is success so far too', async () => {
    const inMempool = { result: { code: 19, codespace: 'sdk', log: 'tx already in mempool' } }
    const { node, wallet } = await rightBefore(FIRST)
    const taken = async () => {
      await call(node.url, 'broadcast_tx_sync', { tx: first.txBytes })
      return inMempool
    }
    const regen = await connect(node.url, { fetch: interpose(inOrder(isBroadcast, [taken])) })
    const sent = await regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), asRecorded(first))
    expect(sent.txHash).toBe(first.hash)
    expect(broadcasts(node)).toEqual([first.txBytes])
  })

  test('another node is asked at once', async () => {
    const [bad, good] = [await recordedNode(), await recordedNode()]
    for (const node of [bad, good]) node.standBefore(FIRST)
    bad.misbehave(({ calls }) =>
      calls.some(({ method }) => method === 'broadcast_tx_sync') ? 'reset' : null,
    )
    const regen = await connect([bad.url, good.url])
    const rests: number[] = []
    const sending = regen.connectSigner(await walletOf('bob')).signAndBroadcast(messagesOf(FIRST), {
      ...asRecorded(first),
      timeoutMs: 0,
      onStep: ({ step }) => step === 'sent' && rests.push(regen.clock.rests.length),
    })
    // The nodes of this test do not tell each other.
    expect((await failureOf(sending)).code).toBe('TX_TIMEOUT')
    expect(rests).toEqual([0])
    expect([broadcasts(bad), broadcasts(good)]).toEqual([[first.txBytes], [first.txBytes]])
  })

  test('its sequence is used, and a block has it: it was sent', async () => {
    const { node, regen, wallet, send } = await withFault('lost', [() => mismatch(1, 0)])
    const sent = await send()
    expect(sent.txHash).toBe(first.hash)
    expect(wallet.asked()).toBe(1)
    expect(new Set(broadcasts(node))).toEqual(new Set([first.txBytes]))
    expect(regen.clock.rests).toContain(2_000)
  })

  test('its sequence is used by another transaction, in a block: TX_REFUSED, by the word of one node nothing is signed anew', async () => {
    const node = await recordedNode()
    node.standBefore(FIRST)
    const other = async (): Promise<null> => {
      await call(node.url, 'broadcast_tx_sync', { tx: first.txBytes })
      node.makeBlock()
      return null
    }
    let faults = 0
    node.misbehave(({ calls }) =>
      calls.some(({ method }) => method === 'broadcast_tx_sync') && faults++ === 0 ? 'reset' : null,
    )
    const later = inOrder(isBroadcast, [() => null, other])
    const simulations = inOrder(isSimulation, [() => simulated(SECOND)])
    const regen = await connect(node.url, {
      fetch: interpose(async call => (await simulations(call)) ?? later(call)),
    })
    const wallet = counted(await walletOf('bob'))
    const error = await failureOf(
      regen.connectSigner(wallet.wallet).signAndBroadcast(messagesOf(SECOND), asRecorded(second)),
    )
    expect(error).toMatchObject({ code: 'TX_REFUSED', context: { name: 'SEQUENCE_WRONG' } })
    const [lost = ''] = broadcasts(node)
    expect(broadcasts(node)).toEqual([lost, first.txBytes, lost])
    expect(wallet.asked()).toBe(1)
  })

  test('its sequence is used by something that waits for a block: the question stays open', async () => {
    const { node, wallet, send } = await withFault('reset', [() => mismatch(1, 0)])
    node.includeAfter(1_000)
    const error = await failureOf(send())
    expect(error).toMatchObject({ code: 'BROADCAST_FAILED', context: { hash: first.hash } })
    expect(wallet.asked()).toBe(1)
    expect(new Set(broadcasts(node))).toEqual(new Set([first.txBytes]))
  })

  test('a node that lags behind the one that tells of the sequence does not make it look unsent', async () => {
    // The first node has the block; it fails when it is asked for the transaction. The second stands before that block.
    const [ahead, behind] = [await recordedNode(), await recordedNode()]
    for (const node of [ahead, behind]) node.standBefore(FIRST)
    let lost = 0
    const regen = await connect([ahead.url, behind.url], {
      fetch: interpose(async ({ method, params }) => {
        if (method !== 'broadcast_tx_sync') return null
        if (lost++ > 0) return mismatch(1, 0)
        await call(ahead.url, method, params)
        ahead.makeBlock()
        return {
          error: { code: -32603, message: 'Internal error', data: 'broadcast confirmation not received' },
        }
      }),
    })
    ahead.misbehave(({ calls }) => (calls.some(({ method }) => method === 'tx') ? { status: 503 } : null))
    const wallet = counted(await walletOf('bob'))
    const error = await failureOf(
      regen.connectSigner(wallet.wallet).signAndBroadcast(messagesOf(FIRST), asRecorded(first)),
    )
    expect(error).toMatchObject({ code: 'BROADCAST_FAILED', context: { hash: first.hash } })
    expect(wallet.asked()).toBe(1)
  })

  test('no node ever answers: BROADCAST_FAILED keeps the hash and the last failure', async () => {
    const { tx, node, regen, wallet } = await rightBefore(FIRST)
    node.misbehave(({ calls }) =>
      calls.some(({ method }) => method === 'broadcast_tx_sync') ? { status: 502 } : null,
    )
    const error = await failureOf(
      regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), asRecorded(tx)),
    )
    expect(error).toMatchObject({
      code: 'BROADCAST_FAILED',
      context: { hash: first.hash },
      cause: { code: 'NODE_HTTP_ERROR' },
    })
    expect(error.message).toContain(`${node.url} answered with HTTP status 502. Look for the hash`)
    expect(new Set(broadcasts(node))).toEqual(new Set([first.txBytes]))
    expect(broadcasts(node).length).toBe(6)
  })

  test('a refusal after it settles nothing: the bytes may be in another node', async () => {
    const tooLow = {
      result: {
        code: 13,
        codespace: 'sdk',
        log: 'insufficient fees; got: 1uregen required: 2uregen: insufficient fee',
      },
    }
    const { wallet, send } = await withFault(
      'lost',
      [1, 2, 3, 4, 5].map(() => () => tooLow),
    )
    expect(await failureOf(send())).toMatchObject({
      code: 'BROADCAST_FAILED',
      context: { hash: first.hash },
      cause: { code: 'TX_REFUSED' },
    })
    expect(wallet.asked()).toBe(1)
  })

  test('and a refusal after it: the same bytes are sent on, and a node has them', async () => {
    const tooLow = { result: { code: 13, codespace: 'sdk', log: 'insufficient fees' } }
    const { wallet, send } = await withFault('lost', [() => tooLow, () => tooLow])
    expect((await send()).txHash).toBe(first.hash)
    expect(wallet.asked()).toBe(1)
  })
})

test('a node that is full is sent the same bytes later', async () => {
  const full = { result: { code: 20, codespace: 'sdk', log: 'mempool is full' } }
  const later = inOrder(isBroadcast, [() => full, () => full])
  const { tx, regen, wallet, node } = await rightBefore(FIRST, { fetch: interpose(later) })
  const sent = await regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), asRecorded(tx))
  expect(sent.txHash).toBe(first.hash)
  expect(broadcasts(node)).toEqual([first.txBytes])
  expect(regen.clock.rests).toContain(1_000)
})

test('a mismatch without numbers is not corrected by guessing: nothing shows what has used the sequence', async () => {
  const bare = { result: { code: 32, codespace: 'sdk', log: 'incorrect account sequence' } }
  const { tx, regen, wallet } = await rightBefore(FIRST, {
    fetch: interpose(inOrder(isBroadcast, [() => bare])),
  })
  const signer = counted(wallet)
  const error = await failureOf(
    regen.connectSigner(signer.wallet).signAndBroadcast(messagesOf(FIRST), asRecorded(tx)),
  )
  expect(error).toMatchObject({ code: 'BROADCAST_FAILED', context: { hash: first.hash } })
  expect(signer.asked()).toBe(1)
})
