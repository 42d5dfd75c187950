import * as stargate39 from '@cosmjs/stargate'
import type * as tendermint39 from '@cosmjs/tendermint-rpc'
import * as stargate32 from 'cosmjs-stargate-0-32'
import * as stargate36 from 'cosmjs-stargate-0-36'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  readAllowedDenoms,
  readBaskets,
  readCommunityPool,
  readCreditClasses,
  readFeeParams,
  readSellOrders,
  readStatus,
} from '../../src/client.ts'
import { rpcOf } from '../../src/cosmjs/rpcOf.ts'
import {
  createRegenSigningClient,
  previewWith,
  setupBasketExtension,
  setupDataExtension,
  setupEcocreditExtension,
  setupMarketplaceExtension,
  setupProtocolPoolExtension,
} from '../../src/cosmjs.ts'
import { type Clock, systemClock } from '../../src/node/rpc/clock.ts'
import type { FeePreview } from '../../src/preview/feePreview.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { canonicalJson } from '../../src/primitives/canonical.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { type CometClient, cometPort } from '../../src/snapshot/cometPort.ts'
import type { RecordedNode } from '../../src/testing.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { TxRaw } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { connect, walletOf } from '../client/live.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { testClock } from '../node/rpc/testClock.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { type RecordedTx, recordedTx } from '../support/recordings.ts'
import { fromBase64 } from '../wire/recordings.ts'
import { isSignedBy } from './isSignedBy.ts'

const VERSIONS = { '0.32': stargate32, '0.36': stargate36, '0.39': stargate39 } as const

/** One transaction of each kind that M013 charges, as it was recorded. */
const FEE_TYPES = ['create batch C02', 'send tradable and retired', 'retire', 'buy 2.345678 with fees']

/** A preview as it is printed, byte for byte. */
const bytesOf = (preview: FeePreview): string => canonicalJson(previewJson(preview))

const messagesOf = ({ txBytes }: RecordedTx) => decodeTx(fromBase64(txBytes)).body.messages

afterEach(() => {
  vi.useRealTimers()
})

