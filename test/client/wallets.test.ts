import { describe, expect, test } from 'vitest'
import type { AminoDocument, DirectDocument, OfflineSigner } from '../../src/client/sign/offlineSigner.ts'
import { ecocredit } from '../../src/index.ts'
import type { Message } from '../../src/messages/message.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { AuthInfo, TxBody } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network } from '../support/recordings.ts'
import { takesAll } from './interpose.ts'
import { connect, walletOf } from './live.ts'

const address = (name: string) => network.accounts[name]?.address ?? ''
const [alice, bob] = [address('alice'), address('bob')]
const batchDenom = 'C01-001-20200101-20210101-001'
const retire = (owner: string, amount = '0.5'): Message =>
  ecocredit.msgRetire({ owner, credits: [{ batchDenom, amount }], jurisdiction: 'US' })

type Direct = { bodyBytes: Uint8Array; authInfoBytes: Uint8Array }
type Answer = { signed: unknown; signature: { signature: string } }

/** A real wallet, by mode: what it would sign, and what it holds. */
const real = async (name: string, mode: 'direct' | 'amino') =>
  (await walletOf(name, mode)) as OfflineSigner & {
    signDirect(signer: string, document: DirectDocument): Promise<Answer>
    signAmino(signer: string, document: AminoDocument): Promise<Answer>
  }

/** A wallet that signs what its owner has changed before. */
async function direct(change: (document: Direct) => Partial<Direct>): Promise<OfflineSigner> {
  const wallet = await real('alice', 'direct')
  return {
    getAccounts: () => wallet.getAccounts(),
    signDirect: async (signer, document) =>
      (await wallet.signDirect(signer, { ...document, ...change(document) })) as never,
  }
}

async function amino(change: (document: AminoDocument) => object): Promise<OfflineSigner> {
  const wallet = await real('alice', 'amino')
  return {
    getAccounts: () => wallet.getAccounts(),
    signAmino: async (signer, document) =>
      (await wallet.signAmino(signer, { ...document, ...change(document) } as AminoDocument)) as never,
  }
}

const body = (change: (body: TxBody) => Partial<TxBody>) => (document: Direct) => {
  const decoded = TxBody.decode(document.bodyBytes)
  return { bodyBytes: TxBody.encode({ ...decoded, ...change(decoded) }).finish() }
}

const authInfo = (change: (authInfo: AuthInfo) => Partial<AuthInfo>) => (document: Direct) => {
  const decoded = AuthInfo.decode(document.authInfoBytes)
  return { authInfoBytes: AuthInfo.encode({ ...decoded, ...change(decoded) }).finish() }
}

const fee = (change: object) => authInfo(({ fee }) => ({ fee: { ...fee, ...change } as AuthInfo['fee'] }))

async function send(
  signer: OfflineSigner,
  messages: readonly Message[] = [retire(alice)],
  options: object = {},
) {
  const node = await recordedNode()
  node.standAt('end')
  const { fetch, sent } = takesAll()
  const regen = await connect(node.url, { fetch })
  const result = regen
    .connectSigner(signer)
    .signAndBroadcast(messages, { timeoutHeight: 500n, gasPrice: '0.025uregen', ...options })
  return { sent, result }
}

/** What is refused: nothing is sent. */
async function refusal(signer: OfflineSigner, messages?: readonly Message[], options?: object) {
  const { sent, result } = await send(signer, messages, options)
  const error = await failureOf(result)
  expect(sent).toEqual([])
  return error
}

