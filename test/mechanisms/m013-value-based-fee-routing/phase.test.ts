import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  M013_PHASES,
  nextPhase,
  paysIn,
  type TransitionFacts,
  transitionGuards,
  type ValueBasedFacts,
  valueBasedGuards,
} from '../../../src/mechanisms/m013-value-based-fee-routing/phase.ts'
import { dayNumber } from '../../../src/primitives/time.ts'
import { holds } from '../../support/arbitraries.ts'

const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
const TODAY = Number(dayNumber('2026-11-21'))

/** The `count` days that end `ago` days before today. */
const daysWithFees = (count: number, ago = 1) =>
  Array.from({ length: count }, (_, index) => day(TODAY - ago - index))

const READY: ValueBasedFacts = {
  transitionStarted: day(TODAY - 90),
  today: day(TODAY),
  accelerated: false,
  daysWithFees: daysWithFees(30),
}

describe('FLAT_GAS → TRANSITION', () => {
  const all: TransitionFacts = {
    proposalApproved: true,
    feeCollectorDeployed: true,
    poolAddressesConfigured: true,
  }

  test('happens when the proposal passed, the fee collector is deployed and the pool addresses are set', () => {
    expect(nextPhase('FLAT_GAS', transitionGuards(all))).toBe('TRANSITION')
  })

  test.each(['proposalApproved', 'feeCollectorDeployed', 'poolAddressesConfigured'] as const)(
    'does not happen without %s',
    guard => {
      const guards = transitionGuards({ ...all, [guard]: false })
      expect(guards[guard]).toBe(false)
      expect(nextPhase('FLAT_GAS', guards)).toBe('FLAT_GAS')
    },
  )
})

describe('TRANSITION → VALUE_BASED', () => {
  const next = (facts: Partial<ValueBasedFacts>) =>
    nextPhase('TRANSITION', valueBasedGuards({ ...READY, ...facts }))

  test('happens after 90 days with fees on each of the 30 days that end yesterday', () => {
    expect(next({})).toBe('VALUE_BASED')
  })

  test('does not happen on the 89th day, unless governance accelerates', () => {
    const early = { transitionStarted: day(TODAY - 89) }
    expect(next(early)).toBe('TRANSITION')
    expect(next({ ...early, accelerated: true })).toBe('VALUE_BASED')
  })

  test('governance cannot accelerate past the 30 days of fees', () => {
    expect(next({ accelerated: true, daysWithFees: daysWithFees(29) })).toBe('TRANSITION')
  })

  test.each([
    ['29 days of fees', daysWithFees(29)],
    ['30 days that end the day before yesterday', daysWithFees(30, 2)],
    ['30 days that end today: today is not over', daysWithFees(30, 0)],
    ['30 days with one missing in the middle', daysWithFees(31).filter((_, index) => index !== 15)],
    ['no day at all', []],
  ])('does not happen with %s', (_, days) => {
    expect(next({ daysWithFees: days })).toBe('TRANSITION')
  })

  test('counts UTC days, in any order, each once', () => {
    const days = daysWithFees(30).toReversed()
    expect(next({ daysWithFees: [...days, ...days, day(TODAY)] })).toBe('VALUE_BASED')
    const late = days.map(date => `${date}T23:59:59.999999999Z`)
    expect(next({ daysWithFees: late })).toBe('VALUE_BASED')
  })

  test('the two guards are reported one by one', () => {
    expect(valueBasedGuards({ ...READY, daysWithFees: [] })).toEqual({
      periodOver: true,
      thirtyDaysOfFees: false,
    })
  })
})

test('a phase moves one step at most, and only when every guard holds', () => {
  holds(
    fc.constantFrom(...M013_PHASES),
    fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
    (phase, held) => {
      const guards = Object.fromEntries(held.map((holds, index) => [`guard ${index}`, holds]))
      const step = M013_PHASES.indexOf(nextPhase(phase, guards)) - M013_PHASES.indexOf(phase)
      expect(step).toBe(held.every(Boolean) && phase !== 'VALUE_BASED' ? 1 : 0)
    },
  )
})

test.each([
  ['FLAT_GAS', 'keep', { valueFee: false, gas: true }],
  ['FLAT_GAS', 'zero', { valueFee: false, gas: true }],
  ['TRANSITION', 'keep', { valueFee: true, gas: true }],
  ['TRANSITION', 'zero', { valueFee: true, gas: true }],
  ['VALUE_BASED', 'keep', { valueFee: true, gas: true }],
  ['VALUE_BASED', 'zero', { valueFee: true, gas: false }],
] as const)('in %s with gas "%s" a credit transaction pays %o', (phase, gas, pays) => {
  expect(paysIn(phase, gas)).toEqual(pays)
})
