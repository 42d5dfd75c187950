import { describe, expect, test } from 'vitest'
import type {
  AminoDocument,
  AminoSigning,
  DirectDocument,
  DirectSigning,
  OfflineSigner,
} from '../../src/client/sign/offlineSigner.ts'
import { cosmos, ecocredit, marketplace } from '../../src/index.ts'
import type { Message } from '../../src/messages/message.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { BaseAccount } from '../../src/wire/generated/cosmos/auth/v1beta1/auth.ts'
import { QueryAccountResponse } from '../../src/wire/generated/cosmos/auth/v1beta1/query.ts'
import { SimulateRequest, SimulateResponse } from '../../src/wire/generated/cosmos/tx/v1beta1/service.ts'
import { AuthInfo, TxRaw } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { PeriodicVestingAccount } from '../../src/wire/generated/cosmos/vesting/v1beta1/vesting.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { until } from '../node/rpc/testClock.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network, recordedTxs } from '../support/recordings.ts'
import {
  type Answered,
  abci,
  broadcasts,
  type Call,
  counted,
  interpose,
  SIMULATE,
  takesAll,
} from './interpose.ts'
import { asRecorded, connect, recordedTx, rightBefore, walletOf } from './live.ts'

/** What a real node, a hostile node, hostile wallets and public bug reports found in release 0.1.0 about sending, case by case. */

const address = (name: string) => network.accounts[name]?.address ?? ''
const [alice, bob] = [address('alice'), address('bob')]
const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
const isBroadcast = ({ method }: Call) => method === 'broadcast_tx_sync'

/** Transactions that succeeded and whose gas the recordings tell; a proposal may find another state than its simulation. */
const succeeded = recordedTxs().filter(
  ({ tx, messages }) =>
    tx?.tx_result.code === 0 && messages.every(({ typeUrl }) => !/gov|group|authz|staking/.test(typeUrl)),
)
const FIRST = 'retire'

