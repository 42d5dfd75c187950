import { makeCosmoshubPath, Secp256k1HdWallet } from '@cosmjs/amino'
import { DirectSecp256k1HdWallet } from '@cosmjs/proto-signing'
import type { OfflineSigner, SigningMode } from '../../src/client.ts'

/** Somebody who signs, with a wallet for each signing mode. */
export type Person = {
  readonly name: string
  readonly address: string
  readonly wallets: { readonly [mode in SigningMode]: OfflineSigner }
}

/** The account of a mnemonic at one of its HD paths, m/44'/118'/0'/0/index. */
export async function personOf(name: string, mnemonic: string, index = 0): Promise<Person> {
  const options = { prefix: 'regen', hdPaths: [makeCosmoshubPath(index)] }
  const direct = await DirectSecp256k1HdWallet.fromMnemonic(mnemonic, options)
  const amino = await Secp256k1HdWallet.fromMnemonic(mnemonic, options)
  // CosmJS derives the keys anew each time it is asked, which takes longer than all else here.
  const accounts = await direct.getAccounts()
  const getAccounts = async () => accounts
  return {
    name,
    address: accounts[0]?.address ?? '',
    wallets: {
      direct: { getAccounts, signDirect: (address, document) => direct.signDirect(address, document) },
      amino: { getAccounts, signAmino: (address, document) => amino.signAmino(address, document) },
    },
  }
}
