import { expect, test } from 'vitest'
import { parseChange } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/changes/parseChange.ts'
import {
  backingShare,
  computeMint,
  ecologicalMultiplier,
  M012_V0,
  type M014State,
  type Multiplier,
  type SupplyParams,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { formatRatio, ONE, parseRatio, ratio, ZERO } from '../../../src/primitives/ratio.ts'
import { mintOf, state, withParams } from './states.ts'

test.each([
  ['INACTIVE', '0.4'],
  ['TRANSITION', '0.4'],
  ['ACTIVE', '0.1'],
  ['EQUILIBRIUM', '0.1'],
] as const)('reading 2.1 #7: in m014.state %s the backing is %s of the supply', (m014Phase, share) => {
  const { num, den } = backingShare(state('100', '40', '10', m014Phase), 'phase-gated')
  expect(formatRatio(ratio(num, den))).toBe(share)
})

test('reading 2.1 #7: in TRANSITION the larger of both counts, whichever it is', () => {
  expect(mintOf(state('121000000', '40000000', '10000000', 'TRANSITION'))).toBe(
    mintOf(state('121000000', '10000000', '40000000', 'TRANSITION')),
  )
})

test('reading 2.1 #7: a multiplier that is switched off is 1, and an unknown m014.state an error', () => {
  const of = state('121000000', '60500000')
  expect([mintOf(of), mintOf(of, { multiplier: 'none' })]).toEqual(['3000000', '2000000'])
  for (const m014Phase of ['PAUSED', 'constructor', '']) {
    expect(() => computeMint({ ...of, m014Phase: m014Phase as M014State }, M012_V0)).toThrow(
      '[STATE_INCOMPLETE]',
    )
  }
})

const eco = (change: string, ecoMax = '1') =>
  formatRatio(
    ecologicalMultiplier(
      { change: parseChange(change), source: 'oracle', age: 0n },
      withParams({ ecologicalSource: 'oracle', ecoMax: parseRatio(ecoMax) }),
    ),
  )

test.each([
  ['0', '1', '1'],
  ['15', '1', '0.7'],
  ['50', '1', '0'],
  ['5000', '1', '0'],
  ['-25', '1', '1'],
  ['-25', '2', '1.5'],
  ['-5000', '2', '2'],
  ['0', '0.5', '0.5'],
])('reading 2.1 #9: ΔCO₂ of %s ppm with ecoMax %s multiplies by %s', (change, ecoMax, expected) => {
  expect(eco(change, ecoMax)).toBe(expected)
})

test('reading 2.1 #9: however good the air, no more than the headroom is minted (the reference mints 424.2T on 21T)', () => {
  const all = {
    ...state('200000000', '200000000'),
    co2: { change: parseChange('-5000'), source: 'oracle', age: 0n } as const,
  }
  const params = {
    baseRate: parseRatio('0.1') as SupplyParams['baseRate'],
    ecologicalSource: 'oracle',
  } as const
  expect(mintOf(all, { ...params, ecoMax: ratio(1_000n) })).toBe('21000000')
  expect(mintOf(all, params)).toBe('4200000')
})

test('OQ-M012-2: a source that is named must have said something lately; no default stands in', () => {
  const params = withParams({ ecologicalSource: 'attestation' })
  const at = (source: 'attestation' | 'oracle', age: bigint) =>
    ecologicalMultiplier({ change: parseChange('5'), source, age }, params)
  expect(formatRatio(at('attestation', 30n * 86_400n))).toBe('0.9')
  expect(() => at('attestation', 30n * 86_400n + 1n)).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: The state's co2 is from attestation, 2592001 s old; wanted one from attestation, at most 30 days old. Supply it, or choose a policy that does not need it. [STATE_INCOMPLETE]]`,
  )
  expect(() => at('oracle', 0n)).toThrow('[STATE_INCOMPLETE]')
  expect(() => ecologicalMultiplier(undefined, params)).toThrow('[STATE_INCOMPLETE]')
  expect(ecologicalMultiplier(undefined, M012_V0)).toEqual(ONE)
})

test.each([
  ['staking', '1.4'],
  ['stability', '1.1'],
  ['max', '1.4'],
  ['validator-participation', '1.6'],
  ['none', '1'],
] as const)(
  'OQ-M012-5: with %s the multiplier is %s, whatever m014 does',
  (multiplier: Multiplier, expected) => {
    for (const m014Phase of ['INACTIVE', 'ACTIVE'] as const) {
      const of = { ...state('100', '40', '10', m014Phase), validators: { active: 9, max: 15 } }
      const { num, den } = backingShare(of, multiplier)
      expect(formatRatio(ratio(den + num, den))).toBe(expected)
    }
  },
)

test('OQ-M012-5: validator participation needs its counts, and 16 of 15 is an error', () => {
  const of = state('100')
  expect(() => backingShare(of, 'validator-participation')).toThrow('[STATE_INCOMPLETE]')
  const count = (active: number, max: number) =>
    backingShare({ ...of, validators: { active, max } }, 'validator-participation')
  expect(() => count(16, 15)).toThrow('[BACKING_EXCEEDS_SUPPLY]')
  expect(() => count(-1, 15)).toThrow('[BACKING_EXCEEDS_SUPPLY]')
  expect(count(0, 0)).toEqual(ZERO)
})