describe('gas is estimated too low, so small transactions fail', () => {
  test.each(succeeded)(
    '$name: not out of gas, and the limit is at most 1.25 × what was used',
    async ({ name }) => {
      const { regen, wallet } = await rightBefore(name)
      const sent = await regen
        .connectSigner(wallet)
        .signAndBroadcast(messagesOf(name), { gasPrice: '0.025uregen', memo: recordedTx(name).memo })
      expect(sent.gasUsed).toBeLessThanOrEqual(sent.gasWanted)
      expect(sent.gasWanted * 100n).toBeLessThanOrEqual(sent.gasUsed * 125n)
      expect(sent.reconciliation.differences).toEqual([])
    },
  )

  test('13/10 of a simulation without fee, key and signature is out of gas in the block', async () => {
    const { tx, regen, wallet } = await rightBefore('seal batch')
    const { value = '' } = (tx.before.simulate?.response ?? {}) as { value?: string }
    const used = SimulateResponse.decode(bytesOf(value)).gasInfo?.gasUsed ?? 0n
    const error = await failureOf(
      regen.connectSigner(wallet).signAndBroadcast(messagesOf('seal batch'), {
        gasPrice: '0.025uregen',
        gasLimit: (used * 13n + 9n) / 10n,
      }),
    )
    expect(error).toMatchObject({ code: 'TX_FAILED', context: { name: 'OUT_OF_GAS' } })
  })

  test('what is simulated is what is sent: fee, payer, granter, keys, memo, timeout height and sign mode', async () => {
    for (const mode of ['direct', 'amino'] as const) {
      const node = await recordedNode()
      node.standAt('end')
      const taking = takesAll()
      const simulated: Uint8Array[] = []
      const regen = await connect(node.url, {
        fetch: async (input, init) => {
          for (const call of [JSON.parse(String(init?.body))].flat() as Call[])
            if (call.params['path'] === SIMULATE)
              simulated.push(bytesOf(Buffer.from(String(call.params['data']), 'hex').toString('base64')))
          return taking.fetch(input, init)
        },
      })
      await regen.connectSigner(await walletOf('alice', mode)).signAndBroadcast([retire(alice)], {
        memo: 'a memo',
        feeGranter: bob,
        timeoutHeight: 5_000n,
        gasPrice: '0.025uregen',
      })
      const [asked = new Uint8Array()] = simulated.map(bytes => SimulateRequest.decode(bytes).txBytes)
      const [draft, sent] = [asked, taking.sent[0] ?? new Uint8Array()].map(bytes => TxRaw.decode(bytes))
      expect(draft?.bodyBytes).toEqual(sent?.bodyBytes)
      expect(draft?.signatures.map(({ length }) => length)).toEqual([64])
      const [a, b] = [draft, sent].map(raw => AuthInfo.decode(raw?.authInfoBytes ?? new Uint8Array()))
      expect(a?.signerInfos).toEqual(b?.signerInfos)
      expect([a?.fee?.payer, a?.fee?.granter]).toEqual([b?.fee?.payer, b?.fee?.granter])
      expect(a?.fee?.amount.map(({ denom }) => denom)).toEqual(['uregen'])
    }
  })

  test('gasMargin is what the caller says', async () => {
    const limitWith = async (gasMargin: string) => {
      const { regen, wallet } = await rightBefore(FIRST)
      const sent = await regen
        .connectSigner(wallet)
        // The fee has one digit more than the one that is simulated.
        .signAndBroadcast(messagesOf(FIRST), { gasPrice: '0.17uregen', gasMargin })
      return [sent.gasWanted, sent.gasUsed]
    }
    const [none, used] = await limitWith('0')
    expect(none).toBe(used)
    expect((await limitWith('0.25'))[0]).toBe(((none ?? 0n) * 125n + 99n) / 100n)
  })

  test('a preview estimates the gas with the account of the signer, before there is a wallet', async () => {
    const { regen, wallet } = await rightBefore(FIRST)
    const preview = await regen.previewFees(messagesOf(FIRST), { gas: 'estimate' })
    const sent = await regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST))
    expect(preview.live.gas?.limit).toBe(sent.gasWanted)
    expect(preview.live.gas?.fee).toBe(sent.preview.live.gas?.fee)
  })

  test('a preview says why the gas is not estimated: the key of the signer is not on chain yet', async () => {
    const { regen } = await rightBefore('create class C01')
    const preview = await regen.previewFees(messagesOf('create class C01'), { gas: 'estimate' })
    expect(preview.live.gas).toBeNull()
    expect(preview.warnings).toContainEqual({
      code: 'GAS_NOT_ESTIMATED',
      blocks: false,
      facts: { reason: expect.stringContaining('is not on chain yet') },
    })
  })
})

describe('a node with gRPC and API switched off', () => {
  const off = interpose(({ path }) =>
    path === SIMULATE || path.endsWith('.Service/Config')
      ? abci({ code: 6, codespace: 'sdk', log: 'unknown query path: unknown request', height: '0' })
      : null,
  )

  test('gas prices are unknown, the preview goes on, and says why there is no gas', async () => {
    const { regen } = await rightBefore(FIRST, { fetch: off })
    const preview = await regen.previewFees(messagesOf(FIRST), { gas: 'estimate' })
    expect(preview.live.gas).toBeNull()
    expect(preview.warnings).toContainEqual({
      code: 'GAS_NOT_ESTIMATED',
      blocks: false,
      facts: { reason: 'the node simulates nothing: its gRPC is off' },
    })
    const { warnings } = await regen.previewFees(messagesOf(FIRST), { gasLimit: 200_000n })
    expect(warnings.map(({ code }) => code)).toContain('GAS_PRICE_UNKNOWN')
  })

  test('it can be sent through with a stated gas limit and price; without them the error says so', async () => {
    const { tx, regen, wallet } = await rightBefore(FIRST, { fetch: off })
    const { signAndBroadcast } = regen.connectSigner(wallet)
    const failed = signAndBroadcast(messagesOf(FIRST), { gasPrice: '0.025uregen' })
    await expect(failed).rejects.toThrow(/State gasLimit and gasPrice/)
    const steps: string[] = []
    const sent = await signAndBroadcast(messagesOf(FIRST), {
      ...asRecorded(tx),
      onStep: ({ step }) => steps.push(step),
    })
    expect(sent.gasWanted).toBe(BigInt(tx.fee.gas))
    expect(steps).toEqual(['previewed', 'signed', 'sent', 'included'])
  })
})

