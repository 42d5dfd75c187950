import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Place, startPlace } from '../indexer/stores.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { run } from './run.ts'

/** index, activity, prices and rewards, on a server; in a folder: test/indexer/folder.test.ts. */

let place: Place
beforeAll(async () => {
  place = await startPlace()
})
afterAll(() => place?.stop())

const at = (words: readonly string[]) =>
  run(words, { columns: 200, environment: { REGEN_INDEX: place.where } })

describe('from a node to rewards', () => {
  test('index, activity, prices, rewards --anchor', async context => {
    if (place.kind === 'folder')
      return context.skip('a server is needed: what is in memory ends with each command')
    const node = await recordedNode()
    node.standAt('end')
    const indexed = await at(['index', '--rpc', node.url, '--json'])
    expect(JSON.parse(indexed.out)).toEqual({
      schema: 'regen-fees/index/1',
      chainId: 'regen-devnet-1',
      source: 'block_results',
      first: '1',
      last: '367',
      blocks: '367',
      gap: null,
    })
    const bought = await at(['activity', '--class', 'C02', '--kind', 'purchase'])
    expect(bought.out).toContain('0.5 of C02-001-20210102-20211207-001 for 9.25 REGEN')
    const votes = await at(['activity', '--kind', 'vote', '--most', '3', '--json'])
    expect(JSON.parse(votes.out).activity).toHaveLength(3)
    const nothing = await at(['activity', '--account', 'regen17xpfvakm2amg962yls6f84z3kell8c5l0mguae'])
    expect(nothing.out).toBe('Nothing of that kind is in the index.')
    const prices = await at(['prices', '--class', 'C02'])
    expect(prices.out).toMatch(/C02 .*7-day average .*18\.5 REGEN/)
    const sender = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
    const period = ['--period', '2026-11-21T14:28:00Z/2026-11-21T14:29:48Z']
    const rewards = await at(['rewards', ...period, '--report', 'week.json', '--anchor', sender, '--json'])
    const answer = JSON.parse(rewards.out)
    expect(answer.anchor.message).toMatchObject({ typeUrl: '/regen.data.v2.MsgAnchor', value: { sender } })
    expect(answer.anchor.iri).toMatch(/^regen:.*\.json$/)
    const written = JSON.parse(rewards.files.get('week.json') ?? '')
    const { participants } = written.rewards as { participants: { score: string }[] }
    expect(participants.filter(({ score }) => score !== '0')).toHaveLength(6)
    const people = await at(['rewards', ...period])
    expect(people.out).toContain('Proposed, not in force.')
    expect(people.code).toBe(0)
  })
})

test('an index that begins later says so, and does not answer for what it lacks', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'regen-fees-part-')), 'index')
  const of = (...words: readonly string[]) => run([...words, '--db', folder], { columns: 200 })
  const node = await recordedNode()
  node.standAt('end')
  expect((await of('index', '--rpc', node.url, '--from', '77')).code).toBe(0)
  const [newest, early, late] = [
    await of('prices'),
    await of('prices', '--at', '2026-11-01'),
    await of('prices', '--at', '2030-01-01'),
  ]
  expect(newest.out).toMatch(
    /The index begins at 2026-11-21T[\d:]+Z: an average is of the trades since then, not of seven days\.$/,
  )
  expect(newest.out).toMatch(/25 REGEN .*… ibc\/33474…B55653 /s)
  expect(newest.out).toMatch(/\nPrices in other denoms are in their smallest unit: an index does not know /)
  expect((await of('prices', '--class', 'C02')).out).not.toContain('smallest unit')
  const json = JSON.parse((await of('prices', '--json')).out)
  expect(json.averagesSince).toMatch(/^2026-11-21T/)
  for (const { code, out, err } of [early, late])
    expect([code, out, err]).toEqual([1, '', expect.stringContaining('[INDEX_RANGE]')])
  for (const words of [
    ['--until', '2026-11-01'],
    ['--since', '2030-01-01'],
  ])
    expect((await of('activity', ...words)).err).toMatch(/The index has 2026-11-21T.* \[INDEX_RANGE\]$/s)
  const partly = await of('activity', '--since', '2026-11-01', '--until', '2030-01-01')
  expect(partly.out).toMatch(/The index begins at 2026-11-21T[\d:]+Z: what was before is not in it\./)
  expect(partly.out).toMatch(/The index ends at 2026-11-21T[\d:]+Z: what came after is not in it\.$/)
  rmSync(dirname(folder), { recursive: true, force: true })
}, 60_000)

test('named errors: a period that is not indexed, wrong words, an anchor without a file', async () => {
  const early = await at(['rewards', '--period', '2030-W01'])
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('[INDEX_RANGE]')])
  for (const words of [
    ['rewards', '--period', 'tomorrow'],
    ['activity', '--kind', 'theft'],
    ['activity', '--most', '0'],
    ['index', '--rpc', 'http://127.0.0.1:1', '--from', '0'],
    ['index', '--rpc', 'http://127.0.0.1:1', '--source', 'rumours'],
    ['index'],
  ])
    expect([words.join(' '), (await at(words)).code]).toEqual([words.join(' '), 1])
})

test.each([['activity'], ['prices'], ['rewards']])(
  '%s of a folder without an index: refused, and nothing is made',
  async command => {
    const folder = join(tmpdir(), `no-index-${process.pid}`)
    const { code, err } = await run([command, '--db', folder])
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('there is no index in it; "regen-fees index" makes one'),
    ])
    expect(existsSync(folder)).toBe(false)
  },
)
