import { BinaryReader } from '@bufbuild/protobuf/wire'

/**
 * The keys of an answer to `/store/…/subspace`, which lists all that is kept below a key; null for bytes that are no such list.
 *
 *     pairs = { 1: pair … }        pair = { 1: key, 2: value }
 *
 * @see cosmos-sdk types/kv.Pairs
 */
export function pairKeys(bytes: Uint8Array): readonly Uint8Array[] | null {
  try {
    return fieldsOf(bytes).map(
      pair => fieldsOf(pair.bytes).find(({ number }) => number === 1)?.bytes ?? new Uint8Array(),
    )
  } catch {
    return null
  }
}

/** Fields of bytes, one after the other; throws for fields of any other kind. */
function fieldsOf(bytes: Uint8Array): { readonly number: number; readonly bytes: Uint8Array }[] {
  const reader = new BinaryReader(bytes)
  const fields = []
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag()
    if (wireType !== 2) throw new Error('not a pair')
    fields.push({ number, bytes: reader.bytes() })
  }
  return fields
}
