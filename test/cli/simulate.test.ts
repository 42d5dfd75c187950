import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { VERSION } from '../../src/cli/io/version.ts'
import { scenarioText } from '../simulation/support.ts'
import { run } from './run.ts'

/** regen-fees simulate: on one machine and on several, stopped and gone on, and what it refuses. */

const RESULTS = ['bands.csv', 'report.html', 'runs.csv', 'summary.json', 'summary.txt']

let folder = ''
const at = (...path: string[]) => join(folder, ...path)
const read = (...path: string[]) => readFileSync(at(...path), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regen-fees-simulate-'))
  const small = { ...JSON.parse(scenarioText('monte-carlo')), name: 'small', periods: 6 }
  writeFileSync(at('small.json'), JSON.stringify(small))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const simulate = (...argv: string[]) => run(['simulate', ...argv])

describe('a study', () => {
  test('gives the same bytes on one machine and as three shards that are merged in another order', async () => {
    expect((await simulate(at('small.json'), '--runs', '120', '--out', at('one'), '--periods')).code).toBe(0)
    await simulate('plan', at('small.json'), '--runs', '120', '--out', at('plan'))
    for (const k of [1, 2, 3])
      expect((await simulate('run', at('plan'), '--shard', `${k}/3`, '--out', at(`s${k}`))).code).toBe(0)
    const merged = await simulate('merge', at('s2'), at('s3'), at('s1'), '--out', at('merged'), '--periods')
    expect(merged.code).toBe(0)
    for (const file of [...RESULTS, 'periods.csv'])
      expect([file, read('merged', file)]).toEqual([file, read('one', file)])
    expect(readFileSync(at('s2', 'parts', '000001.parquet'))).toEqual(
      readFileSync(at('one', 'parts', '000001.parquet')),
    )
  })

  test('goes on where it stopped: only what is missing is computed', async () => {
    await simulate(at('small.json'), '--runs', '120', '--out', at('one'))
    const before = RESULTS.map(file => read('one', file))
    rmSync(at('one', 'parts', '000001.json'))
    writeFileSync(at('one', 'parts', '000002.parquet.1.tmp'), 'half')
    const again = await simulate(at('small.json'), '--runs', '120', '--out', at('one'))
    expect(again.err).toContain('14 of 15 parts are there already')
    expect(RESULTS.map(file => read('one', file))).toEqual(before)
  })

  test('of some parts is a study of fewer runs, and says so', async () => {
    await simulate('plan', at('small.json'), '--runs', '120', '--out', at('plan'))
    await simulate('run', at('plan'), '--shard', '1/3', '--out', at('s1'))
    const { code, out } = await simulate('merge', at('s1'), '--out', at('merged'))
    expect(code).toBe(0)
    expect(out).toContain('40 of 120 runs of 6 periods')
  })

  test('has a report that needs no network, and money as whole numbers', async () => {
    await simulate(at('small.json'), '--runs', '3', '--out', at('one'))
    const page = read('one', 'report.html')
    expect(page).not.toMatch(/(src|href)=["']?(https?:)?\/\//)
    expect(page).toContain('<title>small: simulation of M012 to M015</title>')
    expect(read('one', 'runs.csv').split('\n')[1]).toMatch(/^0(,-?\d+(\.\d+)?)+$/)
    expect(readdirSync(at('one')).sort()).toEqual([...RESULTS, 'parts', 'plan.json'].sort())
  })
})

describe('what is refused, and how', () => {
  test('shards of another plan', async () => {
    await simulate('plan', at('small.json'), '--runs', '60', '--out', at('a'))
    await simulate('plan', at('small.json'), '--runs', '61', '--out', at('b'))
    const { code, err } = await simulate('merge', at('a'), at('b'), '--out', at('merged'))
    expect([code, err]).toEqual([1, expect.stringContaining('they are not of one study')])
    const again = await simulate(at('small.json'), '--runs', '61', '--out', at('a'))
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('name another folder with --out')])
  })

  test('a part that was changed', async () => {
    await simulate(at('small.json'), '--runs', '3', '--out', at('one'))
    writeFileSync(at('one', 'parts', '000000.parquet'), 'something else')
    const { code, err } = await simulate('merge', at('one'), '--out', at('one'))
    expect([code, err]).toEqual([1, expect.stringContaining('not the file that was written with its JSON')])
  })

  test('a part, or a plan, that was cut in half', async () => {
    await simulate(at('small.json'), '--runs', '3', '--out', at('one'))
    const part = at('one', 'parts', '000000.json')
    writeFileSync(part, read('one', 'parts', '000000.json').slice(0, 300))
    const again = await simulate('merge', at('one'), '--out', at('one'))
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringMatching(/it is not whole: remove it, and run the study again at .*000000\.json/),
    ])
    writeFileSync(at('one', 'plan.json'), read('one', 'plan.json').slice(0, 300))
    for (const argv of [
      ['run', at('one')],
      ['merge', at('one'), '--out', at('two')],
      [at('small.json'), '--runs', '3', '--out', at('one')],
    ]) {
      const { code, err } = await simulate(...argv)
      expect([code, err]).toEqual([
        1,
        expect.stringMatching(/plan\.json is invalid:\n✖ it is not JSON: cut short/),
      ])
    }
  })

  test('a part of another release, and a plan of another version', async () => {
    await simulate(at('small.json'), '--runs', '3', '--out', at('one'))
    const change = (file: string, from: string, to: string) =>
      writeFileSync(at('one', file), read('one', file).replace(from, to))
    change('parts/000000.json', `"release":"${VERSION}"`, '"release":"0.0.1"')
    const part = await simulate('merge', at('one'), '--out', at('one'))
    expect([part.code, part.err]).toEqual([
      1,
      expect.stringContaining(`it was computed by regen-fees 0.0.1, and this is ${VERSION}`),
    ])
    change('plan.json', '"version": 1', '"version": 2')
    const plan = await simulate('merge', at('one'), '--out', at('one'))
    expect([plan.code, plan.err]).toEqual([
      1,
      expect.stringContaining('this release reads plans of version 1'),
    ])
  })

  test('a folder that cannot be made, and a Parquet file that is gone', async () => {
    writeFileSync(at('file'), '')
    const { code, err } = await simulate(at('small.json'), '--runs', '3', '--out', at('file'))
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(
        /file.* cannot be written: a part of the path is no folder\..*\[FILE_UNWRITABLE\]/,
      ),
    ])
    await simulate(at('small.json'), '--runs', '3', '--out', at('one'))
    rmSync(at('one', 'parts', '000000.parquet'))
    const gone = await simulate('merge', at('one'), '--out', at('one'))
    expect([gone.code, gone.err]).toEqual([
      1,
      expect.stringContaining('000000.parquet cannot be read: no such file.'),
    ])
  })

  test.each([
    [['SC-999'], 'there is no scenario "SC-999"'],
    [['baselin'], 'did you mean baseline?'],
    [['merge', 'a', 'b'], 'a/plan.json cannot be read: no such file'],
    [['baseline', '--runs', 'many'], '--runs is a whole number'],
    [['baseline', '--explain', '260'], 'the periods of baseline are 0 to 259'],
    [['plan', 'baseline'], 'name a folder with --out'],
    [['run'], 'Run "regen-fees simulate run --help" for its options.'],
    [['run', 'no-such-folder'], 'no-such-folder/plan.json cannot be read: no such file'],
    [['baseline', '--periods'], '--periods writes a file: name a folder with --out'],
    [['baseline', '--explain', 'period', '57', '58'], 'one scenario at a time'],
    [['baseline', 'SC-001'], 'one scenario at a time'],
  ])('%j', async (argv, message) => {
    const { code, err } = await simulate(...argv)
    expect([code, err]).toEqual([1, expect.stringContaining(message)])
  })
})

test('--explain shows the report of a period, and --json a study for programs', async () => {
  const { code, out } = await simulate('baseline', '--explain', 'period', '57')
  expect((await simulate('baseline', '--explain', '57')).out).toBe(out)
  expect([code, out]).toEqual([
    0,
    expect.stringContaining('Period 57, 2028-02-04T00:00:00Z to 2028-02-11T00:00:00Z'),
  ])
  expect(out).toContain('equations hold')
  const json = JSON.parse((await simulate(at('small.json'), '--json')).out) as {
    status: string
    proof: object
  }
  expect(json).toMatchObject({ status: 'proposed', proof: { runs: 1, periods: 6, equal: true } })
})

test('Ctrl-C leaves whole parts only, and says how many', async () => {
  const stop = new AbortController()
  stop.abort()
  const { code, err } = await run(['simulate', at('small.json'), '--runs', '120', '--out', at('one')], {
    signal: stop.signal,
  })
  expect([code, err]).toEqual([130, expect.stringMatching(/^Stopped: 0 of 15 parts are whole in /)])
  expect(readdirSync(at('one', 'parts'))).toEqual([])
})
