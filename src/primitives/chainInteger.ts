const DECIMAL = /^(?:0|[1-9](?:_?\d)*)$/
const OCTAL = /^0(?:_?[0-7])+$/
const PREFIXED = /^0(?:[xX](?:_?[0-9a-fA-F])+|[oO](?:_?[0-7])+|[bB](?:_?[01])+)$/

const LIMIT = 2n ** 256n

/**
 * Reads an integer as the chain's Int type does, or null when the chain would not.
 *
 * The chain takes signs, 0x, 0o and 0b, a leading zero for octal ('010' is 8) and single underscores; up to 256 bits.
 * We read them so that a preview is right about such a message; nothing here writes them.
 */
export function parseChainInteger(text: string): bigint | null {
  const negative = text.startsWith('-')
  const digits = negative || text.startsWith('+') ? text.slice(1) : text
  const magnitude = read(digits)
  if (magnitude === null || magnitude >= LIMIT) return null
  return negative ? -magnitude : magnitude
}

function read(digits: string): bigint | null {
  if (digits.length > 400) return null
  const plain = digits.replaceAll('_', '')
  if (DECIMAL.test(digits) || PREFIXED.test(digits)) return BigInt(plain)
  if (OCTAL.test(digits)) return BigInt(`0o${plain}`)
  return null
}
