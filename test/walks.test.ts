import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** The walks of ARCHITECTURE.md: each file exists, and imports the next. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const map = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')

const walks = [...map.matchAll(/^\d\. \*\*(.*?)\*\*((?:.|\n {3})*)$/gm)].map(
  ([, title = '', steps = '']) => ({
    title,
    files: [...steps.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  }),
)

/** The files of src that a file imports, at run time or for its types. */
const importsOf = (file: string): readonly string[] =>
  ts
    .preProcessFile(readFileSync(join(ROOT, 'src', file), 'utf8'))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => relative(join(ROOT, 'src'), join(ROOT, 'src', dirname(file), fileName)))

test('there are four', () => {
  expect(walks.map(({ files }) => files.length >= 4)).toEqual([true, true, true, true])
})

test('every file and folder that the map names is there', () => {
  const named = [...map.matchAll(/`([a-zA-Z0-9.-]+\/[a-zA-Z0-9./-]*|[a-zA-Z]+\.(?:ts|tsx|json))`/g)].map(
    ([, name = '']) => name,
  )
  const beside = new Set(
    readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map(path => path.split('/').at(-1)),
  )
  const isThere = (name: string) =>
    [name, join('src', name)].some(path => existsSync(join(ROOT, path))) ||
    beside.has(name.replace(/\/$/, ''))
  expect(named.length).toBeGreaterThan(80)
  expect(named.filter(name => !isThere(name))).toEqual([])
})

test.each(walks)('$title', ({ files }) => {
  files.slice(1).forEach((next, index) => {
    expect([files[index], importsOf(files[index] ?? '')]).toEqual([
      files[index],
      expect.arrayContaining([next]),
    ])
  })
})
