import { expect, test } from 'vitest'
import {
  activationGuards,
  countBalance,
  dynamicGuards,
  M012_PHASES,
  M014_STATES,
  nextPhase,
  type PhaseProgress,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'

const at = (phase: PhaseProgress['phase'], consecutive = 0n): PhaseProgress => ({ phase, consecutive })

test('INFLATIONARY → TRANSITION names its guards: approved, M013 active, M014 active', () => {
  const facts = { proposalApproved: true, m013Active: true, m014Phase: 'ACTIVE' } as const
  const guards = activationGuards(facts, { requireM014: 'ACTIVE' })
  expect(guards).toEqual({ proposalApproved: true, m013Active: true, m014Active: true })
  expect(nextPhase(at('INFLATIONARY'), guards)).toEqual(at('TRANSITION'))
})

test.each(['proposalApproved', 'm013Active', 'm014Active'])(
  'INFLATIONARY stays while %s does not hold',
  guard => {
    const guards = { proposalApproved: true, m013Active: true, m014Active: true, [guard]: false }
    expect(nextPhase(at('INFLATIONARY'), guards)).toEqual(at('INFLATIONARY'))
  },
)

test.each(
  M014_STATES.flatMap(m014Phase =>
    (['ACTIVE', 'TRANSITION'] as const).map(requireM014 => ({ m014Phase, requireM014 })),
  ),
)('M014 $m014Phase where $requireM014 is required', ({ m014Phase, requireM014 }) => {
  const guards = activationGuards({ proposalApproved: true, m013Active: true, m014Phase }, { requireM014 })
  expect(guards['m014Active']).toBe(M014_STATES.indexOf(m014Phase) >= M014_STATES.indexOf(requireM014))
})

const burned = {
  firstBurnPeriodComplete: true,
  validatorsCompensated: true,
  feeRevenue: 1n as Uregen,
  burned: 1n as Uregen,
}

test('TRANSITION → DYNAMIC names its guards', () => {
  const guards = dynamicGuards(burned)
  expect(guards).toEqual({
    firstBurnPeriodComplete: true,
    validatorsCompensated: true,
    feeRevenue: true,
    burnExecuted: true,
  })
  expect(nextPhase(at('TRANSITION'), guards)).toEqual(at('DYNAMIC'))
})

test.each([
  { firstBurnPeriodComplete: false },
  { validatorsCompensated: false },
  { feeRevenue: 0n as Uregen },
  { burned: 0n as Uregen },
])('TRANSITION stays with %o', change => {
  expect(nextPhase(at('TRANSITION'), dynamicGuards({ ...burned, ...change }))).toEqual(at('TRANSITION'))
})

test('guards never lead past DYNAMIC', () => {
  expect(nextPhase(at('DYNAMIC', 3n), {})).toEqual(at('DYNAMIC', 3n))
  expect(nextPhase(at('EQUILIBRIUM', 12n), {})).toEqual(at('EQUILIBRIUM', 12n))
})

test('DYNAMIC → EQUILIBRIUM after 12 periods in a row, not after 11 and a gap', () => {
  const run = (balances: readonly boolean[]) =>
    balances.reduce((progress, near) => countBalance(progress, near, 12n), at('DYNAMIC'))
  const near = (times: number) => Array<boolean>(times).fill(true)
  expect(run(near(11))).toEqual(at('DYNAMIC', 11n))
  expect(run(near(12))).toEqual(at('EQUILIBRIUM', 12n))
  expect(run([...near(11), false, ...near(11)])).toEqual(at('DYNAMIC', 11n))
})

test.each(M012_PHASES.slice(0, 2))('%s counts no balance', phase => {
  expect(countBalance(at(phase), true, 1n)).toEqual(at(phase))
})
