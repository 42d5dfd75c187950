import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parquetMetadata } from 'hyparquet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COLUMNS } from '../../src/simulation/index.ts'
import { scenarioText } from '../simulation/support.ts'
import { run } from './run.ts'

/** The Parquet files of a study are what DuckDB reads, and the query of docs/simulation.md gives the exact quantiles. */

const PYTHON = process.env['DUCKDB_PYTHON'] ?? 'python3'
const hasDuckDb = spawnSync(PYTHON, ['-c', 'import duckdb']).status === 0
if (!hasDuckDb)
  console.warn('DuckDB is not there: its query is not run (DUCKDB_PYTHON names a Python with duckdb).')

let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regen-fees-duckdb-'))
  writeFileSync(
    join(folder, 'small.json'),
    JSON.stringify({ ...JSON.parse(scenarioText('monte-carlo')), periods: 4 }),
  )
  const argv = [
    'simulate',
    join(folder, 'small.json'),
    '--runs',
    '60',
    '--periods',
    '--out',
    join(folder, 'study'),
  ]
  expect((await run(argv)).code).toBe(0)
})

afterAll(() => rmSync(folder, { recursive: true }))

test('every part has the same columns: counts and uregen as whole numbers, the rest as doubles; flat, and each row there', () => {
  const parts = join(folder, 'study', 'parts')
  const files = readdirSync(parts).filter(file => file.endsWith('.parquet'))
  const rows = files.map(file => {
    const bytes = readFileSync(join(parts, file))
    const { schema, num_rows } = parquetMetadata(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    )
    expect(schema.slice(1).map(({ name, type }) => [name, type])).toEqual([
      ['run', 'INT32'],
      ['period', 'INT32'],
      ...COLUMNS.map(({ name, unit }) => [
        name,
        unit === 'uregen' ? 'INT64' : unit === 'count' ? 'INT32' : 'DOUBLE',
      ]),
    ])
    return Number(num_rows)
  })
  expect(rows).toEqual(new Array(15).fill(4 * 4))
})

test.runIf(hasDuckDb)('the documented query gives the quantiles of every period', () => {
  const page = readFileSync(fileURLToPath(new URL('../../docs/simulation.md', import.meta.url)), 'utf8')
  const [, query = ''] = /```sql\n(.*?)```/s.exec(page) ?? []
  const script = `import duckdb, json, sys; print(json.dumps(duckdb.sql(sys.stdin.read()).fetchall()))`
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', script], {
    cwd: folder,
    input: query,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const lines = readFileSync(join(folder, 'study', 'periods.csv'), 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split(','))
  const at = (lines[0] ?? []).indexOf('supply')
  const expected = [0, 1, 2, 3].map(period => {
    const values = lines
      .slice(1)
      .filter(line => line[1] === String(period))
      .map(line => Number(line[at]))
      .sort((a, b) => a - b)
    // Between two values, as the part of the way between their ranks.
    const quantile = (p: number) => {
      const rank = p * (values.length - 1)
      const [low = 0, high = 0] = [values[Math.floor(rank)], values[Math.ceil(rank)]]
      return low + (high - low) * (rank - Math.floor(rank))
    }
    return [period, [0.05, 0.5, 0.95].map(quantile)] as const
  })
  const found = JSON.parse(stdout) as [number, number[]][]
  expect(found.map(([period]) => period)).toEqual([0, 1, 2, 3])
  found.forEach(([, values], period) => {
    values.forEach((value, index) => {
      expect(Math.abs(value - (expected[period]?.[1][index] ?? 0))).toBeLessThan(1)
    })
  })
})
