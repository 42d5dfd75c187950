import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetMetadata } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPart, writePart } from '../../src/cli/simulate/files/partFiles.ts'
import { parseScenario, planStudy, runPart } from '../../src/simulation/index.ts'
import { scenarioText } from '../simulation/support.ts'
import { run } from './run.ts'

/** What is written of runs that end early: no row for a period that was not, an empty cell for an outcome that is not known. */

let folder = ''
const at = (...path: string[]) => join(folder, ...path)
const lines = (...path: string[]) =>
  readFileSync(at(...path), 'utf8')
    .trim()
    .split('\n')

const json = { ...JSON.parse(scenarioText('monte-carlo')), name: 'poor', periods: 12 }
const scenario = { ...json, economy: { ...json.economy, supply: '1000000000000' } }
const RUNS = 24

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regen-fees-early-'))
  writeFileSync(at('poor.json'), JSON.stringify(scenario))
  const argv = ['simulate', at('poor.json'), '--runs', `${RUNS}`, '--periods', '--out', at('study')]
  expect((await run(argv)).code).toBe(0)
})

afterAll(() => rmSync(folder, { recursive: true }))

const violations = () =>
  JSON.parse(readFileSync(at('study', 'violations.json'), 'utf8')) as {
    run: number
    period: number
    state: object
  }[]
const summary = () => JSON.parse(readFileSync(at('study', 'summary.json'), 'utf8'))

/** Of every run, how many periods there were. */
const ended = () => {
  const early = new Map(violations().map(({ run, period }) => [run, period]))
  return Array.from({ length: RUNS }, (_, run) => early.get(run) ?? 12)
}

test('the summary, the text and the report say how many', async () => {
  const { endedEarly, proof } = summary()
  expect(endedEarly).toBe(violations().length)
  expect(endedEarly).toBeGreaterThan(1)
  expect(proof.periods).toBe(ended().reduce((sum, periods) => sum + periods, 0))
  const words = `${endedEarly} runs ended early`
  expect(readFileSync(at('study', 'summary.txt'), 'utf8')).toContain(words)
  expect(readFileSync(at('study', 'report.html'), 'utf8')).toContain(words)
})

test('a period that was not has no row, in CSV and in Parquet', () => {
  const rows = lines('study', 'periods.csv')
    .slice(1)
    .map(line => line.split(',').map(Number))
  for (let number = 0; number < RUNS; number++)
    expect(rows.filter(([run]) => run === number).map(([, period]) => period)).toEqual(
      Array.from({ length: ended()[number] ?? 0 }, (_, period) => period),
    )
  const inParquet = readdirSync(at('study', 'parts'))
    .filter(file => file.endsWith('.parquet'))
    .reduce((sum, file) => {
      const bytes = readFileSync(at('study', 'parts', file))
      return (
        sum +
        Number(
          parquetMetadata(
            bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
          ).num_rows,
        )
      )
    }, 0)
  expect(inParquet).toBe(rows.length)
})

test('runs.csv has a row for every run, empty where it ended early; bands.csv says of how many runs a band is', () => {
  const runs = lines('study', 'runs.csv')
    .slice(1)
    .map(line => line.split(','))
  expect(runs.map(([run]) => Number(run))).toEqual(Array.from({ length: RUNS }, (_, run) => run))
  runs.forEach(([, ...cells], run) => {
    expect(new Set(cells.map(cell => cell === ''))).toEqual(new Set([ended()[run] !== 12]))
  })
  const bands = lines('study', 'bands.csv').map(line => line.split(','))
  expect(bands[0]?.slice(0, 4)).toEqual(['column', 'unit', 'period', 'runs'])
  for (const [, , period, count] of bands.slice(1))
    expect(Number(count)).toBe(ended().filter(periods => periods > Number(period)).length)
})

