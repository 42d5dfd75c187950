import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { ENTRIES } from '../scripts/entries.ts'
import { filesOf, PACKED_FILES, unpackFiles } from '../src/bundled/bundledFiles.ts'

/** The files of dist/, as `npm run build` wrote them: what each start opens, and what it never does. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(ROOT, 'dist')

type Imports = { readonly atOnce: readonly string[]; readonly later: readonly string[] }

const specifiers = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, specifier = '']) => specifier)

const files = (folder: string) => readdirSync(join(DIST, folder)).filter(file => file.endsWith('.js'))

const BUILT = [
  ...files('.'),
  ...files('cli').map(file => `cli/${file}`),
  ...files('shared').map(file => `shared/${file}`),
]

const imports = new Map<string, Imports>(
  BUILT.map(file => {
    const text = readFileSync(join(DIST, file), 'utf8')
    const resolved = (specifier: string) =>
      specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier
    return [
      file,
      {
        atOnce: specifiers(text, /(?:^|[;}\n])(?:import|export)(?:[^;"'`()]*from)?\s*"([^"]+)"/g).map(
          resolved,
        ),
        later: specifiers(text, /\bimport\(["'`]([^"'`]+)["'`]\)/g).map(resolved),
      },
    ]
  }),
)

/** A file with all that is loaded before it runs: files of dist, and names of packages. */
function loaded(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const next of imports.get(file)?.atOnce ?? []) loaded(next, seen)
  return seen
}

const opened = (...starts: readonly string[]): readonly string[] =>
  [...new Set(starts.flatMap(file => [...loaded(file)]))].filter(file => imports.has(file))

const outside = (file: string): readonly string[] => [...loaded(file)].filter(name => !imports.has(name))

test('every import of a built file is a file of dist, a dependency, or of Node', () => {
  const all = [...imports.values()].flatMap(({ atOnce, later }) => [...atOnce, ...later])
  expect(all.length).toBeGreaterThan(200)
  for (const name of all)
    if (name.endsWith('.js') && !name.startsWith('@')) expect(existsSync(join(DIST, name)), name).toBe(true)
})

test('shared files are few, each has a name of its own, and something loads it', () => {
  expect(files('shared').length).toBeLessThanOrEqual(21)
  expect(files('shared').filter(file => /\d\.js$/.test(file) && !/^m01\d\.js$/.test(file))).toEqual([])
  const wanted = new Set([...imports.values()].flatMap(({ atOnce, later }) => [...atOnce, ...later]))
  for (const file of files('shared')) expect(wanted, file).toContain(`shared/${file}`)
})

test('what is packed is what stands here: the examples that need no clone, the page, and what the recorded node answers from', () => {
  const packed = unpackFiles(readFileSync(join(ROOT, PACKED_FILES)))
  const here = ['examples', 'page/dist', 'test/recordings'].flatMap(folder =>
    [...filesOf(join(ROOT, folder))].map(([name, file]) => [`${folder}/${name}`, file] as const),
  )
  const left = here.map(([name]) => name).filter(name => !packed.has(name))
  const recorded = ['network.json', 'txs.jsonl', 'queries.jsonl', 'rpc.jsonl'].map(
    name => `test/recordings/${name}`,
  )
  expect([...packed.keys()].filter(name => name.startsWith('test/')).sort()).toEqual(recorded.sort())
  expect(
    left.filter(name => !/^(examples\/(front-ends|simulation\/on-machines)|test\/recordings)\//.test(name)),
  ).toEqual([])
  expect(packed.size).toBe(here.length - left.length)
  for (const [name, { bytes }] of here)
    expect(packed.get(name)?.bytes().equals(bytes()) ?? left.includes(name), name).toBe(true)
})

describe('a start opens no more files than these, for opening them is most of it', () => {
  test.each([
    ['--help', ['cli/main.js'], 3],
    ['preview', ['cli/main.js', 'shared/cli-commands.js'], 13],
    ['the root', ['index.js'], 9],
    ['m013', ['m013.js'], 3],
    ['m014', ['m014.js'], 3],
    ['a message builder', ['ecocredit.js'], 6],
    ['a thread that computes parts', ['shared/cli-parts.js'], 8],
  ])('%s', (_, starts, most) => {
    for (const start of starts) expect(BUILT).toContain(start)
    expect(opened(...starts).length).toBeLessThanOrEqual(most)
  })

  test('and preview none of what talks to a node, runs a period, signs or sends', () => {
    expect(
      opened('cli/main.js', 'shared/cli-commands.js').filter(file =>
        /shared\/(client|rare|wire|reads|sending|economy|redistribution|oracles)/.test(file),
      ),
    ).toEqual([])
  })
})

test.each(Object.keys(ENTRIES).filter(entry => entry !== 'testing'))(
  '%s runs in a browser: it loads nothing of Node, nothing of the command line, and no optional package',
  entry => {
    expect(outside(`${entry}.js`).filter(name => !name.startsWith('@noble/curves/'))).toEqual([])
    expect(opened(`${entry}.js`).filter(file => /(^|\/)cli[/-]/.test(file))).toEqual([])
  },
)

test('a page that previews loads what signs, sends and reads what few chains have when it needs it', () => {
  for (const file of ['shared/client.js', 'index.js'])
    expect(
      opened(file).filter(name => /sending|wire-later|rare|reads|effects|economy/.test(name)),
      file,
    ).toEqual([])
  expect(imports.get('shared/client.js')?.later).toContain('shared/sending.js')
  // A page that shows what a wallet is asked to sign does not send.
  expect(opened('wallet.js')).not.toContain('shared/sending.js')
})

test('no command loads an optional package before it needs it', () => {
  const commands = BUILT.filter(file => /^(cli\/|shared\/cli-)/.test(file))
  expect(commands.length).toBe(5)
  for (const file of commands)
    expect(
      outside(file).filter(name => !name.startsWith('node:')),
      file,
    ).toEqual([])
})