describe('a wallet that changes the fee', () => {
  const more = { amount: [{ denom: 'uregen', amount: '123456' }], gasLimit: 777_777n }
  const stdFee = { amount: more.amount, gas: '777777' }

  test.each([
    ['direct', direct(fee(more))],
    ['amino', amino(() => ({ fee: stdFee }))],
  ])('in %s mode: it is sent, and the preview follows', async (_, wallet) => {
    const { sent, result } = await send(await wallet)
    const { preview } = await result
    expect(preview.live.gas).toMatchObject({ payer: alice, limit: 777_777n, fee: 123_456n, denom: 'uregen' })
    expect(preview.live.debits).toEqual([{ account: alice, denom: 'uregen', amount: 123_456n }])
    expect(decodeTx(sent[0] as Uint8Array).authInfo.fee).toMatchObject(more)
  })

  test.each([
    ['direct', direct(fee({ granter: bob }))],
    ['amino', amino(({ fee }) => ({ fee: { ...fee, granter: bob } }))],
  ])('in %s mode, to an allowance: the preview follows', async (_, wallet) => {
    const { result } = await send(await wallet)
    expect((await result).preview.live.gas?.payer).toBe(bob)
  })

  test.each([
    ['direct', direct(fee({ granter: '' }))],
    ['amino', amino(({ fee: { amount, gas } }) => ({ fee: { amount, gas } }))],
  ])('in %s mode, from an allowance to the signer: the preview follows', async (_, wallet) => {
    const { result } = await send(await wallet, [retire(alice)], { feeGranter: bob })
    expect((await result).preview.live.gas?.payer).toBe(alice)
  })

  test.each([
    ['direct', direct(fee({ amount: [{ denom: 'uregen', amount: '0' }] }))],
    ['amino', amino(({ fee }) => ({ fee: { ...fee, amount: [{ denom: 'uregen', amount: '0' }] } }))],
  ])('in %s mode, to a coin of zero: it is sent as it was signed', async (_, wallet) => {
    const { sent, result } = await send(await wallet)
    expect((await result).preview.live.gas?.fee).toBe(0n)
    expect(decodeTx(sent[0] as Uint8Array).authInfo.fee?.amount).toEqual([{ denom: 'uregen', amount: '0' }])
  })

  test.each([
    ['two coins', [...more.amount, { denom: 'uusdc', amount: '1' }]],
    ['no denom', [{ denom: '', amount: '1' }]],
    ['a denom that is none', [{ denom: '!', amount: '1' }]],
  ])('to %s: SIGNED_DIFFERENTLY', async (_, amount) => {
    expect((await refusal(await direct(fee({ amount })))).code).toBe('SIGNED_DIFFERENTLY')
    const wallet = amino(({ fee }) => ({ fee: { ...fee, amount } }))
    expect((await refusal(await wallet)).code).toBe('SIGNED_DIFFERENTLY')
  })

  test.each(['-1', '1.5', 'many', '', '1e5', '9'.repeat(90)])(
    'to an amount of "%s": refused',
    async amount => {
      const coins = [{ denom: 'uregen', amount }]
      expect((await refusal(await direct(fee({ amount: coins })))).code).toBe('SIGNED_DIFFERENTLY')
      const wallet = amino(({ fee }) => ({ fee: { ...fee, amount: coins } }))
      expect((await refusal(await wallet)).code).toBe('SIGNER_UNUSABLE')
    },
  )
})

describe('a wallet that changes the memo', () => {
  test.each([
    ['direct', direct(body(() => ({ memo: 'from my wallet' })))],
    ['amino', amino(() => ({ memo: 'from my wallet' }))],
  ])('in %s mode: it is sent with that', async (_, wallet) => {
    const { sent, result } = await send(await wallet, [retire(alice)], { memo: 'mine' })
    await result
    expect(decodeTx(sent[0] as Uint8Array).body.memo).toBe('from my wallet')
  })
})

const other = TxBody.encode(
  TxBody.fromPartial({
    messages: [{ typeUrl: '/cosmos.bank.v1beta1.MsgSend', value: new Uint8Array([10, 1, 65]) }],
  }),
).finish()

