import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ballotsIn } from '../../page/src/fund/ballots.ts'
import { ROUNDS } from '../../page/src/fund/rounds.ts'
import { parseRound } from '../../src/mechanisms/regen-value-redistribution/round/round.ts'

/** Ballots as a person drops them on the page: what is wrong is said by its line, all of it at once. */

type Round = Parameters<typeof ballotsIn>[1]

const round = (name: string) => ROUNDS[name]?.round as Round
const quadratic = round('quadratic')

const said = (csv: string, of: Round = quadratic): string => {
  try {
    ballotsIn(csv, of)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return ''
}

const CSV = readFileSync(
  fileURLToPath(new URL('../../examples/fund/contributions.csv', import.meta.url)),
  'utf8',
)

test('every line that is wrong is named at once, with what stands in it', () => {
  expect(
    said('contributor,project,amount\nann,forest,1.5\nben,nowhere,100\n,soil,1\ncid,soil,5\ndan,soil,-5\n'),
  ).toMatchInlineSnapshot(`
    "the file of ballots is invalid:
    ✖ line 2: amount is a whole number of smallest units (1 REGEN is 1000000), not "1.5"
    ✖ line 3: there is no project "nowhere" in this round; it has soil, forest, guide
    ✖ line 4: contributor is empty
    ✖ line 6: amount is a whole number of smallest units (1 REGEN is 1000000), not "-5"
     Correct the fields above. [INPUT_INVALID]"
  `)
})

test('of many wrong lines the first are named, and how many more there are', () => {
  const lines = Array.from({ length: 40 }, () => 'ann,forest,much').join('\n')
  const text = said(`contributor,project,amount\n${lines}\n`)
  expect(text.match(/line \d+/g)).toHaveLength(12)
  expect(text).toContain('and 28 more lines')
})

test.each([
  ['other names', 'voter,project,amount\nann,forest,1\n', 'line 1: it names no contributor'],
  ['no names', 'ann,forest,1\n', 'line 1: it names no contributor, project, amount'],
  ['nothing', '', 'line 1: it names no contributor, project, amount'],
  ['a line with too many fields', 'contributor,project,amount\nann,forest,1,2\n', 'line 2'],
  ['a quote that does not end', 'contributor,project,amount\n"ann,forest,1\n', 'Quote Not Closed'],
])('a file with %s says so', (_, csv, expected) => {
  expect(said(csv)).toContain(expected)
  expect(said(csv)).toContain('[INPUT_INVALID]')
})

test.each([
  ['semicolons', (csv: string) => csv.replaceAll(',', ';')],
  ['tabs', (csv: string) => csv.replaceAll(',', '\t')],
  [
    'a mark of its encoding and lines as Windows ends them',
    (csv: string) => `\uFEFF${csv.replaceAll('\n', '\r\n')}`,
  ],
])('a file with %s is the same file', (_, change) => {
  expect(ballotsIn(change(CSV), quadratic)).toEqual(ballotsIn(CSV, quadratic))
  expect(parseRound({ ...quadratic, ...ballotsIn(change(CSV), quadratic) }).contributions).not.toEqual([])
})

test('nobody votes twice for the same; an empty amount is an abstention', () => {
  const median = round('retro-median')
  const [project = '', other = ''] = median.projects.map(({ id }) => id)
  expect(said(`voter,project,amount\nann,${project},1\nann,${project},2\n`, median)).toContain(
    `line 3: ann votes for ${project} twice`,
  )
  expect(ballotsIn(`voter,project,amount\nann,${project},1\nann,${other},\n`, median)).toEqual({
    ballots: [{ voter: 'ann', votes: { [project]: '1' } }],
  })
})
