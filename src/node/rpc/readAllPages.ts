import { RegenError } from '../../primitives/errors.ts'
import { PAGES_ENDLESS, READ_LIMIT_REACHED } from '../../primitives/errorTable.ts'
import type { PageRequest, PageResponse } from '../../wire/generated/cosmos/base/query/v1beta1/pagination.ts'
import type { DeepPartial } from '../../wire/message.ts'
import type { Endpoint } from '../endpoints/endpoint.ts'
import { toHex } from './http/bytes.ts'
import { type QueryPort, query } from './query.ts'

/** One page: its items, and the key of the next, empty at the end. */
export type Page<Item> = { readonly items: readonly Item[]; readonly nextKey: Uint8Array }

/** A million items in pages of a hundred, and the time that so many may take, in milliseconds. */
const MAX_PAGES = 10_000
const LONGEST = 300_000

/** Reads a whole list or throws; never a silent first page. A node that names a page twice is not followed. */
export async function readAllPages<Item>(
  what: string,
  readPage: (key: Uint8Array) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const pages: (readonly Item[])[] = []
  const start = Date.now()
  const seen = new Set<string>()
  let key: Uint8Array = new Uint8Array()
  do {
    const page = await readPage(key)
    pages.push(page.items)
    key = page.nextKey
    const name = toHex(key)
    if (seen.has(name) || seen.size === MAX_PAGES)
      throw new RegenError(PAGES_ENDLESS, { query: what, pages: seen.size + 1 })
    if (Date.now() - start > LONGEST)
      throw new RegenError(READ_LIMIT_REACHED, { query: what, what: 'milliseconds', most: LONGEST })
    seen.add(name)
  } while (key.length > 0)
  return pages.flat()
}

/**
 * Asks for a whole list at one height. The first page is asked for without a pagination field, which gives at most 100 items;
 * the following ones by key.
 */
export const queryAllPages = <
  Request extends { pagination?: PageRequest | undefined },
  Response extends { pagination?: PageResponse | undefined },
  Item,
>(
  port: QueryPort,
  endpoint: Endpoint<Request, Response>,
  request: DeepPartial<Request>,
  height: bigint,
  itemsOf: (response: Response) => readonly Item[],
): Promise<readonly Item[]> =>
  readAllPages(endpoint.path, async key => {
    const pagination = key.length === 0 ? {} : { pagination: { key, limit: 100n } }
    const response = await query(
      port,
      endpoint,
      { ...request, ...pagination } as DeepPartial<Request>,
      height,
    )
    return { items: itemsOf(response), nextKey: response.pagination?.nextKey ?? new Uint8Array() }
  })
