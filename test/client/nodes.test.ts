import { describe, expect, test } from 'vitest'
import { parseGasPrice } from '../../src/client/send/gas/gasPrice.ts'
import { simulate } from '../../src/client/send/gas/simulateTx.ts'
import type { TxPlan } from '../../src/client/sign/txPlan.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { ConfigResponse } from '../../src/wire/generated/cosmos/base/node/v1beta1/query.ts'
import { SimulateRequest, SimulateResponse } from '../../src/wire/generated/cosmos/tx/v1beta1/service.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { testClock } from '../node/rpc/testClock.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network, recordedRpc } from '../support/recordings.ts'
import { type Answered, abci, broadcasts, type Call, counted, interpose, SIMULATE } from './interpose.ts'
import { asRecorded, connect, recordedTx, rightBefore } from './live.ts'

const NAME = 'retire'
const recorded = recordedTx(NAME)
const CONFIG = '/cosmos.base.node.v1beta1.Service/Config'
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** A send over a node that answers some calls as the test says. */
async function sendOver(answer: (call: Call) => Answered, options: object = asRecorded(recorded)) {
  const { node, regen, wallet } = await rightBefore(NAME, { fetch: interpose(answer) })
  const signer = counted(wallet)
  const result = regen.connectSigner(signer.wallet).signAndBroadcast(messagesOf(NAME), options)
  return { node, regen, signer, result: await Promise.allSettled([result]).then(([settled]) => settled) }
}

const reasonOf = (settled: PromiseSettledResult<unknown>): Error =>
  settled.status === 'rejected' ? settled.reason : new Error('expected a failure')

describe('the gas price', () => {
  const priced = (minimumGasPrice: string) => (call: Call) =>
    call.path === CONFIG
      ? abci({
          value: base64(ConfigResponse.encode(ConfigResponse.fromPartial({ minimumGasPrice })).finish()),
          height: '80',
        })
      : null

  test.each([
    ['0.025uregen', '0.025000000000000000uregen', 'uregen', 20_000n],
    ['uregen among several', '0.1uusdc,0.030000000000000000uregen', 'uregen', 24_000n],
    ['the first where uregen is not taken', '0.5uatom,0.1uusdc', 'uatom', 400_000n],
    ['zero', '0.000000000000000000uregen', 'uregen', 0n],
  ])('is the node’s own: %s', async (_, text, denom, fee) => {
    const { node } = await sendOver(priced(text), {
      gasLimit: 800_000n,
      timeoutMs: 0,
      allow: ['BALANCE_TOO_LOW'],
      maxGasFee: `10000000${denom}`,
    })
    const [bytes = ''] = broadcasts(node)
    expect(decodeTx(new Uint8Array(Buffer.from(bytes, 'base64'))).authInfo.fee?.amount).toEqual(
      fee === 0n ? [] : [{ denom, amount: `${fee}` }],
    )
  })

  test('of a node that names none must be given: GAS_PRICE_NEEDED, before anything is signed', async () => {
    const { result, node, signer } = await sendOver(priced(''), {})
    expect(reasonOf(result)).toMatchObject({ code: 'GAS_PRICE_NEEDED', context: { origins: [node.url] } })
    expect(signer.asked()).toBe(0)
  })

  test.each([
    ['19999uregen', '20000uregen'],
    ['20000uusdc', '20000uregen'],
  ])('is held against maxGasFee %s: GAS_FEE_TOO_HIGH, and nothing is signed', async (maxGasFee, fee) => {
    const { result, signer } = await sendOver(() => null, { gasLimit: 800_000n, maxGasFee })
    expect(reasonOf(result)).toMatchObject({ code: 'GAS_FEE_TOO_HIGH', context: { fee, most: maxGasFee } })
    expect(signer.asked()).toBe(0)
  })

  test('may be as high as maxGasFee', async () => {
    const { result } = await sendOver(() => null, { gasLimit: 800_000n, maxGasFee: '20000uregen' })
    expect(result.status).toBe('fulfilled')
  })

  test('that its payer cannot pay is told after the simulation: PREVIEW_BLOCKS, and nothing is signed', async () => {
    const { result, signer } = await sendOver(() => null, { gasPrice: '1000000000000uregen' })
    expect(reasonOf(result)).toMatchObject({
      code: 'PREVIEW_BLOCKS',
      context: { warnings: [{ code: 'BALANCE_TOO_LOW' }] },
    })
    expect(signer.asked()).toBe(0)
  })

  test('of a node that does not tell its settings is a failure of that node', async () => {
    const hidden = (call: Call) =>
      call.path === CONFIG ? abci({ code: 12, codespace: 'sdk', log: 'not implemented', height: '80' }) : null
    const { result } = await sendOver(hidden, {})
    expect(['GAS_PRICE_NEEDED', 'QUERY_FAILED']).toContain(
      (reasonOf(result) as never as { code: string }).code,
    )
  })

  test('that is given comes before the node’s own, and before none', async () => {
    for (const text of ['', '9uusdc']) {
      const { result } = await sendOver(priced(text))
      expect(result).toMatchObject({ status: 'fulfilled', value: { txHash: recorded.hash } })
    }
  })

  test.each([
    '',
    '0.025',
    'uregen',
    '-1uregen',
    '0,025uregen',
    '.5uregen',
    '1.uregen',
    '1 uregen',
    '1u',
    `0.${'1'.repeat(19)}uregen`,
    '1uregen\n',
  ])('is not "%s"', text => {
    expect(() => parseGasPrice(text)).toThrow(expect.objectContaining({ name: 'RegenError' }))
  })

  test('is exact', () => {
    expect(parseGasPrice('0.025uregen')).toEqual({ denom: 'uregen', amount: { num: 1n, den: 40n } })
    expect(parseGasPrice('0uregen').amount.num).toBe(0n)
    expect(parseGasPrice('3ibc/ABC').denom).toBe('ibc/ABC')
  })
})

