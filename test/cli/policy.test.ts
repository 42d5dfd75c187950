import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { KNOBS } from '../../src/policy/knobs.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { policyHash } from '../../src/policy/policyHash.ts'
import { PRESETS, presetPolicy } from '../../src/policy/presets.ts'
import { run } from './run.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const fileOf = (json: unknown): string => {
  const file = join(folder, 'policy.json')
  writeFileSync(file, JSON.stringify(json))
  return file
}

test('without an option it shows every knob of the default policy, its hash, and that it is proposed', async () => {
  const { code, out } = await run(['policy'])
  expect(code).toBe(0)
  expect(out).toContain('Proposed, not in force')
  expect(out).toContain(policyHash(DEFAULT_POLICY))
  for (const [section, knobs] of Object.entries(KNOBS))
    for (const name of Object.keys(knobs)) expect(out).toContain(`${section}.${name}`)
  expect(out).toContain('OQ-M015-4')
  expect(out).toContain('all answers are the default')
})

test.each(Object.keys(PRESETS))('preset %s, as JSON, reads back as the same policy', async name => {
  const { code, out } = await run(['policy', '--preset', name, '--json'])
  expect(code).toBe(0)
  const { hash, policy } = JSON.parse(out) as { hash: string; policy: unknown }
  expect(hash).toBe(policyHash(presetPolicy(name)))
  expect(policyHash(parsePolicy(policy))).toBe(hash)
})

test('a file shows what is not the default', async () => {
  const { out } = await run(['policy', '--file', fileOf({ m013: { minFee: '2000000' } })])
  expect(out).toMatch(/m013\.minFee\s+│ 2 REGEN \*/)
  expect(out).toContain('* not the default')
})

test.each([
  [{}, 'm012.hardCap', '221000000 REGEN'],
  [{}, 'm013.shares', 'burn 30 %, validator 40 %, community 25 %, agent 5 %'],
  [{}, 'm013.agentFund', 'multisig, below 10000 REGEN'],
  [{}, 'm012.ecologicalReference', '50 ppm'],
  [{}, 'm012.ecoMax', '1'],
  [
    {
      m013: {
        referencePrices: [
          { classId: 'C01', denom: 'uregen', price: '25000000', time: '2026-11-01T00:00:00Z' },
        ],
      },
    },
    'm013.referencePrices',
    'governance-reference, classId C01, time 2026-11-01T00:00:00Z, price 25 REGEN *',
  ],
])('of %j the sheet says: %s is %s', async (json, knob, says) => {
  const { out } = await run(['policy', '--file', fileOf(json)], { columns: 200 })
  expect(out).toMatch(new RegExp(`│ ${knob} +│ ${says.replaceAll('*', '\\*')} +│`))
})

test('--diff says in words what changes, in which layer', async () => {
  const { out } = await run(['policy', '--diff', 'compromise'])
  expect(out).toContain('m013.shares (OQ-M013-1)')
  expect(out).toMatch(/All together: Layer \d, within bounds\./)
  const json = JSON.parse((await run(['policy', '--diff', 'compromise', '--json'])).out)
  expect(json).toMatchObject({ withinBounds: true, changes: [{ knob: 'm013.shares' }] })
})

test('--diff with a file of equal meaning', async () => {
  const { out } = await run(['policy', '--diff', fileOf({ m013: { minFee: '1000000' } })])
  expect(out).toBe(`The two policies say the same: ${policyHash(DEFAULT_POLICY)}`)
})

test.each([
  [['policy', '--preset', 'none'], 'model-a'],
  [['policy', '--preset', 'model-a', '--file', 'x.json'], 'not both'],
  [['policy', '--file', 'missing.json'], 'FILE_UNREADABLE'],
  [['policy', '--diff', 'missing.json'], 'FILE_UNREADABLE'],
])('%j is your input', async (argv, says) => {
  const { code, err } = await run(argv)
  expect(code).toBe(1)
  expect(err).toContain(says)
})

test('a file with an unknown knob is refused', async () => {
  const { code, err } = await run(['policy', '--file', fileOf({ m013: { minimum: '1' } })])
  expect(code).toBe(1)
  expect(err).toContain('minimum')
})

test('what "policy --json" prints is read as a policy, by every command', async () => {
  const { out } = await run(['policy', '--preset', 'compromise', '--json'])
  const file = fileOf(JSON.parse(out))
  const again = await run(['policy', '--file', file, '--json'])
  expect(JSON.parse(again.out)).toEqual(JSON.parse(out))
  const supply = ['supply', '--supply', '224000000', '--staked', '80000000', '--json', '--policy']
  expect((await run([...supply, file])).out).toBe(
    (await run([...supply, fileOf(JSON.parse(out).policy)])).out,
  )
})
