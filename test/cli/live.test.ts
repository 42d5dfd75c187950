import { afterEach, describe, expect, test, vi } from 'vitest'
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { takeSnapshot } from '../../src/snapshot/takeSnapshot.ts'
import { GetNodeInfoResponse } from '../../src/wire/generated/cosmos/base/tendermint/v1beta1/query.ts'
import { connect } from '../node/rpc/connect.ts'
import { refused, through } from '../snapshot/altered.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network } from '../support/recordings.ts'
import { example, run } from './run.ts'

/** Commands at a node: the recorded one, over HTTP. */

afterEach(() => {
  vi.unstubAllGlobals()
})

const BUY = 'buy 2.345678 with fees'
const KEY = 'k3y-of-a-hosted-node'

async function standing(name = BUY) {
  const node = await recordedNode()
  node.standBefore(name)
  return node
}

describe('preview --rpc', () => {
  test('previews on the node’s newest height, and says so in its second line, after the verdict', async () => {
    const node = await standing()
    const { code, out, err } = await run(['preview', example('purchase'), '--rpc', node.url])
    expect([code, err]).toEqual([0, ''])
    const [verdict = '', first = ''] = out.split('\n')
    expect(verdict).toBe('Nothing speaks against it on this state.')
    expect(first).toContain(`Live: regen-devnet-1 at height ${node.height()}, 2026-11-21T14:28:`)
    expect(first).toContain(`Z, from ${node.url}.`)
    expect(out).toMatch(/maxFeeAmount must be .* 0\.586419 REGEN/)
  })

  test('--json is the preview of a snapshot of that height', async () => {
    const node = await standing()
    const { out } = await run([
      'preview',
      '--rpc',
      node.url,
      '--gas',
      '200000',
      '--json',
      example('purchase'),
    ])
    const messages = messagesOf(BUY)
    const { snapshot } = await takeSnapshot(connect(node.url), messages, { gasLimit: 200_000n })
    const { schema, verdict, gas, transaction, ...preview } = JSON.parse(out)
    expect(preview).toEqual(previewJson(previewFees({ messages, snapshot, gasLimit: 200_000n })))
    expect(schema).toBe('regen-fees/preview/1')
    expect(verdict).toEqual({ refused: false, certain: true, reasons: [], notes: [] })
    expect(gas).toMatchObject({ basis: 'given', limit: '200000', fee: '5000' })
    expect(transaction).toBeNull()
  })

  test('REGEN_RPC names nodes too, separated by commas; the second is asked when the first fails', async () => {
    const [bad, good] = [await standing(), await standing()]
    await bad.refuse()
    const environment = { REGEN_RPC: ` ${bad.url} , ${good.url} ` }
    const { code, out } = await run(['preview', example('purchase')], { environment })
    expect([code, out.split('\n')[1]]).toEqual([0, expect.stringContaining(`from ${bad.url}, ${good.url}.`)])
    expect(good.requests.length).toBeGreaterThan(0)
  })

  test('what is on the command line comes before the environment: --rpc, and --snapshot', async () => {
    const node = await standing()
    const environment = { REGEN_RPC: 'http://127.0.0.1:1' }
    const live = await run(['preview', example('purchase'), '--rpc', node.url], { environment })
    expect(live.out).toMatch(/^Live: /m)
    const file = await run(['preview', example('purchase'), '--snapshot', example('snapshot')], {
      environment,
    })
    expect(file.out).toMatch(/^Snapshot .*snapshot\.json: regen-devnet-1 at height 367/m)
  })

  test('a node and a file at once is a mistake', async () => {
    const { code, err } = await run([
      'preview',
      example('purchase'),
      '--rpc',
      'http://x',
      '--snapshot',
      example('snapshot'),
    ])
    expect([code, err]).toEqual([1, expect.stringContaining('either a node (--rpc) or a file')])
  })

  test('prices, rates, policy and phase are heeded when reading as well', async () => {
    const node = await standing('retire')
    const { out } = await run([
      'preview',
      example('retirement'),
      '--rpc',
      node.url,
      '--price',
      'C01=30000000uregen',
      '--json',
    ])
    expect(JSON.parse(out).messages[0].proposed.parts[0].valuation.source).toBe('explicit')
    const asked = node.requests.flatMap(({ calls }) => calls.map(({ method }) => method))
    expect(asked).not.toContain('tx_search')
  })
})

