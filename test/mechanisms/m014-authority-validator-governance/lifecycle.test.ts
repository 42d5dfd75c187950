import { expect, test } from 'vitest'
import {
  type AuthorityValidator,
  activationGuards,
  approvalGuards,
  decisionDue,
  expiryGuards,
  type Guards,
  hasGoodRecord,
  LIFECYCLE,
  M014_V0,
  type PerformanceRecord,
  probationGuards,
  reapply,
  removalGuards,
  restorationGuards,
  tallySeat,
  transition,
  VALIDATOR_STATUSES,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import {
  criteriaOf,
  meetsCriteria,
} from '../../../src/mechanisms/m014-authority-validator-governance/validatorSet/criteria.ts'
import { ONE } from '../../../src/primitives/ratio.ts'
import { parseRegen } from '../../../src/primitives/uregen.ts'
import { FIFTEEN, validatorOf } from './arbitraries.ts'

const START = '2026-06-01T00:00:00Z'

const active = validatorOf('regen1v', { status: 'ACTIVE', termStart: START, termEnd: '2027-06-01T00:00:00Z' })
const onProbation: AuthorityValidator = {
  ...active,
  status: 'PROBATION',
  probationStart: '2026-07-01',
  probations: 1,
}

const move = (
  validator: AuthorityValidator,
  to: AuthorityValidator['status'],
  guards: Guards = {},
  at = START,
) => transition(validator, { to, guards, at }, M014_V0)

const failing = (guards: Guards) => Object.keys(guards).filter(guard => !guards[guard])

test('the edges of the lifecycle, and no others', () => {
  const edges = VALIDATOR_STATUSES.flatMap(from => LIFECYCLE[from].map(to => `${from} → ${to}`))
  expect(edges).toEqual([
    'CANDIDATE → APPROVED',
    'APPROVED → ACTIVE',
    'ACTIVE → PROBATION',
    'ACTIVE → TERM_EXPIRED',
    'PROBATION → ACTIVE',
    'PROBATION → REMOVED',
    'PROBATION → TERM_EXPIRED',
    'TERM_EXPIRED → CANDIDATE',
  ])
  for (const from of VALIDATOR_STATUSES)
    for (const to of VALIDATOR_STATUSES) {
      const step = () => move({ ...active, status: from }, to)
      if (LIFECYCLE[from].includes(to)) expect(step().status).toBe(to)
      else expect(step).toThrow('[TRANSITION_REFUSED]')
    }
})

test('a refused transition names the guards that do not hold', () => {
  expect(() =>
    move(validatorOf('regen1v'), 'APPROVED', {
      governanceApproved: true,
      slotAvailable: false,
      noActiveConflicts: false,
    }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: regen1v cannot go from CANDIDATE to APPROVED: slotAvailable, noActiveConflicts. See SPEC M014, Validator Lifecycle, for its guards. [TRANSITION_REFUSED]]`,
  )
})

const category = 'trusted_refi_partners'
const candidateOf = validatorOf('regen1c', { category })
const approvalFacts = {
  governanceApproved: true,
  tally: tallySeat('regen1c', [{ voter: 'regen1h', track: 'holders', option: 'yes', weight: 1n }]),
  criteria: meetsCriteria(
    category,
    criteriaOf(category).map(({ id }) => id),
  ),
  noActiveConflicts: true,
  members: FIFTEEN,
}

test('CANDIDATE → APPROVED: every guard by name', () => {
  expect(approvalGuards(candidateOf, approvalFacts, M014_V0)).toEqual({
    governanceApproved: true,
    notByValidatorsAlone: true,
    meetsCompositionCriteria: true,
    slotAvailable: true,
    noActiveConflicts: true,
  })
})

test.each([
  [{ governanceApproved: false }, 'governanceApproved'],
  [{ tally: tallySeat('regen1c', []) }, 'notByValidatorsAlone'],
  [{ criteria: meetsCriteria(category, ['mission', 'uptime']) }, 'meetsCompositionCriteria'],
  [{ criteria: {} }, 'meetsCompositionCriteria'],
  [{ noActiveConflicts: false }, 'noActiveConflicts'],
  [
    {
      members: [
        ...FIFTEEN,
        ...Array.from({ length: 6 }, (_, i) => validatorOf(`regen1w${i}`, { status: 'ACTIVE' })),
      ],
    },
    'slotAvailable',
  ],
])('CANDIDATE → APPROVED fails with %o at %s', (change, guard) => {
  expect(failing(approvalGuards(candidateOf, { ...approvalFacts, ...change }, M014_V0))).toEqual([guard])
})

const activationFacts = {
  nodeOperational: true,
  bonded: parseRegen('0'),
  uptimeTested: true,
  keyManagementAudited: true,
}

test('APPROVED → ACTIVE starts a term of 12 months', () => {
  const guards = activationGuards(activationFacts, M014_V0)
  expect(failing(guards)).toEqual([])
  expect(move(validatorOf('regen1v', { status: 'APPROVED', probations: 2 }), 'ACTIVE', guards)).toMatchObject(
    {
      status: 'ACTIVE',
      termStart: START,
      termEnd: '2027-06-01T00:00:00Z',
      probations: 0,
    },
  )
})

test.each(['nodeOperational', 'uptimeTested', 'keyManagementAudited'])('APPROVED → ACTIVE needs %s', fact => {
  expect(failing(activationGuards({ ...activationFacts, [fact]: false }, M014_V0))).toEqual([fact])
})

test('reading 2.3 #13: the least stake is 0, and another amount is a guard', () => {
  const { bondedMinimumStake } = activationGuards(activationFacts, { minStake: parseRegen('1000') })
  expect(bondedMinimumStake).toBe(false)
  expect(
    activationGuards({ ...activationFacts, bonded: parseRegen('1000') }, { minStake: parseRegen('1000') }),
  ).toEqual({
    nodeOperational: true,
    bondedMinimumStake: true,
    uptimeTested: true,
    keyManagementAudited: true,
  })
})

test.each([
  ['below', false, true, false, []],
  ['met', true, false, true, []],
  ['met', false, true, true, ['belowThresholdOrConcern']],
  ['unknown', false, true, true, ['belowThresholdOrConcern']],
  ['below', true, false, false, ['reportOrMotion']],
] as const)(
  'ACTIVE → PROBATION with performance %s, concern %s, report %s, motion %s lacks %o',
  (performance, governanceConcern, agentReport, governanceMotion, missing) => {
    expect(
      failing(probationGuards({ performance, governanceConcern, agentReport, governanceMotion })),
    ).toEqual(missing)
  },
)

test('ACTIVE → PROBATION starts the probation and is remembered', () => {
  expect(move(active, 'PROBATION', {}, '2026-07-01')).toEqual(onProbation)
})

const restored = { performance: 'met', agentConfirms: true, at: '2026-07-31' } as const

test('PROBATION → ACTIVE after 30 days, restored and confirmed, within the term', () => {
  const guards = restorationGuards(onProbation, restored, M014_V0)
  expect(guards).toEqual({
    performanceRestored: true,
    agentConfirms: true,
    probationElapsed: true,
    withinTerm: true,
  })
  expect(move(onProbation, 'ACTIVE', guards, restored.at)).toEqual({ ...active, probations: 1 })
})

test.each([
  [{ performance: 'below' }, 'performanceRestored'],
  [{ performance: 'unknown' }, 'performanceRestored'],
  [{ agentConfirms: false }, 'agentConfirms'],
  [{ at: '2026-07-30T23:59:59Z' }, 'probationElapsed'],
  [{ at: '2027-06-01' }, 'withinTerm'],
] as const)('PROBATION → ACTIVE fails with %o at %s', (change, guard) => {
  expect(failing(restorationGuards(onProbation, { ...restored, ...change }, M014_V0))).toEqual([guard])
})

const removal = { performance: 'below', removalConfirmed: true, members: FIFTEEN, at: '2026-07-31' } as const

test.each([
  [{}, {}, []],
  [{ performance: 'unknown' }, {}, []],
  [{ performance: 'met' }, {}, ['performanceNotRestored']],
  [{ removalConfirmed: false }, {}, ['removalConfirmed']],
  [{ at: '2026-07-30' }, {}, ['probationElapsed']],
  [{}, { removalAtMinimum: 'block' }, ['removalPermitted']],
] as const)('PROBATION → REMOVED with %o and %o lacks %o', (facts, params, missing) => {
  const member = { ...onProbation, address: 'regen1v0' }
  expect(failing(removalGuards(member, { ...removal, ...facts }, { ...M014_V0, ...params }))).toEqual(missing)
})

test('reading 2.3 #8: a term ends in ACTIVE and in PROBATION, to the second', () => {
  for (const validator of [active, onProbation]) {
    expect(expiryGuards(validator, '2027-05-31T23:59:59Z')).toEqual({ termEndReached: false })
    const guards = expiryGuards(validator, '2027-06-01T00:00:00Z')
    expect(move(validator, 'TERM_EXPIRED', guards, '2027-06-03')).toEqual({
      ...validator,
      status: 'TERM_EXPIRED',
    })
  }
  expect(expiryGuards(validatorOf('regen1v', { status: 'ACTIVE' }), START)).toEqual({ termEndReached: false })
})

test('reading 2.3 #8: there is no renewal without a decision: from TERM_EXPIRED only CANDIDATE', () => {
  expect(LIFECYCLE.TERM_EXPIRED).toEqual(['CANDIDATE'])
  expect(decisionDue(active, '2027-06-01', M014_V0)).toEqual(['re-apply-or-leave'])
  expect(decisionDue({ ...active, status: 'TERM_EXPIRED' }, '2027-06-01', M014_V0)).toEqual([
    're-apply-or-leave',
  ])
})

test('reading 2.3 #9: probation that has run out waits for a decision, and nothing happens by itself', () => {
  expect(decisionDue(onProbation, '2026-07-30', M014_V0)).toEqual([])
  expect(decisionDue(onProbation, '2026-12-01', M014_V0)).toEqual(['restore-or-remove'])
  expect(decisionDue(onProbation, '2027-06-01', M014_V0)).toEqual(['restore-or-remove', 're-apply-or-leave'])
  expect(decisionDue(active, '2026-12-01', M014_V0)).toEqual([])
})

const record: PerformanceRecord = {
  address: 'regen1v',
  period: 51n,
  metrics: { uptime: ONE },
  score: ONE,
  confidence: ONE,
  status: 'met',
}

test('TERM_EXPIRED → CANDIDATE: streamlined for incumbents with a good record', () => {
  const expired: AuthorityValidator = { ...active, status: 'TERM_EXPIRED', performance: record }
  const apply = (validator: AuthorityValidator) =>
    reapply(validator, { at: START, shown: ['mission'] }, M014_V0)
  expect(apply(expired)).toEqual({
    validator: {
      ...expired,
      status: 'CANDIDATE',
      application: expect.objectContaining({ streamlined: true }),
    },
    application: {
      address: 'regen1v',
      category: 'infrastructure_builders',
      submitted: START,
      shown: ['mission'],
      streamlined: true,
    },
  })
  for (const change of [
    { probations: 1 },
    { performance: { ...record, status: 'below' as const } },
    { performance: null },
    { termStart: null },
  ])
    expect(apply({ ...expired, ...change }).application.streamlined).toBe(false)
  expect(hasGoodRecord(validatorOf('regen1n', { performance: record }))).toBe(false)
  expect(() => apply(active)).toThrow('[TRANSITION_REFUSED]')
})
