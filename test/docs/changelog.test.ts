import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const text = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8')
const releases = text.split(/^## /m).slice(1)

test.each(releases.map(release => [release.split('\n')[0] ?? '', release]))(
  'release %s of the changelog has the conventional headings, in their order, and entries below each',
  (_, release) => {
    const [head, ...sections] = release.split(/^### /m)
    expect(head?.trim().split('\n')).toHaveLength(1)
    const order = ['Added', 'Changed', 'Removed', 'Fixed']
    const headings = sections.map(section => section.split('\n')[0] ?? '')
    expect(headings.length).toBeGreaterThan(0)
    expect(headings).toEqual(order.filter(each => headings.includes(each)))
    for (const section of sections) expect(section).toMatch(/^- /m)
  },
)

test('it states no size: sizes are measured, and stand in docs/sizes-and-speeds.md', () => {
  const entries = text.split('\n').filter(line => line.startsWith('- ') && !line.includes(' it had '))
  expect(entries.filter(line => /\d [kM]B\b/.test(line))).toEqual([])
})
