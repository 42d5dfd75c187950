import { describe, expect, test } from 'vitest'
import type { AminoDocument, DirectDocument, OfflineSigner } from '../../src/client/sign/offlineSigner.ts'
import { cosmos } from '../../src/index.ts'
import type { Message } from '../../src/messages/message.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { BaseAccount } from '../../src/wire/generated/cosmos/auth/v1beta1/auth.ts'
import { QueryAccountResponse } from '../../src/wire/generated/cosmos/auth/v1beta1/query.ts'
import { AuthInfo } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { PeriodicVestingAccount } from '../../src/wire/generated/cosmos/vesting/v1beta1/vesting.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { until } from '../node/rpc/testClock.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { abci, broadcasts, counted, interpose, SIMULATE } from './interpose.ts'
import { asRecorded, recordedTx, rightBefore, walletOf } from './live.ts'
import { type Amino, alice, bob, type Direct, FIRST, sendAll } from './sendAll.ts'

/** What a real node, a hostile node, hostile wallets and public bug reports found in release 0.1.0 about sending, case by case: what a wallet signs, and how. */

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

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
