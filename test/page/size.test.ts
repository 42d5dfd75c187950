import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { servedPage } from './open.ts'

const DIST = fileURLToPath(new URL('../../page/dist', import.meta.url))

let html = ''
beforeAll(async () => {
  await (await servedPage()).close()
  html = readFileSync(`${DIST}/index.html`, 'utf8')
})

const scripts = () =>
  [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file)

const bytesOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`${DIST}/${file}`), { level: 9 }).length, 0)

const textOf = (files: readonly string[]): string =>
  files.map(file => readFileSync(`${DIST}/${file}`, 'utf8')).join('')

/** A script with all that it imports before it runs. */
function withImports(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, next = ''] of textOf([file]).matchAll(/(?:from|import)\s*["`]\.\/([^"`]+\.js)["`]/g))
    withImports(`assets/${next}`, seen)
  return seen
}

/** The budget is 120 kB. 39 kB when it was fixed; the charts, the client and the other views are loaded when they are opened. */
test('the first view is at most 43 kB of script, gzipped, and has no schemas, no charts and no network code in it', () => {
  expect(bytesOf(scripts())).toBeLessThanOrEqual(43_000)
  for (const absent of ['_zod', 'u-wrap', 'abci_query']) expect(textOf(scripts())).not.toContain(absent)
  const entry = scripts().find(file => file.includes('/index-')) ?? ''
  expect([...withImports(entry)].toSorted()).toEqual(scripts().toSorted())
})

const assets = (): readonly string[] => readdirSync(`${DIST}/assets`)

const workersFile = (script: string): string => assets().find(file => file.startsWith(`${script}-`)) ?? script

/** Workers as they are run. */
const workersText = (script: string): string =>
  gunzipSync(readFileSync(`${DIST}/assets/${workersFile(script)}`)).toString()

/** Of the others, 60 kB are the recorded network. What workers of one script share is in it once. */
test.each([
  ['firstWorkers', 145_000, ['_zod']],
  ['laterWorkers', 331_000, ['_zod', 'abci_query']],
])('%s is one file of at most %i bytes, gzipped, which the page names', (script, most, needed) => {
  expect(readFileSync(`${DIST}/assets/${workersFile(script)}`).length).toBeLessThanOrEqual(most)
  for (const part of needed) expect(workersText(script)).toContain(part)
  expect(
    assets().some(file => file.endsWith('.js') && textOf([`assets/${file}`]).includes(workersFile(script))),
  ).toBe(true)
})

test('no file of the page names another host, but for names of schemas and nodes that a reader may choose', () => {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(file =>
    /\.(js|css|html|svg)$/.test(file),
  )
  const hosts = new Set(
    [
      workersText('firstWorkers'),
      workersText('laterWorkers'),
      ...files.map(file => readFileSync(`${DIST}/${file}`, 'utf8')),
    ].flatMap(text =>
      [...text.matchAll(/\b(?:https?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/g)].map(([, host = '']) => host),
    ),
  )
  const named = [...hosts].filter(
    host => !/publicnode\.com$|^127\.0\.0\.1$|^example\.org$|^www\.w3\.org$|^json-schema\.org$/.test(host),
  )
  expect(named).toEqual([])
})