describe('a node of another chain', () => {
  const status = recordedRpc('status') as { node_info: object }
  const elsewhere = { result: { ...status, node_info: { ...status.node_info, network: 'other-1' } } }

  test('is refused at once, when the caller says which chain it must be', async () => {
    const node = await recordedNode()
    const error = await failureOf(connect(node.url, { chainId: 'regen-1' }))
    expect(error).toMatchObject({
      code: 'CHAIN_MISMATCH',
      context: { expected: 'regen-1', got: network.chainId },
    })
    expect((await connect(node.url, { chainId: network.chainId })).chainId).toBe(network.chainId)
  })

  test.each(['previewFees', 'snapshot', 'orders', 'ledger', 'signAndBroadcast'] as const)(
    'is refused later, in %s',
    async method => {
      let asked = 0
      const fetch = interpose(({ method }) => (method === 'status' && ++asked > 1 ? elsewhere : null))
      const { regen, wallet, node } = await rightBefore(NAME, { fetch })
      const calls = {
        previewFees: () => regen.previewFees(messagesOf(NAME)),
        snapshot: () => regen.snapshot(),
        orders: () => regen.orders(),
        ledger: () => regen.ledger(),
        signAndBroadcast: () => regen.connectSigner(wallet).signAndBroadcast(messagesOf(NAME)),
      }
      const error = await failureOf(calls[method]())
      expect(error).toMatchObject({
        code: 'CHAIN_MISMATCH',
        context: { expected: network.chainId, got: 'other-1' },
      })
      expect(broadcasts(node)).toEqual([])
    },
  )

  test('is refused between the preview and the signing', async () => {
    let asked = 0
    const fetch = interpose(({ method }) => (method === 'status' && ++asked > 2 ? elsewhere : null))
    const { regen, wallet, node } = await rightBefore(NAME, { fetch })
    const signer = counted(wallet)
    const error = await failureOf(
      regen.connectSigner(signer.wallet).signAndBroadcast(messagesOf(NAME), asRecorded(recorded)),
    )
    expect(error.code).toBe('CHAIN_MISMATCH')
    expect([signer.asked(), broadcasts(node).length]).toEqual([0, 0])
  })
})