test('shards, merged, are the same bytes; a shard alone keeps the numbers of its runs', async () => {
  await run(['simulate', 'plan', at('poor.json'), '--runs', `${RUNS}`, '--out', at('plan')])
  for (const k of [1, 2])
    await run(['simulate', 'run', at('plan'), '--shard', `${k}/2`, '--out', at(`s${k}`)])
  expect(
    (await run(['simulate', 'merge', at('s2'), at('s1'), '--periods', '--out', at('merged')])).code,
  ).toBe(0)
  for (const file of [
    'bands.csv',
    'periods.csv',
    'report.html',
    'runs.csv',
    'summary.json',
    'violations.json',
  ])
    expect([file, readFileSync(at('merged', file)).equals(readFileSync(at('study', file)))]).toEqual([
      file,
      true,
    ])
  await run(['simulate', 'merge', at('s2'), '--out', at('second')])
  const all = lines('study', 'runs.csv')
  const some = lines('second', 'runs.csv')
  expect(some.length).toBeLessThan(all.length)
  expect(all).toEqual(expect.arrayContaining(some))
})

test('a part goes through its files unchanged, also one of which no period was', async () => {
  for (const supply of ['1000000000000', '1000000']) {
    const plan = planStudy(parseScenario({ ...json, economy: { ...json.economy, supply } }), 4, 4)
    const part = runPart(plan, 0)
    await writePart(folder, part)
    const { periods, outcomes, proof } = await readPart(folder, 0, plan)
    expect({ periods, outcomes, proof }).toEqual({
      periods: part.periods,
      outcomes: part.outcomes,
      proof: part.proof,
    })
  }
})

describe('where no run comes to its end, no command says NaN', () => {
  const nothing = () => at('nothing.json')
  const vary = ['--vary', 'agents.price.start=0.02..0.12']
  test.each<readonly [string, () => readonly string[], RegExp]>([
    ['a study', () => [nothing(), '--runs', '4'], /unknown: no run/],
    ['sweep', () => ['sweep', nothing(), '--runs', '2', '--vary', 'agents.price.start=0.02,0.12'], /unknown/],
    ['sample', () => ['sweep', nothing(), '--runs', '2', '--sample', '3', ...vary], /none/],
    [
      'one at a time',
      () => ['sweep', nothing(), '--runs', '2', '--one-at-a-time', '--vary', 'agents.price.start=0.02,0.12'],
      /unknown/,
    ],
    [
      'goal',
      () => ['goal', nothing(), '--runs', '2', ...vary, '--meets', 'burned>0'],
      /Not found: not even at 0\.12/,
    ],
    [
      'sobol',
      () => ['sobol', nothing(), '--samples', '2', ...vary],
      /Unknown: at 6 of 6 points no run came to its end\./,
    ],
    ['compare', () => ['compare', nothing(), '--runs', '2', '--with', 'compromise'], /is not known: no run/],
  ])('%s', async (name, words, said) => {
    writeFileSync(
      nothing(),
      JSON.stringify({ ...json, name: 'nothing', economy: { ...json.economy, supply: '1000000' } }),
    )
    const out = at(`nothing ${name}`)
    const text = await run(['simulate', ...words(), '--out', out])
    expect(text.code).toBe(0)
    expect(text.out).toMatch(said)
    const data = await run(['simulate', ...words(), '--json'])
    expect([data.code, data.err.replaceAll(/^.*parts.*$/gm, '')]).toEqual([0, expect.anything()])
    for (const file of readdirSync(out).filter(file => !/^(parts|points|report\.html)$/.test(file)))
      expect([file, readFileSync(join(out, file), 'utf8')]).toEqual([
        file,
        expect.not.stringContaining('NaN'),
      ])
    for (const { out: all } of [text, data]) expect(all).not.toContain('NaN')
    expect(JSON.parse(data.out)).toBeTypeOf('object')
  })

  test('Sobol indices are null in JSON, with the reason, and empty cells in CSV', async () => {
    const words = ['sobol', nothing(), '--samples', '2', '--outcome', 'burned', ...vary]
    const { out } = await run(['simulate', ...words, '--json', '--out', at('indices')])
    expect(JSON.parse(out).indices).toEqual([
      {
        outcome: 'burned',
        unknown: 'at 6 of 6 points no run came to its end',
        endedEarly: { runs: 6, points: 6 },
        inputs: [{ path: 'agents.price.start', first: null, total: null }],
      },
    ])
    expect(lines('indices', 'indices.csv')[1]).toBe('burned,agents.price.start,,,,,,')
  })
})
