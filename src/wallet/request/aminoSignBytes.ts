import { utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The bytes that SIGN_MODE_LEGACY_AMINO_JSON signs: JSON with sorted names, no spaces, and <, >, &, U+2028 and U+2029 escaped, as Go writes it.
 *
 * @see cosmos-sdk x/tx/signing/aminojson
 */
export const aminoSignBytes = (document: unknown): Uint8Array => utf8ToBytes(sortedJson(document))

/** Two values of equal text are signed alike. */
export const sortedJson = (value: unknown): string =>
  JSON.stringify(sorted(value)).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  )
}