describe('a simulation', () => {
  const used = (gasUsed: bigint) =>
    abci({
      value: base64(SimulateResponse.encode(SimulateResponse.fromPartial({ gasInfo: { gasUsed } })).finish()),
    })

  test.each([
    ['without the gas used', abci({ value: '' })],
    ['that used nothing', used(0n)],
    ['that used more than fits', used(2n ** 64n - 1n)],
    ['of bytes that are none', abci({ value: 'AAAA////' })],
  ])('%s: RESPONSE_INVALID, and nothing is signed', async (_, answered) => {
    const { result, signer } = await sendOver(({ path }) => (path === SIMULATE ? answered : null))
    expect(reasonOf(result)).toMatchObject({ code: 'RESPONSE_INVALID' })
    expect(signer.asked()).toBe(0)
  })

  test('that a node does not offer: the reason of the node, and nothing is signed without a stated gas limit', async () => {
    const missing = abci({
      code: 6,
      codespace: 'sdk',
      log: 'unknown query path: unknown request',
      height: '0',
    })
    const answered = ({ path }: Call) => (path === SIMULATE ? missing : null)
    const { result, signer } = await sendOver(answered, { gasPrice: '0.025uregen' })
    expect(reasonOf(result)).toMatchObject({ code: 'MODULE_MISSING' })
    expect(signer.asked()).toBe(0)
    const stated = await sendOver(answered, { gasPrice: '0.025uregen', gasLimit: 800_000n })
    expect(stated.result.status).toBe('fulfilled')
  })

  /** A chain that expects a sequence of each signer, and checks them in their order; it does not say of which signer it speaks. */
  const chainWith =
    (...expected: readonly bigint[]) =>
    ({ path, params }: Call): Answered => {
      if (path !== SIMULATE) return null
      const { txBytes } = SimulateRequest.decode(new Uint8Array(Buffer.from(String(params['data']), 'hex')))
      const { signerInfos } = decodeTx(txBytes).authInfo
      const wrong = signerInfos.findIndex(({ sequence }, index) => sequence !== expected[index])
      if (wrong < 0) return used(80_000n)
      const log = `rpc error: code = Unknown desc = account sequence mismatch, expected ${expected[wrong]}, got ${signerInfos[wrong]?.sequence}: incorrect account sequence with gas used: '5': unknown request`
      return abci({ code: 6, codespace: 'sdk', log })
    }

  const planWith = (...sequences: readonly bigint[]): TxPlan => ({
    chainId: network.chainId,
    messages: [],
    memo: '',
    timeoutHeight: 0n,
    gasLimit: 0n,
    fee: null,
    feePayer: '',
    feeGranter: '',
    signers: sequences.map((sequence, index) => ({
      address: `signer ${index}`,
      pubkey: new Uint8Array(33),
      accountNumber: BigInt(index),
      sequence,
    })),
  })

  const simulated = async (plan: TxPlan, ...expected: readonly bigint[]) => {
    const node = await recordedNode()
    const { rpc } = await connect(node.url, { fetch: interpose(chainWith(...expected)) })
    const closed = new AbortController().signal
    return simulate({ rpc, clock: testClock(), closed }, plan, 'direct', undefined)
  }

  test.each([
    [[0n], [0n]],
    [[0n], [3n]],
    [
      [5n, 7n],
      [6n, 9n],
    ],
    [
      [5n, 5n],
      [5n, 7n],
    ],
    [
      [5n, 5n],
      [7n, 5n],
    ],
    [
      [5n, 5n],
      [7n, 9n],
    ],
    [
      [5n, 5n],
      [7n, 7n],
    ],
    [
      [5n, 5n, 5n],
      [5n, 5n, 6n],
    ],
    [
      [1n, 2n, 1n],
      [1n, 3n, 4n],
    ],
  ])('with the sequences %o, of which the chain expects %o, finds them', async (given, expected) => {
    const { plan, gasUsed } = await simulated(planWith(...given), ...expected)
    expect(plan.signers.map(({ sequence }) => sequence)).toEqual(expected)
    expect(gasUsed).toBe(80_000n)
  })

  test.each([
    [[5n], [4n]],
    [
      [5n, 5n],
      [5n, 4n],
    ],
  ])(
    'with the sequences %o, of which the chain expects earlier ones, %o, is refused',
    async (given, expected) => {
      const error = await failureOf(simulated(planWith(...given), ...expected))
      expect(error).toMatchObject({ code: 'SIMULATION_REFUSED', context: { name: 'SEQUENCE_WRONG' } })
    },
  )

  test('that names a sequence which nobody signs with is refused', async () => {
    const odd = abci({
      code: 6,
      codespace: 'sdk',
      log: `rpc error: code = Unknown desc = account sequence mismatch, expected 9, got 8: incorrect account sequence with gas used: '5': unknown request`,
    })
    const { result, signer } = await sendOver(({ path }) => (path === SIMULATE ? odd : null))
    expect(reasonOf(result)).toMatchObject({
      code: 'SIMULATION_REFUSED',
      context: { name: 'SEQUENCE_WRONG' },
    })
    expect(signer.asked()).toBe(0)
  })
})

