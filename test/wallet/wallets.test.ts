import { Secp256k1Wallet } from '@cosmjs/amino'
import { DirectSecp256k1Wallet } from '@cosmjs/proto-signing'
import { beforeAll, describe, expect, test } from 'vitest'
import { isRegenError } from '../../src/primitives/errors.ts'
import { keplrStandIn, leapStandIn, ledgerStandIn, walletConnectStandIn } from '../../src/testing.ts'
import {
  chooseSigner,
  keplrOptions,
  parseSignRequest,
  REGEN_CHAINS,
  regenChainInfo,
  suggestChain,
  walletConnectSigner,
} from '../../src/wallet/index.ts'
import { keyOf } from '../support/keyOf.ts'
import { network } from '../support/recordings.ts'
import { withSettings } from '../support/snapshots.ts'
import { alice, retire, sendWith } from './sending.ts'

const CHAIN = network.chainId
let keys: { direct: DirectSecp256k1Wallet; amino: Secp256k1Wallet }
beforeAll(async () => {
  const key = await keyOf(network.accounts['alice']?.mnemonic ?? '')
  keys = {
    direct: await DirectSecp256k1Wallet.fromKey(key, 'regen'),
    amino: await Secp256k1Wallet.fromKey(key, 'regen'),
  }
})

const standIn = (behaviour: object = {}) => keplrStandIn(keys, { chainIds: [CHAIN], ...behaviour })

