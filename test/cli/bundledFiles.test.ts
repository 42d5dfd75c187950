import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packFiles } from '../../scripts/build/packFiles.ts'
import { bundledFiles, filesOf, missingExample, unpackFiles } from '../../src/bundled/bundledFiles.ts'
import { writeFolder } from '../../src/cli/io/writeFolder.ts'
import { run } from './run.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const { signal } = new AbortController()

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regen-fees-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What a folder holds, as text by name. */
const held = (place: string) =>
  Object.fromEntries([...filesOf(place)].map(([name, { bytes }]) => [name, bytes().toString('latin1')]))

test('law: what was packed comes out with the same names, in the same order, byte for byte', () => {
  const files = fc.uniqueArray(fc.tuple(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 300 })), {
    selector: ([name]) => name,
  })
  fc.assert(
    fc.property(files, given => {
      const unpacked = [...unpackFiles(packFiles(new Map(given)))]
      expect(unpacked.map(([name, { bytes }]) => [name, [...bytes()]])).toEqual(
        given.map(([name, bytes]) => [name, [...bytes]]),
      )
    }),
  )
})

describe('an example by the path that help gives it', () => {
  const bytesOf = (name: string) => readFileSync(join(ROOT, 'examples', name))

  test.each([
    'examples/epoch/state.json',
    './examples/epoch/state.json',
    'examples/fund/../epoch/state.json',
    'examples\\epoch\\state.json',
  ])('is found as %s where there is no such file', path => {
    const started = process.cwd()
    process.chdir(folder)
    try {
      expect(missingExample(path)?.bytes().equals(bytesOf('epoch/state.json'))).toBe(true)
      expect(missingExample(path.replace('state', 'none'))).toBeUndefined()
    } finally {
      process.chdir(started)
    }
  })

  test('and a file of one’s own comes first', () => {
    const started = process.cwd()
    process.chdir(folder)
    try {
      mkdirSync('examples')
      writeFileSync('examples/mixed.json', '[]')
      expect(missingExample('examples/mixed.json')).toBeUndefined()
    } finally {
      process.chdir(started)
    }
  })

  test.each([
    'mixed.json',
    '../examples/mixed.json',
    '/examples/mixed.json',
    'examples',
    'examples/../package.json',
  ])('no other path is one: %s', path => expect(missingExample(path)).toBeUndefined())

  test.each([
    [['preview', 'examples/mixed.json'], 'examples/mixed.json', 'PROPOSED'],
    [
      [
        'fund',
        'quadratic',
        '--round',
        'examples/fund/quadratic.json',
        '--ballots',
        'examples/fund/contributions.csv',
      ],
      'examples/fund/contributions.csv',
      'REGEN',
    ],
  ])('a command reads it from an empty folder, and says so: %s', async (argv, file, wanted) => {
    const child = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), join(ROOT, 'src/cli/main.ts'), ...argv],
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const printed = { out: '', err: '' }
    child.stdout.on('data', data => {
      printed.out += String(data)
    })
    child.stderr.on('data', data => {
      printed.err += String(data)
    })
    expect(await new Promise(resolve => child.once('close', resolve))).toBe(0)
    expect(printed.out.toUpperCase()).toContain(wanted)
    expect(printed.err).toContain(`${file} is not in this folder: the example of that name is read`)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a folder is written whole or not at all', () => {
  const files = unpackFiles(
    packFiles(
      new Map([
        ['a.json', Buffer.from('1')],
        ['deep/er/b.bin', Buffer.from([0, 255])],
      ]),
    ),
  )
  const both = { 'a.json': '1', 'deep/er/b.bin': '\0\xff' }

  test('a new one, and an empty one', async () => {
    for (const name of ['new', 'empty']) {
      const place = join(folder, name)
      if (name === 'empty') mkdirSync(place)
      await writeFolder(place, files, signal)
      expect(held(place)).toEqual(both)
    }
    expect(readdirSync(folder).sort()).toEqual(['empty', 'new'])
  })

  test('one that holds something is left as it is', async () => {
    writeFileSync(join(folder, 'mine'), 'mine')
    await expect(writeFolder(folder, files, signal)).rejects.toThrow(
      /cannot be written: there is something in it already\. .*\[FILE_UNWRITABLE\]/,
    )
    expect(held(folder)).toEqual({ mine: 'mine' })
  })

  test.each([
    ['mine', 'a part of the path is no folder'],
    ['none/new', 'no such folder'],
  ])('not at %s: %s', async (name, reason) => {
    writeFileSync(join(folder, 'mine'), 'mine')
    await expect(writeFolder(join(folder, name), files, signal)).rejects.toThrow(
      `cannot be written: ${reason}.`,
    )
    expect(held(folder)).toEqual({ mine: 'mine' })
  })

  test('not in place of the folder in which the command runs', async () => {
    const started = process.cwd()
    process.chdir(folder)
    try {
      await expect(writeFolder('.', files, signal)).rejects.toThrow('it is the folder you are in')
    } finally {
      process.chdir(started)
    }
    expect(readdirSync(folder)).toEqual([])
  })

  test('stopped after the first file: nothing is left', async () => {
    const stop = new AbortController()
    const stopping = new Map(
      [...files].map(([name, file]) => [
        name,
        {
          ...file,
          bytes: () => {
            if (name !== 'a.json') stop.abort()
            return file.bytes()
          },
        },
      ]),
    )
    await expect(writeFolder(join(folder, 'new'), stopping, stop.signal)).rejects.toThrow('[FILE_UNWRITABLE]')
    expect(readdirSync(folder)).toEqual([])
  })
})

test('"examples" lists what "examples --out" writes, and it is what the package has', async () => {
  const place = join(folder, 'examples')
  const { files } = JSON.parse((await run(['examples', '--json'])).out) as { files: readonly string[] }
  const written = await run(['examples', '--out', place])
  expect([written.code, written.out]).toEqual([0, `Written: ${files.length} files in ${place}`])
  expect([...filesOf(place).keys()].map(name => `examples/${name}`)).toEqual(files)
  expect(held(place)).toEqual(held(join(ROOT, 'examples')))
  expect(files).toEqual(expect.arrayContaining(['examples/mixed.json', 'examples/simulation/SC-001.json']))
  expect(bundledFiles('examples').size).toBe(files.length)
})

test('a path through a file is refused in words, by "examples" and "page"', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  for (const command of ['examples', 'page']) {
    const { code, err } = await run([command, '--out', join(file, 'new')])
    expect([code, err]).toEqual([1, expect.stringMatching(/cannot be written: .*|npm run page/)])
  }
})