const batchDenom = 'C01-001-20200101-20210101-001'
const retire = (owner: string): Message =>
  ecocredit.msgRetire({ owner, credits: [{ batchDenom, amount: '0.5' }], jurisdiction: 'US' })

describe('definite refusals', () => {
  test('a transaction that reached a block and was refused by the ante handler does not make every later send fail', async () => {
    const { txBytes, tx } = recordedTx(FIRST)
    let isRefused = true
    const { node, regen, wallet } = await rightBefore(FIRST, {
      fetch: interpose(({ method }) => {
        if (method !== 'tx' || !isRefused) return null
        // Before its messages ran: no event of the sequence.
        const tx_result = {
          code: 5,
          codespace: 'sdk',
          log: 'insufficient funds',
          gas_wanted: '1',
          gas_used: '1',
        }
        return { result: { ...tx, tx: txBytes, tx_result: { ...tx_result, events: [] } } }
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
        const tx_result = {
          code: 5,
          codespace: 'sdk',
          log: 'insufficient funds',
          gas_wanted: '1',
          gas_used: '1',
          events: [],
        }
        return { result: { ...tx, tx: txBytes, height: '2', tx_result } }
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

type Direct = OfflineSigner & DirectSigning
type Amino = OfflineSigner & AminoSigning

/** Sends over a node that takes all. */
async function sendAll(signer: OfflineSigner, options: object = {}, messages = [retire(alice)]) {
  const node = await recordedNode()
  node.standAt('end')
  const taking = takesAll()
  const regen = await connect(node.url, { fetch: taking.fetch })
  const result = regen
    .connectSigner(signer)
    .signAndBroadcast(messages, { gasPrice: '0.025uregen', ...options })
  return { sent: taking.sent, result }
}

describe('hostile wallets', () => {
  const real = async () => (await walletOf('alice')) as Direct

  test('maxGasFee holds for what the wallet signed: a fee raised a million times is not sent', async () => {
    const wallet = await real()
    const raising: Direct = {
      getAccounts: () => wallet.getAccounts(),
      signDirect: (signer, document) => {
        const authInfo = AuthInfo.decode(document.authInfoBytes)
        const amount = (authInfo.fee?.amount ?? []).map(coin => ({
          ...coin,
          amount: `${BigInt(coin.amount) * 1_000_000n}`,
        }))
        const fee = { gasLimit: 1n, payer: '', granter: '', ...authInfo.fee, amount }
        return wallet.signDirect(signer, {
          ...document,
          authInfoBytes: AuthInfo.encode({ ...authInfo, fee }).finish(),
        })
      },
    }
    const { sent, result } = await sendAll(raising)
    expect((await failureOf(result)).code).toBe('GAS_FEE_TOO_HIGH')
    expect(sent).toEqual([])
  })

  test('without maxGasFee a node that asks for 760,000 uregen a gas is paid nothing', async () => {
    const { sent, result } = await sendAll(await real(), { gasPrice: '760000uregen' })
    expect((await failureOf(result)).code).toBe('GAS_FEE_TOO_HIGH')
    expect(sent).toEqual([])
    const { result: raised } = await sendAll(await real(), {
      gasPrice: '100uregen',
      maxGasFee: '20000000uregen',
    })
    await expect(raised).resolves.toHaveProperty('txHash')
  })

  test.each<[string, (document: DirectDocument) => DirectDocument | null]>([
    ['does not verify', () => null],
    ['is over another chain id', document => ({ ...document, chainId: 'regen-1' })],
    [
      'is over another account number',
      document => ({ ...document, accountNumber: document.accountNumber + 1n }),
    ],
  ])('direct: a signature that %s is not broadcast', async (_, change) => {
    const wallet = await real()
    const signer: Direct = {
      getAccounts: () => wallet.getAccounts(),
      signDirect: async (address, document) => {
        const changed = change(document)
        const { signature } = await wallet.signDirect(address, changed ?? document)
        if (changed !== null) return { signed: document, signature }
        const wrong = bytesOf(signature.signature)
        return {
          signed: document,
          signature: { signature: Buffer.from(wrong.with(40, (wrong[40] ?? 0) ^ 1)).toString('base64') },
        }
      },
    }
    const { sent, result } = await sendAll(signer)
    expect(await failureOf(result)).toMatchObject({ code: 'SIGNATURE_INVALID', context: { signer: alice } })
    expect(sent).toEqual([])
  })

  test('amino: a signature over another chain id, which it does not tell, is not broadcast', async () => {
    const wallet = (await walletOf('alice', 'amino')) as Amino
    const signer: Amino = {
      getAccounts: () => wallet.getAccounts(),
      signAmino: async (address, document) => ({
        signed: document,
        signature: (await wallet.signAmino(address, { ...document, chain_id: 'regen-1' })).signature,
      }),
    }
    const { sent, result } = await sendAll(signer)
    expect((await failureOf(result)).code).toBe('SIGNATURE_INVALID')
    expect(sent).toEqual([])
  })

  test('a key that is not the account’s is refused before anything is signed', async () => {
    const [other] = await (await walletOf('bob')).getAccounts()
    const wallet = await real()
    const signer = counted({
      ...wallet,
      getAccounts: async () => [
        { address: alice, algo: 'secp256k1', pubkey: other?.pubkey ?? new Uint8Array() },
      ],
      signDirect: wallet.signDirect.bind(wallet),
    } as Direct)
    const { result } = await sendAll(signer.wallet)
    expect((await failureOf(result)).code).toBe('SIGNER_UNUSABLE')
    expect(signer.asked()).toBe(0)
  })

  test.each(['getAccounts', 'signDirect'] as const)(
    '%s that never settles blocks neither other wallets nor other accounts',
    async method => {
      const simulated = abci(recordedTx(FIRST).before.simulate?.response ?? {})
      const { tx, node, regen, wallet } = await rightBefore(FIRST, {
        fetch: interpose(({ path }) => (path === SIMULATE ? simulated : null)),
      })
      let isAsking = false
      const never = () => {
        isAsking = true
        return new Promise<never>(() => {})
      }
      const [bobWallet, aliceWallet] = [wallet as Direct, (await walletOf('alice')) as Direct]
      const stop = new AbortController()
      const stuck = {
        getAccounts:
          method === 'getAccounts'
            ? never
            : async () => [...(await aliceWallet.getAccounts()), ...(await bobWallet.getAccounts())],
        signDirect: (signer: string, document: DirectDocument) =>
          method === 'signDirect' && signer === alice ? never() : bobWallet.signDirect(signer, document),
      } as Direct
      const waiting = regen.connectSigner(stuck).signAndBroadcast(
        [
          cosmos.bankSend({
            fromAddress: alice,
            toAddress: bob,
            amount: [{ denom: 'uregen', amount: '1' }],
          }),
        ],
        { signal: stop.signal },
      )
      waiting.catch(() => {})
      await until(() => isAsking)
      // Another wallet, and with signDirect another account of the very same one.
      const signer = regen.connectSigner(method === 'signDirect' ? stuck : wallet)
      const sent = await signer.signAndBroadcast(messagesOf(FIRST), asRecorded(tx))
      expect(sent.txHash).toBe(tx.hash)
      stop.abort()
      expect(broadcasts(node)).toEqual([tx.txBytes])
    },
  )

  test('two wallets of one account that sign at the same time never send one sequence twice', async () => {
    const { tx, node, regen, wallet } = await rightBefore(FIRST)
    const direct = wallet as Direct
    let sign = () => {}
    const slow: Direct = {
      getAccounts: () => direct.getAccounts(),
      signDirect: async (signer, document) => {
        await new Promise<void>(resolve => {
          const before = sign
          sign = () => {
            before()
            resolve()
          }
        })
        return direct.signDirect(signer, document)
      },
    }
    const asked = counted(slow)
    let isSimulated = false
    const first = failureOf(
      regen.connectSigner(asked.wallet).signAndBroadcast(messagesOf(FIRST), {
        ...asRecorded(tx),
        onStep: ({ step }) => {
          isSimulated ||= step === 'simulated'
        },
      }),
    )
    while (!isSimulated) await new Promise(resolve => setImmediate(resolve))
    await regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), asRecorded(tx))
    sign()
    await first
    // The slow one was signed over a sequence that is used by then: its bytes never left.
    expect(broadcasts(node)).toEqual([tx.txBytes])
  })

  test('a wallet that changes the memo in silence is told of', async () => {
    const wallet = (await walletOf('alice', 'amino')) as Amino
    const signer: Amino = {
      getAccounts: () => wallet.getAccounts(),
      signAmino: (address, document) => wallet.signAmino(address, { ...document, memo: 'from my wallet' }),
    }
    const { result } = await sendAll(signer, { memo: 'mine' })
    expect((await result).changedByWallet).toEqual(['memo'])
  })

  test('amino answers of wallets with payer, granter and timeout_height null are read', async () => {
    const wallet = (await walletOf('alice', 'amino')) as Amino
    const signer = {
      getAccounts: () => wallet.getAccounts(),
      signAmino: async (address: string, document: AminoDocument) => {
        const { signature } = await wallet.signAmino(address, document)
        const fee = { ...document.fee, payer: null, granter: null }
        return { signed: { ...document, fee, timeout_height: null }, signature }
      },
    }
    const { sent, result } = await sendAll(signer as never, { timeoutHeight: 'none' })
    await result
    expect(sent.length).toBe(1)
  })
})

describe('the way of signing', () => {
  const both = async (extra: object = {}): Promise<OfflineSigner> => {
    const [direct, amino] = [(await walletOf('alice')) as Direct, (await walletOf('alice', 'amino')) as Amino]
    return {
      getAccounts: async () => (await direct.getAccounts()).map(account => ({ ...account, ...extra })),
      signDirect: (signer: string, document: DirectDocument) => direct.signDirect(signer, document),
      signAmino: (signer: string, document: AminoDocument) => amino.signAmino(signer, document),
    } as never
  }
  const modeOf = async (signer: OfflineSigner, options: object = {}) => {
    const { sent, result } = await sendAll(signer, options)
    await result
    return decodeTx(sent[0] ?? new Uint8Array()).authInfo.signerInfos[0]?.modeInfo?.single?.mode
  }

  test('a Ledger: amino, by the key of the wallet', async () => {
    expect(await modeOf(await both())).toBe(1)
    expect(await modeOf(await both({ isNanoLedger: true }))).toBe(127)
    expect(await modeOf(await both({ isKeystone: true }))).toBe(127)
    expect(await modeOf(await both({ isNanoLedger: true }), { mode: 'direct' })).toBe(1)
  })

  test('a Ledger: amino, when the wallet says so only as it is asked', async () => {
    const wallet = await both()
    const ledger = {
      ...wallet,
      signDirect: async () => {
        throw new Error(
          "SIGN_MODE_DIRECT can't be signed on Ledger. Contact the web application provider to fix this issue.",
        )
      },
    } as OfflineSigner
    expect(await modeOf(ledger)).toBe(127)
    await expect((await sendAll(ledger, { mode: 'direct' })).result).rejects.toThrow('on Ledger')
  })

  test('what is anchored stands in no amino JSON of the chain: AMINO_UNSUPPORTED', async () => {
    const graph = {
      hash: 'CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=',
      digestAlgorithm: 1,
      canonicalizationAlgorithm: 1,
    }
    const anchor = { typeUrl: '/regen.data.v2.MsgAnchor', value: { sender: alice, contentHash: { graph } } }
    const { sent, result } = await sendAll(await walletOf('alice', 'amino'), {}, [anchor as Message])
    expect((await failureOf(result)).code).toBe('AMINO_UNSUPPORTED')
    expect(sent).toEqual([])
  })

  test('a signer with a vesting account is otherwise fine', async () => {
    const path = '/cosmos.auth.v1beta1.Query/Account'
    const recorded = recordedTx(FIRST)
    const { node, regen, wallet } = await rightBefore(FIRST, {
      fetch: interpose(call => {
        if (call.path !== path) return null
        const { value = '' } = (
          recorded as never as { before: { account: { response: { value?: string } } } }
        ).before.account.response
        const baseAccount = BaseAccount.decode(
          QueryAccountResponse.decode(bytesOf(value)).account?.value ?? new Uint8Array(),
        )
        const vesting = PeriodicVestingAccount.encode(
          PeriodicVestingAccount.fromPartial({ baseVestingAccount: { baseAccount } }),
        ).finish()
        const account = { typeUrl: '/cosmos.vesting.v1beta1.PeriodicVestingAccount', value: vesting }
        const answer = QueryAccountResponse.encode({ account }).finish()
        return abci({
          value: Buffer.from(answer).toString('base64'),
          height: String(call.params['height'] ?? '1'),
        })
      }),
    })
    const sent = await regen.connectSigner(wallet).signAndBroadcast(messagesOf(FIRST), asRecorded(recorded))
    expect(sent.txHash).toBe(recorded.hash)
    expect(node.missing).toEqual([])
  })
})

test('a raw store that has no such version yet is not empty: the marketplace fees are asked for again', async () => {
  const BUY = 'buy with fees, exact max fee'
  let early = 0
  const { regen } = await rightBefore(BUY, {
    fetch: interpose(({ path, params }) =>
      path === '/store/ecocredit/key' && early++ === 0
        ? abci({ log: 'version does not exist', height: String(params['height']) })
        : null,
    ),
  })
  const preview = await regen.previewFees(messagesOf(BUY))
  expect(early).toBe(2)
  expect(preview.messages[0]?.purchases[0]?.buyerFee).toBeGreaterThan(0n)
})

describe('at most', () => {
  const BUY = 'buy with fees, exact max fee'
  const buying = (bid: string, quantity = '2') =>
    marketplace.msgBuyDirect({
      buyer: bob,
      orders: [
        {
          sellOrderId: 1n,
          quantity,
          bidPrice: { denom: 'uregen', amount: bid },
          disableAutoRetire: true,
        },
      ],
    })
  const sendWith = async (
    bid: string,
    atMost: readonly string[] | undefined,
    fetchWith?: typeof fetch,
    quantity?: string,
  ) => {
    const { node, regen, wallet } = await rightBefore(BUY, fetchWith ? { fetch: fetchWith } : {})
    const signer = counted(wallet)
    const result = regen.connectSigner(signer.wallet).signAndBroadcast([buying(bid, quantity)], {
      gasLimit: 800_000n,
      gasPrice: '0.025uregen',
      timeoutHeight: 'none',
      ...(atMost && { atMost }),
    })
    return { node, result, signer }
  }

  test('a bid a million times the ask is refused: the seller may raise the price up to it', async () => {
    const { result, signer, node } = await sendWith('25000000000000', ['60000000uregen'])
    expect(await failureOf(result)).toMatchObject({
      code: 'DEBIT_TOO_HIGH',
      context: { denom: 'uregen', by: 'bids' },
    })
    expect([signer.asked(), broadcasts(node)]).toEqual([0, []])
  })

  test('bid and maxFeeAmount are the bounds: at their sum it is sent, one unit less is refused', async () => {
    // 2 × 25,000,000, the buyer fee of 1 % as maxFeeAmount, and the gas.
    const most = 50_000_000n + 500_000n + 20_000n
    expect((await (await sendWith('25000000', [`${most}uregen`])).result).txHash).toBe(recordedTx(BUY).hash)
    const error = await failureOf((await sendWith('25000000', [`${most - 1n}uregen`])).result)
    expect(error).toMatchObject({ code: 'DEBIT_TOO_HIGH', context: { amount: most, most: most - 1n } })
  })

  test.each([
    ['1e1', '25000000'],
    ['10.', '25000000'],
    ['010', '25000000'],
    ['+10', '25000000'],
    ['10', '+25000000'],
    ['10', '25_000_000'],
    ['10', '0x17d7840'],
    ['10', '0137274100'],
  ])('%s credits at %s each, as the chain reads them too, are bounded by atMost', async (quantity, bid) => {
    const most = 250_000_000n + 2_500_000n + 20_000n
    const { value } = (recordedTx(BUY).before.simulate?.response ?? {}) as { value?: string }
    const simulated = interpose(({ path }) => (path === SIMULATE ? abci({ value }) : null))
    const { result, signer } = await sendWith(bid, [`${most - 1n}uregen`], simulated, quantity)
    expect(await failureOf(result)).toMatchObject({
      code: 'DEBIT_TOO_HIGH',
      context: { denom: 'uregen', amount: most, most: most - 1n, by: 'bids' },
    })
    expect(signer.asked()).toBe(0)
  })

  test('a price that rises between snapshot and block is noticed: the simulation moves more than the preview said', async () => {
    const { value = '' } = (recordedTx(BUY).before.simulate?.response ?? {}) as { value?: string }
    const response = SimulateResponse.decode(bytesOf(value))
    const events = (response.result?.events ?? []).map(event => ({
      ...event,
      attributes: event.attributes.map(attribute =>
        event.type === 'coin_spent' && /^\d{5,}uregen$/.test(attribute.value)
          ? { ...attribute, value: `9${attribute.value}` }
          : attribute,
      ),
    }))
    const risen = SimulateResponse.encode({
      ...response,
      result: response.result && { ...response.result, events },
    }).finish()
    const fetchWith = interpose(({ path }) =>
      path === SIMULATE ? abci({ value: Buffer.from(risen).toString('base64') }) : null,
    )
    const { result, signer, node } = await sendWith('25000000', undefined, fetchWith)
    expect(await failureOf(result)).toMatchObject({ code: 'DEBIT_TOO_HIGH', context: { by: 'simulation' } })
    expect([signer.asked(), broadcasts(node)]).toEqual([0, []])
  })
})

describe('messages that the registry knows and the catalog does not are not trimmed and signed', () => {
  const authorization = {
    typeUrl: '/cosmos.authz.v1beta1.GenericAuthorization',
    value: { msg: '/regen.ecocredit.v1.MsgRetire' },
  }
  const createValidator: Message = {
    typeUrl: '/cosmos.staking.v1beta1.MsgCreateValidator',
    value: { minSelfDelegation: '1', delegatorAddress: alice, validatorAddress: 'regenvaloper1' },
  }
  const grantUntil = (grant: object): Message => ({
    typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
    value: { granter: alice, grantee: bob, grant: { authorization, ...grant } },
  })

  test.each<[string, Message]>([
    ['MsgGrant with a misspelt expires', grantUntil({ expires: { seconds: 1_900_000_000n, nanos: 0 } })],
    [
      'a MsgCreateValidator with a misspelt field',
      { ...createValidator, value: { ...(createValidator.value as object), minSelfDelegations: '1' } },
    ],
  ])('%s is refused, whatever is allowed', async (_, message) => {
    const { sent, result } = await sendAll(await walletOf('alice'), { allow: ['MESSAGE_UNKNOWN'] }, [message])
    expect((await failureOf(result)).code).toBe('INPUT_INVALID')
    expect(sent).toEqual([])
  })

  test('what cannot be previewed is not signed unless allowed by name', async () => {
    const message = createValidator
    const { sent, result } = await sendAll(await walletOf('alice'), {}, [message])
    expect(await failureOf(result)).toMatchObject({
      code: 'PREVIEW_INCOMPLETE',
      context: { warnings: [{ code: 'MESSAGE_UNKNOWN' }] },
    })
    expect(sent).toEqual([])
    const allowed = await sendAll(await walletOf('alice'), { allow: ['MESSAGE_UNKNOWN'] }, [message])
    await allowed.result
    expect(allowed.sent.length).toBe(1)
  })
})
