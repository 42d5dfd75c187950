import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Each case of docs/found-cases.md has the test that the page names. */

const root = new URL('../../', import.meta.url)
const page = readFileSync(new URL('docs/found-cases.md', root), 'utf8')
const rows = [...page.matchAll(/^\| (.+?) \| `(test\/[^`]+)` \| (.+) \|$/gm)].map(
  ([, what = '', file = '', title = '']) => ({ what, file, title }),
)

test('every case names a test that exists', () => {
  expect(rows.length).toBeGreaterThan(60)
  const missing = rows.filter(({ file, title }) => {
    const path = new URL(file, root)
    // A title stands on a line with quotation marks; a comment does not.
    const text = existsSync(path) ? readFileSync(path, 'utf8').replaceAll("\\'", "'") : ''
    return !text.split('\n').some(line => /['"`]/.test(line) && line.includes(title))
  })
  expect(missing).toEqual([])
})