describe('snapshot', () => {
  test('prints what a preview of the messages needs; the preview with it is the live one', async () => {
    const node = await standing()
    const { code, out, err } = await run(['snapshot', example('purchase'), '--rpc', node.url])
    expect([code, err]).toEqual([0, ''])
    const snapshot = parseSnapshot(JSON.parse(out))
    expect(snapshot.height).toBe(node.height())
    const preview = ['preview', example('purchase'), '--gas', '200000', '--json']
    const offline = await run([...preview, '--snapshot', 's.json'], {
      readFile: async file => (file === 's.json' ? out : JSON.stringify({ messages: messagesOfExample })),
    })
    const live = await run([...preview, '--rpc', node.url])
    expect(offline.out).toBe(live.out)
  })

  test('without messages: everything but balances, and the accounts that are named', async () => {
    const node = await standing()
    const alice = network.accounts['alice']?.address ?? ''
    const { out } = await run(['snapshot', '--rpc', node.url, '--account', alice])
    const snapshot = parseSnapshot(JSON.parse(out))
    expect(snapshot.complete).toContain('sellOrders')
    expect(snapshot.coinBalances.map(({ account }) => account)).toEqual([alice])
  })

  test('at a height of the past', async () => {
    const node = await standing()
    const height = String(node.height())
    node.standAt('end')
    const { out } = await run(['snapshot', example('purchase'), '--rpc', node.url, '--height', height])
    expect(JSON.parse(out).height).toBe(height)
  })

  test('--output writes a file, and says on standard error what it took', async () => {
    const node = await standing()
    const { out, err, files } = await run([
      'snapshot',
      example('purchase'),
      '--rpc',
      node.url,
      '--output',
      'a.json',
    ])
    expect([out, err]).toEqual([
      '',
      `a.json: regen-devnet-1 at height ${node.height()}, 5 calls in 1 request.`,
    ])
    expect(parseSnapshot(JSON.parse(files.get('a.json') ?? '')).chainId).toBe('regen-devnet-1')
  })

  test('without a node: exit 1, and how to name one', async () => {
    const { code, err } = await run(['snapshot'])
    expect([code, err]).toEqual([1, expect.stringContaining('name a node, or set REGEN_RPC')])
  })

  const messagesOfExample = messagesOf(BUY).map(({ typeUrl, value }) => ({
    typeUrl,
    value: JSON.parse(
      JSON.stringify(value, (_, field) => (typeof field === 'bigint' ? String(field) : field)),
    ),
  }))
})

describe('orders', () => {
  test('of the bundled example: by denom, the cheapest first, the price in display units', async () => {
    const { code, out } = await run(['orders', '--class', 'C01', '--denom', 'uregen'])
    expect(code).toBe(0)
    const prices = [...out.matchAll(/│ +\d+ │ C01-.* │ +([\d.]+) │ [^│]*│$/gm)].map(([, price]) =>
      Number(price),
    )
    expect(prices).toEqual([0.000032, 0.000033, 0.000033, 7, 24.999999, 25])
    expect(out).toContain('For REGEN (uregen), the cheapest first')
    expect(out).toMatch(/│ +3 │.*tradable,/)
    expect(out).toContain('6 orders, 1 of them expired: the chain would still sell them')
  })

  test('of a node, in three queries at one height', async () => {
    const node = await recordedNode()
    node.standAt('end')
    const { out } = await run(['orders', '--rpc', node.url, '--json'])
    const { chainId, height, orders } = JSON.parse(out)
    expect([chainId, height, orders.length]).toEqual(['regen-devnet-1', '367', 10])
    expect(orders[0]).toMatchObject({
      quantity: '498.666667',
      price: '1.5',
      displayDenom: 'USDC.axl',
      expired: false,
    })
    expect(node.requests.map(({ calls }) => calls.length)).toEqual([1, 3])
    const bundled = JSON.parse((await run(['orders', '--json'])).out)
    expect(orders).toEqual(bundled.orders)
  })

  test('filters by batch and seller; none is said in words', async () => {
    const carol = network.accounts['carol']?.address ?? ''
    const { out } = await run(['orders', '--seller', carol, '--json'])
    for (const { seller } of JSON.parse(out).orders) expect(seller).toBe(carol)
    const batch = 'USS01-001-20230901-20241231-001'
    expect(JSON.parse((await run(['orders', '--batch', batch, '--json'])).out).orders).toHaveLength(1)
    expect((await run(['orders', '--class', 'C99'])).out).toContain('No sell orders like that.')
  })
})

