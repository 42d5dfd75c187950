import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  anchorReport,
  indexChain,
  lastWeek,
  parsePeriod,
  readPeriodReport,
  type Store,
} from '../../src/indexer/index.ts'
import { connectRpc } from '../../src/node/rpc/connectRpc.ts'
import { canonicalJson } from '../../src/primitives/canonical.ts'
import { RegenError } from '../../src/primitives/errors.ts'
import { formatTime, parseTime } from '../../src/primitives/time.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { newStore, type Place, startPlace } from './stores.ts'

/** Periods of the recorded chain, out of an index. Its blocks are of one day, and its genesis of months before. */

let place: Place
let store: Store

const close: (() => unknown)[] = []

beforeAll(async () => {
  place = await startPlace()
  const node = await recordedNode()

  node.standAt('end')
  store = await newStore(place.where)
  const rpc = connectRpc(node.url)
  await indexChain(rpc, store)
  close.push(rpc.disconnect, () => store.close(), place.stop)
})
afterAll(async () => {
  for (const step of close) await step()
})

/** Two minutes in which nearly everything happened. */
const PERIOD = parsePeriod('2026-11-21T14:28:00Z/2026-11-21T14:29:48Z')

describe('the report of a period', () => {
  test('has the trade, fees, scores and rewards of its blocks; all that comes in is paid or stays', async () => {
    const report = await readPeriodReport(store, PERIOD)
    expect(report).toMatchObject({
      chainId: 'regen-devnet-1',
      from: '2026-11-21T14:28:00Z',
      to: '2026-11-21T14:29:48Z',
      coverage: { gaps: [] },
    })
    const { rewards, fees } = report
    const paid = rewards.participants.reduce((sum, { reward }) => sum + reward, 0n)
    expect(paid + rewards.governance + rewards.undistributed).toBe(rewards.inflow)
    expect(rewards.inflow).toBe(fees.pools.community[0]?.amount)
    // Who only paid a fee has a score of 0.
    expect(rewards.participants.filter(({ score }) => score.num > 0n)).toHaveLength(6)
    // The same as the scores in SQL.
    const scores = await store.query('select account, num, den from scores($1, $2) order by account', [
      PERIOD.from.toString(),
      PERIOD.to.toString(),
    ])
    expect(scores.map(({ account, num, den }) => [account, num, den])).toEqual(
      rewards.participants
        .filter(({ score }) => score.num > 0n)
        .map(({ address, score }) => [address, `${score.num}`, `${score.den}`]),
    )
  })

  test('the same rows give the same file, whoever indexed them; its hash is anchored by an unsigned MsgAnchor', async () => {
    const report = await readPeriodReport(store, PERIOD)
    const again = await readPeriodReport(store, PERIOD)
    const sender = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
    const { text, iri, message } = anchorReport(report, sender)
    expect(anchorReport(again, sender)).toEqual({ text, iri, message })
    expect(text).toBe(canonicalJson(report))
    expect(iri).toMatch(/^regen:[1-9A-HJ-NP-Za-km-z]+\.json$/)
    expect(message).toMatchObject({ typeUrl: '/regen.data.v2.MsgAnchor', value: { sender } })
    const gap = { ...report, coverage: { ...report.coverage, gaps: [{ from: 3n, to: 9n }] } }
    expect(() => anchorReport(gap, sender)).toThrow('no blocks 3 to 9')
  })

  test('INDEX_RANGE for a period that the index has not reached the end of', async () => {
    await expect(readPeriodReport(store, parsePeriod('2026-W47'))).rejects.toMatchObject({
      code: 'INDEX_RANGE',
      context: { wanted: '2026-11-16T00:00:00Z to 2026-11-23T00:00:00Z' },
    })
  })
})

test('periods: weeks from Monday to Monday in UTC, or two moments', () => {
  const text = ({ from, to }: { from: bigint; to: bigint }) =>
    [from, to].map(seconds => formatTime({ seconds, nanos: 0 }).slice(0, 10)).join('/')
  expect(text(parsePeriod('2026-W47'))).toBe('2026-11-16/2026-11-23')
  expect(text(parsePeriod('2026-W01'))).toBe('2025-12-29/2026-01-05')
  expect(text(parsePeriod('2021-W01'))).toBe('2021-01-04/2021-01-11')
  expect(text(parsePeriod('2026-W53'))).toBe('2026-12-28/2027-01-04')
  expect(text(parsePeriod('2020-W53'))).toBe('2020-12-28/2021-01-04')
  expect(text(lastWeek(parseTime('2026-11-22T23:59:59Z').seconds))).toBe('2026-11-09/2026-11-16')
  expect(text(lastWeek(parseTime('2026-11-23').seconds))).toBe('2026-11-16/2026-11-23')
  for (const wrong of [
    '',
    '2026-W54',
    '2025-W53',
    '2026-W00',
    '2026-11-23',
    '2026-11-23/2026-11-16',
    'a/b',
    '1/2/3',
  ])
    expect(() => parsePeriod(wrong)).toThrow(RegenError)
})
