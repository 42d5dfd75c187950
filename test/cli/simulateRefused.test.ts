import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scenarioText } from '../simulation/support.ts'
import { run } from './run.ts'

/** Studies on the command line: every mistake is named, with the way out, before anything is computed. */

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regen-fees-refused-'))
  const steady = { ...JSON.parse(scenarioText('baseline')), name: 'steady', periods: 4 }
  writeFileSync(join(folder, 'steady.json'), JSON.stringify(steady))
})

afterAll(() => rmSync(folder, { recursive: true }))

const simulate = (what: string, ...argv: string[]) =>
  run(['simulate', what, join(folder, 'steady.json'), ...argv])

const BURN = 'policy.m013.shares.burn'
const VOLUME = 'agents.market.volume'

describe('what is refused, and how', () => {
  test.each([
    ['sweep', [], 'say what is varied'],
    ['sweep', ['--vary', 'agents.market.volumn=1,2'], 'did you mean agents.market.volume?'],
    ['sweep', ['--vary', 'burn=0.1'], `did you mean ${BURN}?`],
    ['sweep', ['--vary', `${BURN}=a lot`], '"a lot" is not a number such as 0.15'],
    ['sweep', ['--vary', `${BURN}=0..1/1`], 'from..to/n takes n of 2 to 9999'],
    ['sweep', ['--vary', `${BURN}=0.1`, '--vary', `${BURN}=0.2`], 'is varied twice'],
    ['sweep', ['--vary', `${BURN}=0.6`, '--vary', 'policy.m013.shares.validator=0.6'], 'come to more than 1'],
    ['sweep', ['--vary', 'economy.validators=1.5'], 'expected a whole number at economy.validators'],
    ['sweep', ['--correlate', 'a,b=1'], '--correlate is of --sample'],
    [
      'sweep',
      ['--sample', '4', '--vary', `${BURN}=0..1`, '--correlate', `${BURN},${VOLUME}=0.5`],
      'is correlated, and has no range',
    ],
    ['sweep', ['--vary', `${BURN}=0.1`, '--outcome', 'income'], 'there is no outcome "income"'],
    ['goal', ['--vary', `${BURN}=0..1`], 'say what is to be met'],
    ['goal', ['--vary', `${BURN}=0.1`, '--meets', 'burned>0'], 'lies between two numbers'],
    ['goal', ['--vary', `${BURN}=0..1`, '--meets', 'burned is high'], 'an outcome, a sign and a number'],
    ['goal', ['--vary', `${BURN}=0..1`, '--meets', 'burned>0', '--share', '2'], '--share is a share above 0'],
    ['sobol', [], 'name inputs and their ranges'],
    ['compare', [], 'name the policy after with --with'],
    ['compare', ['--with', 'no-such-preset'], 'there is no policy "no-such-preset"; the presets are'],
    ['compare', ['--with', 'compromize'], 'did you mean compromise?'],
    ['compare', ['--with', 'nowhere.json'], 'nowhere.json cannot be read'],
    ['compare', ['--with', 'compromise', '--workers', '100000'], '--workers is a whole number from 1 to 512'],
  ])('%s %j', async (what, argv, message) => {
    const { code, out, err } = await simulate(what, ...argv)
    expect([code, out, err]).toEqual([1, '', expect.stringContaining(message)])
  })
})

test('a bound that is excluded is said as such', async () => {
  const file = join(folder, 'none.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(scenarioText('baseline')), periods: 0 }))
  expect((await run(['simulate', file])).err).toContain('more than 0 at periods')
})

test('validators are sought and sampled in whole numbers', async () => {
  const vary = ['--vary', 'economy.validators=30..5']
  const goal = await simulate('goal', ...vary, '--meets', 'mean_income>=9000', '--runs', '1')
  expect([goal.code, goal.out]).toEqual([0, expect.stringContaining('Found: 11.')])
  const sobol = await simulate('sobol', ...vary, '--samples', '2', '--outcome', 'mean_income')
  expect([sobol.code, sobol.out]).toEqual([0, expect.stringContaining('economy.validators')])
})
