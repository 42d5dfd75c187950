import { expect, test } from 'vitest'
import { exitCodeOf } from '../../src/cli/io/exitCode.ts'
import { type ErrorCode, RegenError } from '../../src/primitives/errors.ts'
import * as sending from '../../src/primitives/errorTable/sending.ts'
import * as errorTable from '../../src/primitives/errorTable.ts'

const codes = Object.values({ ...errorTable, ...sending }).map(({ code }) => code)

/** The exit code of an error, whatever its facts. */
function exitOf(code: ErrorCode): number {
  const definition = { code, problem: () => 'It went wrong.', fix: 'Mend it.' }
  return exitCodeOf(new RegenError(definition, {} as never))
}

test('every error has an exit code: 2 for those of the node, 1 for all others', () => {
  expect(codes.filter(code => exitOf(code) === 2).sort()).toEqual([
    'BLOCKS_PRUNED',
    'BLOCKS_UNREADABLE',
    'BROADCAST_FAILED',
    'CALL_ABORTED',
    'CHAIN_MISMATCH',
    'HEIGHT_MISMATCH',
    'INDEX_FORKED',
    'MODULE_MISSING',
    'NODES_FAILED',
    'NODE_ANSWER_MALFORMED',
    'NODE_ANSWER_TOO_LARGE',
    'NODE_BEHIND_INDEX',
    'NODE_HTTP_ERROR',
    'NODE_REDIRECTS',
    'NODE_TIMEOUT',
    'NODE_UNREACHABLE',
    'PAGES_ENDLESS',
    'QUERY_FAILED',
    'READ_LIMIT_REACHED',
    'RESPONSE_INVALID',
    'RPC_ERROR',
    'SOURCE_UNREADABLE',
    'STATE_TOO_OLD',
    'TXS_MISSING',
    'TX_EXPIRED',
    'TX_FAILED',
    'TX_NOT_FOUND',
    'TX_REFUSED',
    'TX_TIMEOUT',
    'WATCH_REFUSED',
  ])
  expect(codes.map(code => [code, [1, 2].includes(exitOf(code))])).toEqual(codes.map(code => [code, true]))
})

test('what is no error of this SDK is a defect: 1', () => {
  expect(exitCodeOf(new TypeError('x is not a function'))).toBe(1)
})
