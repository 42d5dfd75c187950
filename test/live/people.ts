import { Secp256k1Wallet } from '@cosmjs/amino'
import { DirectSecp256k1Wallet } from '@cosmjs/proto-signing'
import type { OfflineSigner, SigningMode } from '../../src/client.ts'
import { keyOf } from '../support/keyOf.ts'

/** Somebody who signs, with a wallet for each signing mode. */
export type Person = {
  readonly name: string
  readonly address: string
  readonly wallets: { readonly [mode in SigningMode]: OfflineSigner }
}

/** The account of a mnemonic at one of its HD paths, m/44'/118'/0'/0/index. */
export async function personOf(name: string, mnemonic: string, index = 0): Promise<Person> {
  const key = await keyOf(mnemonic, index)
  const direct = await DirectSecp256k1Wallet.fromKey(key, 'regen')
  const amino = await Secp256k1Wallet.fromKey(key, 'regen')
  const [account] = await direct.getAccounts()
  return { name, address: account?.address ?? '', wallets: { direct, amino } }
}
