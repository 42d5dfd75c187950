import { base64, hex } from '@scure/base'
import type { Io } from '../command.ts'
import { optionError } from '../io/inputError.ts'

/** A transaction as a user names it: by its hash, or by its bytes. */
export type TxInput = { readonly hash: string } | { readonly bytes: Uint8Array }

const HASH = /^(0x)?([0-9a-f]{64})$/i
const HEX = /^(0x)?((?:[0-9a-f]{2})+)$/i

/** Reads a hash (64 hexadecimal digits), or a signed transaction in hexadecimal or base64; '-' and nothing: standard input. */
export async function readTxInput(argument: string | undefined, io: Io): Promise<TxInput> {
  const given = argument === undefined || argument === '-' ? await io.readStdin() : argument
  const text = (given ?? '').replace(/\s+/g, '')
  const hash = HASH.exec(text)?.[2]
  if (hash !== undefined) return { hash: hash.toUpperCase() }
  const digits = HEX.exec(text)?.[2]
  if (digits !== undefined) return { bytes: hex.decode(digits.toLowerCase()) }
  try {
    if (text !== '') return { bytes: base64.decode(text) }
  } catch {
    // Said below: it is none of the three.
  }
  throw optionError(
    'transaction',
    'expected a hash of 64 hexadecimal digits, or a signed transaction in base64 or hexadecimal',
  )
}
