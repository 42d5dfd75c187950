/**
 * Bech32 (BIP 173), as addresses are written: a prefix, the separator "1", the bytes in letters of five bits, and six letters of checksum.
 *
 * Every message and every page reads addresses, and the library for all encodings is three times as long. What this says of a wrong text is what
 * the library says: a test holds both together.
 */

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const
const CHECKSUM_LENGTH = 6
const SHORTEST = 8
const LONGEST = 1023

/** The prefix and the words, numbers of five bits, of a text in one case; or why it is none. */
export function decodeBech32(text: string): { prefix: string; words: readonly number[] } | string {
  if (text.length < SHORTEST || text.length > LONGEST)
    return `invalid string length ${text.length}, expected (8..${LONGEST})`
  const lower = text.toLowerCase()
  if (text !== lower && !isPrintable(text)) return 'bech32.decode input: printable ASCII expected'
  if (text !== lower && text !== text.toUpperCase()) return 'mixed-case string not allowed'
  const end = lower.lastIndexOf('1')
  if (end <= 0) return 'invalid separator "1"'
  const [prefix, data] = [lower.slice(0, end), lower.slice(end + 1)]
  if (data.length < CHECKSUM_LENGTH) return 'invalid data length'
  const strange = [...Array(data.length).keys()].find(index => !LETTERS.includes(data.charAt(index)))
  if (strange !== undefined) return `Unknown letter "${data[strange]}". Allowed: ${LETTERS}`
  if (!isPrintable(prefix)) return `Invalid prefix (${prefix})`
  const words = Array.from(data.slice(0, -CHECKSUM_LENGTH), letter => LETTERS.indexOf(letter))
  return data.endsWith(checksum(prefix, words)) ? { prefix, words } : `Invalid checksum in ${text}`
}

/** The bytes of words; or why they are none: what fills up the last word is less than a word, and zero. */
export function bytesOfWords(words: readonly number[]): Uint8Array | string {
  const { groups, bits, rest } = regroup(words, 5, 8)
  if (bits >= 5) return 'Excess padding'
  return rest > 0 ? `Non-zero padding: ${rest << (8 - bits)}` : Uint8Array.from(groups)
}

/** Bytes under a prefix in small letters. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const { groups, bits, rest } = regroup(bytes, 8, 5)
  const words = bits > 0 ? [...groups, rest << (5 - bits)] : groups
  return `${prefix}1${words.map(word => LETTERS[word]).join('')}${checksum(prefix, words)}`
}

const isPrintable = (text: string): boolean => /^[!-~]*$/.test(text)

/** Numbers of `from` bits as numbers of `to` bits, and the bits that are left over. */
function regroup(numbers: Iterable<number>, from: number, to: number) {
  const groups: number[] = []
  let [rest, bits] = [0, 0]
  for (const number of numbers) {
    rest = (rest << from) | number
    bits += from
    for (; bits >= to; rest &= 2 ** bits - 1) {
      bits -= to
      groups.push(rest >> bits)
    }
  }
  return { groups, bits, rest }
}

/** The remainder, six words of it, of the prefix and the words as a polynomial. */
function checksum(prefix: string, words: readonly number[]): string {
  const codes = Array.from(prefix, letter => letter.charCodeAt(0))
  const values = [...codes.map(code => code >> 5), 0, ...codes.map(code => code & 31), ...words]
  const remainder = [...values, 0, 0, 0, 0, 0, 0].reduce(shiftIn, 1) ^ 1
  return [5, 4, 3, 2, 1, 0].map(place => LETTERS[(remainder >> (5 * place)) & 31]).join('')
}

const shiftIn = (sum: number, value: number): number =>
  GENERATOR.reduce(
    (next, term, bit) => ((sum >> (25 + bit)) & 1 ? next ^ term : next),
    ((sum & 0x1ffffff) << 5) ^ value,
  )
