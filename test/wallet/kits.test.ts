import { Secp256k1Wallet } from '@cosmjs/amino'
import { DirectSecp256k1Wallet } from '@cosmjs/proto-signing'
import { beforeAll, describe, expect, test } from 'vitest'
import { keplrStandIn, ledgerStandIn, walletConnectStandIn } from '../../src/testing.ts'
import { chooseSigner, parseSignRequest } from '../../src/wallet/index.ts'
import { keyOf } from '../support/keyOf.ts'
import { network } from '../support/recordings.ts'
import {
  cosmosKit,
  graz,
  grazOverWalletConnect,
  interchainKit,
  interchainKitOverWalletConnect,
} from './kits.ts'
import { sendWith } from './sending.ts'

/** The recipes of docs/wallet.md, each with a signer in the shape of its kit, down to what is sent. */

const CHAIN = network.chainId
let keys: { direct: DirectSecp256k1Wallet; amino: Secp256k1Wallet }
beforeAll(async () => {
  const key = await keyOf(network.accounts['alice']?.mnemonic ?? '')
  keys = {
    direct: await DirectSecp256k1Wallet.fromKey(key, 'regen'),
    amino: await Secp256k1Wallet.fromKey(key, 'regen'),
  }
})

/** A wallet whose own fee is 0.04 uregen for a unit of gas, so that one that replaces the fee is seen. */
const extension = () => keplrStandIn(keys, { chainIds: [CHAIN], feePerThousandGas: 40n })
const peer = () => walletConnectStandIn(keys, { chainId: CHAIN })

const KEPT = '2500'
const REPLACED = '4000'

describe.each<[recipe: string, signer: () => unknown, mode: 'direct' | 'amino', fee: string]>([
  [
    'cosmos-kit: chooseSigner(chainWallet.client.client)',
    () => chooseSigner(cosmosKit(extension(), CHAIN).client.client, { chainId: CHAIN }),
    'direct',
    KEPT,
  ],
  [
    'cosmos-kit: getOfflineSignerDirect()',
    () => cosmosKit(extension(), CHAIN).getOfflineSignerDirect(),
    'direct',
    REPLACED,
  ],
  [
    'cosmos-kit: getOfflineSignerAmino()',
    () => cosmosKit(extension(), CHAIN).getOfflineSignerAmino(),
    'amino',
    REPLACED,
  ],
  [
    "interchain-kit: getOfflineSigner(id, 'direct')",
    () => interchainKit(extension()).getOfflineSigner(CHAIN, 'direct'),
    'direct',
    KEPT,
  ],
  [
    "interchain-kit: getOfflineSigner(id, 'amino')",
    () => interchainKit(extension()).getOfflineSigner(CHAIN, 'amino'),
    'amino',
    KEPT,
  ],
  [
    "interchain-kit over WalletConnect: getOfflineSigner(id, 'amino')",
    () => interchainKitOverWalletConnect(peer()).getOfflineSigner(CHAIN, 'amino'),
    'amino',
    KEPT,
  ],
  [
    "interchain-kit over WalletConnect: getOfflineSigner(id, 'direct')",
    () => interchainKitOverWalletConnect(peer()).getOfflineSigner(CHAIN, 'direct'),
    'direct',
    KEPT,
  ],
  [
    'graz: chooseSigner(getWallet())',
    () => chooseSigner(graz(extension(), CHAIN).getWallet(), { chainId: CHAIN }),
    'direct',
    KEPT,
  ],
  [
    'graz: getOfflineSigners().offlineSigner',
    async () => (await graz(extension(), CHAIN).getOfflineSigners()).offlineSigner,
    'direct',
    REPLACED,
  ],
  [
    'graz: getOfflineSigners().offlineSignerAmino',
    async () => (await graz(extension(), CHAIN).getOfflineSigners()).offlineSignerAmino,
    'amino',
    REPLACED,
  ],
  [
    'graz over WalletConnect: offlineSigner',
    () => grazOverWalletConnect(peer()).offlineSigner,
    'direct',
    KEPT,
  ],
])('%s', (_, signer, mode, fee) => {
  test(`signs in ${mode} mode, and the fee of ${fee} that is sent is the one that is previewed`, async () => {
    const { preview, tx } = await sendWith(await signer())
    expect(tx.authInfo.signerInfos[0]?.modeInfo?.single?.mode).toBe(mode === 'direct' ? 1 : 127)
    expect(tx.authInfo.fee?.amount).toEqual([{ denom: 'uregen', amount: fee }])
    expect(preview.live.gas?.fee).toBe(BigInt(fee))
  })
})

test('interchain-kit over WalletConnect has no signer as long as its type is not named', () => {
  expect(interchainKitOverWalletConnect(peer()).getOfflineSigner(CHAIN)).toBeUndefined()
})

test('graz over WalletConnect asks for amino by the direct method: the wallet cannot sign it, and a reader says why', async () => {
  const session = peer()
  await expect(sendWith(grazOverWalletConnect(session).offlineSignerAmino)).rejects.toThrow(
    'decode: string expected',
  )
  const { findings, action } = parseSignRequest(session.seen.at(-1), { chainId: CHAIN })
  expect([findings.map(({ code }) => code), action]).toEqual([['METHOD_DIFFERS'], 'block'])
})

test.each([
  ['cosmos-kit', () => cosmosKit(ledgerStandIn(keys, { chainIds: [CHAIN] }), CHAIN).client.client],
  ['graz', () => graz(ledgerStandIn(keys, { chainIds: [CHAIN] }), CHAIN).getWallet()],
])('%s with a Ledger: chooseSigner takes amino', async (_, wallet) => {
  const { tx } = await sendWith(await chooseSigner(wallet(), { chainId: CHAIN }))
  expect(tx.authInfo.signerInfos[0]?.modeInfo?.single?.mode).toBe(127)
})