describe('a wallet that changes anything else: SIGNED_DIFFERENTLY, and nothing is sent', () => {
  test.each<[string, (document: Direct) => Partial<Direct>]>([
    ['another message', () => ({ bodyBytes: other })],
    ['no message', body(() => ({ messages: [] }))],
    [
      'one message more',
      body(({ messages }) => ({ messages: [...messages, ...TxBody.decode(other).messages] })),
    ],
    [
      'another amount',
      body(({ messages }) => ({
        messages: messages.map(message => ({ ...message, value: message.value.with(-1, 86) })),
      })),
    ],
    [
      'another type URL',
      body(({ messages }) => ({
        messages: messages.map(message => ({ ...message, typeUrl: '/regen.ecocredit.v1.MsgCancel' })),
      })),
    ],
    ['no timeout height', body(() => ({ timeoutHeight: 0n }))],
    ['a later timeout height', body(({ timeoutHeight }) => ({ timeoutHeight: timeoutHeight + 1n }))],
    ['no order of sequences', body(() => ({ unordered: true }))],
    ['an extension', body(() => ({ extensionOptions: [{ typeUrl: '/x', value: new Uint8Array() }] }))],
    [
      'a field nobody knows, in the body',
      ({ bodyBytes }) => ({ bodyBytes: Uint8Array.from([...bodyBytes, 0xf8, 0x7f, 1]) }),
    ],
    ['a body that is none', () => ({ bodyBytes: Uint8Array.from([255, 255, 255]) })],
    ['no body', () => ({ bodyBytes: new Uint8Array() })],
    [
      'another sequence',
      authInfo(({ signerInfos }) => ({
        signerInfos: signerInfos.map(info => ({ ...info, sequence: info.sequence + 1n })),
      })),
    ],
    [
      'another key',
      authInfo(({ signerInfos }) => ({
        signerInfos: signerInfos.map(info => ({ ...info, publicKey: undefined })),
      })),
    ],
    [
      'another mode',
      authInfo(({ signerInfos }) => ({
        signerInfos: signerInfos.map(info => ({
          ...info,
          modeInfo: { single: { mode: 127 }, multi: undefined },
        })),
      })),
    ],
    ['one signer more', authInfo(({ signerInfos }) => ({ signerInfos: [...signerInfos, ...signerInfos] }))],
    ['a tip', authInfo(() => ({ tip: { amount: [], tipper: bob } }))],
    ['no fee at all', authInfo(() => ({ fee: undefined }))],
    [
      'a field nobody knows, beside the signers',
      ({ authInfoBytes }) => ({ authInfoBytes: Uint8Array.from([...authInfoBytes, 0xf8, 0x7f, 1]) }),
    ],
    ['signers that are none', () => ({ authInfoBytes: Uint8Array.from([255, 255, 255]) })],
  ])('direct: %s', async (_, change) => {
    const wallet = await real('alice', 'direct')
    const signer: OfflineSigner = {
      getAccounts: () => wallet.getAccounts(),
      signDirect: async (signer, document) => {
        const { signature } = await wallet.signDirect(signer, document)
        return { signed: { ...document, ...change(document) }, signature } as never
      },
    }
    expect((await refusal(signer)).code).toBe('SIGNED_DIFFERENTLY')
  })

  test.each<[string, (document: AminoDocument) => object]>([
    ['another message', () => ({ msgs: [{ type: 'cosmos-sdk/MsgSend', value: {} }] })],
    ['no message', () => ({ msgs: [] })],
    ['one message more', ({ msgs }) => ({ msgs: [...msgs, ...msgs] })],
    [
      'another amount',
      ({ msgs }) => ({
        msgs: msgs.map(({ type, value }) => ({
          type,
          value: { ...value, credits: [{ ...value.credits[0], amount: '500' }] },
        })),
      }),
    ],
    ['messages that are none', () => ({ msgs: [() => {}] })],
    ['another chain', () => ({ chain_id: 'regen-1' })],
    ['another account', () => ({ account_number: '99' })],
    ['another sequence', ({ sequence }) => ({ sequence: `${BigInt(sequence) + 1n}` })],
    ['no timeout height', ({ timeout_height: _, ...rest }) => ({ ...rest, timeout_height: undefined })],
    ['a later timeout height', () => ({ timeout_height: '501' })],
  ])('amino: %s', async (_, change) => {
    const wallet = await real('alice', 'amino')
    const signer: OfflineSigner = {
      getAccounts: () => wallet.getAccounts(),
      signAmino: async (signer, document) => {
        const { signature } = await wallet.signAmino(signer, document)
        return { signed: { ...document, ...change(document) }, signature } as never
      },
    }
    expect((await refusal(signer)).code).toBe('SIGNED_DIFFERENTLY')
  })

  test('direct: bytes that it changes in place are its own copies', async () => {
    const wallet = await real('alice', 'direct')
    const signer: OfflineSigner = {
      getAccounts: () => wallet.getAccounts(),
      signDirect: async (signer, document) => {
        document.bodyBytes.fill(0, 40, 60)
        return { signed: document, signature: (await wallet.signDirect(signer, document)).signature } as never
      },
    }
    expect((await refusal(signer)).code).toBe('SIGNED_DIFFERENTLY')
  })

  test('amino: messages that it changes in place are its own copies', async () => {
    const wallet = await real('alice', 'amino')
    const signer: OfflineSigner = {
      getAccounts: () => wallet.getAccounts(),
      signAmino: async (signer, document) => {
        for (const { value } of document.msgs) value.owner = bob
        return { signed: document, signature: (await wallet.signAmino(signer, document)).signature } as never
      },
    }
    expect((await refusal(signer)).code).toBe('SIGNED_DIFFERENTLY')
  })

  test.each(Array.from({ length: 12 }, (_, turns) => turns))(
    'direct: bytes that it changes %i turns after it gave them',
    async turns => {
      const wallet = await real('alice', 'direct')
      const signer: OfflineSigner = {
        getAccounts: () => wallet.getAccounts(),
        signDirect: async (signer, document) => {
          const { signature } = await wallet.signDirect(signer, document)
          const { bodyBytes, authInfoBytes } = document
          const later = async () => {
            for (let turn = 0; turn < turns; turn++) await null
            bodyBytes.fill(7)
          }
          void later()
          return { signed: { bodyBytes, authInfoBytes }, signature } as never
        },
      }
      const { sent, result } = await send(signer)
      const code = await result.then(
        () => 'sent',
        (error: { code: string }) => error.code,
      )
      // What is sent is what was checked.
      expect(['sent', 'SIGNED_DIFFERENTLY']).toContain(code)
      const types = sent.map(bytes => decodeTx(bytes).body.messages.map(({ typeUrl }) => typeUrl))
      expect(types).toEqual(code === 'sent' ? [['/regen.ecocredit.v1.MsgRetire']] : [])
    },
  )

  test.each([
    ['direct', 'memo', body(() => ({ memo: 'other' })), () => ({ memo: 'other' })],
    ['direct', 'fee', fee({ gasLimit: 5n }), () => ({})],
    ['amino', 'memo', () => ({}), () => ({ memo: 'other' })],
    ['amino', 'fee', () => ({}), ({ fee }: AminoDocument) => ({ fee: { ...fee, gas: '5' } })],
  ] as const)('%s, two signers: one of them changes the %s', async (mode, _, direct, amino) => {
    const wallets = { [alice]: await real('alice', mode), [bob]: await real('bob', mode) }
    const getAccounts = async () =>
      (await Promise.all(Object.values(wallets).map(wallet => wallet.getAccounts()))).flat()
    for (const odd of [alice, bob]) {
      const signDirect = (signer: string, document: DirectDocument) =>
        wallets[signer]?.signDirect(signer, { ...document, ...(signer === odd && direct(document)) })
      const signAmino = (signer: string, document: AminoDocument) =>
        wallets[signer]?.signAmino(signer, { ...document, ...(signer === odd && amino(document)) })
      const signer = { getAccounts, ...(mode === 'direct' ? { signDirect } : { signAmino }) } as never
      const error = await refusal(signer, [retire(alice), retire(bob)], { allow: ['CREDITS_TOO_LOW'] })
      expect(error.code).toBe('SIGNED_DIFFERENTLY')
    }
  })
})

