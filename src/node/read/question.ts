import type { PageRequest, PageResponse } from '../../wire/generated/cosmos/base/query/v1beta1/pagination.ts'
import type { DeepPartial } from '../../wire/message.ts'
import { type Fields, fieldsOf } from '../decode/fields.ts'
import type { Endpoint } from '../endpoints/endpoint.ts'
import type { Page } from '../rpc/readAllPages.ts'

/** A question to the ledger, and how its answer is read. As data, it can be asked now or with others, at one height or again at another. */
export type Question<Answer> = {
  readonly path: string
  readonly data: Uint8Array
  /** Reads the answer's bytes; what is wrong with them is RESPONSE_INVALID. */
  readonly toAnswer: (bytes: Uint8Array) => Answer
}

export const question = <Request, Response, Answer>(
  { path, encode, decode }: Endpoint<Request, Response>,
  request: DeepPartial<Request>,
  toAnswer: (response: Response, read: Fields) => Answer,
): Question<Answer> => ({
  path,
  data: encode(request),
  toAnswer: bytes => toAnswer(decode(bytes), fieldsOf(path)),
})

/** A list, of which one question gives one page; it is whole after the page without a next key. */
export type ListQuestion<Item> = {
  readonly path: string
  /** The page that a key stands for; the first one has no bytes. */
  readonly page: (key: Uint8Array) => Question<Page<Item>>
}

type Paged = { pagination?: PageRequest | undefined }
type PagedAnswer = { readonly pagination?: PageResponse | undefined }

/** How many items each page after the first has. */
const PAGE = 100n

/**
 * How the first page is asked for. Regen's own lists give everything at once when the limit is 0, and the first hundred without a
 * pagination field; the SDK's know no such limit.
 */
const FIRST: { readonly [size in 'whole' | 'hundred']: object } = {
  whole: { pagination: { limit: 0n } },
  hundred: {},
}

export const listQuestion = <Request extends Paged, Response extends PagedAnswer, Item>(
  endpoint: Endpoint<Request, Response>,
  request: DeepPartial<Request>,
  toItems: (response: Response, read: Fields) => readonly Item[],
  first: 'whole' | 'hundred',
): ListQuestion<Item> => ({
  path: endpoint.path,
  page: key => {
    const pagination = key.length === 0 ? FIRST[first] : { pagination: { key, limit: PAGE } }
    return question(endpoint, { ...request, ...pagination } as DeepPartial<Request>, (response, read) => ({
      items: toItems(response, read),
      nextKey: response.pagination?.nextKey ?? new Uint8Array(),
    }))
  },
})