describe('node', () => {
  const info = GetNodeInfoResponse.fromPartial({
    applicationVersion: { name: 'regen', version: '7.0.0', cosmosSdkVersion: 'v0.53.4' },
  })
  const value = Buffer.from(GetNodeInfoResponse.encode(info).finish()).toString('base64')
  const software = { code: 0, codespace: '', log: '', height: '130', value }

  test('chain, height, software, gas price, fees in force, and that M012 to M015 are proposed', async () => {
    const node = await standing()
    vi.stubGlobal(
      'fetch',
      through({
        answer: (_, { path }) =>
          path?.endsWith('GetNodeInfo') ? { result: { response: software } } : undefined,
      }),
    )
    const { code, out } = await run(['node', '--rpc', node.url])
    expect([code, out.replace(node.url, 'URL')]).toMatchInlineSnapshot(`
      [
        0,
        "Chain             regen-devnet-1
      Node              URL
      Software          regen 7.0.0, Cosmos SDK v0.53.4, CometBFT 0.38.19
      Height            130, 2026-11-21T14:28:35.537542514Z
      Gas price         0.025 uregen for a unit of gas
      Marketplace fees  buyer 1 %, seller 2 %, of ask × quantity
      M012 to M015      proposed: the chain has no module of theirs",
      ]
    `)
  })

  test('a node that does not tell its software or its raw store: not told, unknown', async () => {
    const node = await standing()
    vi.stubGlobal(
      'fetch',
      through({
        answer: (_, { path }) =>
          path?.endsWith('GetNodeInfo') || path?.startsWith('/store')
            ? refused(6, 'sdk', 'not allowed', '130')
            : undefined,
      }),
    )
    const { out } = await run(['node', '--rpc', node.url, '--json'])
    expect(JSON.parse(out)).toMatchObject({
      software: null,
      feeParams: 'unknown',
      mechanisms: { m013: 'proposed' },
    })
  })

  test('a node that tells no name and version: not told, no empty words', async () => {
    const node = await standing()
    const told = GetNodeInfoResponse.fromPartial({ applicationVersion: { cosmosSdkVersion: 'v0.53.4' } })
    const empty = {
      ...software,
      value: Buffer.from(GetNodeInfoResponse.encode(told).finish()).toString('base64'),
    }
    vi.stubGlobal(
      'fetch',
      through({
        answer: (_, { path }) =>
          path?.endsWith('GetNodeInfo') ? { result: { response: empty } } : undefined,
      }),
    )
    const { out } = await run(['node', '--rpc', node.url])
    expect(out).toMatch(/^Software +not told, Cosmos SDK v0\.53\.4, CometBFT 0\.38\.19$/m)
  })

  test('an address that answers 501 or 404 (a REST port) says so at once', async () => {
    for (const status of [501, 404]) {
      let requests = 0
      vi.stubGlobal('fetch', async () => {
        requests++
        return new Response('{"code":12,"message":"Not Implemented"}', { status })
      })
      const { code, err } = await run(['node', '--rpc', 'http://127.0.0.1:1317'])
      expect([code, requests]).toEqual([2, 1])
      expect(err).toContain(`answered with HTTP status ${status}. That is how the REST port of a node (1317)`)
    }
  })

  test('--batch-limit is how many calls a request holds', async () => {
    const node = await standing()
    expect((await run(['orders', '--rpc', node.url, '--batch-limit', '1'])).code).toBe(0)
    expect(Math.max(...node.requests.map(({ calls }) => calls.length))).toBe(1)
  })

  test('a module that the chain has is on chain', async () => {
    const node = await standing()
    vi.stubGlobal(
      'fetch',
      through({
        answer: (_, { path }) =>
          path === '/regen.feerouter.v1.Query/Params' ? refused(0, '', '', '130') : undefined,
      }),
    )
    const { out } = await run(['node', '--rpc', node.url])
    expect(out).toContain('m012 proposed, m013 on chain, m014 proposed, m015 proposed')
  })

  test('fees that stop all purchases are named as such', async () => {
    const node = await recordedNode()
    node.standAt('zeroText')
    const { out } = await run(['node', '--rpc', node.url])
    expect(out).toContain('buyer 0, seller 0.0, of ask × quantity: the chain cannot use them')
  })
})

