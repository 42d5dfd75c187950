import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** The walks of ARCHITECTURE.md: each file exists, and imports the next one up to a semicolon. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const map = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')

const walks = [...map.matchAll(/^\d\. \*\*(.*?)\*\*((?:.|\n {3})*)$/gm)].map(
  ([, title = '', steps = '']) => ({
    title,
    parts: steps.split(';').map(part => [...part.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)),
  }),
)

/** The files of src that a file imports, at run time or for its types. */
const importsOf = (file: string): readonly string[] =>
  ts
    .preProcessFile(readFileSync(join(ROOT, 'src', file), 'utf8'))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => relative(join(ROOT, 'src'), join(ROOT, 'src', dirname(file), fileName)))

test('there are four', () => {
  expect(walks.map(({ parts }) => parts.flat().length >= 4)).toEqual([true, true, true, true])
  expect(walks.flatMap(({ parts }) => parts.map(files => files.length > 2))).not.toContain(false)
})

/** The last names of all files of `src/`. */
const NAMES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map(path =>
  path.split('/').at(-1),
)

test('the map is two screens long', () => {
  expect(map.split('\n').length).toBeLessThanOrEqual(90)
})

test('every file and folder that the map names is there: a bare name once in src/, or beside a path of its line', () => {
  const missing: string[] = []
  let count = 0
  for (const line of `${map}\n${readFileSync(join(ROOT, 'docs/where-is.md'), 'utf8')}`.split('\n')) {
    const named = [...line.matchAll(/`([a-zA-Z0-9.-]+\/[a-zA-Z0-9./-]*|[a-zA-Z]+\.(?:ts|tsx|json))`/g)].map(
      ([, name = '']) => name,
    )
    count += named.length
    const folders = named
      .filter(name => name.includes('/'))
      .map(name => (name.endsWith('/') ? name : dirname(name)))
    const isThere = (name: string) =>
      ['', 'src', ...folders, ...folders.map(folder => join('src', folder))].some(folder =>
        existsSync(join(ROOT, folder, name)),
      ) || NAMES.filter(other => other === name).length === 1
    missing.push(...named.filter(name => !isThere(name)))
  }
  expect(count).toBeGreaterThan(80)
  expect(missing).toEqual([])
})

test('a code of an error or warning stands in the files that the map names for it', () => {
  const rows = [...map.matchAll(/^\| `([A-Z_]{8,})`[^|]*\| (.*) \|$/gm)]
  expect(rows.length).toBeGreaterThan(0)
  for (const [, code = '', where = ''] of rows)
    for (const [, file = ''] of where.matchAll(/`([^`]+\.ts)`/g))
      expect([file, readFileSync(join(ROOT, 'src', file), 'utf8').includes(`'${code}'`)]).toEqual([
        file,
        true,
      ])
})

test.each(walks.flatMap(({ title, parts }) => parts.map(files => ({ title, from: files[0], files }))))(
  '$title from $from',
  ({ files }) => {
    files.slice(1).forEach((next, index) => {
      expect([files[index], importsOf(files[index] ?? '')]).toEqual([
        files[index],
        expect.arrayContaining([next]),
      ])
    })
  },
)