describe('chooseSigner', () => {
  test('a wallet that would set its own fee and memo signs those of the preview', async () => {
    const wallet = standIn({ memo: 'of the user', feePerThousandGas: 40n })
    const { preview, tx } = await sendWith(await chooseSigner(wallet, { chainId: CHAIN }))
    expect(tx.authInfo.fee?.amount).toEqual([{ denom: 'uregen', amount: '2500' }])
    expect([tx.body.memo, preview.live.gas?.fee]).toEqual(['mine', 2500n])
  })

  test('without the options the wallet sets its own, and the preview follows', async () => {
    const signer = await chooseSigner(standIn({ feePerThousandGas: 40n }), {
      chainId: CHAIN,
      signOptions: {},
    })
    const { preview, tx } = await sendWith(signer)
    expect(tx.authInfo.fee?.amount).toEqual([{ denom: 'uregen', amount: '4000' }])
    expect(preview.live.gas?.fee).toBe(4000n)
  })

  test.each([
    ['Keplr', () => standIn(), 'direct'],
    ['Leap', () => leapStandIn(keys, { chainIds: [CHAIN] }), 'direct'],
    ['a Ledger', () => ledgerStandIn(keys, { chainIds: [CHAIN] }), 'amino'],
  ])('%s signs and it is sent: %s', async (_, wallet, mode) => {
    const signer = await chooseSigner(wallet(), { chainId: CHAIN, messages: [retire] })
    expect(signer).toMatchObject({ mode, address: alice })
    const { tx } = await sendWith(signer)
    expect(tx.authInfo.signerInfos[0]?.modeInfo?.single?.mode).toBe(mode === 'direct' ? 1 : 127)
  })

  test('what the wallet gets is what parseSignRequest reads', async () => {
    const wallet = standIn()
    await sendWith(await chooseSigner(wallet, { chainId: CHAIN }))
    expect(parseSignRequest(wallet.seen[0], { chainId: CHAIN })).toMatchObject({
      action: 'ok',
      signers: [alice],
      sentences: [{ typeUrl: '/regen.ecocredit.v1.MsgRetire' }],
    })
  })

  test('a device and a message without an amino form: AMINO_UNSUPPORTED, before anything is signed', async () => {
    const wallet = ledgerStandIn(keys, { chainIds: [CHAIN] })
    const messages = [{ typeUrl: '/unheard.of.v1.MsgSomething', value: {} }]
    const error = await chooseSigner(wallet, { chainId: CHAIN, messages }).catch(error => error)
    expect(isRegenError(error, 'AMINO_UNSUPPORTED')).toBe(true)
  })

  test('an account number of 0 reaches the wallet, whose bridge loses the bigint 0', async () => {
    const wallet = standIn()
    const signer = await chooseSigner(wallet, { chainId: CHAIN })
    if (!('signDirect' in signer)) throw new Error('not direct')
    const document = {
      bodyBytes: new Uint8Array([10, 0]),
      authInfoBytes: new Uint8Array([18, 0]),
      chainId: CHAIN,
      accountNumber: 0n,
    }
    const { signed } = await signer.signDirect(alice, document)
    // A bridge leaves out what is falsy.
    const { accountNumber } = wallet.seen[0] as { accountNumber: object }
    expect([Boolean(accountNumber), String(accountNumber)]).toEqual([true, '0'])
    expect(signed).toEqual(document)
  })

  test.each([
    ['a Ledger', { isNanoLedger: true }, 'amino'],
    ['a Keystone', { isKeystone: true }, 'amino'],
    ['keys of its own', {}, 'direct'],
    ['keys that say nothing', { isNanoLedger: undefined, isKeystone: undefined }, 'direct'],
  ] as const)('%s: by the device', async (_, key, mode) => {
    const wallet = standIn()
    const asked = {
      ...wallet,
      getKey: async (id: string) => ({ ...(await wallet.getKey(id)), ...key }) as never,
    }
    expect((await chooseSigner(asked, { chainId: CHAIN, messages: [retire] })).mode).toBe(mode)
    expect((await chooseSigner(asked, { chainId: CHAIN, mode: 'amino' })).mode).toBe('amino')
  })

  test.each([
    ['data whose hash amino JSON leaves out', '/regen.data.v2.MsgAnchor', 'AMINO_HOLLOW'],
    ['a type without an amino form, inside authz', '/cosmos.authz.v1beta1.MsgExec', 'AMINO_UNSUPPORTED'],
  ])('a device and %s: %s is refused before anything is signed', async (_, typeUrl, code) => {
    const value =
      typeUrl === '/regen.data.v2.MsgAnchor'
        ? {
            sender: alice,
            contentHash: { raw: { hash: new Uint8Array(32), digestAlgorithm: 1, fileExtension: 'txt' } },
          }
        : {
            grantee: alice,
            msgs: [{ typeUrl: '/unheard.of.v1.MsgSomething', value: new Uint8Array([8, 1]) }],
          }
    const wallet = ledgerStandIn(keys, { chainIds: [CHAIN] })
    const error = await chooseSigner(wallet, { chainId: CHAIN, messages: [{ typeUrl, value }] }).catch(
      error => error,
    )
    expect(error.code).toBe(code)
    expect(wallet.seen).toEqual([])
    expect((await chooseSigner(standIn(), { chainId: CHAIN, messages: [{ typeUrl, value }] })).mode).toBe(
      'direct',
    )
  })

  test('a device, and a reason with a line separator, which no signature of it would cover', async () => {
    const messages = [{ typeUrl: retire.typeUrl, value: { ...(retire.value as object), reason: 'a\u2028b' } }]
    const wallet = ledgerStandIn(keys, { chainIds: [CHAIN] })
    const error = await chooseSigner(wallet, { chainId: CHAIN, messages }).catch(error => error)
    expect(error.code).toBe('AMINO_TEXT')
  })

  test('a user who rejects: the wallet’s own words', async () => {
    const signer = await chooseSigner(standIn({ rejects: true }), { chainId: CHAIN })
    await expect(sendWith(signer)).rejects.toThrow(/rejected/i)
  })
})

