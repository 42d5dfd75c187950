import { expect, test } from 'vitest'
import type { NodeAt } from '../../../src/node/read/ask.ts'
import { isRegenError } from '../../../src/primitives/errors.ts'
import { recordedNode } from '../../support/recordedNode.ts'
import { type RecordedQuery, recordedQueries } from '../../support/recordings.ts'
import { connect } from '../rpc/connect.ts'
import { KINDS, NOT_READ } from './recordedAnswers.ts'

/** Each reader against every recorded query of its kind, over HTTP, at the height of the recording. */

const all = recordedQueries()

test('every recorded query has a reader, or a reason why not', () => {
  const paths = [...new Set(all.map(({ path }) => path))].sort()
  expect(paths).toEqual([...Object.keys(KINDS), ...Object.keys(NOT_READ)].sort())
})

/** Pages in other sizes, and requests that are wrong on purpose, are no questions of a reader; nor other keys of the store. */
const isWhole = ({ name, path, request }: RecordedQuery) =>
  !/pages of|newest first|offset|garbage|future/.test(name) &&
  (path !== '/store/ecocredit/key' || request === 'BwMF')

/** What a reader gives: its value, or the code of its failure. */
async function outcome(reading: Promise<unknown>): Promise<unknown> {
  try {
    return await reading
  } catch (error) {
    if (isRegenError(error, 'QUERY_FAILED')) return `sdk ${error.context.code}`
    throw error
  }
}

test.each(Object.entries(KINDS))('%s', async (path, { request, read, answer, expected }) => {
  const node = await recordedNode()
  const port = connect(node.url)
  const queries = all.filter(query => query.path === path && isWhole(query))
  expect(queries.length).toBeGreaterThan(3)
  const readings = queries.map(({ request: asked, height }) => {
    const ledger: NodeAt = { port, height: BigInt(height) }
    return outcome(read(ledger, request(asked)))
  })
  const given = await Promise.all(readings)
  queries.forEach(({ name, request: asked, response }, index) => {
    const { code, value } = response
    const right = code === 0 ? expected(answer(value), request(asked)) : code === 22 ? null : `sdk ${code}`
    expect([name, given[index] ?? null]).toEqual([name, right])
  })
  expect(node.missing).toEqual([])
})
