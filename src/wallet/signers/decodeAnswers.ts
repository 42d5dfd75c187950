import { sameBytes } from '../../wire/sameBytes.ts'
import { bytesReadings } from '../request/requestBytes.ts'

/** A public key as wallets and bridges give it, as 33 bytes. */
export function decodePublicKey(given: unknown): Uint8Array {
  const readings = bytesReadings(given, 'the public key')
  return readings.find(({ length }) => length === 33) ?? readings[0] ?? new Uint8Array()
}

/** Bytes of an answer, in any form. Of a text that is both hexadecimal and base64, what was sent, else base64. */
export function decodeAnswerBytes(given: unknown, sent: Uint8Array, what: string): Uint8Array {
  const readings = bytesReadings(given, what)
  return readings.find(bytes => sameBytes(bytes, sent)) ?? readings.at(-1) ?? new Uint8Array()
}

/** An account number in a form that every bridge passes on. Some bridges lose the bigint 0; an object gets across all of them. */
export const passable = (accountNumber: bigint): unknown =>
  accountNumber === 0n ? { low: 0, high: 0, unsigned: true, toString: () => '0' } : accountNumber