const ODD: readonly unknown[] = [undefined, null, 5, 'signed', [], {}, () => {}]
const signature = { signature: Buffer.alloc(64, 1).toString('base64') }

describe('a wallet whose answers have a wrong shape: SIGNER_UNUSABLE, and nothing is sent', () => {
  test.each(ODD.filter(odd => !Array.isArray(odd)))('list of accounts: %o', async odd => {
    const wallet = await real('alice', 'direct')
    const signer = { getAccounts: () => odd, signDirect: wallet.signDirect.bind(wallet) }
    expect((await refusal(signer as never)).code).toBe('SIGNER_UNUSABLE')
  })

  test.each([
    null,
    5,
    {},
    { address: alice },
    { address: alice, algo: 'secp256k1' },
    { address: alice, algo: 'secp256k1', pubkey: 'A6y…' },
    { address: 5, algo: 'secp256k1', pubkey: new Uint8Array(33) },
  ])('account: %o', async odd => {
    const wallet = await real('alice', 'direct')
    const signer = { getAccounts: async () => [odd], signDirect: wallet.signDirect.bind(wallet) }
    const error = await refusal(signer as never)
    expect(error.code).toBe('SIGNER_UNUSABLE')
    expect(error.message).toContain('list of accounts')
  })

  const bodyBytes = new Uint8Array()
  test.each<unknown>([
    ...ODD,
    { signed: { bodyBytes, authInfoBytes: bodyBytes } },
    { signature },
    { signed: { bodyBytes }, signature },
    { signed: { bodyBytes: '0a', authInfoBytes: bodyBytes }, signature },
    { signed: { bodyBytes: [1, 2], authInfoBytes: bodyBytes }, signature },
    { signed: { bodyBytes, authInfoBytes: bodyBytes }, signature: signature.signature },
    { signed: { bodyBytes, authInfoBytes: bodyBytes }, signature: { signature: new Uint8Array(64) } },
  ])('signDirect: %o', async odd => {
    const { getAccounts } = await real('alice', 'direct')
    const wallet = await real('alice', 'direct')
    const signer = { getAccounts: getAccounts.bind(wallet), signDirect: async () => odd }
    const error = await refusal(signer as never)
    expect(error.code).toBe('SIGNER_UNUSABLE')
    expect(error.message).toContain('answer to signDirect')
  })

  test.each<[string, (document: AminoDocument) => unknown]>([
    ...ODD.map((odd): [string, () => unknown] => [String(odd), () => odd]),
    ['no signature', document => ({ signed: document })],
    ['no document', () => ({ signature })],
    ['no fee', ({ fee: _, ...rest }) => ({ signed: rest, signature })],
    ['no gas', document => ({ signed: { ...document, fee: { amount: [] } }, signature })],
    [
      'gas that is none',
      document => ({ signed: { ...document, fee: { amount: [], gas: 'much' } }, signature }),
    ],
    [
      'more gas than fits',
      document => ({ signed: { ...document, fee: { amount: [], gas: `${2n ** 64n}` } }, signature }),
    ],
    [
      'coins that are none',
      document => ({ signed: { ...document, fee: { amount: {}, gas: '5' } }, signature }),
    ],
    [
      'a coin that is none',
      document => ({ signed: { ...document, fee: { amount: [null], gas: '5' } }, signature }),
    ],
    [
      'a payer that is none',
      document => ({ signed: { ...document, fee: { ...document.fee, payer: 5 } }, signature }),
    ],
    ['a memo that is none', document => ({ signed: { ...document, memo: null }, signature })],
    ['messages that are none', document => ({ signed: { ...document, msgs: 'none' }, signature })],
  ])('signAmino: %s', async (_, answer) => {
    const wallet = await real('alice', 'amino')
    const signer = {
      getAccounts: () => wallet.getAccounts(),
      signAmino: async (__: string, document: AminoDocument) => answer(document),
    }
    const error = await refusal(signer as never)
    expect(error.code).toBe('SIGNER_UNUSABLE')
    expect(error.message).toContain('answer to signAmino')
  })

  test.each([
    '',
    '!',
    'AAAA',
    Buffer.alloc(63).toString('base64'),
    Buffer.alloc(65).toString('base64'),
    `${Buffer.alloc(64).toString('base64')}\n`,
    Buffer.alloc(64).toString('base64').replace('==', ''),
    Buffer.alloc(64).toString('base64').replace('A==', 'B=='),
    `0x${'00'.repeat(64)}`,
  ])('signature: "%s"', async text => {
    for (const mode of ['direct', 'amino'] as const) {
      const wallet = await real('alice', mode)
      const signed = async (_: string, document: unknown) => ({
        signed: document,
        signature: { signature: text },
      })
      const signer = {
        getAccounts: () => wallet.getAccounts(),
        ...(mode === 'direct' ? { signDirect: signed } : { signAmino: signed }),
      }
      const error = await refusal(signer as never)
      expect(error.code).toBe('SIGNER_UNUSABLE')
      expect(error.message).toContain('64 bytes in base64')
    }
  })
})

