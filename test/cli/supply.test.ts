import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawChart } from '../../src/cli/render/chart.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { policyHash } from '../../src/policy/policyHash.ts'
import { holds } from '../support/arbitraries.ts'
import { example, run as runCommand } from './run.ts'

/** Runs `regen-fees supply` without a process. */
const run = (line: string) => runCommand(['supply', ...line.split(' ').filter(Boolean)])

test('draws the supply from above the cap to below it, and says "proposed" first', async () => {
  const { code, out } = await run('--supply 224000000 --staked 80000000 --burn 30000 --periods 156')
  expect(code).toBe(0)
  expect(out).toMatchInlineSnapshot(`
    "Proposed, not in force: M012
    Supply 224000000 REGEN, above the cap of 221000000 REGEN
    r = 0.02 × (1 + 80000000 / 224000000) = 0.027142…: the first period mints 0 REGEN and burns 30000 REGEN

           224000000 | •••
                     |    ••••••
                     |          •••••
                     |               ••••••
                     |                     •••••
                     |                          •••••
                     |                               ••••••
       cap 221000000 | ------------------------------------••••••------------------
                     |                                           •••••••••
    220133650.292116 |                                                    •••••••••

    After 156 periods: 220133650.292116 REGEN, with 813650.292116 REGEN minted and 4680000 REGEN burned
    At the cap: after 100 periods
    Equilibrium, at the r of the first period: 219894736.842105 REGEN"
  `)
})

test('the equation of r has every term that counts', async () => {
  const oracles = (name: string) => example(`oracles/${name}`).replace(/\.json$/, '')
  const equationOf = async (line: string) => /^r = .*?(?=:)/m.exec((await run(line)).out)?.[0]
  const start = '--supply 200000000 --staked 50000000 --committed 10000000'
  expect(await equationOf(start)).toBe('r = 0.02 × (1 + 50000000 / 200000000) = 0.025')
  expect(await equationOf(`${start} --m014 ACTIVE`)).toBe(
    'r = 0.02 × (1 + 10000000 / 200000000) = 0.021 with m014.state ACTIVE',
  )
  expect(await equationOf(`${start} --m014 TRANSITION`)).toBe(
    'r = 0.02 × (1 + 50000000 / 200000000) = 0.025 with m014.state TRANSITION',
  )
  const ecology = `--policy ${oracles('policy.json')} --ecology ${oracles('co2.csv')} --at 2026-11-20`
  expect(await equationOf(`--supply 200000000 --staked 0 ${ecology}`)).toMatch(
    /^r = 0\.02 × \(1 \+ 0 \/ 200000000\) × 0\.78 \(ecological\) = 0\.0156$/,
  )
})

test('a supply that stands still is one row', async () => {
  const { out } = await run('--supply 221000000 --staked 0 --periods 3')
  expect(out.split('\n').slice(1)).toEqual([
    'Supply 221000000 REGEN, at the cap of 221000000 REGEN',
    'r = 0.02 × (1 + 0 / 221000000) = 0.02: the first period mints 0 REGEN and burns 0 REGEN',
    '',
    'cap 221000000 | ••••',
    '',
    'After 3 periods: 221000000 REGEN, with 0 REGEN minted and 0 REGEN burned',
    'Equilibrium, at the r of the first period: 221000000 REGEN',
  ])
})

test('runs a year when nothing else is said', async () => {
  const { out } = await run('--supply 150000000 --staked 75000000 --json')
  expect(JSON.parse(out).periods).toHaveLength(52)
})

test('--json gives exact uregen, and periods that chain', async () => {
  const { out } = await run('--supply 150000000 --staked 75000000 --burn 500000 --periods 2 --json')
  expect(JSON.parse(out)).toEqual({
    schema: 'regen-fees/supply/1',
    status: 'proposed',
    policyHash: policyHash(DEFAULT_POLICY),
    supply: '150000000000000',
    staked: '75000000000000',
    committed: '0',
    m014: 'INACTIVE',
    hardCap: '221000000000000',
    baseRate: '0.02',
    burnedPerPeriod: '500000000000',
    capStatus: 'below',
    rate: '0.03',
    mintsFrom: '150000000000000',
    backing: '75000000000000',
    ecologicalMultiplier: '1',
    equilibriumSupply: '204333333333333',
    periodsToCap: '0',
    periods: [
      {
        period: '1',
        supplyBefore: '150000000000000',
        rate: '0.03',
        minted: '2130000000000',
        burned: '500000000000',
        vanished: '0',
        supplyAfter: '151630000000000',
        capStatus: 'below',
      },
      {
        period: '2',
        supplyBefore: '151630000000000',
        rate: '22663/758150',
        minted: '2073642827936',
        burned: '500000000000',
        vanished: '0',
        supplyAfter: '153203642827936',
        capStatus: 'below',
      },
    ],
  })
})

