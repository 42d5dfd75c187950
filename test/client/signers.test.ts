import { createPublicKey, ECDH, verify } from 'node:crypto'
import { makeSignDoc as makeAminoDoc, serializeSignDoc } from '@cosmjs/amino'
import { DirectSecp256k1HdWallet, makeSignBytes, makeSignDoc } from '@cosmjs/proto-signing'
import { describe, expect, test } from 'vitest'
import type { AminoDocument, DirectDocument, OfflineSigner } from '../../src/client/sign/offlineSigner.ts'
import { signersOf } from '../../src/client/sign/signersOf.ts'
import { cosmos, ecocredit } from '../../src/index.ts'
import type { Message } from '../../src/messages/message.ts'
import { BLOCKING_WARNINGS } from '../../src/messages/warnings.ts'
import { readAccount } from '../../src/node/read/accounts.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { TxRaw } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { network } from '../support/recordings.ts'
import { broadcasts, takesAll } from './interpose.ts'
import { asRecorded, connect, recordedTx, rightBefore, walletOf } from './live.ts'

const ALL = [...BLOCKING_WARNINGS, 'MESSAGE_UNKNOWN'] as const
const address = (name: string) => network.accounts[name]?.address ?? ''
const [alice, bob, carol] = [address('alice'), address('bob'), address('carol')]
const batchDenom = 'C01-001-20200101-20210101-001'

const retire = (owner: string): Message =>
  ecocredit.msgRetire({ owner, credits: [{ batchDenom, amount: '0.5' }], jurisdiction: 'US' })

type Mode = 'direct' | 'amino'

/** One wallet with the accounts of several. */
async function walletWith(mode: Mode, ...names: readonly string[]): Promise<OfflineSigner> {
  const wallets = await Promise.all(names.map(name => walletOf(name, mode)))
  const of = (signer: string) => wallets[names.findIndex(name => address(name) === signer)] as never
  const getAccounts = async () => (await Promise.all(wallets.map(wallet => wallet.getAccounts()))).flat()
  return mode === 'direct'
    ? {
        getAccounts,
        signDirect: (signer, document: DirectDocument) =>
          (of(signer) as { signDirect: (...args: unknown[]) => never }).signDirect(signer, document),
      }
    : {
        getAccounts,
        signAmino: (signer, document: AminoDocument) =>
          (of(signer) as { signAmino: (...args: unknown[]) => never }).signAmino(signer, document),
      }
}

/** Sends over a node that takes all, and gives what it was sent. */
async function send(signer: OfflineSigner, messages: readonly Message[], options: object = {}) {
  const node = await recordedNode()
  node.standAt('end')
  const taking = takesAll()
  const regen = await connect(node.url, { fetch: taking.fetch })
  const sent = await regen.connectSigner(signer).signAndBroadcast(messages, { allow: ALL, ...options })
  const [bytes = new Uint8Array()] = taking.sent
  return { bytes, tx: decodeTx(bytes), sent, regen, node }
}

