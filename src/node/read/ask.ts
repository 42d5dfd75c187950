import { RegenError } from '../../primitives/errors.ts'
import { READ_LIMIT_REACHED } from '../../primitives/errorTable.ts'
import { isAbsent, type QueryPort } from '../rpc/query.ts'
import { readAllPages } from '../rpc/readAllPages.ts'
import type { ListQuestion, Question } from './question.ts'

/** A connection, and the height that every answer is from. */
export type NodeAt = {
  readonly port: QueryPort
  readonly height: bigint
  readonly signal?: AbortSignal | undefined
}

export async function ask<Answer>(
  { port, height, signal }: NodeAt,
  { path, data, toAnswer }: Question<Answer>,
): Promise<Answer> {
  const { value } = await port.abciQuery({ path, data, height, signal })
  return toAnswer(value)
}

/** Null when the ledger says that there is no such thing; any other failure is an error. */
export async function askIfAny<Answer>(ledger: NodeAt, question: Question<Answer>): Promise<Answer | null> {
  try {
    return await ask(ledger, question)
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** The most bytes of one list. The longest list of Regen Ledger has less than a hundredth of that. */
const MAX_BYTES = 100_000_000

/** The whole list, all of its pages from one height; never a silent first page. */
export const askAll = <Item>(
  ledger: NodeAt,
  { path, page }: ListQuestion<Item>,
): Promise<readonly Item[]> => {
  let bytes = 0
  return readAllPages(path, async key => {
    const { data, toAnswer } = page(key)
    const { port, height, signal } = ledger
    const { value } = await port.abciQuery({ path, data, height, signal })
    bytes += value.length
    if (bytes > MAX_BYTES)
      throw new RegenError(READ_LIMIT_REACHED, { query: path, what: 'bytes', most: MAX_BYTES })
    return toAnswer(value)
  })
}

/** Null for a list of something that does not exist, such as the issuers of an unknown class. */
export async function askAllIfAny<Item>(
  ledger: NodeAt,
  list: ListQuestion<Item>,
): Promise<readonly Item[] | null> {
  try {
    return await askAll(ledger, list)
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}