describe.each(Object.entries(VERSIONS))('CosmJS %s', (_, stargate) => {
  async function stand(name: string) {
    const tx = recordedTx(name)
    const node = await recordedNode()
    node.standBefore(name)
    return { tx, node, regen: await connect(node.url) }
  }

  /** Every kind of client that CosmJS makes, on the same node. */
  async function clientsOf(node: RecordedNode, tx: RecordedTx) {
    const wallet = await walletOf(tx.signer)
    const reading = await stargate.StargateClient.connect(node.url)
    const signing = await (stargate as typeof stargate39).SigningStargateClient.connectWithSigner(
      node.url,
      wallet as never,
    )
    const { cometClient } = reading as unknown as { readonly cometClient: tendermint39.CometClient }
    const querying = stargate39.QueryClient.withExtensions(cometClient)
    return {
      StargateClient: reading,
      SigningStargateClient: signing,
      CometClient: cometClient,
      QueryClient: querying,
    }
  }

  test.each(FEE_TYPES)(
    'previewWith is regen.previewFees, byte for byte, over each client’s own connection, at one height: %s',
    async name => {
      const { tx, node, regen } = await stand(name)
      // CosmJS hides the date of an answer, so that the age of the state is told by this machine's clock.
      vi.useFakeTimers({ toFake: ['Date'], now: new Date((await readStatus(regen.rpc)).time) })
      const ours = await regen.previewFees(messagesOf(tx), { gasLimit: BigInt(tx.fee.gas) })
      for (const [kind, client] of Object.entries(await clientsOf(node, tx))) {
        const before = node.requests.length
        const preview = await previewWith(client, messagesOf(tx), { gasLimit: BigInt(tx.fee.gas) })
        expect(bytesOf(preview), kind).toBe(bytesOf(ours))
        const asked = node.requests.slice(before).flatMap(({ calls }) => calls)
        const heights = asked
          .filter(({ method }) => method === 'abci_query')
          .map(({ params }) => (params as { readonly height?: string }).height ?? '0')
        // The first wave asks for the newest block; all that follows is pinned to the height it was answered at.
        expect(heights.filter(height => !['0', `${ours.height}`].includes(height))).toEqual([])
      }
    },
  )

  test.each(FEE_TYPES.flatMap(name => [[name, 'direct'] as const, [name, 'amino'] as const]))(
    'signs the recorded transaction with our types, and sends it: %s, %s',
    async (name, mode) => {
      const { tx, node } = await stand(name)
      const seen: bigint[] = []
      const client = (await createRegenSigningClient(
        stargate as typeof stargate39,
        node.url,
        await walletOf(tx.signer, mode),
        { confirm: preview => seen.push(preview.live.gas?.limit ?? 0n) > 0 },
      )) as stargate39.SigningStargateClient
      const signed = await client.sign(tx.address, messagesOf(tx), tx.fee, tx.memo)
      const { body, authInfo } = decodeTx(TxRaw.encode(signed).finish())
      expect(body.messages).toEqual(messagesOf(tx))
      expect(authInfo.signerInfos[0]?.modeInfo?.single?.mode).toBe(mode === 'direct' ? 1 : 127)
      expect(await isSignedBy(tx, mode, signed), mode).toBe(true)
      const hash = await client.signAndBroadcastSync(tx.address, messagesOf(tx), tx.fee, tx.memo)
      if (mode === 'direct') expect(hash).toBe(tx.hash)
      expect(hash).toMatch(/^[0-9A-F]{64}$/)
      expect(seen).toEqual([BigInt(tx.fee.gas), BigInt(tx.fee.gas)])
      client.disconnect()
    },
  )

  test('what the chain would refuse is not signed', async () => {
    const { tx, node } = await stand('buy with fees, no max fee (fails)')
    const wallet = await walletOf(tx.signer)
    const client = (await createRegenSigningClient(
      stargate as typeof stargate39,
      node.url,
      wallet,
    )) as stargate39.SigningStargateClient
    const error = await client.sign(tx.address, messagesOf(tx), tx.fee, '').catch(error => error)
    expect(isRegenError(error, 'PREVIEW_BLOCKS')).toBe(true)
    const asked = await stand('retire')
    const shy = (await createRegenSigningClient(
      stargate as typeof stargate39,
      asked.node.url,
      await walletOf(asked.tx.signer),
      {
        confirm: () => false,
      },
    )) as stargate39.SigningStargateClient
    expect(
      isRegenError(
        await shy.sign(asked.tx.address, messagesOf(asked.tx), asked.tx.fee, '').catch(error => error),
        'PREVIEW_BLOCKS',
      ),
    ).toBe(true)
  })

  test('extensions of QueryClient answer what our readers answer', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const regen = await connect(node.url)
    const comet = await (stargate as typeof stargate39).StargateClient.connect(node.url)
    const client = stargate39.QueryClient.withExtensions(
      (comet as unknown as { cometClient: tendermint39.CometClient }).cometClient,
      setupEcocreditExtension,
      setupMarketplaceExtension,
      setupBasketExtension,
      setupProtocolPoolExtension,
      setupDataExtension,
    )
    const ledger = await regen.ledger()
    expect(await client.marketplace.sellOrders()).toEqual(await readSellOrders(ledger))
    expect(await client.marketplace.feeParams()).toEqual(await readFeeParams(ledger))
    expect(await client.marketplace.allowedDenoms({ height: ledger.height })).toEqual(
      await readAllowedDenoms(ledger),
    )
    expect(await client.ecocredit.creditClasses()).toEqual(await readCreditClasses(ledger))
    expect(await client.basket.baskets()).toEqual(await readBaskets(ledger))
    expect(await client.protocolPool.communityPool()).toEqual(await readCommunityPool(ledger))
    expect(await client.marketplace.sellOrder('999999')).toBeNull()
    comet.disconnect()
  })
})

test('what is no client is refused with what is expected', async () => {
  const error = await previewWith({}, []).catch(error => error)
  expect(isRegenError(error, 'INPUT_INVALID')).toBe(true)
  expect(String(error)).toContain('CosmJS 0.32 or later')
})

