import type { PageRequest, PageResponse } from '../../wire/generated/cosmos/base/query/v1beta1/pagination.ts'

const DEFAULT_LIMIT = 100

/**
 * One page of a list, by the rules of the chain's ORM as they were recorded: without a pagination field the first 100,
 * with a limit of 0 all of them and no page response, otherwise as many as the limit; the total when asked for, or when
 * the page was not filled. Null for a page that can only be asked or given with a key, unless `keyOf` makes the keys.
 */
export function pageOf<Item>(
  all: readonly Item[],
  request: PageRequest | undefined,
  keyOf: ((item: Item) => Uint8Array) | null = null,
): { readonly items: Item[]; readonly pagination: PageResponse | undefined } | null {
  const {
    key = new Uint8Array(),
    offset = 0n,
    limit = 0n,
    countTotal = false,
    reverse = false,
  } = request ?? {}
  const ordered = reverse ? [...all].reverse() : all
  if (request && limit === 0n && key.length === 0 && offset === 0n)
    return { items: [...ordered], pagination: undefined }
  const start = startOf(ordered, key, Number(offset), keyOf)
  if (start === null) return null
  const end = start + (request ? Number(limit) || all.length : DEFAULT_LIMIT)
  const items = ordered.slice(start, end)
  const last = items.at(-1)
  if (end < ordered.length && (!keyOf || last === undefined)) return null
  const nextKey = end < ordered.length && keyOf && last !== undefined ? keyOf(last) : new Uint8Array()
  const counted = countTotal ? ordered.length : end > ordered.length ? items.length : 0
  return { items, pagination: { nextKey, total: BigInt(counted) } }
}

/** A key names the last item of the page before. */
function startOf<Item>(
  items: readonly Item[],
  key: Uint8Array,
  offset: number,
  keyOf: ((item: Item) => Uint8Array) | null,
): number | null {
  if (key.length === 0) return offset
  if (!keyOf || offset > 0) return null
  const index = items.findIndex(item => Buffer.from(keyOf(item)).equals(key))
  return index < 0 ? null : index + 1
}
