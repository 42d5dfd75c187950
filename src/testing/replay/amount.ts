import { addDecimal, type ChainDecimal, parseChainDecimal } from '../../primitives/chainDecimal.ts'

/** A decimal as the keeper stores it: as text, with the decimals it was computed with. */
export function plus(text: string, amount: string): string {
  return plainText(addDecimal(read(text), read(amount)))
}

export function minus(text: string, amount: string): string {
  const { coefficient, exponent } = read(amount)
  return plainText(addDecimal(read(text), { coefficient: -coefficient, exponent }))
}

export const isZero = (text: string): boolean => read(text).coefficient === 0n

/** Without exponent, but with its trailing zeros: '900.000000'. */
function plainText({ coefficient, exponent }: ChainDecimal): string {
  if (exponent >= 0) return String(coefficient * 10n ** BigInt(exponent))
  const digits = String(coefficient).padStart(1 - exponent, '0')
  return `${digits.slice(0, exponent)}.${digits.slice(exponent)}`
}

function read(text: string): ChainDecimal {
  const decimal = parseChainDecimal(text)
  if (decimal === null) throw new Error(`the recordings hold "${text}", which is no decimal`)
  return decimal
}
