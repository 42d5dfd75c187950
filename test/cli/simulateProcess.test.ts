import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scenarioText } from '../simulation/support.ts'

/** Studies as processes of the built package, on threads: the same bytes on one, on two and in shards; stopped and gone on; a full disk. */

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
/** Four runs for each of 16 parts. */
const RUNS = '64'
const RESULTS = ['bands.csv', 'periods.csv', 'report.html', 'runs.csv', 'summary.json', 'summary.txt']

let folder = ''
const at = (...path: string[]) => join(folder, ...path)
const partsIn = (name: string) => (existsSync(at(name, 'parts')) ? readdirSync(at(name, 'parts')).sort() : [])

/** The command as a process, behind a command of the shell where one is given. */
function start(args: readonly string[], before = '', env: { readonly [name: string]: string } = {}) {
  const line = [process.execPath, MAIN, 'simulate', ...args].map(word => `'${word}'`).join(' ')
  const child = spawn('bash', ['-c', `${before} exec ${line}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const printed = { out: '', err: '' }
  child.stdout.on('data', data => {
    printed.out += String(data)
  })
  child.stderr.on('data', data => {
    printed.err += String(data)
  })
  const ended = new Promise<{ code: number | null; out: string; err: string }>(resolve => {
    child.once('close', code => resolve({ code, ...printed }))
  })
  return { ended }
}

/** The command, which is stopped when its fourth part is begun: at no other time, however slow the machine is. */
const startAndStop = (args: readonly string[], signal: string, lateIn = '') => {
  const script = pathToFileURL(fileURLToPath(new URL('stopsAtPart.mjs', import.meta.url)))
  return start(args, '', { NODE_OPTIONS: `--import=${script}`, STOP_WITH: signal, STOP_LATE_IN: lateIn })
}

beforeAll(async () => {
  if (!existsSync(MAIN)) throw new Error('dist/ is missing: run "npm run build" first')
  folder = mkdtempSync(join(tmpdir(), 'regen-fees-processes-'))
  const small = { ...JSON.parse(scenarioText('monte-carlo')), name: 'small', periods: 5 }
  writeFileSync(at('small.json'), JSON.stringify(small))
  const { code } = await start([
    at('small.json'),
    '--runs',
    RUNS,
    '--out',
    at('one'),
    '--workers',
    '1',
    '--periods',
  ]).ended
  expect(code).toBe(0)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** All results, and all parts: byte by byte what one thread wrote. */
function expectSame(name: string): void {
  for (const file of RESULTS)
    expect([file, readFileSync(at(name, file)).equals(readFileSync(at('one', file)))]).toEqual([file, true])
}

test('two threads write the bytes of one', async () => {
  const two = await start([
    at('small.json'),
    '--runs',
    RUNS,
    '--out',
    at('two'),
    '--workers',
    '2',
    '--periods',
  ]).ended
  expect(two.code).toBe(0)
  expectSame('two')
  expect(partsIn('two')).toEqual(partsIn('one'))
  for (const part of partsIn('one'))
    expect(readFileSync(at('two', 'parts', part))).toEqual(readFileSync(at('one', 'parts', part)))
})

test('three shards at once, merged in another order, are the bytes of one machine', async () => {
  await start(['plan', at('small.json'), '--runs', RUNS, '--out', at('plan')]).ended
  const shards = [1, 2, 3].map(
    k => start(['run', at('plan'), '--shard', `${k}/3`, '--out', at(`s${k}`), '--workers', '1']).ended,
  )
  expect((await Promise.all(shards)).map(({ code }) => code)).toEqual([0, 0, 0])
  const merged = await start(['merge', at('s3'), at('s1'), at('s2'), '--out', at('merged'), '--periods'])
    .ended
  expect(merged.code).toBe(0)
  expectSame('merged')
})

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (signal, exit) => {
  test(`ends with ${exit} and says what is whole; the same command goes on to the same bytes`, async () => {
    const command = [at('small.json'), '--runs', RUNS, '--out', at(signal), '--workers', '1', '--periods']
    const { code, out, err } = await startAndStop(command, signal).ended
    const whole = partsIn(signal).filter(part => part.endsWith('.json'))
    expect([code, out]).toEqual([exit, ''])
    expect(err).toContain(`Stopped: ${whole.length} of 16 parts are whole in ${at(signal, 'parts')}.`)
    expect(whole.length).toBeGreaterThan(2)
    expect(whole.length).toBeLessThan(16)
    // Every part has both its files, and nothing else is there: no result, no file that was begun.
    expect(partsIn(signal)).toEqual(whole.flatMap(part => [part, part.replace('.json', '.parquet')]))
    expect(readdirSync(at(signal)).sort()).toEqual(['parts', 'plan.json'])
    const again = await start(command).ended
    expect([again.code, again.err.includes(`${whole.length} of 16 parts are there already`)]).toEqual([
      0,
      true,
    ])
    expectSame(signal)
  })
})

test('a part that is being written when the stop is heard is whole, and counted', async () => {
  const command = [at('small.json'), '--runs', RUNS, '--out', at('late'), '--workers', '1']
  const { code, err } = await startAndStop(command, 'SIGINT', at('late', 'parts')).ended
  expect(partsIn('late')).toEqual(
    ['000000', '000001', '000002', '000003'].flatMap(part => [`${part}.json`, `${part}.parquet`]),
  )
  expect([code, err]).toEqual([130, expect.stringContaining('Stopped: 4 of 16 parts are whole')])
})

test('a sweep that is stopped goes on', async () => {
  const command = [
    'sweep',
    at('small.json'),
    '--vary',
    'policy.m013.shares.burn=0..0.3/8',
    '--runs',
    '16',
    '--out',
    at('sweep'),
    '--workers',
    '2',
  ]
  const points = () => readdirSync(at('sweep', 'points'))
  const { code, err } = await startAndStop(command, 'SIGINT').ended
  expect([code, err]).toEqual([
    130,
    expect.stringContaining(`Stopped: ${points().length} of 8 parts are whole`),
  ])
  const again = await start(command).ended
  expect([again.code, points().length]).toEqual([0, 8])
})

test.runIf(process.platform === 'linux')(
  'a part that does not fit on the disk: one line, exit 1, and no half file',
  async () => {
    // No file may be larger than 12 kB: the Parquet file of a part of 32 runs is.
    const { code, out, err } = await start(
      [at('small.json'), '--runs', '500', '--out', at('full')],
      "trap '' XFSZ; ulimit -f 12;",
    ).ended
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(
      /parquet cannot be written: the file is larger than is allowed\. .*\[FILE_UNWRITABLE\]\n$/,
    )
    expect(partsIn('full')).toEqual([])
  },
)

/** A disk of some size, where one may be mounted. */
function smallDisk(size: string, remount = false): boolean {
  mkdirSync(at('disk'), { recursive: true })
  const options = `${remount ? 'remount,' : ''}size=${size}`
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at('disk')]).status === 0
}

test.runIf(process.platform === 'linux')(
  'a disk that is full: whole parts stay, and with more room the same command goes on',
  async ({ skip }) => {
    skip(!smallDisk('100k'), 'no disk may be mounted here')
    try {
      const command = [
        at('small.json'),
        '--runs',
        RUNS,
        '--out',
        at('disk', 'study'),
        '--workers',
        '2',
        '--periods',
      ]
      const { code, out, err } = await start(command).ended
      const whole = partsIn('disk/study').filter(part => part.endsWith('.json'))
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(
        /parquet cannot be written: no space is left\. .*\[FILE_UNWRITABLE\]\n$|json cannot be written: no space is left\. .*\[FILE_UNWRITABLE\]\n$/,
      )
      expect(err).toContain(
        `${whole.length} of 16 parts are whole in ${at('disk', 'study', 'parts')}; the same command goes on`,
      )
      expect(whole.length).toBeGreaterThan(0)
      expect(whole.length).toBeLessThan(16)
      expect(partsIn('disk/study').filter(file => file.endsWith('.tmp'))).toEqual([])
      smallDisk('16m', true)
      const again = await start(command).ended
      expect([again.code, again.err.includes(`${whole.length} of 16 parts are there already`)]).toEqual([
        0,
        true,
      ])
      expectSame('disk/study')
      // Full again, a merge leaves the results that were there.
      const used = Number(spawnSync('du', ['-sk', at('disk')], { encoding: 'utf8' }).stdout.split('\t')[0])
      smallDisk(`${used + 8}k`, true)
      const merged = await start(['merge', at('disk', 'study'), '--periods']).ended
      expect([merged.code, merged.err]).toEqual([
        1,
        expect.stringContaining('periods.csv cannot be written: no space is left'),
      ])
      expectSame('disk/study')
      expect(readdirSync(at('disk', 'study')).filter(file => file.endsWith('.tmp'))).toEqual([])
    } finally {
      spawnSync('umount', [at('disk')])
    }
  },
)
