import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { JSON_FORMS } from '../../scripts/docs/jsonForms.ts'
import { schemaOf } from '../../src/cli/command.ts'
import { scenarioText } from '../simulation/support.ts'
import { run } from './run.ts'

/** regen-fees simulate compare, sweep, goal, sobol and inputs: what they find, what they keep, and what they refuse. */

let folder = ''
const at = (...path: string[]) => join(folder, ...path)
const read = (...path: string[]) => readFileSync(at(...path), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regen-fees-studies-'))
  // Nothing in it is random: one run says all.
  writeFileSync(
    at('steady.json'),
    JSON.stringify({ ...JSON.parse(scenarioText('baseline')), name: 'steady', periods: 4 }),
  )
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const simulate = (what: string, ...argv: string[]) => run(['simulate', what, at('steady.json'), ...argv])

/** An answer as JSON; its fields are those that docs/command-line.md says. */
async function json(what: string, ...argv: string[]) {
  const { code, out, err } = await simulate(what, ...argv, '--json')
  expect([code, err]).toEqual([0, ''])
  const { schema, ...answer } = JSON.parse(out)
  const form = Object.keys(JSON_FORMS).find(name => schemaOf(name) === schema) ?? ''
  expect(Object.keys(answer).sort()).toEqual(Object.keys(JSON_FORMS[form] ?? {}).sort())
  return answer
}

const BURN = 'policy.m013.shares.burn'
const VOLUME = 'agents.market.volume'

describe('sweep', () => {
  test('a grid has every value with every other, and the proof is over all of it', async () => {
    const { points, correlations, proof } = await json(
      'sweep',
      '--vary',
      `${BURN}=0,0.3`,
      '--vary',
      `${VOLUME}=250000..500000/2`,
      '--runs',
      '1',
    )
    expect(points.map(({ inputs }: { inputs: object }) => Object.values(inputs))).toEqual([
      [0, 250_000],
      [0, 500_000],
      [0.3, 250_000],
      [0.3, 500_000],
    ])
    const burned = points.map(
      ({ outcomes }: { outcomes: { name: string; p50: number }[] }) =>
        outcomes.find(({ name }) => name === 'burned')?.p50,
    )
    // $500,000 a week at 1 % and $0.05 are 100,000 REGEN of fees, for four weeks.
    expect(burned).toEqual([0, 0, 60_000_000_000, 120_000_000_000])
    expect([correlations, proof.periods, proof.equal]).toEqual([null, 16, true])
  })

  test('a list has its points, in which the shares that are not named take the rest', async () => {
    const { points } = await json(
      'sweep',
      '--point',
      `${BURN}=0.1,policy.m013.shares.agent=0`,
      '--point',
      `${VOLUME}=500000`,
      '--runs',
      '1',
    )
    expect(points.map(({ inputs }: { inputs: object }) => inputs)).toEqual([
      { [BURN]: 0.1, 'policy.m013.shares.agent': 0 },
      { [VOLUME]: 500_000 },
    ])
  })

  test('one at a time gives elasticities: what is burned follows the volume, and not the price of a validator', async () => {
    const { sensitivities } = await json(
      'sweep',
      '--one-at-a-time',
      '--vary',
      `${VOLUME}=250000,1000000`,
      '--vary',
      'agents.validators.cost=10000,20000',
      '--outcome',
      'burned',
      '--runs',
      '1',
    )
    expect(sensitivities.map(({ elasticity }: { elasticity: number }) => elasticity)).toEqual([1, 0])
  })

  test('a sample is drawn from ranges, with correlations: outcomes follow by rank', async () => {
    const argv = [
      '--sample',
      '12',
      '--vary',
      `${VOLUME}=250000..750000`,
      '--vary',
      'agents.validators.cost=10000..20000',
      '--runs',
      '1',
      '--outcome',
      'burned',
    ]
    const rankOf = async (...more: string[]) =>
      (await json('sweep', ...argv, ...more)).correlations[0].inputs.map(({ rank }: { rank: number }) => rank)
    const [volume, cost] = await rankOf()
    expect(volume).toBe(1)
    expect(Math.abs(cost)).toBeLessThan(0.7)
    const [, together] = await rankOf('--correlate', `${VOLUME},agents.validators.cost=0.99`)
    expect(together).toBeGreaterThan(0.85)
  })

  test('with --out keeps every point: a second time nothing is computed, and with a value more, only that', async () => {
    const vary = (values: string) =>
      simulate('sweep', '--vary', `${BURN}=${values}`, '--runs', '1', '--out', at('out'))
    await vary('0,0.1')
    const before = read('out', 'summary.json')
    const files = readdirSync(at('out', 'points'))
    expect(files).toHaveLength(2)
    await vary('0,0.1')
    expect([read('out', 'summary.json'), readdirSync(at('out', 'points'))]).toEqual([before, files])
    expect((await vary('0,0.1,0.2')).err).toContain('2 of 3 parts are there already')
    expect(read('out', 'points.csv').split('\n')[0]).toMatch(
      /^policy\.m013\.shares\.burn,risk,mean_income_mean,/,
    )
    expect(read('out', 'points.csv').trim().split('\n')).toHaveLength(4)
    expect(readdirSync(at('out')).sort()).toEqual(['points', 'points.csv', 'summary.json', 'summary.txt'])
  })

  test('a point that was cut in half is refused by name', async () => {
    const sweep = () => simulate('sweep', '--vary', `${BURN}=0.1`, '--runs', '1', '--out', at('out'))
    await sweep()
    const [file = ''] = readdirSync(at('out', 'points'))
    writeFileSync(at('out', 'points', file), read('out', 'points', file).slice(0, 200))
    const { code, err } = await sweep()
    expect([code, err]).toEqual([1, expect.stringMatching(/it is not whole: remove it.*\[INPUT_INVALID\]/s)])
    expect(err).toContain(file)
  })
})

test('goal: the least volume at which validators earn $15,000 a year', async () => {
  const { found, meets } = await json(
    'goal',
    '--vary',
    `${VOLUME}=500000..3000000`,
    '--meets',
    'mean_income>=15000',
    '--runs',
    '1',
    '--steps',
    '20',
  )
  expect(Math.abs(found.value - 1_298_077)).toBeLessThan(5)
  expect([found.probability.share, meets]).toEqual([1, ['mean_income>=15000']])
  const { out } = await simulate(
    'goal',
    '--vary',
    `${VOLUME}=1..2`,
    '--meets',
    'mean_income>=15000',
    '--runs',
    '1',
  )
  expect(out).toContain('Not found: not even at 2')
  const there = await simulate(
    'goal',
    '--vary',
    `${VOLUME}=2000000..3000000`,
    '--meets',
    'mean_income>=15000',
    '--meets',
    'burned > 0',
    '--runs',
    '1',
  )
  expect(there.out).toContain('The goal is met there already, in 100 % of the runs')
})

test('sobol: the volume explains what validators earn, the price of REGEN nothing', async () => {
  const { indices } = await json(
    'sobol',
    '--vary',
    `${VOLUME}=250000..750000`,
    '--vary',
    'agents.price.start=0.02..0.12',
    '--samples',
    '12',
    '--outcome',
    'mean_income',
  )
  const [volume, price] = indices[0].inputs
  expect(volume.total.value).toBeGreaterThan(0.9)
  expect(price.total.value).toBeLessThan(0.001)
})

test('compare: what changes for whom, as text, as JSON and for a forum', async () => {
  const { changes, differences, before, after } = await json('compare', '--with', 'compromise', '--runs', '1')
  expect(changes).toHaveLength(1)
  expect(differences.find(({ outcome }: { outcome: string }) => outcome === 'burned')).toMatchObject({
    who: 'holders',
    before: 120_000_000_000,
    after: 112_000_000_000,
    sentence: 'For holders, burned: 120,000 REGEN before, 112,000 REGEN after (−6.7 %).',
  })
  expect([before.criteria.length, after.criteria.length]).toEqual([5, 5])
  const { out } = await simulate('compare', '--with', 'compromise', '--runs', '1', '--out', at('out'))
  expect(out).toContain('- For buyers nothing changes in fees paid: 400,000 REGEN.')
  expect(read('out', 'comparison.md')).toContain('## What changes for whom\n\n- For validators')
  const same = await simulate('compare', '--with', 'compromise', '--policy', 'compromise', '--runs', '1')
  expect(same.out).toContain('The two policies say the same.')
})

test('inputs: every number that can be varied, and every outcome', async () => {
  const { inputs, ranges, outcomes } = await json('inputs')
  expect(ranges).toMatchObject({
    [VOLUME]: { least: '0', most: '1000000000000000' },
    'economy.validators': { least: '0', most: '500' },
  })
  expect(ranges).not.toHaveProperty(BURN)
  expect(inputs).toMatchObject({ [BURN]: '0.3', [VOLUME]: '500000', 'economy.validators': '18' })
  expect(outcomes).toHaveProperty('mean_income')
  // Each is really an input: a study at its own value is the scenario itself.
  for (const [path, value] of Object.entries(inputs as { [path: string]: string }).filter(
    (_, index) => index % 8 === 0,
  )) {
    const { code, err } = await simulate('sweep', '--vary', `${path}=${value}`, '--runs', '1')
    expect([path, code, err]).toEqual([path, 0, ''])
  }
})

test('Ctrl-C says how much is whole; nothing is written', async () => {
  const stop = new AbortController()
  stop.abort()
  const argv = [
    'simulate',
    'sweep',
    at('steady.json'),
    '--vary',
    `${BURN}=0,0.1`,
    '--runs',
    '1',
    '--out',
    at('out'),
  ]
  const { code, err } = await run(argv, { signal: stop.signal })
  expect([code, err]).toEqual([
    130,
    expect.stringMatching(/^Stopped: 0 of 2 parts are whole in .*points\. .*\[STUDY_STOPPED\]$/),
  ])
  expect(readdirSync(at('out'))).toEqual(['points'])
})
