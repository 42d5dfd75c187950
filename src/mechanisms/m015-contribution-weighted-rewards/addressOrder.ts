const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const CHECKSUM = 6

/**
 * Below 0, 0 or above 0, as the bytes of address a come before, equal or come after those of b.
 *
 * Compares the five-bit words of the bech32 text, without its checksum: they are in the order of the bytes, but the letters are not.
 */
export function compareAddresses(a: string, b: string): number {
  const [x, y] = [sortKey(a), sortKey(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The keys that were made last: the same few addresses meet again and again. */
const KEYS = /* @__PURE__ */ new Map<string, string>()
const MAX_KEYS = 1_000

function sortKey(address: string): string {
  const known = KEYS.get(address)
  if (known !== undefined) return known
  const key = makeKey(address)
  if (KEYS.size >= MAX_KEYS) KEYS.clear()
  KEYS.set(address, key)
  return key
}

/** The words as letters whose order is that of their values; then the text, so that only equal texts are equal. */
const makeKey = (address: string): string =>
  address
    .slice(address.lastIndexOf('1') + 1, -CHECKSUM)
    .replace(/./g, letter => String.fromCharCode(65 + BECH32.indexOf(letter))) + address
