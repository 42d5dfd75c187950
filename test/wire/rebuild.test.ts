import { makeSignDoc as makeAminoSignDoc, Secp256k1Wallet } from '@cosmjs/amino'
import {
  DirectSecp256k1Wallet,
  encodePubkey,
  makeAuthInfoBytes,
  makeSignDoc,
  Registry,
} from '@cosmjs/proto-signing'
import { AminoTypes } from '@cosmjs/stargate'
import { SignMode } from 'cosmjs-types/cosmos/tx/signing/v1beta1/signing'
import { TxRaw } from 'cosmjs-types/cosmos/tx/v1beta1/tx'
import { expect, test } from 'vitest'
import { aminoConverters, registryTypes } from '../../src/cosmjs.ts'
import { messageType } from '../../src/messages/catalog.ts'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { keyOf } from '../support/keyOf.ts'
import { network, type RecordedTx, recordedTxs } from '../support/recordings.ts'

/** Signing is deterministic, so the same messages signed by CosmJS with our codecs must give the recorded bytes. */

const PREFIX = 'regen'
const registry = new Registry(registryTypes)
const converters = new AminoTypes(aminoConverters)

/** What the whole ecosystem emits and a v7 node refuses; only here, to rebuild the one transaction that shows it. */
const SEND = '/regen.ecocredit.v1.MsgSend'
const legacyConverters = new AminoTypes(
  Object.fromEntries(
    Object.entries(aminoConverters)
      .filter(([typeUrl]) => typeUrl === SEND)
      .map(([typeUrl, converter]) => [typeUrl, { ...converter, aminoType: 'regen/MsgSend' }]),
  ),
)

const isLegacy = ({ name }: RecordedTx) => name.includes('legacy name')
const wallets = new Map<string, Promise<{ direct: DirectSecp256k1Wallet; amino: Secp256k1Wallet }>>()

function walletOf(signer: string) {
  const mnemonic = network.accounts[signer]?.mnemonic ?? ''
  const made =
    wallets.get(signer) ??
    keyOf(mnemonic)
      .then(key =>
        Promise.all([DirectSecp256k1Wallet.fromKey(key, PREFIX), Secp256k1Wallet.fromKey(key, PREFIX)]),
      )
      .then(([direct, amino]) => ({ direct, amino }))
  wallets.set(signer, made)
  return made
}

/** The messages as the recording has them in JSON; those outside of the catalog from the bytes. */
function messagesOf(tx: RecordedTx) {
  const decoded = decodeTx(fromBase64(tx.txBytes)).body.messages
  return tx.messages.map((message, index) =>
    messageType(message.typeUrl) ? parseMessages([message])[0] : decoded[index],
  ) as { typeUrl: string; value: object }[]
}

async function sign(tx: RecordedTx, amino: AminoTypes): Promise<Uint8Array> {
  const { address, chainId, memo, fee, sequence, accountNumber, signMode } = tx
  const wallet = await walletOf(tx.signer)
  const [account] = await wallet.direct.getAccounts()
  const pubkey = encodePubkey({
    type: 'tendermint/PubKeySecp256k1',
    value: Buffer.from(account?.pubkey ?? []).toString('base64'),
  })
  const messages = messagesOf(tx)
  const bodyBytes = registry.encodeTxBody({ messages, memo })
  const signers = [{ pubkey, sequence: Number(sequence) }]
  const authInfo = (mode: SignMode) =>
    makeAuthInfoBytes(signers, fee.amount, Number(fee.gas), undefined, undefined, mode)
  if (signMode === 'SIGN_MODE_DIRECT') {
    const document = makeSignDoc(
      bodyBytes,
      authInfo(SignMode.SIGN_MODE_DIRECT),
      chainId,
      Number(accountNumber),
    )
    const { signature } = await wallet.direct.signDirect(address, document)
    return rawBytes(bodyBytes, document.authInfoBytes, signature.signature)
  }
  const document = makeAminoSignDoc(
    messages.map(message => amino.toAmino(message)),
    { amount: fee.amount, gas: fee.gas },
    chainId,
    memo,
    accountNumber,
    sequence,
  )
  const { signature, signed } = await wallet.amino.signAmino(address, document)
  const signedBody = registry.encodeTxBody({
    messages: signed.msgs.map(message => amino.fromAmino(message)),
    memo: signed.memo,
  })
  return rawBytes(signedBody, authInfo(SignMode.SIGN_MODE_LEGACY_AMINO_JSON), signature.signature)
}

const rawBytes = (bodyBytes: Uint8Array, authInfoBytes: Uint8Array, signature: string) =>
  TxRaw.encode({ bodyBytes, authInfoBytes, signatures: [fromBase64(signature)] }).finish()

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

test('101 of the 102 recorded transactions are rebuilt byte for byte with our codecs and converters', async () => {
  const txs = recordedTxs().filter(tx => !isLegacy(tx))
  const different: string[] = []
  for (const tx of txs) if (base64(await sign(tx, converters)) !== tx.txBytes) different.push(tx.name)
  expect(txs.length).toBe(101)
  expect(different).toEqual([])
  expect(txs.filter(({ signMode }) => signMode === 'SIGN_MODE_LEGACY_AMINO_JSON').length).toBe(4)
})

test('the one signed over regen/MsgSend, which the node refused, needs that name; ours signs something else', async () => {
  const [tx] = recordedTxs().filter(isLegacy)
  if (tx === undefined) throw new Error('the recording is gone')
  expect(tx.broadcastTxSync).toMatchObject({ code: 4 })
  expect(base64(await sign(tx, legacyConverters))).toBe(tx.txBytes)
  expect(base64(await sign(tx, converters))).not.toBe(tx.txBytes)
})