test('--cap and --rate are those of the run', async () => {
  const { out } = await run(
    '--supply 150 --staked 0 --cap 200.5 --rate 0.1 --burn 0.000001 --periods 1 --json',
  )
  expect(JSON.parse(out)).toMatchObject({
    hardCap: '200500000',
    baseRate: '0.1',
    equilibriumSupply: '200499990',
    periods: [{ minted: '5050000', supplyAfter: '155049999' }],
  })
})

test.each([
  ['--supply 224000000 --staked 0', /^At the cap: never, as no burn lowers it$/m],
  ['--supply 222000000 --staked 0 --burn 1000000', /^At the cap: after 1 period$/m],
  ['--supply 200000000 --staked 0 --rate 0 --burn 1', /^Equilibrium: none at this rate and burn$/m],
])('%s', async (line, sentence) => {
  expect((await run(line)).out).toMatch(sentence)
})

test.each([
  ['', /^✖ --supply is required\n✖ --staked is required$/m],
  ['--staked 0', /^✖ --supply is required$/m],
  ['--supply 1 --staked 0 --rate 2', /baseRate must be 0 to 0\.10; got 2\./],
  ['--supply 1.0000001 --staked 0', /^--supply is invalid:\n✖ "1.*" is not an amount; /],
  ['--supply 1e6 --staked 0', /^--supply is invalid:\n✖ "1.*" is not an amount; /],
  [
    '--supply 1 --staked 0 --rate 0.11',
    /^--rate is invalid:\n✖ baseRate must be 0 to 0\.10; got 0\.11\. Choose a value within the bounds of the specification\.\n/,
  ],
  ['--supply 1 --staked 0 --cap 0', /^--cap is invalid:\n✖ hardCap must be above 0; got 0\./],
  [
    '--supply 1 --staked 0 --periods 0',
    /^--periods is invalid:\n✖ expected a whole number from 1 to 10000\n/,
  ],
  [
    '--supply 1 --staked 0 --periods 10001',
    /^--periods is invalid:\n✖ expected a whole number from 1 to 10000\n/,
  ],
  ['--supply 1 --staked 2', /\[BACKING_EXCEEDS_SUPPLY\]/],
  ['--supply 100 --staked 0 --cap 100 --burn 101', /\[BURN_EXCEEDS_SUPPLY\]/],
])('"%s" is the caller’s mistake: exit 1, and what to do', async (line, message) => {
  const { code, out, err } = await run(line)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(message)
})

test('10,000 periods are sampled to sixty columns', async () => {
  const { out } = await run('--supply 150000000 --staked 75000000 --burn 1000 --periods 10000')
  const widths = out
    .split('\n')
    .filter(line => line.includes(' |'))
    .map(line => line.slice(line.indexOf(' | ') + 3).length)
  expect(widths).toHaveLength(10)
  expect(Math.max(...widths)).toBe(60)
})

test('every column of a chart has one point, the highest value is on top and the lowest at the bottom', () => {
  const anyValues = fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: 1, maxLength: 200 })
  holds(anyValues, values => {
    const rows = drawChart({ values, mark: { name: 'cap', level: -1n }, label: String, width: 80 }).map(
      row => ({
        label: row.slice(0, row.indexOf(' | ')).trim(),
        points: row.slice(row.indexOf(' | ') + 3),
      }),
    )
    const drawn = values.length <= 60 ? values : undefined
    const columns = Math.min(60, values.length)
    for (let column = 0; column < columns; column++)
      expect(rows.filter(({ points }) => points[column] === '•')).toHaveLength(1)
    if (drawn === undefined) return
    const sorted = [...drawn].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    expect([rows[0]?.label, rows.at(-1)?.label]).toEqual([String(sorted.at(-1)), String(sorted[0])])
    expect(rows[0]?.points[drawn.indexOf(sorted.at(-1) ?? 0n)]).toBe('•')
    expect(rows.at(-1)?.points[drawn.indexOf(sorted[0] ?? 0n)]).toBe('•')
  })
})
