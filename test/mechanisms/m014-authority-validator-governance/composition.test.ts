import { expect, test } from 'vitest'
import {
  byzantineTolerance,
  CATEGORIES,
  checkComposition,
  checkRemoval,
  M014_V0,
  PHASE_IN_4_4_4,
  slotAvailable,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { parseCategory } from '../../../src/mechanisms/m014-authority-validator-governance/validatorSet/category.ts'
import {
  CRITERIA,
  criteriaOf,
  meetsCriteria,
} from '../../../src/mechanisms/m014-authority-validator-governance/validatorSet/criteria.ts'
import { holds } from '../../support/arbitraries.ts'
import { anyCategory, anySet, anySetParams, FIFTEEN, validatorOf } from './arbitraries.ts'

test('fifteen validators, five of each category, are complete and tolerate four', () => {
  expect(checkComposition(FIFTEEN, M014_V0)).toEqual({
    size: 15,
    counts: { infrastructure_builders: 5, trusted_refi_partners: 5, ecological_data_stewards: 5 },
    missing: { infrastructure_builders: 0, trusted_refi_partners: 0, ecological_data_stewards: 0 },
    guaranteed: true,
    tolerated: 4,
    escalation: null,
  })
})

test('today’s 11 validators are below the minimum: P0, with every reason', () => {
  const eleven = FIFTEEN.slice(0, 11)
  expect(checkComposition(eleven, M014_V0)).toMatchObject({
    size: 11,
    missing: { infrastructure_builders: 1, trusted_refi_partners: 1, ecological_data_stewards: 2 },
    guaranteed: false,
    tolerated: 3,
    escalation: { level: 'P0', reasons: ['min_validators', ...CATEGORIES] },
  })
})

test('validators in PROBATION serve; candidates, approved, removed and expired ones do not', () => {
  const change = (status: (typeof FIFTEEN)[number]['status']) =>
    checkComposition([...FIFTEEN.slice(1), { ...validatorOf('regen1v0'), status }], M014_V0).size
  expect(['ACTIVE', 'PROBATION'].map(status => change(status as 'ACTIVE'))).toEqual([15, 15])
  expect(
    ['CANDIDATE', 'APPROVED', 'REMOVED', 'TERM_EXPIRED'].map(status => change(status as 'REMOVED')),
  ).toEqual([14, 14, 14, 14])
})

test('counting agrees with counting by hand', () => {
  holds(anySet, anySetParams, (members, params) => {
    const { counts, missing, size, guaranteed, escalation } = checkComposition(members, params)
    const serving = members.filter(({ status }) => ['ACTIVE', 'PROBATION'].includes(status))
    expect(size).toBe(serving.length)
    for (const category of CATEGORIES) {
      const number = serving.filter(member => member.category === category).length
      expect([counts[category], missing[category]]).toEqual([
        number,
        Math.max(0, params.compositionMinimum[category] - number),
      ])
    }
    const short = CATEGORIES.filter(category => counts[category] < params.compositionMinimum[category])
    expect(guaranteed).toBe(short.length === 0)
    expect(escalation?.reasons ?? []).toEqual([
      ...(size < params.minValidators ? ['min_validators'] : []),
      ...short,
    ])
  })
})

test('a slot is free only when the seats after it still suffice for what other categories lack', () => {
  const sixteen = Array.from({ length: 16 }, (_, index) =>
    validatorOf(`regen1v${index}`, { status: 'ACTIVE' }),
  )
  const with10 = sixteen.slice(0, 11)
  expect(slotAvailable(with10, 'infrastructure_builders', M014_V0)).toBe(false)
  expect(slotAvailable(with10, 'trusted_refi_partners', M014_V0)).toBe(true)
  expect(slotAvailable(sixteen, 'trusted_refi_partners', M014_V0)).toBe(false)
  expect(slotAvailable(FIFTEEN, 'trusted_refi_partners', M014_V0)).toBe(true)
})

test('an approved validator holds a seat before it is active', () => {
  const full = [
    ...FIFTEEN,
    ...Array.from({ length: 6 }, (_, index) => validatorOf(`regen1w${index}`, { status: 'APPROVED' })),
  ]
  expect(slotAvailable(full, 'trusted_refi_partners', M014_V0)).toBe(false)
  expect(slotAvailable(full.slice(1), 'trusted_refi_partners', M014_V0)).toBe(true)
})

test('seats filled one by one, as slots allow, always end in a complete set', () => {
  holds(anySetParams, anyCategory, (params, favourite) => {
    let members = [...FIFTEEN].slice(0, 0)
    for (;;) {
      const category = [favourite, ...CATEGORIES].find(category => slotAvailable(members, category, params))
      if (category === undefined) break
      members = [...members, validatorOf(`regen1v${members.length}`, { category, status: 'ACTIVE' })]
    }
    expect(members.length).toBe(params.maxValidators)
    expect(checkComposition(members, params).guaranteed).toBe(true)
  })
})

test.each([
  ['infrastructure_builders', 'infrastructure_builders'],
  ['infrastructure_builder', 'infrastructure_builders'],
  ['InfrastructureBuilder', 'infrastructure_builders'],
  ['Infrastructure Builders', 'infrastructure_builders'],
  ['INFRASTRUCTURE', 'infrastructure_builders'],
  ['trusted-refi-partner', 'trusted_refi_partners'],
  ['trustedRefiPartners', 'trusted_refi_partners'],
  ['refi partner', 'trusted_refi_partners'],
  [' ecological_data_steward ', 'ecological_data_stewards'],
  ['EcologicalDataStewards', 'ecological_data_stewards'],
  ['data_steward', 'ecological_data_stewards'],
])('reading 2.3 #12: %j is %s', (text, category) => {
  expect(parseCategory(text)).toBe(category)
})

test.each(['', 'validator', 'constructor', 'infrastructure_builderss', 's'])(
  'reading 2.3 #12: %j is no category',
  text => {
    expect(() => parseCategory(text)).toThrow('[CATEGORY_UNKNOWN]')
  },
)

test('reading 2.3 #6: f = floor((n − 1)/3); strict asks for one more validator', () => {
  expect([0, 1, 2, 3, 4, 15, 16, 21].map(n => byzantineTolerance(n))).toEqual([0, 0, 0, 0, 1, 4, 5, 6])
  expect([0, 1, 4, 5, 15, 16, 17, 21].map(n => byzantineTolerance(n, 'strict'))).toEqual([
    0, 0, 0, 1, 4, 4, 5, 6,
  ])
  const sixteen = [...FIFTEEN, validatorOf('regen1w', { status: 'ACTIVE' })]
  expect(checkComposition(sixteen, M014_V0).tolerated).toBe(5)
  expect(checkComposition(sixteen, { ...M014_V0, byzantineRule: 'strict' }).tolerated).toBe(4)
})

test('reading 2.3 #7: at 5 + 5 + 5 a removal is allowed and escalates, or is blocked', () => {
  const allow = checkRemoval(FIFTEEN, 'regen1v0', M014_V0)
  expect(allow.allowed).toBe(true)
  expect(allow.after.escalation).toEqual({
    level: 'P0',
    reasons: ['min_validators', 'infrastructure_builders'],
  })
  const block = checkRemoval(FIFTEEN, 'regen1v0', { ...M014_V0, removalAtMinimum: 'block' })
  expect(block).toEqual({ ...allow, allowed: false })
})

test('reading 2.3 #7: sixteen validators can spare one, of the category that has six', () => {
  const sixteen = [...FIFTEEN, validatorOf('regen1w', { status: 'ACTIVE' })]
  const blocking = { ...M014_V0, removalAtMinimum: 'block' } as const
  expect(checkRemoval(sixteen, 'regen1v0', blocking)).toMatchObject({
    allowed: true,
    after: { escalation: null },
  })
  expect(checkRemoval(sixteen, 'regen1v1', blocking)).toMatchObject({
    allowed: false,
    after: { size: 15, escalation: { reasons: ['trusted_refi_partners'] } },
  })
})

test('reading 2.3 #7: a removal that leaves 14 is blocked too, though every category has its minimum', () => {
  const params = { ...M014_V0, compositionMinimum: PHASE_IN_4_4_4, removalAtMinimum: 'block' } as const
  expect(checkRemoval(FIFTEEN, 'regen1v0', params)).toMatchObject({
    allowed: false,
    after: { guaranteed: true, escalation: { reasons: ['min_validators'] } },
  })
})

test('reading 2.3 #7: while the set is built up, 4 + 4 + 4 is enough', () => {
  const twelve = FIFTEEN.slice(0, 12)
  expect(checkComposition(twelve, M014_V0).guaranteed).toBe(false)
  const phaseIn = { ...M014_V0, compositionMinimum: PHASE_IN_4_4_4 }
  expect(checkComposition(twelve, phaseIn)).toMatchObject({
    guaranteed: true,
    escalation: { reasons: ['min_validators'] },
  })
  expect(checkComposition(twelve, { ...phaseIn, minValidators: 12 }).escalation).toBeNull()
})

test('each category has three criteria, and all must be shown', () => {
  for (const category of CATEGORIES) {
    const ids = criteriaOf(category).map(({ id }) => id)
    expect(ids.length).toBe(3)
    expect(Object.values(meetsCriteria(category, ids))).toEqual([true, true, true])
    expect(meetsCriteria(category, ids.slice(1))[ids[0] ?? '']).toBe(false)
  }
  expect(new Set(CRITERIA.map(({ id }) => id)).size).toBe(CRITERIA.length)
})
