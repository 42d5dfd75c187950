import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { recordedNode } from '../support/recordedNode.ts'
import { example } from './run.ts'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error('dist/ is missing: run "npm run build" first')
})

/** The built command as a process of its own; its output is read, unless it goes to an open file. */
function start(args: readonly string[], { out = 'pipe' as 'pipe' | number, env = {} } = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ['pipe', out, 'pipe'],
    env: { ...process.env, ...env },
  })
  const printed = { out: '', err: '' }
  child.stdout?.on('data', data => {
    printed.out += String(data)
  })
  child.stderr?.on('data', data => {
    printed.err += String(data)
  })
  const ended = new Promise<{ code: number | null; out: string; err: string }>(resolve => {
    child.once('close', code => resolve({ code, ...printed }))
  })
  return { child, ended }
}

test('Ctrl-C while a node hangs: exit 130, and no file, whole or half, is written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'regen-fees-'))
  const node = await recordedNode()
  const { child, ended } = start([
    'snapshot',
    example('purchase'),
    '--rpc',
    node.url,
    '--output',
    join(folder, 'snapshot.json'),
  ])
  node.misbehave(() => {
    // Once: a second one ends the process without a word.
    if (!child.killed) child.kill('SIGINT')
    return 'hang'
  })
  expect(await ended).toEqual({ code: 130, out: '', err: expect.stringContaining('Stopped.\n') })
  expect(await readdir(folder)).toEqual([])
  await rm(folder, { recursive: true })
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a page that is served ends with its code: %s, %i', async (signal, code) => {
  const { child, ended } = start(['page', '--port', '0'])
  child.stdout?.once('data', () => child.kill(signal))
  expect(await ended).toEqual({
    code,
    out: expect.stringContaining('The page is at http://127.0.0.1:'),
    err: expect.stringContaining('Stopped.\n'),
  })
})

test('the file that --output names is read back by preview', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'regen-fees-'))
  const file = join(folder, 'snapshot.json')
  const node = await recordedNode()
  const written = await start(['snapshot', example('purchase'), '--rpc', node.url, '--output', file]).ended
  expect([written.code, written.out]).toEqual([0, ''])
  const shown = await start(['preview', example('purchase'), '--snapshot', file]).ended
  expect([shown.code, shown.err]).toEqual([0, ''])
  expect(shown.out).toMatch(/maxFeeAmount must be .* 0\.586419 REGEN/)
  await rm(folder, { recursive: true })
})

test('a file that is not there: one line, in words', async () => {
  const { code, err } = await start(['preview', 'no-such-file.json']).ended
  expect([code, err]).toEqual([
    1,
    'no-such-file.json cannot be read: no such file. Check the path and its permissions. [FILE_UNREADABLE]\n',
  ])
})

test.each([
  [['preview', 'purchase.json'], 'purchase.json', 'examples/purchase.json'],
  [['simulate', 'here/baseline.json'], 'here/baseline.json', 'examples/simulation/baseline.json'],
  [
    ['fund', 'quadratic', '--round', 'examples/fund/quadratic.json', '--ballots', 'contributions.csv'],
    'contributions.csv',
    'examples/fund/contributions.csv',
  ],
])('%j: a file that is not there and has the name of an example', async (argv, file, named) => {
  const { code, err } = await start(argv).ended
  expect([code, err]).toEqual([
    1,
    `${file} cannot be read: no such file. The package has ${named}; "regen-fees examples" lists all of its examples. [FILE_UNREADABLE]\n`,
  ])
})

test('examples are written into a new folder only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'regen-fees-'))
  const out = join(folder, 'ex')
  expect((await start(['examples', '--out', out]).ended).code).toBe(0)
  const { code, err } = await start(['examples', '--out', out]).ended
  expect([code, err]).toEqual([
    1,
    `${out} cannot be written: there is something in it already. Name a new folder. What is in this one is as it was. [FILE_UNWRITABLE]\n`,
  ])
  await rm(folder, { recursive: true })
})

test.runIf(process.platform === 'linux')('output that cannot be written: one line, exit 1', async () => {
  const full = await open('/dev/full', 'w')
  for (const [args, says] of [
    [['policy'], /^standard output cannot be written: no space is left\. .*\[FILE_UNWRITABLE\]\n$/],
    [
      ['policy', '--json'],
      /^\{"schema":"regen-fees\/error\/1","error":\{"code":"FILE_UNWRITABLE","message":"standard output .*"\}\}\n$/,
    ],
  ] as const) {
    const { code, err } = await start(args, { out: full.fd }).ended
    expect(code).toBe(1)
    expect(err).toMatch(says)
  }
  await full.close()
})

test('a reader that has read enough ends it without a word', async () => {
  const { child, ended } = start(['policy', '--json'])
  child.stdout?.destroy()
  expect(await ended).toEqual({ code: 0, out: '', err: '' })
})

test('FORCE_COLOR colours what is piped', async () => {
  const { out } = await start(['policy'], { env: { FORCE_COLOR: '1' } }).ended
  expect(out).toContain('\u001b[1m')
})
