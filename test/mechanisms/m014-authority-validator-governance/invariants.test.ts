import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AuthorityValidator,
  addDays,
  byzantineTolerance,
  checkComposition,
  checkRemoval,
  compensate,
  decisionDue,
  expireTerms,
  LIFECYCLE,
  M014_V0,
  restorationGuards,
  type SeatVote,
  tallySeat,
  transition,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { sumUregen } from '../../../src/primitives/uregen.ts'
import { anyUregen, holds } from '../../support/arbitraries.ts'
import { anyPaid, anyPayParams, anySet, anySetParams, anyTime, validatorOf } from './arbitraries.ts'

test('invariant 1, Composition Guarantee: a set below a minimum is never called complete, and a removal that breaks it is blocked or escalates', () => {
  holds(anySet, anySetParams, fc.nat(29), (members, params, index) => {
    const before = checkComposition(members, params)
    const { allowed, after } = checkRemoval(members, `regen1v${index}`, params)
    expect(before.guaranteed).toBe(Object.values(before.missing).every(missing => missing === 0))
    if (!after.guaranteed) expect(after.escalation?.level).toBe('P0')
    if (params.removalAtMinimum === 'block' && allowed) expect(after.guaranteed).toBe(true)
    if (params.removalAtMinimum === 'allow-escalate') expect(allowed).toBe(true)
  })
})

test('invariant 2, Byzantine Tolerance: n ≥ 3f + 1 (strict: n > 3f + 1) for the largest f there is', () => {
  holds(fc.nat(10_000), n => {
    const f = byzantineTolerance(n + 1)
    expect(n + 1 >= 3 * f + 1 && n + 1 < 3 * (f + 1) + 1).toBe(true)
    const strict = byzantineTolerance(n + 2, 'strict')
    expect(n + 2 > 3 * strict + 1 && n + 2 <= 3 * (strict + 1) + 1).toBe(true)
  })
})

const anyVotes: fc.Arbitrary<readonly SeatVote[]> = fc.array(
  fc.record({
    voter: fc.constantFrom('regen1c', 'regen1v1', 'regen1v2', 'regen1v3', 'regen1h1', 'regen1h2'),
    track: fc.constantFrom('validators' as const, 'holders' as const),
    option: fc.constantFrom('yes' as const, 'no' as const, 'veto' as const, 'abstain' as const),
    weight: fc.bigInt({ min: 0n, max: 1_000n }),
  }),
  { maxLength: 12 },
)

test('invariant 3, No Self-Approval: validators alone never fill a seat, and the candidate’s own votes change nothing', () => {
  holds(anyVotes, votes => {
    const onlyValidators = votes.map(vote => ({ ...vote, track: 'validators' as const }))
    expect(tallySeat('regen1c', onlyValidators).notByValidatorsAlone).toBe(false)
    const validators = votes.filter(({ track }) => track === 'validators').map(({ voter }) => voter)
    const insiders = votes.filter(({ voter }) => validators.includes(voter))
    expect(tallySeat('regen1c', insiders).notByValidatorsAlone).toBe(false)
    const { excluded, ...tally } = tallySeat('regen1c', votes)
    const { excluded: none, ...without } = tallySeat(
      'regen1c',
      votes.filter(({ voter }) => voter !== 'regen1c'),
    )
    expect(tally).toEqual(without)
    expect([excluded.length, none.length]).toEqual([
      votes.filter(({ voter }) => voter === 'regen1c').length,
      0,
    ])
    if (tally.notByValidatorsAlone) expect(tally.holders.yes > tally.holders.no).toBe(true)
  })
})

test('invariant 4, Term Accountability: after terms are expired nobody serves beyond one, and nothing but an approval leads back', () => {
  const served = ['ACTIVE', 'PROBATION']
  holds(anySet, fc.array(anyTime, { minLength: 30, maxLength: 30 }), anyTime, (members, ends, at) => {
    const validators = members.map(
      (member, index): AuthorityValidator => ({ ...member, termEnd: ends[index] ?? null }),
    )
    const after = expireTerms(validators, at)
    for (const { status, termEnd } of after)
      if (served.includes(status)) expect((termEnd ?? '~') > at).toBe(true)
    for (const [index, validator] of validators.entries()) {
      const expired = after[index]
      const over = served.includes(validator.status) && (validator.termEnd ?? '~') <= at
      expect(expired?.status).toBe(over ? 'TERM_EXPIRED' : validator.status)
      if (over) {
        expect(decisionDue(validator, at, M014_V0)).toContain('re-apply-or-leave')
        expect(
          restorationGuards(validator, { performance: 'met', agentConfirms: true, at }, M014_V0),
        ).toMatchObject({
          withinTerm: false,
        })
      }
    }
  })
  const path = (from: AuthorityValidator['status'], seen: readonly string[] = []): readonly string[] =>
    LIFECYCLE[from].flatMap(to => (seen.includes(to) ? [] : [to, ...path(to, [...seen, to])]))
  expect(path('TERM_EXPIRED').slice(0, 3)).toEqual(['CANDIDATE', 'APPROVED', 'ACTIVE'])
})

test('invariant 4, Term Accountability: a term that starts ends within its length', () => {
  holds(anyTime, at => {
    const { termEnd } = transition(
      validatorOf('regen1v', { status: 'APPROVED' }),
      { to: 'ACTIVE', guards: { activated: true }, at },
      M014_V0,
    )
    expect(termEnd !== null && termEnd > at && termEnd <= addDays(at, 366)).toBe(true)
  })
})

test('invariant 5, Compensation Cap: what is paid never exceeds the fund, and never falls short of it in silence', () => {
  holds(anyUregen, anyPaid, anyPayParams, (fund, validators, params) => {
    const { payments, paid, remaining, overdraw } = compensate({ fund, validators, params })
    expect(sumUregen(...payments.map(({ pay }) => pay)) <= fund).toBe(true)
    expect([paid + remaining, overdraw]).toEqual([fund, 0n])
    for (const { pay, base, bonus, escrowed } of payments)
      expect(pay >= 0n && base >= 0n && bonus >= 0n && escrowed <= pay).toBe(true)
  })
})

test('invariant 6, Graceful Degradation: below min_validators there is always a P0, at or above it none for that reason', () => {
  holds(anySet, anySetParams, (members, params) => {
    const { size, escalation } = checkComposition(members, params)
    expect(escalation?.reasons.includes('min_validators') ?? false).toBe(size < params.minValidators)
    if (size < params.minValidators) expect(escalation?.level).toBe('P0')
  })
})
