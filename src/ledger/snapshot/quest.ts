import type { RowKind } from '../../messages/ledger.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { PAGES_ENDLESS } from '../../primitives/errorTable.ts'
import type { ListQuestion, Question } from '../read/question.ts'
import { toHex } from '../rpc/bytes.ts'
import type { Rpc } from '../rpc/connectRpc.ts'
import { isAbsent } from '../rpc/query.ts'
import type { Finds } from './finds.ts'

/** Where a quest is asked: at one height, or before one is chosen, at the newest. */
export type Asked = {
  readonly rpc: Pick<Rpc, 'call' | 'abciQuery'>
  readonly height: bigint | 'latest'
  readonly signal: AbortSignal | undefined
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
  readonly finds: Finds
  /** What the answer makes worth asking. */
  readonly next: (plan: Plan) => readonly Quest[]
}

/** One call to a node on the way to a snapshot. A key names it: quests with the same key are one. */
export type Quest = { readonly key: string; readonly ask: (asked: Asked) => Promise<Reply> }

/** Quests with the same key are one. */
export const unique = (quests: readonly Quest[]): readonly Quest[] => [
  ...new Map(quests.map(quest => [quest.key, quest])).values(),
]

export const nothingNext = (): readonly Quest[] => []

/** A question that always has an answer. */
export const quest = <Answer>(
  key: string,
  question: Question<Answer>,
  toFinds: (answer: Answer) => Finds,
): Quest => ({
  key,
  ask: async ({ rpc, height, signal }) => {
    const { path, data, toAnswer } = question
    const answered = await rpc.abciQuery({ path, data, height, signal })
    return { height: answered.height, finds: toFinds(toAnswer(answered.value)), next: nothingNext }
  },
})

/** A quest for a row by its id, which may not exist. */
export const rowQuest = <Answer>(
  kind: RowKind,
  id: string,
  question: Question<Answer>,
  toFinds: (answer: Answer) => Finds,
): Quest => orAbsent(quest(`${kind} ${id}`, question, toFinds), { absent: `${kind} ${id}` })

/** A quest that finds `instead` where the ledger has no such thing. */
export const orAbsent = ({ key, ask }: Quest, instead: Finds): Quest => ({
  key,
  ask: async asked => {
    try {
      return await ask(asked)
    } catch (error) {
      if (isNowhere(error)) return { height: error.context.height, finds: instead, next: nothingNext }
      throw error
    }
  },
})

/** "Not found"; or "invalid request" (sdk 18), where the id is the only argument: there cannot be anything of such an id. */
const isNowhere = (error: unknown): error is RegenError<'QUERY_FAILED'> =>
  isRegenError(error, 'QUERY_FAILED') &&
  (isAbsent(error) ||
    (error.context.code === 18 && error.context.codespace === 'sdk' && error.context.height > 0n))

/** A whole list: one wave for each page after the first, and something found with the last. */
export const listQuest = <Item>(
  key: string,
  list: ListQuestion<Item>,
  toFinds: (items: readonly Item[]) => Finds,
  next: (items: readonly Item[]) => readonly Quest[] = nothingNext,
): Quest => pageQuest({ key, list, toFinds, next }, [], [new Uint8Array()])

type Listing<Item> = {
  readonly key: string
  readonly list: ListQuestion<Item>
  readonly toFinds: (items: readonly Item[]) => Finds
  readonly next: (items: readonly Item[]) => readonly Quest[]
}

const MOST_PAGES = 10_000

/** `keys` are those of the pages so far, this one's last. */
function pageQuest<Item>(
  listing: Listing<Item>,
  before: readonly Item[],
  keys: readonly Uint8Array[],
): Quest {
  const { key, list, toFinds, next } = listing
  const pageKey = keys.at(-1) as Uint8Array
  return {
    key: keys.length === 1 ? key : `${key}, page ${keys.length}`,
    ask: async ({ rpc, height, signal }) => {
      const { path, data, toAnswer } = list.page(pageKey)
      const { value, height: answered } = await rpc.abciQuery({ path, data, height, signal })
      const { items, nextKey } = toAnswer(value)
      const all = [...before, ...items]
      if (nextKey.length === 0) return { height: answered, finds: toFinds(all), next: () => next(all) }
      if (keys.length === MOST_PAGES || keys.some(known => toHex(known) === toHex(nextKey)))
        throw new RegenError(PAGES_ENDLESS, { query: path, pages: keys.length })
      return {
        height: answered,
        finds: {},
        next: () => [pageQuest(listing, all, [...keys, nextKey])],
      }
    },
  }
}
