import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { publicNames } from '../../scripts/docs/publicNames.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { explanations } from '../../src/cli/explain/explanations.ts'
import { KNOBS } from '../../src/policy/knobs.ts'
import * as sending from '../../src/primitives/errorTable/sending.ts'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const text = read('../../CHANGELOG.md')
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

test('it states no size: sizes are measured, and stand in docs/reference/sizes.md', () => {
  const entries = text.split('\n').filter(line => line.startsWith('- ') && !line.includes(' it had '))
  expect(entries.filter(line => /\d [kM]B\b/.test(line))).toEqual([])
})

test('each entry stands on a line of its own', () => {
  const [, ...sections] = text.split(/^### /m)
  for (const section of sections)
    for (const line of section.split(/^## /m)[0]?.split('\n').slice(1) ?? [])
      expect(line).toMatch(/^(- .*|First version.*|)$/)
})

/** What release 0.1.0 had, by words: the names that each entry exported, codes, knobs, and the options of each command. */
const release: {
  readonly names: { readonly [entry: string]: string }
  readonly codes: string
  readonly knobs: string
  readonly options: { readonly [command: string]: string }
} = JSON.parse(read('release-0.1.0.json'))

describe('what release 0.1.0 had and is gone is named in a breaking entry', () => {
  const breaking = (releases[0] ?? '')
    .split('\n')
    .filter(line => line.startsWith('- **breaking**'))
    .join('\n')
  const isTold = (gone: string) => new RegExp(`\`(?:\\w+\\.)?${gone}\``).test(breaking)
  const untold = (had: string, has: readonly string[]) =>
    had.split(' ').filter(each => !has.includes(each) && !isTold(each))

  const now = new Map(publicNames().map(({ entry, values, types }) => [entry, [...values, ...types]]))

  test.each(Object.entries(release.names))('a name of %s', (entry, names) => {
    expect(untold(names, now.get(entry) ?? [])).toEqual([])
  })

  test('the code of an error, a warning or an alert', () => {
    expect(
      untold(
        release.codes,
        explanations(sending).map(({ code }) => code),
      ),
    ).toEqual([])
  })

  test('a knob', () => {
    const knobs = Object.entries(KNOBS).flatMap(([section, knobs]) =>
      Object.keys(knobs).map(name => `${section}.${name}`),
    )
    expect(untold(release.knobs, knobs)).toEqual([])
  })

  test.each(Object.entries(release.options))('an option of the command %s', async (name, options) => {
    const command = await COMMANDS.find(entry => entry.name === name)?.load()
    const flags = command?.options.map(({ flags }) => /--[a-z0-9-]+/.exec(flags)?.[0] ?? '') ?? []
    expect(untold(options, flags)).toEqual([])
  })
})