describe('what goes wrong', () => {
  test.each(['preview', 'snapshot', 'orders', 'node'])(
    '%s: a node of another chain is exit 2',
    async name => {
      const node = await standing()
      const file = name === 'preview' || name === 'snapshot' ? [example('purchase')] : []
      const { code, out, err } = await run([name, ...file, '--rpc', node.url, '--chain', 'regen-1'])
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/"regen-devnet-1", not "regen-1".*\[CHAIN_MISMATCH\]/)
    },
  )

  test('no node answers: exit 2, and the keys in addresses are not shown', async () => {
    const node = await recordedNode()
    await node.refuse()
    const host = new URL(node.url).host
    const urls = [`http://user:${KEY}@${host}/`, `${node.url}/${KEY}?token=${KEY}`]
    for (const debug of [[], ['--debug']]) {
      const { code, out, err } = await run([...debug, 'node', ...urls.flatMap(url => ['--rpc', url])])
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain('[NODES_FAILED]')
      expect(err).not.toContain(KEY)
    }
  })

  test('a node that answers, named with a key: it is shown by scheme and host', async () => {
    const node = await standing()
    const { out } = await run(['preview', example('purchase'), '--rpc', `${node.url}/${KEY}`])
    expect(out).toContain(`from ${node.url}.`)
    expect(out).not.toContain(KEY)
  })

  test('what is no address is the caller’s mistake, and is not repeated: it may hold a key', async () => {
    const { code, err } = await run(['node', '--rpc', `ftp://host/${KEY}`])
    expect([code, err.includes(KEY)]).toEqual([1, false])
    expect(err).toContain('expected an address with http or https')
  })

  test('Ctrl-C: exit 130, and nothing is written', async () => {
    const node = await standing()
    const stop = new AbortController()
    node.misbehave(() => {
      stop.abort()
      return 'hang'
    })
    const { code, out, err, files } = await run(
      ['snapshot', example('purchase'), '--rpc', node.url, '--output', 'a.json'],
      { signal: stop.signal },
    )
    expect([code, out, err, files.size]).toEqual([130, '', 'Stopped.', 0])
  })
})

test('progress is said after a second, on standard error, with scheme and host only', async () => {
  const node = await standing()
  const timers = new Map<number, () => void>()
  const clock = {
    now: () => Date.now(),
    after: (milliseconds: number, then: () => void) => {
      if (milliseconds > 0) timers.set(milliseconds, then)
      const timer = milliseconds === 0 ? setTimeout(then, 0) : undefined
      return () => {
        clearTimeout(timer)
        timers.delete(milliseconds)
      }
    },
  }
  node.misbehave(({ index }) => {
    for (const milliseconds of index === 1 ? [1000, 5000] : []) {
      const say = timers.get(milliseconds)
      timers.delete(milliseconds)
      say?.()
    }
    return null
  })
  const { code, out, err } = await run(['node', '--rpc', `${node.url}/${KEY}`, '--json'], { clock })
  expect(err.split('\n')).toEqual(
    Array.from({ length: 2 }, () => `Reading the node from ${node.url}: 1 request …`),
  )
  expect([code, JSON.parse(out).chainId, timers.size]).toEqual([0, 'regen-devnet-1', 0])
})
