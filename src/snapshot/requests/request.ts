import type { RowKind } from '../../messages/ledger.ts'
import { refusesRawQueries } from '../../node/read/feeParams.ts'
import type { ListQuestion, Question } from '../../node/read/question.ts'
import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { toHex } from '../../node/rpc/http/bytes.ts'
import { isAbsent } from '../../node/rpc/query.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { PAGES_ENDLESS } from '../../primitives/errorTable.ts'
import type { Answers } from '../answers.ts'

/** Where a request is asked: at one height, or before one is chosen, at the newest. */
type AskedAt = {
  readonly rpc: Pick<Rpc, 'call' | 'abciQuery'>
  readonly height: bigint | 'latest'
  readonly signal: AbortSignal | undefined
  /** When the last answer came, in milliseconds since 1970. */
  readonly answeredAt: () => number
  /** Stands for the connection, for what is remembered of it from one snapshot to the next. */
  readonly connection: object
}

/** What is known when the next wave is planned. */
export type Plan = {
  readonly height: bigint
  /** The block time, in seconds since 1970. */
  readonly seconds: bigint
  /** Classes whose price is wanted. */
  readonly isPriced: (classId: string) => boolean
  /** RFC 3339; undefined for a block whose time has not been asked for. */
  readonly timeOf: (height: bigint) => string | undefined
}

export type Reply = {
  /** The height of the answer; null for one that is of no height. */
  readonly height: bigint | null
  readonly answers: Answers
  /** What the answer makes worth asking. */
  readonly next: (plan: Plan) => readonly Request[]
}

/** One call to a node on the way to a snapshot. A key names it: requests with the same key are one. */
export type Request = { readonly key: string; readonly ask: (asked: AskedAt) => Promise<Reply> }

/** Requests with the same key are one. */
export const unique = (requests: readonly Request[]): readonly Request[] => [
  ...new Map(requests.map(request => [request.key, request])).values(),
]

export const nothingNext = (): readonly Request[] => []

/** A question that always has an answer. */
export const request = <Answer>(
  key: string,
  question: Question<Answer>,
  toAnswers: (answer: Answer) => Answers,
): Request => ({
  key,
  ask: async ({ rpc, height, signal }) => {
    const { path, data, toAnswer } = question
    const answered = await rpc.abciQuery({ path, data, height, signal })
    return { height: answered.height, answers: toAnswers(toAnswer(answered.value)), next: nothingNext }
  },
})

/** A request for a row by its id, which may not exist. */
export const rowRequest = <Answer>(
  kind: RowKind,
  id: string,
  question: Question<Answer>,
  toAnswers: (answer: Answer) => Answers,
): Request => orAbsent(request(`${kind} ${id}`, question, toAnswers), { absent: `${kind} ${id}` })

/** A request that answers `instead` where the ledger has no such thing. */
export const orAbsent = ({ key, ask }: Request, instead: Answers): Request => ({
  key,
  ask: async asked => {
    try {
      return await ask(asked)
    } catch (error) {
      if (isNowhere(error)) return { height: error.context.height, answers: instead, next: nothingNext }
      throw error
    }
  },
})

/** "Not found"; or "invalid request" (sdk 18), where the id is the only argument: there cannot be anything of such an id. */
const isNowhere = (error: unknown): error is RegenError<'QUERY_FAILED'> =>
  isRegenError(error, 'QUERY_FAILED') &&
  (isAbsent(error) ||
    (error.context.code === 18 && error.context.codespace === 'sdk' && error.context.height > 0n))

/** What a node need not tell, such as its raw store: when it refuses in due form, that is unknown, and no error. */
export const orUnknown = ({ key, ask }: Request): Request => ({
  key,
  ask: async asked => {
    try {
      return await ask(asked)
    } catch (error) {
      if (refusesRawQueries(error)) return { height: null, answers: {}, next: nothingNext }
      throw error
    }
  },
})

/** A whole list: one wave for each page after the first, and something found with the last. */
export const listRequest = <Item>(
  key: string,
  list: ListQuestion<Item>,
  toAnswers: (items: readonly Item[]) => Answers,
  next: (items: readonly Item[]) => readonly Request[] = nothingNext,
): Request => pageRequest({ key, list, toAnswers, next }, new Uint8Array(), null)

type Listing<Item> = {
  readonly key: string
  readonly list: ListQuestion<Item>
  readonly toAnswers: (items: readonly Item[]) => Answers
  readonly next: (items: readonly Item[]) => readonly Request[]
}

/** The pages before one, the last first, and the keys of them all. */
type Pages<Item> = {
  readonly items: readonly Item[]
  readonly before: Pages<Item> | null
  readonly count: number
  readonly keys: Set<string>
}

function pageRequest<Item>(listing: Listing<Item>, pageKey: Uint8Array, before: Pages<Item> | null): Request {
  const { key, list, toAnswers, next } = listing
  return {
    key: before === null ? key : `${key}, page ${before.count + 1}`,
    ask: async ({ rpc, height, signal }) => {
      const { path, data, toAnswer } = list.page(pageKey)
      const { value, height: answered } = await rpc.abciQuery({ path, data, height, signal })
      const { items, nextKey } = toAnswer(value)
      const { count, keys } = before ?? { count: 0, keys: new Set<string>() }
      const pages = { items, before, count: count + 1, keys }
      if (nextKey.length === 0) {
        const all = itemsOf(pages)
        return { height: answered, answers: toAnswers(all), next: () => next(all) }
      }
      const name = toHex(nextKey)
      if (keys.has(name)) throw new RegenError(PAGES_ENDLESS, { query: path, pages: count + 1 })
      keys.add(name)
      return { height: answered, answers: {}, next: () => [pageRequest(listing, nextKey, pages)] }
    },
  }
}

function itemsOf<Item>(last: Pages<Item>): readonly Item[] {
  const lists: (readonly Item[])[] = []
  for (let page: Pages<Item> | null = last; page !== null; page = page.before) lists.push(page.items)
  return lists.reverse().flat()
}
