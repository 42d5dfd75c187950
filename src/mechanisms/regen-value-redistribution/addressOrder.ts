import { addressBytes, addressProblem } from '../../primitives/address.ts'

/**
 * Below 0, 0 or above 0, as a comes before, is or comes after b. Addresses are in the order of their bytes, which is not the order of
 * their letters; anything else is in the order of its UTF-16 text, and after the addresses.
 */
export function compareNames(a: string, b: string): number {
  const [x, y] = [sortKey(a), sortKey(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

const sortKey = (name: string): string =>
  addressProblem(name) === null
    ? `0${[...addressBytes(name)].map(byte => byte.toString(16).padStart(2, '0')).join('')}`
    : `1${name}`
