import { expect, test } from 'vitest'
import {
  compensate,
  earlyExitGuards,
  escrowBonuses,
  forfeitBonus,
  M014_V0,
  releaseBonuses,
  transition,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { ONE } from '../../../src/primitives/ratio.ts'
import { formatRegen, parseRegen } from '../../../src/primitives/uregen.ts'
import { anyUregen, holds } from '../../support/arbitraries.ts'
import { anyPaid, anyPayParams, anyTime, validatorOf } from './arbitraries.ts'

const week = (params: object = {}) =>
  compensate({
    fund: parseRegen('200'),
    validators: [
      { address: 'regen1a', status: 'ACTIVE', score: ONE },
      { address: 'regen1b', status: 'PROBATION', score: ONE },
    ],
    params: { ...M014_V0, ...params },
  }).payments

const amounts = (held: ReturnType<typeof escrowBonuses>) =>
  held.map(({ address, quarter, amount }) => `${address} ${quarter} ${formatRegen(amount)}`)

test('reading 2.3 #11: the bonus waits in escrow for the end of its quarter', () => {
  const first = escrowBonuses([], week(), '2026-11-21')
  expect(amounts(first)).toEqual(['regen1a 2026-Q4 10', 'regen1b 2026-Q4 5'])
  const second = escrowBonuses(first, week(), '2026-11-28')
  expect(amounts(second)).toEqual(['regen1a 2026-Q4 20', 'regen1b 2026-Q4 10'])
  const third = escrowBonuses(second, week(), '2027-01-02')
  const { released, held } = releaseBonuses(third, '2027-01-02')
  expect(amounts(released)).toEqual(['regen1a 2026-Q4 20', 'regen1b 2026-Q4 10'])
  expect(amounts(held)).toEqual(['regen1a 2027-Q1 10', 'regen1b 2027-Q1 5'])
  expect(releaseBonuses(second, '2026-12-31T23:59:59Z').released).toEqual([])
})

test('reading 2.3 #11: with bonusVesting none nothing waits', () => {
  expect(escrowBonuses([], week({ bonusVesting: 'none' }), '2026-11-21')).toEqual([])
})

test('reading 2.3 #11: an early exit forfeits the current quarter’s bonus, and only that', () => {
  const held = escrowBonuses(escrowBonuses([], week(), '2026-09-30'), week(), '2026-10-07')
  const { forfeited, held: left } = forfeitBonus(held, 'regen1a', '2026-11-21')
  expect(formatRegen(forfeited)).toBe('10')
  expect(amounts(left)).toEqual(['regen1a 2026-Q3 10', 'regen1b 2026-Q3 5', 'regen1b 2026-Q4 5'])
  expect(forfeitBonus(held, 'regen1nobody', '2026-11-21')).toEqual({ forfeited: 0n, held })
})

test('nothing is lost in escrow: what was held and added is released, forfeited or still held', () => {
  holds(anyUregen, anyPaid, anyPayParams, anyTime, anyTime, (fund, validators, params, earlier, later) => {
    const { payments } = compensate({ fund, validators, params })
    const held = escrowBonuses(escrowBonuses([], payments, earlier), payments, later)
    const sum = (bonuses: typeof held) => bonuses.reduce((total, { amount }) => total + amount, 0n)
    expect(sum(held)).toBe(2n * payments.reduce((total, { escrowed }) => total + escrowed, 0n))
    const { released, held: waiting } = releaseBonuses(held, later)
    const { forfeited, held: left } = forfeitBonus(waiting, validators[0]?.address ?? '', later)
    expect(sum(released) + forfeited + sum(left)).toBe(sum(held))
    for (const { pay, escrowed } of payments) expect(escrowed <= pay).toBe(true)
  })
})

const active = validatorOf('regen1a', { status: 'ACTIVE', termStart: '2026-06-01', termEnd: '2027-06-01' })

test.each([
  ['2026-10-22', '2026-11-21', { serving: true, noticeGiven: true }],
  ['2026-10-22T00:00:01Z', '2026-11-21', { serving: true, noticeGiven: false }],
  [null, '2026-11-21', { serving: true, noticeGiven: false }],
])('early exit with notice of %s at %s: %o', (notice, at, guards) => {
  expect(earlyExitGuards(active, { notice, at }, M014_V0)).toEqual(guards)
})

test('an early exit ends the term on its day', () => {
  const at = '2026-11-21'
  const guards = earlyExitGuards(active, { notice: '2026-10-01', at }, M014_V0)
  expect(transition(active, { to: 'TERM_EXPIRED', guards, at }, M014_V0)).toEqual({
    ...active,
    status: 'TERM_EXPIRED',
    termEnd: at,
  })
  const unserved = earlyExitGuards({ ...active, status: 'APPROVED' }, { notice: '2026-10-01', at }, M014_V0)
  expect(unserved).toEqual({ serving: false, noticeGiven: true })
})
