import { expect, test } from 'vitest'
import { nanosecondsOf } from '../../src/primitives/time.ts'
import { derivation } from '../../src/testing/abci.ts'
import { recordedBlocks } from '../../src/testing/blocks/blocks.ts'
import { txSearch } from '../../src/testing/blocks/txSearch.ts'
import { replayer } from '../../src/testing/replay/replay.ts'
import { recordings } from '../support/recordedNode.ts'

/** Everything the recorded node derives is held against what the real node answered. */

const blocks = recordedBlocks(recordings)
const ledgerAt = replayer(recordings, blocks)
const answererOf = derivation(recordings)

const asked = [
  ...recordings.queries,
  ...recordings.txs.map(({ before: { account } }) => ({
    path: '/cosmos.auth.v1beta1.Query/Account',
    ...account,
    height: account.response.height,
  })),
]

test('the replayed ledger answers byte for byte what the node answered, refusals included', () => {
  let compared = 0
  for (const { path, request, height, response } of asked) {
    const answerer = answererOf(path, request)
    // Code 18 is for arguments that are malformed: those answers are only replayed.
    if (!answerer || response.code === 18 || response.height === '0') continue
    const ledger = ledgerAt(BigInt(height))
    if ('unknown' in ledger) throw new Error(ledger.unknown)
    const derived = answerer(new Uint8Array(Buffer.from(request, 'base64')), ledger.state)
    if (derived === null) continue
    const answer =
      derived instanceof Uint8Array
        ? [0, '', Buffer.from(derived).toString('base64')]
        : [derived.code, derived.log, '']
    expect(answer, `${path} ${request} at ${height}`).toEqual([
      response.code,
      response.log,
      response.value ?? '',
    ])
    compared++
  }
  expect(compared).toBe(421)
})

test('a search is evaluated to what the node found', () => {
  const searches = recordings.calls.flatMap(call =>
    'request' in call && call.request.method === 'tx_search' ? [call] : [],
  )
  let compared = 0
  for (const { name, request, response } of searches) {
    const reply = txSearch(request.params, recordings.txs, blocks.last)
    if ('missing' in reply) expect(name).toBe('tx_search malformed query (error)')
    else {
      const { result, error } = response
      expect(reply, name).toEqual(error ? { error } : { result })
      compared++
    }
  }
  expect(compared).toBe(11)
})

test('the outcome of a vote is not told close to its end, and told on both sides', () => {
  const { feesOn } = recordings.network.marks as { feesOn: number }
  const heights = Array.from({ length: 40 }, (_, index) => BigInt(feesOn - 30 + index))
  const told = heights.map(height => {
    const ledger = ledgerAt(height)
    return 'unknown' in ledger ? '?' : ledger.state.feeParams.buyerPercentageFee || '-'
  })
  expect(told.join(' ')).toMatch(/^(- )+(\? ){5,8}(0\.01 ?)+$/)
})

test('block times rise, and are exact where a header was recorded', () => {
  let last = 0n
  for (let height = blocks.first; height <= blocks.last; height++) {
    const time = nanosecondsOf(blocks.time(height))
    expect(time > last).toBe(true)
    last = time
  }
  for (const { header } of recordings.txs)
    if (header) expect(blocks.time(BigInt(header.height))).toBe(header.time)
})
