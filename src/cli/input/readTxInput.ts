import { base64, hex } from '@scure/base'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
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
  if (digits !== undefined && digits.length < 64)
    throw optionError('transaction', `${EXPECTED}; got ${digits.length} hexadecimal digits`)
  const bytes = digits === undefined ? fromBase64(text) : hex.decode(digits.toLowerCase())
  if (bytes === null) throw optionError('transaction', EXPECTED)
  return { bytes: await requireTx(bytes) }
}

const EXPECTED = 'expected a hash of 64 hexadecimal digits, or a signed transaction in base64 or hexadecimal'

function fromBase64(text: string): Uint8Array | null {
  if (text === '') return null
  try {
    return base64.decode(text)
  } catch {
    return null
  }
}

/** Refuses bytes that are no signed transaction. */
async function requireTx(bytes: Uint8Array): Promise<Uint8Array> {
  const { decodeTx } = await import('../../wire/decodeTx.ts')
  try {
    decodeTx(bytes)
    return bytes
  } catch (error) {
    if (!isRegenError(error, 'INPUT_INVALID')) throw error
    const { issues } = error.context
    throw new RegenError(
      {
        ...INPUT_INVALID,
        fix: 'Pass a signed transaction, whole. A document that is to be signed is shown by "regen-fees sign-doc".',
      },
      { what: 'transaction', issues: issues.replace(/^(?!✖ )/, '✖ ') },
      { cause: error },
    )
  }
}
