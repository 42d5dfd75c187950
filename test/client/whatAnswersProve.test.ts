import { describe, expect, test } from 'vitest'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network } from '../support/recordings.ts'
import { type Answered, abci, broadcasts, type Call, counted, interpose, SIMULATE } from './interpose.ts'
import { asRecorded, connect, recordedTx, rightBefore, walletOf } from './live.ts'
import { bob, FIRST } from './sendAll.ts'

/** What a real node, a hostile node, hostile wallets and public bug reports found in release 0.1.0 about sending, case by case: what a node answers about a transaction. */

const isBroadcast = ({ method }: Call) => method === 'broadcast_tx_sync'
const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

/** Refused before its messages ran: no event of the sequence. */
const BEFORE_IT_RAN = {
  code: 5,
  codespace: 'sdk',
  log: 'insufficient funds',
  gas_wanted: '1',
  gas_used: '1',
  events: [],
}

describe('definite refusals', () => {
  test('a transaction that reached a block and was refused by the ante handler does not make every later send fail', async () => {
    const { txBytes, tx } = recordedTx(FIRST)
    let isRefused = true
    const { node, regen, wallet } = await rightBefore(FIRST, {
      fetch: interpose(({ method }) => {
        if (method !== 'tx' || !isRefused) return null
        return { result: { ...tx, tx: txBytes, tx_result: BEFORE_IT_RAN } }
      }),
    })
    const signer = regen.connectSigner(wallet)
    const send = () => signer.signAndBroadcast(messagesOf(FIRST), asRecorded(recordedTx(FIRST)))
    expect(await failureOf(send())).toMatchObject({ code: 'TX_FAILED', context: { code: 5 } })
    isRefused = false
    // The chain has not moved on for this account.
    node.standBefore(FIRST)
    expect((await send()).txHash).toBe(recordedTx(FIRST).hash)
  })

  const internal = (data: string): Answered => ({
    error: { code: -32603, message: 'Internal error', data },
  })
  test.each<[string, Answered | 413]>([
    ['tx too large', internal('Tx too large. Max size is 1048576, but got 2000000')],
    ['pre-check failed', internal('pre-check error: tx size is too big')],
    ['HTTP 413', 413],
    ['mempool full after the last attempt', internal('mempool is full: number of txs 5000 (max: 5000)')],
    [
      'mempool full, as the application says it',
      { result: { code: 20, codespace: 'sdk', log: 'mempool is full' } },
    ],
  ])('bytes refused at broadcast for good (%s): TX_REFUSED, and the sequence is free', async (_, answer) => {
    let isRefusing = true
    const refuse = interpose(call => (isRefusing && isBroadcast(call) ? (answer as Answered) : null))
    const { node, regen, wallet } = await rightBefore(FIRST, {
      fetch: async (input, init) =>
        isRefusing && answer === 413 && String(init?.body).includes('broadcast_tx_sync')
          ? new Response('', { status: 413 })
          : answer === 413
            ? fetch(input, init)
            : refuse(input, init),
    })
    const send = () =>
      regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), asRecorded(recordedTx(FIRST)))
    expect(await failureOf(send())).toMatchObject({
      code: 'TX_REFUSED',
      context: { hash: recordedTx(FIRST).hash },
    })
    isRefusing = false
    expect((await send()).txHash).toBe(recordedTx(FIRST).hash)
    expect(node.missing).toEqual([])
  })

  test('a missing fee grant is ALLOWANCE_MISSING, without the raw bytes of the two accounts', async () => {
    const bytes = '\ufffd\u0007 \ufffd{ \u009f'
    const log = `rpc error: code = Unknown desc = ${bytes}A does not allow to pay fees for B${bytes}: fee-grant not found: not found [x/auth/ante/fee.go:97] with gas used: '3': unknown request`
    const { regen, wallet } = await rightBefore(FIRST, {
      fetch: interpose(({ path }) => (path === SIMULATE ? abci({ code: 6, codespace: 'sdk', log }) : null)),
    })
    const error = await failureOf(
      regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), { feeGranter: bob }),
    )
    expect(error).toMatchObject({
      code: 'SIMULATION_REFUSED',
      context: {
        name: 'ALLOWANCE_MISSING',
        reason: '… does not allow to pay fees for …: fee-grant not found: not found',
      },
    })
    expect(error.message).not.toMatch(/[\ufffd{}]/)
  })
})