describe('a broadcast answered with something of another shape', () => {
  test.each<[string, Answered]>([
    ['null', { result: null }],
    ['a text', { result: 'ok' }],
    ['no code', { result: {} }],
    ['a code that is text', { result: { code: '0' } }],
    ['a code below zero', { result: { code: -1 } }],
    ['a log that is none', { result: { code: 0, log: 5 } }],
    ['an error of its own', { error: { code: -32603, message: 'Internal error', data: 'broken' } }],
  ])(
    '(%s) may have worked: BROADCAST_FAILED keeps the hash, and the same bytes are sent each time',
    async (_, answered) => {
      const sent = new Set<unknown>()
      const { result, signer } = await sendOver(({ method, params }) => {
        if (method !== 'broadcast_tx_sync') return null
        sent.add(params['tx'])
        return answered
      })
      expect(reasonOf(result)).toMatchObject({ code: 'BROADCAST_FAILED', context: { hash: recorded.hash } })
      expect([...sent]).toEqual([recorded.txBytes])
      expect(signer.asked()).toBe(1)
    },
  )

  test('a refusal with a log of megabytes makes a short message', async () => {
    const log = 'x'.repeat(3_000_000)
    const { result } = await sendOver(({ method }) =>
      method === 'broadcast_tx_sync' ? { result: { code: 5, codespace: 'sdk', log } } : null,
    )
    expect(reasonOf(result)).toMatchObject({ code: 'TX_REFUSED' })
    expect(reasonOf(result).message.length).toBeLessThan(2_000)
  })
})

test('events of a strange form do not take a transaction that succeeded from its sender', async () => {
  const strange = [
    { type: 'regen.ecocredit.v1.EventRetire', attributes: [{ key: 'owner', value: '{' }] },
    { type: 'coin_spent', attributes: [{ key: 'amount', value: '-5uregen' }, { key: 'spender' }] },
    { type: '', attributes: [] },
  ]
  const { tx } = recorded
  const { result } = await sendOver(({ method }) =>
    method === 'tx' ? { result: { ...tx, tx_result: { ...tx?.tx_result, events: strange } } } : null,
  )
  expect(result).toMatchObject({ status: 'fulfilled', value: { txHash: recorded.hash } })
})

test('an account that is another one: RESPONSE_INVALID, and nothing is signed', async () => {
  const { account } = (
    recordedTx('send tradable and retired') as never as { before: { account: { response: object } } }
  ).before
  const { result, signer } = await sendOver(({ path, params }) =>
    path === '/cosmos.auth.v1beta1.Query/Account'
      ? abci({ ...account.response, height: String(params['height']) })
      : null,
  )
  expect(reasonOf(result)).toMatchObject({ code: 'RESPONSE_INVALID' })
  expect(signer.asked()).toBe(0)
})
