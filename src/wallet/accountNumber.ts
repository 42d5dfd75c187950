import { refuse } from './refuse.ts'

/**
 * An account number as wallets pass it: a bigint, a whole number, decimal text, a Long of long.js, or nothing, which stands for 0: some bridges
 * turn 0 into null.
 */
export function parseAccountNumber(value: unknown): bigint {
  if (value === undefined || value === null || value === '') return 0n
  const text = isLong(value) ? longText(value) : String(value)
  const isSafe = typeof value !== 'number' || Number.isSafeInteger(value)
  if (!isSafe || !/^(0|[1-9]\d{0,19})$/.test(text) || BigInt(text) >= 2n ** 64n)
    throw refuse('its account number is not a whole number')
  return BigInt(text)
}

type Long = { readonly low: number; readonly high: number }

const isLong = (value: unknown): value is Long =>
  typeof value === 'object' &&
  value !== null &&
  'low' in value &&
  'high' in value &&
  Number.isInteger(value.low) &&
  Number.isInteger(value.high)

/** Its two halves, whatever its own toString would say. */
const longText = ({ low, high }: Long): string =>
  (BigInt.asUintN(32, BigInt(high)) * 2n ** 32n + BigInt.asUintN(32, BigInt(low))).toString()
