import { expect, test } from 'vitest'
import {
  type AuthorityValidator,
  checkComposition,
  compensate,
  M014_V0,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import {
  compensationDistributed,
  validatorEvent,
} from '../../../src/mechanisms/m014-authority-validator-governance/records.ts'
import { ONE } from '../../../src/primitives/ratio.ts'
import { parseRegen } from '../../../src/primitives/uregen.ts'
import { FIFTEEN, validatorOf } from './arbitraries.ts'

const at = '2026-11-21T00:00:00Z'
const category = 'infrastructure_builders'

test('EventValidatorApproved, EventValidatorRemoved and EventTermExpired: one a change, none for the others', () => {
  const term = { termStart: '2025-11-21', termEnd: '2026-11-21' }
  const before = [
    validatorOf('regen1a'),
    validatorOf('regen1b', { status: 'PROBATION' }),
    validatorOf('regen1c', { status: 'ACTIVE', ...term }),
    validatorOf('regen1d', { status: 'ACTIVE' }),
    validatorOf('regen1e', { status: 'APPROVED' }),
  ]
  const statuses = ['APPROVED', 'REMOVED', 'TERM_EXPIRED', 'PROBATION', 'APPROVED'] as const
  const after: readonly AuthorityValidator[] = before.map((validator, index) => ({
    ...validator,
    status: statuses[index] ?? 'ACTIVE',
  }))
  const { escalation } = checkComposition(FIFTEEN.slice(1), M014_V0)
  expect(after.slice(0, 4).flatMap(validator => validatorEvent(validator, { at, escalation }))).toEqual([
    { type: 'EventValidatorApproved', address: 'regen1a', category, at },
    {
      type: 'EventValidatorRemoved',
      address: 'regen1b',
      category,
      at,
      escalation: { level: 'P0', reasons: ['min_validators', category] },
    },
    { type: 'EventTermExpired', address: 'regen1c', ...term },
  ])
})

test('EventCompensationDistributed tells who got what, and what stayed', () => {
  const fund = parseRegen('100')
  const validators = [{ address: 'regen1a', status: 'ACTIVE', score: ONE }] as const
  const result = compensate({ fund, validators, params: M014_V0 })
  expect(compensationDistributed(3n, fund, result)).toEqual({
    type: 'EventCompensationDistributed',
    period: 3n,
    fund,
    paid: fund,
    payments: [
      {
        address: 'regen1a',
        base: parseRegen('90'),
        bonus: parseRegen('10'),
        pay: fund,
        escrowed: parseRegen('10'),
      },
    ],
    remaining: 0n,
  })
})