/** Whether OpenSSL takes a signature over the bytes that CosmJS says are signed. */
function isValid(bytes: Uint8Array, signature: Uint8Array, pubkey: Uint8Array): boolean {
  const point = Buffer.from(
    ECDH.convertKey(pubkey, 'secp256k1', undefined, undefined, 'uncompressed') as Buffer,
  )
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(part => part.toString('base64url'))
  const key = createPublicKey({ key: { kty: 'EC', crv: 'secp256k1', x, y } as never, format: 'jwk' })
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

/** The bytes that each signer signs, by CosmJS. */
async function signedBytes(
  mode: Mode,
  bytes: Uint8Array,
  signers: readonly string[],
  { regen, node }: Pick<Awaited<ReturnType<typeof send>>, 'regen' | 'node'>,
) {
  const { bodyBytes, authInfoBytes } = TxRaw.decode(bytes)
  const { body, authInfo } = decodeTx(bytes)
  const ledger = { port: regen.rpc, height: node.height() }
  const accounts = await Promise.all(signers.map(signer => readAccount(ledger, signer)))
  const { aminoConverters } = await import('../../src/cosmjs.ts')
  return accounts.map((account, index) => {
    const number = account?.number ?? -1n
    if (mode === 'direct')
      return makeSignBytes(makeSignDoc(bodyBytes, authInfoBytes, network.chainId, number))
    const { gasLimit = 0n, amount = [], payer = '', granter = '' } = authInfo.fee ?? {}
    const msgs = body.messages.map(({ typeUrl, value }) => ({
      type: aminoConverters[typeUrl]?.aminoType ?? '',
      value: aminoConverters[typeUrl]?.toAmino(value) as object,
    }))
    const fee = { amount, gas: `${gasLimit}`, ...(payer && { payer }), ...(granter && { granter }) }
    const sequence = authInfo.signerInfos[index]?.sequence ?? -1n
    const timeout = body.timeoutHeight || undefined
    return serializeSignDoc(
      makeAminoDoc(msgs, fee, network.chainId, body.memo, number, `${sequence}`, timeout),
    )
  })
}

describe.each(['direct', 'amino'] as const)('in %s mode', mode => {
  test.each([
    ['one', [retire(alice)], {}, [alice]],
    ['two, in the order of the messages', [retire(bob), retire(alice)], {}, [bob, alice]],
    ['each once', [retire(bob), retire(alice), retire(bob)], {}, [bob, alice]],
    ['who pays the gas, last', [retire(bob)], { feePayer: carol }, [bob, carol]],
    ['the payer only once', [retire(bob), retire(carol)], { feePayer: carol }, [bob, carol]],
  ] as const)(
    'signs %s: each signature is over what CosmJS says is signed',
    async (_, messages, options, signers) => {
      const wallet = await walletWith(mode, 'alice', 'bob', 'carol')
      const everything = { memo: 'two of us', timeoutHeight: 500n, feeGranter: address('dave'), ...options }
      const { bytes, tx, ...rest } = await send(wallet, messages, everything)
      const held = await wallet.getAccounts()
      const keys = signers.map(
        signer => held.find(account => account.address === signer)?.pubkey ?? new Uint8Array(),
      )
      expect(tx.authInfo.signerInfos.length).toBe(signers.length)
      expect(
        tx.authInfo.signerInfos.map(
          ({ publicKey }) => (publicKey as { value: { key: Uint8Array } }).value.key,
        ),
      ).toEqual(keys.map(key => new Uint8Array(key)))
      expect(tx.signatures.length).toBe(signers.length)
      const signed = await signedBytes(mode, bytes, signers, rest)
      signed.forEach((what, index) => {
        const signature = tx.signatures[index] ?? new Uint8Array()
        expect(isValid(what, signature, keys[index] ?? new Uint8Array())).toBe(true)
        // And it tells a change from none.
        expect(isValid(what.with(5, (what[5] ?? 0) ^ 1), signature, keys[index] ?? new Uint8Array())).toBe(
          false,
        )
      })
      expect(tx.exact).toBe(true)
    },
  )

  test('memo, timeout height, payer and granter are in the transaction', async () => {
    const wallet = await walletWith(mode, 'alice', 'bob')
    const { tx, sent } = await send(wallet, [retire(alice)], {
      memo: 'for the forest',
      timeoutHeight: 500n,
      feePayer: bob,
      feeGranter: carol,
      gasLimit: 100_000n,
      gasPrice: '0.03uregen',
    })
    expect([tx.body.memo, tx.body.timeoutHeight]).toEqual(['for the forest', 500n])
    expect(tx.authInfo.fee).toEqual({
      amount: [{ denom: 'uregen', amount: '3000' }],
      gasLimit: 100_000n,
      payer: bob,
      granter: carol,
    })
    // Whoever grants the allowance pays.
    expect(sent.preview.live.gas).toMatchObject({ payer: carol, fee: 3_000n })
  })

  test('a payer who signs first anyway is not named', async () => {
    const { tx } = await send(await walletWith(mode, 'alice'), [retire(alice)], {
      feePayer: alice.toUpperCase(),
    })
    expect(tx.authInfo.fee?.payer).toBe('')
    expect(tx.authInfo.signerInfos.length).toBe(1)
  })

  test('gas that costs nothing has no coins', async () => {
    const { tx } = await send(await walletWith(mode, 'alice'), [retire(alice)], { gasPrice: '0uregen' })
    expect(tx.authInfo.fee?.amount).toEqual([])
  })

  test('the gas limit is a tenth above what the simulation used and left out, and the fee ceil(limit × price)', async () => {
    const used = BigInt(/* what the recorded simulation used */ await gasUsed())
    const { tx } = await send(await walletWith(mode, 'alice'), [retire(alice)], {
      gasPrice: '0.033333uregen',
    })
    // The fee of this limit has as many digits as the one that was simulated.
    const limit = ((used + 3_429n) * 11n + 9n) / 10n
    expect(tx.authInfo.fee?.gasLimit).toBe(limit)
    expect(tx.authInfo.fee?.amount).toEqual([
      { denom: 'uregen', amount: `${(limit * 33_333n + 999_999n) / 1_000_000n}` },
    ])
  })
})

async function gasUsed(): Promise<bigint> {
  const { SimulateResponse } = await import('../../src/wire/generated/cosmos/tx/v1beta1/service.ts')
  const { value } = (recordedTx('retire').before.simulate?.response ?? {}) as { value?: string }
  return SimulateResponse.decode(new Uint8Array(Buffer.from(value ?? '', 'base64'))).gasInfo?.gasUsed ?? 0n
}

describe('who has to sign', () => {
  const unknown = { typeUrl: '/foreign.Msg', value: new Uint8Array([1]) }

  test('of a group proposal every proposer', () => {
    const proposal = cosmos.groupSubmitProposal({
      groupPolicyAddress: alice,
      proposers: [bob, carol],
      metadata: '',
      messages: [retire(alice)],
      exec: 'EXEC_TRY',
      title: 't',
      summary: 's',
    })
    expect(signersOf([proposal, retire(alice)], undefined, undefined)).toEqual([bob, carol, alice])
  })

  test('of a message outside of the catalog one of the others, or the first account', () => {
    expect(signersOf([unknown, retire(bob)], undefined, alice)).toEqual([bob])
    expect(signersOf([unknown], undefined, alice)).toEqual([alice])
    expect(signersOf([unknown], bob, alice)).toEqual([alice, bob])
    expect(signersOf([unknown], undefined, undefined)).toEqual([])
  })

  test('an address in capitals is the same account', () => {
    const shouted = { ...retire(bob), value: { ...(retire(bob).value as object), owner: bob.toUpperCase() } }
    expect(signersOf([shouted, retire(bob)], bob.toUpperCase(), undefined)).toEqual([bob])
  })
})

describe('a wallet that cannot sign', () => {
  test.each([
    ['another account', ['bob'], bob],
    ['none', [], 'no account'],
  ] as const)('because it holds %s: SIGNER_MISSING, before anything is read', async (_, names, held) => {
    const { node, regen } = await rightBefore('send tradable and retired')
    node.forget()
    const wallet = await walletWith('direct', ...names)
    const error = await failureOf(
      regen.connectSigner(wallet).signAndBroadcast(messagesOf('send tradable and retired')),
    )
    expect(error).toMatchObject({ code: 'SIGNER_MISSING', context: { signer: alice } })
    expect(error.message).toContain(held)
    expect(node.requests).toEqual([])
  })

  test('because one of two signers is missing: SIGNER_MISSING names that one', async () => {
    const error = await failureOf(send(await walletWith('direct', 'alice'), [retire(alice), retire(bob)]))
    expect(error).toMatchObject({ code: 'SIGNER_MISSING', context: { signer: bob, accounts: [alice] } })
  })

  test('because the payer of the gas is missing: SIGNER_MISSING names that one', async () => {
    const error = await failureOf(
      send(await walletWith('direct', 'alice'), [retire(alice)], { feePayer: bob }),
    )
    expect(error).toMatchObject({ code: 'SIGNER_MISSING', context: { signer: bob } })
  })

  test('because its account is not on chain: ACCOUNT_MISSING', async () => {
    const wallet = await DirectSecp256k1HdWallet.generate(12, { prefix: 'regen' })
    const [account] = await wallet.getAccounts()
    const error = await failureOf(send(wallet, [retire(account?.address ?? '')]))
    expect(error).toMatchObject({ code: 'ACCOUNT_MISSING', context: { address: account?.address } })
  })

  test.each([
    ['ed25519', 32],
    ['ethsecp256k1', 33],
    ['secp256k1', 65],
    ['secp256k1', 0],
  ])('because its key is of another kind (%s, %i bytes): SIGNER_UNUSABLE', async (algo, length) => {
    const wallet = await walletWith('direct', 'alice')
    const getAccounts = async () => [{ address: alice, algo, pubkey: new Uint8Array(length) }]
    const error = await failureOf(send({ ...wallet, getAccounts }, [retire(alice)]))
    expect(error).toMatchObject({ code: 'SIGNER_UNUSABLE' })
    expect(error.message).toContain(alice)
  })

  test('because it knows one mode and was asked for the other: SIGNER_UNUSABLE', async () => {
    for (const [has, mode] of [
      ['amino', 'direct'],
      ['direct', 'amino'],
    ] as const) {
      const error = await failureOf(send(await walletWith(has, 'alice'), [retire(alice)], { mode }))
      expect(error).toMatchObject({ code: 'SIGNER_UNUSABLE' })
      expect(error.message).toContain(mode)
    }
  })

  test('because it knows neither mode: SIGNER_UNUSABLE', async () => {
    const { getAccounts } = await walletWith('direct', 'alice')
    expect((await failureOf(send({ getAccounts } as never, [retire(alice)]))).code).toBe('SIGNER_UNUSABLE')
  })

  test('because its owner declines: what the wallet throws is passed on', async () => {
    const declined = new Error('Request rejected')
    const wallet = { ...(await walletWith('direct', 'alice')), signDirect: () => Promise.reject(declined) }
    await expect(send(wallet as never, [retire(alice)])).rejects.toBe(declined)
  })
})

test('a wallet with both modes signs in direct mode, unless it is told otherwise', async () => {
  const both = Object.assign(await walletWith('direct', 'alice'), await walletWith('amino', 'alice'))
  const modeOf = async (options: object) =>
    (await send(both, [retire(alice)], options)).tx.authInfo.signerInfos[0]?.modeInfo?.single?.mode
  expect([await modeOf({}), await modeOf({ mode: 'direct' }), await modeOf({ mode: 'amino' })]).toEqual([
    1, 1, 127,
  ])
})

describe('messages', () => {
  test('packed as bytes are opened, previewed and signed', async () => {
    const { tx, node, regen, wallet } = await rightBefore('two messages: send then retire')
    const packed = TxRaw.decode(new Uint8Array(Buffer.from(tx.txBytes, 'base64'))).bodyBytes
    const { TxBody } = await import('../../src/wire/generated/cosmos/tx/v1beta1/tx.ts')
    const { messages } = TxBody.decode(packed)
    expect(messages.every(({ value }) => value instanceof Uint8Array)).toBe(true)
    const sent = await regen.connectSigner(wallet).signAndBroadcast(messages, asRecorded(tx))
    expect(broadcasts(node)).toEqual([tx.txBytes])
    expect(sent.preview.messages.map(({ typeUrl }) => typeUrl)).toEqual(
      messages.map(({ typeUrl }) => typeUrl),
    )
    expect(sent.preview.warnings.map(({ code }) => code)).not.toContain('INNER_PACKED')
  })

  test('of an unknown type, packed, are signed as they are, and said to be unknown', async () => {
    const foreign = { typeUrl: '/foreign.Msg', value: new Uint8Array([8, 1]) }
    const { tx, sent } = await send(await walletWith('direct', 'alice'), [foreign, retire(alice)])
    expect(tx.body.messages[0]).toEqual(foreign)
    expect(sent.preview.warnings).toContainEqual(expect.objectContaining({ code: 'MESSAGE_UNKNOWN' }))
    expect(sent.reconciliation.notReconciled.length).toBeGreaterThan(0)
  })

  test.each([
    ['no list', 5],
    ['nothing', undefined],
    ['a list of nothing', [null]],
    ['a message without value', [{ typeUrl: '/regen.ecocredit.v1.MsgRetire' }]],
    ['an unknown type that is not packed', [{ typeUrl: '/foreign.Msg', value: { a: 1 } }]],
    [
      'a known type that cannot be packed',
      [{ typeUrl: '/cosmos.group.v1.MsgVote', value: { proposalId: 'first' } }],
    ],
    [
      'bytes that are none',
      [{ typeUrl: '/regen.ecocredit.v1.MsgRetire', value: new Uint8Array([255, 255]) }],
    ],
  ])('that are %s: INPUT_INVALID', async (_, messages) => {
    const error = await failureOf(send(await walletWith('direct', 'alice'), messages as never))
    expect(error.code).toBe('INPUT_INVALID')
  })

  test.each([
    ['outside of the catalog', [messagesOf('create validator-b')[0]]],
    ['of an unknown type', [{ typeUrl: '/foreign.Msg', value: new Uint8Array([1]) }]],
    [
      'with one inside that is',
      [cosmos.authzExec({ grantee: alice, msgs: [messagesOf('create validator-b')[0] as Message] })],
    ],
  ])('%s have no amino form: AMINO_UNSUPPORTED', async (_, messages) => {
    const wallet = await walletWith('amino', 'alice', 'bob')
    const error = await failureOf(send(wallet, messages as readonly Message[]))
    expect(error.code).toBe('AMINO_UNSUPPORTED')
    expect(error.message).toContain('direct')
  })
})

test.each([
  { memo: 5 },
  { timeoutHeight: 5 },
  { timeoutHeight: 0n },
  { timeoutBlocks: 0 },
  { gasMargin: 0.1 },
  { atMost: '5uregen' },
  { onStep: 5 },
  { timeoutHeight: -1n },
  { timeoutHeight: 2n ** 64n },
  { gasLimit: 5 },
  { gasLimit: -1n },
  { feePayer: 5 },
  { feeGranter: {} },
  { gasPrice: 0.025 },
  { gasPrice: '0.025REGEN' },
  { slippage: 0.01 },
  { mode: 'textual' },
  { allow: 'WOULD_FAIL' },
  { timeoutMs: Number.NaN },
  { pollMs: -1 },
])('an option of another type is refused before anything is asked: %o', async options => {
  const { node, regen, wallet } = await rightBefore('retire')
  node.forget()
  const error = await failureOf(
    regen.connectSigner(wallet).signAndBroadcast(messagesOf('retire'), options as never),
  )
  expect(error.code).toBe('INPUT_INVALID')
  expect(error.message).toContain(Object.keys(options)[0])
  expect(node.requests).toEqual([])
})
