import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { jsonSchemas } from '../scripts/generate/jsonSchemas.ts'
import { allocateRound } from '../src/mechanisms/regen-value-redistribution/round/allocate.ts'
import { parseRound } from '../src/mechanisms/regen-value-redistribution/round/round.ts'
import { DEFAULT_ROUND_POLICY } from '../src/mechanisms/regen-value-redistribution/round/roundPolicy.ts'
import { DEFAULT_POLICY } from '../src/policy/generated/defaultPolicy.ts'
import { policyJson } from '../src/policy/policyHash.ts'
import { PRESETS, type PresetName, presetPolicy } from '../src/policy/presets.ts'
import { toJson } from '../src/primitives/canonical.ts'
import { parseScenario } from '../src/simulation/scenario/scenario.ts'
import { planJson, planStudy } from '../src/simulation/study/plan.ts'
import { VALID_MESSAGES } from './support/validMessages.ts'

/** The JSON Schemas of schemas/, by another program’s validator: what the parsers take fits, what they refuse by its shape does not. */

const path = (relative: string) => new URL(`../${relative}`, import.meta.url)
const read = (file: string): unknown => JSON.parse(readFileSync(path(file), 'utf8'))
const ajv = new Ajv2020({ allErrors: true, strict: false })
const validators = new Map(
  readdirSync(path('schemas')).map(file => [
    file.replace('.schema.json', ''),
    ajv.compile(read(`schemas/${file}`) as object),
  ]),
)

/** What does not fit, or nothing. */
function problems(schema: string, value: unknown): string {
  const validate = validators.get(schema)
  if (validate === undefined) return `there is no schema ${schema}`
  return validate(value) ? '' : ajv.errorsText(validate.errors)
}

const list = (folder: string) =>
  readdirSync(path(`examples/${folder}`))
    .filter(file => file.endsWith('.json'))
    .map(file => `${folder}/${file}`.replace(/^\//, ''))

const SCHEMA_OF: { readonly [example: string]: string } = {
  'snapshot.json': 'snapshot',
  'epoch/genesis.json': 'epoch-state',
  'epoch/state.json': 'epoch-state',
  'epoch/inputs.json': 'epoch-inputs',
  'epoch/reboot.json': 'epoch-inputs',
  'fund/certificate.json': 'certificate',
  'fund/grant.json': 'grant',
}
const schemaOf = (example: string) =>
  SCHEMA_OF[example] ??
  (example.startsWith('fund/') ? 'round' : example.startsWith('simulation/') ? 'scenario' : 'messages')
/** A request of a wallet, whose form is not ours. */
const FOREIGN = ['sign-request.json']

test('they are what the parsers read (npm run generate)', () => {
  const made = jsonSchemas()
  expect([...validators.keys()].sort()).toEqual(
    [...made.keys()].map(file => file.replace('.schema.json', '')).sort(),
  )
  for (const [file, text] of made) expect(readFileSync(path(`schemas/${file}`), 'utf8')).toBe(text)
})

test.each(
  [...list(''), ...list('epoch'), ...list('fund'), ...list('simulation')]
    .filter(example => !FOREIGN.includes(example))
    .map(example => [example, schemaOf(example)] as const),
)('examples/%s is a %s', (example, schema) => {
  const file = read(`examples/${example}`)
  // One period, or several after each other.
  const parts = schema === 'epoch-inputs' && Array.isArray(file) ? file : [file]
  for (const part of parts) expect(problems(schema, part)).toBe('')
})

test.each(Object.entries(VALID_MESSAGES))('a message %s', (typeUrl, value) => {
  expect(problems('messages', [{ typeUrl, value }])).toBe('')
})

describe('what is made', () => {
  const round = parseRound(read('examples/fund/quadratic.json'))

  test('a report, a policy of a round and a plan of a study fit', () => {
    expect(problems('report', toJson(allocateRound(round)))).toBe('')
    expect(problems('round-policy', toJson(DEFAULT_ROUND_POLICY))).toBe('')
    const plan = planJson(planStudy(parseScenario(read('examples/simulation/baseline.json')), 100))
    expect(problems('plan', plan)).toBe('')
  })

  test('every preset of a policy fits', () => {
    for (const policy of [
      DEFAULT_POLICY,
      ...Object.keys(PRESETS).map(name => presetPolicy(name as PresetName)),
    ])
      expect(problems('policy', JSON.parse(policyJson(policy)))).toBe('')
  })

  test('a ballot, signed and not', () => {
    const ballot = {
      version: 1,
      round: 'r',
      terms: 'a'.repeat(64),
      voter: 'v',
      votes: { soil: '5' },
      time: '2026-01-01',
    }
    expect(problems('ballot', ballot)).toBe('')
    const key = { type: 'tendermint/PubKeySecp256k1', value: 'A' }
    expect(problems('signed-ballot', { ballot, pub_key: key, signature: 'A' })).toBe('')
    expect(problems('signed-ballot', { ballot, signature: 'A' })).toContain('pub_key')
  })
})

test.each([
  ['round', 'fund/quadratic.json', { budget: 100 }, '/budget must be string'],
  [
    'round',
    'fund/quadratic.json',
    { method: 'lottery' },
    '/method must be equal to one of the allowed values',
  ],
  ['round', 'fund/quadratic.json', { colour: 'red' }, 'must NOT have additional properties'],
  ['round', 'fund/quadratic.json', { projects: [] }, '/projects must NOT have fewer than 1 items'],
  ['grant', 'fund/grant.json', { award: '1.5' }, '/award must match pattern'],
  ['certificate', 'fund/certificate.json', { acts: [{ act: 'burn' }] }, '/acts/0'],
  ['snapshot', 'snapshot.json', { height: null }, '/height'],
  ['epoch-state', 'epoch/state.json', { pools: { other: {} } }, 'additional properties'],
] as const)('%s: %s with %j does not fit', (schema, example, change, expected) => {
  expect(problems(schema, { ...(read(`examples/${example}`) as object), ...change })).toContain(expected)
})

test('a message of a misspelt field or an unknown type does not fit', () => {
  const send = VALID_MESSAGES['/cosmos.bank.v1beta1.MsgSend'] as object
  expect(
    problems('messages', [{ typeUrl: '/cosmos.bank.v1beta1.MsgSend', value: { ...send, form: 'x' } }]),
  ).not.toBe('')
  expect(problems('messages', [{ typeUrl: '/nothing.MsgKnown', value: {} }])).not.toBe('')
})
