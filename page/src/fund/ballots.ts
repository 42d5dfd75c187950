import { parse } from 'csv-parse/browser/esm/sync'
import { RegenError } from '../../../src/primitives/errors.ts'
import { INPUT_INVALID } from '../../../src/primitives/errorTable.ts'

type Fields = { readonly [column: string]: string }
type Row = { readonly line: number; readonly fields: Fields }

/** What each kind of round has in its rows, and where they go in the round. */
const COLUMNS: { readonly [method: string]: readonly [who: string, what: string, amount: string] } = {
  quadratic: ['contributor', 'project', 'amount'],
  'retro-median': ['voter', 'project', 'amount'],
  'retro-metrics': ['voter', 'metric', 'weight'],
}

/** More is not read by anybody. */
const MAX_PROBLEMS = 12

/**
 * What was given or voted, from a CSV file as spreadsheets write it: columns by the names of the first line, parted by commas, semicolons or tabs. All that is wrong
 * is said at once, by its line. An empty amount of a vote is an abstention; nobody votes twice for the same.
 */
export function ballotsIn(
  csv: string,
  { method, projects }: { readonly method: string; readonly projects: readonly { readonly id: string }[] },
): object {
  const columns = COLUMNS[method] ?? (['voter', 'project', 'amount'] as const)
  const [who, what, amount] = columns
  const rows = rowsOf(csv, columns)
  const known = new Set(projects.map(({ id }) => id))
  const seen = new Set<string>()
  const isGift = method === 'quadratic'
  const problemOf = ({ fields }: Row): string | null => {
    const [by = '', of = '', given = ''] = columns.map(column => fields[column] ?? '')
    if (by === '') return `${who} is empty`
    if (what === 'project' && !known.has(of))
      return `there is no project "${of.slice(0, 80)}" in this round; it has ${[...known].join(', ')}`
    const key = JSON.stringify([by, of])
    if (!isGift && seen.has(key)) return `${by.slice(0, 80)} votes for ${of.slice(0, 80)} twice`
    seen.add(key)
    if (amount === 'amount' && !(isGift ? /^\d{1,77}$/ : /^\d{0,77}$/).test(given))
      return `amount is a whole number of smallest units (1 REGEN is 1000000), not "${given.slice(0, 80)}"`
    return null
  }
  refuse(
    rows.flatMap(row => {
      const problem = problemOf(row)
      return problem === null ? [] : [`line ${row.line}: ${problem}`]
    }),
  )
  if (isGift)
    return {
      contributions: rows.map(({ fields }) => ({
        contributor: fields[who],
        project: fields[what],
        amount: fields[amount],
      })),
    }
  const byVoter = new Map<string, [string, string][]>()
  for (const { fields } of rows) {
    const voter = fields[who] ?? ''
    const own = byVoter.get(voter) ?? byVoter.set(voter, []).get(voter)
    if (fields[amount]) own?.push([fields[what] ?? '', fields[amount]])
  }
  const entries = [...byVoter].map(([voter, own]) => ({ voter, own: Object.fromEntries(own) }))
  return method === 'retro-median'
    ? { ballots: entries.map(({ voter, own }) => ({ voter, votes: own })) }
    : { metricBallots: entries.map(({ voter, own }) => ({ voter, weights: own })) }
}

function rowsOf(csv: string, columns: readonly string[]): readonly Row[] {
  const first = /^\uFEFF?\s*([^\r\n]*)/.exec(csv)?.[1] ?? ''
  const namesBy = (delimiter: string) => first.split(delimiter).map(name => name.replaceAll('"', '').trim())
  const delimiter =
    [',', ';', '\t'].find(one => columns.every(column => namesBy(one).includes(column))) ?? ','
  const missing = columns.filter(column => !namesBy(delimiter).includes(column))
  if (missing.length > 0)
    refuse([`line 1: it names no ${missing.join(', ')}; a file begins with ${columns.join(',')}`])
  try {
    const rows = parse(csv, {
      ...{ columns: true, info: true, trim: true, skip_empty_lines: true, bom: true, delimiter },
    }) as unknown as readonly { readonly record: Fields; readonly info: { readonly lines: number } }[]
    return rows.map(({ record, info }) => ({ line: info.lines, fields: record }))
  } catch (error) {
    throw invalid([error instanceof Error ? error.message : String(error)])
  }
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return
  const more = problems.length - MAX_PROBLEMS
  throw invalid([...problems.slice(0, MAX_PROBLEMS), ...(more > 0 ? [`and ${more} more lines`] : [])])
}

const invalid = (problems: readonly string[]) =>
  new RegenError(INPUT_INVALID, {
    what: 'the file of ballots',
    issues: problems.map(problem => `✖ ${problem}`).join('\n'),
  })