describe('a node tells its newest block before its application has kept it', () => {
  const TO_COME = {
    response: {
      ...{ code: 26, codespace: 'sdk', height: '0', value: null },
      log: 'cannot query with height in the future; please provide a valid height: invalid height',
    },
  }

  /** A client of CosmJS whose node refuses so many of the queries at a height, and how often it was asked each of them. */
  async function refusing(times: number) {
    const tx = recordedTx('retire')
    const node = await recordedNode()
    node.standBefore('retire')
    let refused = 0
    const asked = new Map<string, number>()
    const client = {
      execute: async (request: { readonly method: string; readonly params: object }) => {
        const { height = '0' } = request.params as { readonly height?: string }
        if (request.method === 'abci_query' && height !== '0') {
          const query = JSON.stringify(request.params)
          asked.set(query, (asked.get(query) ?? 0) + 1)
          if (++refused <= times) return { result: TO_COME }
        }
        const answer = await fetch(node.url, { method: 'POST', body: JSON.stringify(request) })
        return (await answer.json()) as { readonly result: unknown }
      },
    }
    return { tx, client, asked, regen: await connect(node.url) }
  }

  test('it is asked again, and the preview is the same', async () => {
    const { tx, client, asked, regen } = await refusing(2)
    const assumptions = { gasLimit: BigInt(tx.fee.gas) }
    const { live } = await previewWith(client, messagesOf(tx), assumptions)
    expect(live).toEqual((await regen.previewFees(messagesOf(tx), assumptions)).live)
    expect([...asked.values()].reduce((sum, times) => sum + times - 1, 0)).toBe(2)
  })

  test('five times, and then its refusal is the error', async () => {
    const { tx, client, asked } = await refusing(1_000)
    const [message] = messagesOf(tx)
    const error = await previewWith(client, message ? [message] : []).catch(error => error)
    expect(error).toMatchObject({ code: 'QUERY_FAILED', context: { code: 26 } })
    expect(Math.max(...asked.values())).toBe(5)
  })

  const QUERY = { path: '/cosmos.bank.v1beta1.Query/Params', data: new Uint8Array(), height: 5n }
  const KEPT = { response: { code: 0, height: '5', value: 'CgA=' } }

  /** Both connections over a client of CosmJS; the height is refused so many times. */
  function bothPorts(times: number, clock: Clock = systemClock) {
    let asked = 0
    const next = () => (++asked <= times ? TO_COME : KEPT)
    const cometClient = {
      abciQuery: async () => {
        const { height, ...answer } = next().response
        return { ...answer, height: Number(height), value: new Uint8Array([10, 0]) }
      },
    } as unknown as CometClient
    const ports = {
      execute: rpcOf({ execute: async () => ({ result: next() }) }, clock),
      comet: cometPort(cometClient, clock),
    }
    return { ports, count: () => asked }
  }

  describe.each(['execute', 'comet'] as const)('by %s', kind => {
    test('a repeat is a retry, the call counts once, and the pauses double', async () => {
      const clock = testClock()
      const { ports } = bothPorts(3, clock)
      expect(await ports[kind].abciQuery(QUERY)).toEqual({ height: 5n, value: new Uint8Array([10, 0]) })
      expect(ports[kind].stats()).toEqual({ calls: 1, httpRequests: 4, retries: 3, failovers: 0 })
      expect(clock.rests).toEqual([100, 200, 400])
    })

    test('a signal that has ended: CALL_ABORTED, and nothing is asked', async () => {
      const { ports, count } = bothPorts(0)
      const error = await failureOf(ports[kind].abciQuery({ ...QUERY, signal: AbortSignal.abort() }))
      expect(error).toMatchObject({ code: 'CALL_ABORTED', context: { by: 'signal' } })
      expect([count(), ports[kind].stats().calls]).toEqual([0, 0])
    })

    test('a signal that ends while it waits: CALL_ABORTED, its timer is cancelled, and it is not asked again', async () => {
      const stop = new AbortController()
      const cancelled: number[] = []
      const { ports, count } = bothPorts(1_000, {
        now: () => 0,
        after: milliseconds => {
          queueMicrotask(() => stop.abort())
          return () => cancelled.push(milliseconds)
        },
      })
      const error = await failureOf(ports[kind].abciQuery({ ...QUERY, signal: stop.signal }))
      expect(error).toMatchObject({ code: 'CALL_ABORTED', context: { by: 'signal' } })
      expect([count(), cancelled]).toEqual([1, [100]])
    })

    test('a signal that ends while the client asks: CALL_ABORTED, though the client never answers', async () => {
      const stop = new AbortController()
      const never = () => new Promise<never>(() => {})
      const port =
        kind === 'execute'
          ? rpcOf({ execute: never })
          : cometPort({ abciQuery: never, status: never } as unknown as CometClient)
      const asked = [
        port.abciQuery({ ...QUERY, signal: stop.signal }),
        port.call('status', {}, stop.signal),
      ].map(failureOf)
      stop.abort()
      for (const { code } of await Promise.all(asked)) expect(code).toBe('CALL_ABORTED')
    })
  })
})
