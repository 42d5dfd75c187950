import { expect, test } from 'vitest'
import { toStatus } from '../../../src/node/decode/blocks/status.ts'
import { toTxPage } from '../../../src/node/decode/blocks/txPage.ts'
import { toBlockTime } from '../../../src/node/read/blockTime.ts'
import { recordedRpc } from '../../support/recordings.ts'

/** Answers of CometBFT itself, which are JSON. */

const status = recordedRpc('status') as { node_info: object; sync_info: object }

test('the status says chain, height, time, and whether the node is behind', () => {
  expect(toStatus(status)).toEqual({
    chainId: 'regen-devnet-1',
    height: BigInt((status.sync_info as { latest_block_height: string }).latest_block_height),
    time: expect.stringMatching(/^2026-11-21T\d\d:\d\d:\d\d(\.\d+)?Z$/),
    catchingUp: false,
    version: '0.38.19',
  })
})

test.each([
  ['nothing', null],
  ['no height', { ...status, sync_info: { ...status.sync_info, latest_block_height: undefined } }],
  ['a height that is no number', { ...status, sync_info: { ...status.sync_info, latest_block_height: 'x' } }],
  ['no time', { ...status, sync_info: { ...status.sync_info, latest_block_time: 'yesterday' } }],
  ['no chain', { ...status, node_info: { ...status.node_info, network: '' } }],
])('a status with %s is refused', (_, result) => {
  expect(() => toStatus(result)).toThrow('answered status with data this SDK does not understand')
})

test('a header is of the height that was asked for', () => {
  const header = recordedRpc('header at end')
  expect(toBlockTime(header, 367n)).toBe('2026-11-21T14:29:48.480271033Z')
  expect(() => toBlockTime(header, 366n)).toThrow('expected height 366, got 367')
  expect(() => toBlockTime({}, 366n)).toThrow('RESPONSE_INVALID')
})

const search = recordedRpc('tx_search all buys') as { txs: { hash: string }[]; total_count: string }

test('a page of a search has transactions with their events, and says how many there are in all', () => {
  const { txs, total } = toTxPage(search)
  expect(txs.map(({ hash }) => hash)).toEqual(search.txs.map(({ hash }) => hash))
  expect(total).toBe(BigInt(search.total_count))
  expect(txs[0]?.height).toBe(76n)
  expect(txs[0]?.events.map(({ type }) => type)).toContain('regen.ecocredit.marketplace.v1.EventBuyDirect')
})

test.each([
  ['no list', { total_count: '0' }],
  ['no total', { txs: [] }],
  ['a hash that is none', { txs: [{ ...search.txs[0], hash: 'AB' }], total_count: '1' }],
  ['no events', { txs: [{ ...search.txs[0], tx_result: {} }], total_count: '1' }],
  [
    'an event without a type',
    {
      txs: [{ ...search.txs[0], tx_result: { events: [{ attributes: [] }] } }],
      total_count: '1',
    },
  ],
])('a page with %s is refused', (_, result) => {
  expect(() => toTxPage(result)).toThrow('answered tx_search with data this SDK does not understand')
})