describe('a lying node gets several valid transactions', () => {
  const used = (bytes: string): Answered => {
    const sequence = decodeTx(bytesOf(bytes)).authInfo.signerInfos[0]?.sequence ?? 0n
    const log = `account sequence mismatch, expected ${sequence + 1n}, got ${sequence}: incorrect account sequence`
    return { result: { code: 32, codespace: 'sdk', log } }
  }
  /** It says that the sequence is used, each time; and shows whatever other transaction it is asked for. */
  function lying(answers: { readonly search: boolean; readonly ahead: boolean }) {
    const sent = new Set<string>()
    const fetch = interpose(({ method, path, params }) => {
      if (path === SIMULATE) return abci(recordedTx(FIRST).before.simulate?.response ?? {})
      if (method === 'broadcast_tx_sync') {
        sent.add(String(params['tx']))
        return used(String(params['tx']))
      }
      if (method === 'tx_search' && answers.search) {
        const [, seq = ''] = /acc_seq='(.*)'/.exec(String(params['query'])) ?? []
        const events = [{ type: 'tx', attributes: [{ key: 'acc_seq', value: seq }] }]
        return {
          result: { txs: [{ hash: 'A'.repeat(64), height: '9', tx_result: { events } }], total_count: '1' },
        }
      }
      if (method === 'status' && answers.ahead && sent.size > 0)
        return {
          result: {
            node_info: { network: network.chainId, version: '' },
            sync_info: {
              latest_block_height: '999999',
              latest_block_time: '2026-01-01T00:00:00Z',
              catching_up: false,
            },
          },
        }
      return null
    })
    return { sent, fetch }
  }

  test.each([
    { search: false, ahead: false },
    { search: true, ahead: false },
    { search: false, ahead: true },
    { search: true, ahead: true },
  ])('alone, whatever it shows (%o): one signature, one transaction', async lies => {
    const { sent, fetch } = lying(lies)
    const { regen, wallet } = await rightBefore(FIRST, { fetch })
    const signer = counted(wallet)
    const error = await failureOf(regen.connectSigner(signer.wallet).signAndBroadcast(messagesOf(FIRST)))
    expect(['BROADCAST_FAILED', 'TX_REFUSED', 'TX_EXPIRED']).toContain(error.code)
    expect(error.context).toHaveProperty('hash')
    expect([sent.size, signer.asked()]).toEqual([1, 1])
  })

  test('beside an honest one: one signature, one transaction, and the question stays open', async () => {
    const honest = await recordedNode()
    const liar = await recordedNode()
    for (const node of [honest, liar]) node.standBefore(FIRST)
    const { sent, fetch: lie } = lying({ search: true, ahead: true })
    const regen = await connect([liar.url, honest.url], {
      fetch: (input, init) => (String(input).startsWith(liar.url) ? lie(input, init) : fetch(input, init)),
    })
    const signer = counted(await walletOf('bob'))
    const error = await failureOf(regen.connectSigner(signer.wallet).signAndBroadcast(messagesOf(FIRST)))
    expect(error.code).toBe('BROADCAST_FAILED')
    expect([sent.size, signer.asked()]).toEqual([1, 1])
  })

  test('every signed transaction carries a timeout height, so that it is certain in bounded time', async () => {
    const { node, regen, wallet } = await rightBefore(FIRST)
    const height = node.height()
    await regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST))
    const [bytes = ''] = broadcasts(node)
    expect(decodeTx(bytesOf(bytes)).body.timeoutHeight).toBe(height + 100n)
  })

  test.each([
    [{ timeoutBlocks: 7 }, 7n],
    [{ timeoutHeight: 'none' }, null],
  ] as const)('the timeout height can be set, or turned off by word: %o', async (options, blocks) => {
    const { node, regen, wallet } = await rightBefore(FIRST)
    const height = node.height()
    await regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), options)
    const [bytes = ''] = broadcasts(node)
    expect(decodeTx(bytesOf(bytes)).body.timeoutHeight).toBe(blocks === null ? 0n : height + blocks)
  })
})

describe('a payment is reported as failed, and the user may pay twice', () => {
  test('a result at or below the height of the broadcast belongs to an earlier inclusion: keep waiting', async () => {
    const { tx, txBytes, hash } = recordedTx(FIRST)
    let looks = 0
    const { node, regen, wallet } = await rightBefore(FIRST, {
      fetch: interpose(({ method }) => {
        if (method !== 'tx' || looks++ > 2) return null
        return { result: { ...tx, tx: txBytes, height: '2', tx_result: BEFORE_IT_RAN } }
      }),
    })
    const sent = await regen
      .connectSigner(wallet)
      .signAndBroadcast(messagesOf(FIRST), asRecorded(recordedTx(FIRST)))
    expect(sent.txHash).toBe(hash)
    expect(sent.height).toBe(BigInt(tx?.height ?? 0))
    expect(looks).toBeGreaterThan(3)
    expect(node.missing).toEqual([])
  })

  test('a result of code 32 for one’s own bytes is open, never "failed, sign anew"', async () => {
    const { tx, txBytes, hash } = recordedTx(FIRST)
    const { regen, wallet } = await rightBefore(FIRST, {
      fetch: interpose(({ method }) => {
        const tx_result = {
          code: 32,
          codespace: 'sdk',
          log: 'incorrect account sequence',
          gas_wanted: '1',
          gas_used: '1',
          events: [],
        }
        return method === 'tx' ? { result: { ...tx, tx: txBytes, tx_result } } : null
      }),
    })
    const error = await failureOf(
      regen
        .connectSigner(wallet)
        .signAndBroadcast(messagesOf(FIRST), { ...asRecorded(recordedTx(FIRST)), timeoutMs: 9_000 }),
    )
    expect(error).toMatchObject({ code: 'TX_TIMEOUT', context: { hash } })
  })

  test('an onStep that throws after the broadcast loses nothing', async () => {
    const { regen, wallet } = await rightBefore(FIRST)
    const sent = await regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), {
      ...asRecorded(recordedTx(FIRST)),
      onStep: ({ step }) => {
        if (step === 'sent' || step === 'included') throw new Error('my own mistake')
      },
    })
    expect(sent.txHash).toBe(recordedTx(FIRST).hash)
  })

  test('an onStep that throws before the broadcast ends the call, and nothing is sent', async () => {
    const { node, regen, wallet } = await rightBefore(FIRST)
    const mistake = new Error('my own mistake')
    const sending = regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), {
      onStep: ({ step }) => {
        if (step === 'signed') throw mistake
      },
    })
    await expect(sending).rejects.toBe(mistake)
    expect(broadcasts(node)).toEqual([])
  })
})
