import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import { makeCosmoshubPath } from '@cosmjs/amino'
import { EnglishMnemonic, Slip10, Slip10Curve } from '@cosmjs/crypto'

const keys = new Map<string, Promise<Uint8Array>>()

/**
 * The private key of a mnemonic at m/44'/118'/0'/0/index, derived once: a wallet of CosmJS that has the mnemonic derives it again whenever
 * it is asked for its accounts or a signature, which takes longer than all else of a test.
 */
export function keyOf(mnemonic: string, index = 0): Promise<Uint8Array> {
  const name = `${index} ${mnemonic}`
  const key = keys.get(name) ?? derive(mnemonic, index)
  keys.set(name, key)
  return key
}

async function derive(mnemonic: string, index: number): Promise<Uint8Array> {
  const words = new EnglishMnemonic(mnemonic).toString()
  // BIP-39: PBKDF2 over HMAC-SHA512, 2048 rounds, 64 bytes.
  const seed = await promisify(pbkdf2)(words, 'mnemonic', 2048, 64, 'sha512')
  return Slip10.derivePath(Slip10Curve.Secp256k1, new Uint8Array(seed), makeCosmoshubPath(index)).privkey
}