describe('a wallet with ways of its own that mean the same', () => {
  test('bytes of another window, and as a view of a larger buffer', async () => {
    const { runInNewContext } = await import('node:vm')
    const wallet = await real('alice', 'direct')
    const Foreign = runInNewContext('Uint8Array') as Uint8ArrayConstructor
    const signer: OfflineSigner = {
      getAccounts: async () =>
        (await wallet.getAccounts()).map(account => ({ ...account, pubkey: Foreign.from(account.pubkey) })),
      signDirect: async (signer, document) => {
        const { signature } = await wallet.signDirect(signer, document)
        const { bodyBytes, authInfoBytes } = document
        const larger = Buffer.concat([Buffer.from('...'), authInfoBytes, Buffer.from('...')])
        return {
          signed: { bodyBytes: Foreign.from(bodyBytes), authInfoBytes: larger.subarray(3, -3) },
          signature,
        } as never
      },
    }
    expect(signer).not.toBeInstanceOf(Foreign)
    const { sent, result } = await send(signer)
    await result
    expect(sent.length).toBe(1)
  })

  test('numbers as numbers, no timeout height where there is none, and fields in another order', async () => {
    const wallet = await real('alice', 'amino')
    const signer: OfflineSigner = {
      getAccounts: () => wallet.getAccounts(),
      signAmino: async (signer, document) => {
        const { signature } = await wallet.signAmino(signer, document)
        const { account_number, sequence, msgs, ...rest } = document
        const reversed = msgs.map(({ type, value }) => ({
          value: Object.fromEntries(Object.entries(value).reverse()),
          type,
        }))
        const numbers = { account_number: parseInt(account_number, 10), sequence: parseInt(sequence, 10) }
        return { signed: { ...rest, ...numbers, msgs: reversed, timeout_height: '' }, signature } as never
      },
    }
    const { sent, result } = await send(signer, [retire(alice)], { timeoutHeight: 'none' })
    await result
    expect(sent.length).toBe(1)
  })
})