describe('WalletConnect', () => {
  test.each([
    ['base64', 'base64', 'direct'],
    ['hex', 'buffer', 'direct'],
    ['base64', 'buffer', 'amino'],
  ] as const)('bytes in %s, keys as %s, %s', async (bytes, pubkey, mode) => {
    const peer = walletConnectStandIn(keys, { chainId: CHAIN, bytes, pubkey })
    const signer = await walletConnectSigner(peer.request, mode)
    const { tx } = await sendWith(signer)
    expect(tx.body.memo).toBe('mine')
    const asked = peer.seen.at(-1)
    expect(parseSignRequest(asked, { chainId: CHAIN })).toMatchObject({ mode, action: 'ok', asked: alice })
  })

  test('a method that the peer has not', async () => {
    await expect(walletConnectStandIn(keys).request('keplr_signDirect', {})).rejects.toThrow(
      'Unsupported method',
    )
  })
})

describe('chain info', () => {
  test('has Keplr’s present shape: the gas price with the currency, the coin to stake, the features', () => {
    const regen = { coinDenom: 'REGEN', coinMinimalDenom: 'uregen', coinDecimals: 6, coinGeckoId: 'regen' }
    expect(regenChainInfo()).toEqual({
      chainId: 'regen-1',
      chainName: 'Regen',
      rpc: 'https://rpc-regen.keplr.app',
      rest: 'https://lcd-regen.keplr.app',
      bip44: { coinType: 118 },
      bech32Config: {
        bech32PrefixAccAddr: 'regen',
        bech32PrefixAccPub: 'regenpub',
        bech32PrefixValAddr: 'regenvaloper',
        bech32PrefixValPub: 'regenvaloperpub',
        bech32PrefixConsAddr: 'regenvalcons',
        bech32PrefixConsPub: 'regenvalconspub',
      },
      currencies: [regen],
      feeCurrencies: [{ ...regen, gasPriceStep: { low: 0.015, average: 0.025, high: 0.04 } }],
      stakeCurrency: regen,
      features: ['ibc-transfer', 'ibc-go'],
    })
  })

  test('it follows from a table with its date: mainnet and test network', () => {
    expect(REGEN_CHAINS.map(({ chainId, isTestnet }) => [chainId, isTestnet])).toEqual([
      ['regen-1', false],
      ['regen-redwood-1', true],
    ])
    for (const { asOf } of REGEN_CHAINS) expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const redwood = regenChainInfo({ chainId: 'regen-redwood-1', rpc: 'http://a', rest: 'http://b' })
    expect(redwood).toMatchObject({ chainName: 'Regen Redwood', isTestnet: true, rpc: 'http://a' })
  })

  test('takes its currencies from the denoms that a snapshot allows', () => {
    const { currencies } = regenChainInfo({
      snapshot: withSettings({
        allowedDenoms: [{ bankDenom: 'uusdc', displayDenom: 'USDC', exponent: 6 }],
      }),
    })
    expect(currencies).toContainEqual({ coinDenom: 'USDC', coinMinimalDenom: 'uusdc', coinDecimals: 6 })
  })

  test('a network without public addresses needs them', () => {
    expect(() => regenChainInfo({ chainId: 'regen-redwood-1' })).toThrow(/pass rpc and rest/)
    const info = regenChainInfo({
      chainId: 'mine-1',
      rpc: 'http://127.0.0.1:26657',
      rest: 'http://127.0.0.1:1317',
    })
    expect(info).toMatchObject({ chainName: 'mine-1', isTestnet: true })
  })

  test('a wallet that does not know a chain is offered it', async () => {
    const wallet = keplrStandIn(keys, { chainIds: [] })
    await expect(wallet.enable(CHAIN)).rejects.toThrow('no chain info')
    await suggestChain(wallet, regenChainInfo({ chainId: CHAIN, rpc: 'http://a', rest: 'http://b' }))
    expect(await chooseSigner(wallet, { chainId: CHAIN })).toMatchObject({ address: alice })
    const { experimentalSuggestChain: _, ...mute } = wallet
    await expect(suggestChain(mute, regenChainInfo())).rejects.toThrow(/SIGNER_UNUSABLE/)
  })

  test('keplrOptions keep fee and memo', () => {
    expect(keplrOptions).toEqual({ preferNoSetFee: true, preferNoSetMemo: true })
  })
})
