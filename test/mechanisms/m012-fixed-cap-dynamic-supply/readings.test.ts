import { expect, test } from 'vitest'
import { checkParams } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import { changePeriodLength } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/changePeriodLength.ts'
import {
  countBurns,
  minBurnAlert,
  mintInflow,
  remint,
  supplyOn,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
import {
  activationGuards,
  advance,
  backingShare,
  capStatus,
  computeMint,
  countBalance,
  ecologicalMultiplier,
  equilibriumNeeds,
  isNearBalance,
  M012_V0,
  type M014State,
  type Multiplier,
  periodsPerYear,
  periodsToCap,
  type SupplyParams,
  type SupplyState,
  settleCap,
  thresholdOf,
  thresholdWarnings,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { parseChange } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/parseChange.ts'
import { formatRatio, ONE, parseRatio, ratio, ZERO } from '../../../src/primitives/ratio.ts'
import { formatRegen, parseRegen, type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import { holds } from '../../support/arbitraries.ts'
import { anyState } from './arbitraries.ts'

const state = (
  supply: string,
  staked = '0',
  stability = '0',
  m014Phase: M014State = 'INACTIVE',
): SupplyState => ({
  supply: parseRegen(supply),
  staked: parseRegen(staked),
  stabilityCommitted: parseRegen(stability),
  m014Phase,
})

const withParams = (change: Partial<SupplyParams>): SupplyParams => checkParams({ ...M012_V0, ...change })

const mintOf = (of: SupplyState, change: Partial<SupplyParams> = {}): string =>
  formatRegen(computeMint(of, withParams(change)))

test('reading 2.1 #1: above the cap nothing is minted and nothing vanishes; weeks to the cap are known', () => {
  const live = state('239826669.588209', '80960000')
  expect(capStatus(live.supply, M012_V0.hardCap)).toBe('above')
  expect(mintOf(live)).toBe('0')
  const { next, vanished } = advance(live, parseRegen('30000'), M012_V0)
  expect([formatRegen(next.supply), vanished]).toEqual(['239796669.588209', 0n])
  expect(
    periodsToCap({ supply: live.supply, burnedPerPeriod: parseRegen('30000'), cap: M012_V0.hardCap }),
  ).toBe(628n)
})

test('reading 2.1 #1, OQ-M012-1: each over-cap policy settles 224M in its own way', () => {
  const settle = (overCapPolicy: SupplyParams['overCapPolicy']) =>
    settleCap(parseRegen('224000000'), withParams({ overCapPolicy }))
  const asItIs = {
    status: 'above',
    supply: parseRegen('224000000'),
    hardCap: M012_V0.hardCap,
    burned: 0n,
    holder: null,
  }
  expect(settle({ kind: 'pure-burn' })).toEqual(asItIs)
  expect(settle({ kind: 'clamp' })).toEqual(asItIs)
  expect(settle({ kind: 'set-cap-to-supply' })).toEqual({ ...asItIs, hardCap: parseRegen('224000000') })
  const amount = parseRegen('3000000')
  expect(settle({ kind: 'one-off-burn', amount, holder: 'community pool' })).toEqual({
    ...asItIs,
    supply: parseRegen('221000000'),
    burned: amount,
    holder: 'community pool',
  })
})

test.each([
  ['221000000', 'at'],
  ['220999999.999999', 'below'],
])('reading 2.1 #1: a supply of %s REGEN stands %s the cap, and no policy touches it', (supply, status) => {
  const kinds = ['pure-burn', 'set-cap-to-supply', 'clamp'] as const
  const oneOff = { kind: 'one-off-burn', amount: parseRegen('1'), holder: 'regen1holder' } as const
  for (const overCapPolicy of [...kinds.map(kind => ({ kind })), oneOff])
    expect(settleCap(parseRegen(supply), withParams({ overCapPolicy }))).toEqual({
      status,
      supply: parseRegen(supply),
      hardCap: M012_V0.hardCap,
      burned: 0n,
      holder: null,
    })
})

test('reading 2.1 #1: a one-off burn needs a holder and cannot exceed the supply', () => {
  const policy = {
    kind: 'one-off-burn',
    amount: parseRegen('224000000.000001'),
    holder: 'regen1holder',
  } as const
  expect(() => settleCap(parseRegen('224000000'), withParams({ overCapPolicy: policy }))).toThrow(
    '[BURN_EXCEEDS_SUPPLY]',
  )
  expect(() => withParams({ overCapPolicy: { ...policy, holder: '' } })).toThrow('[PARAMETER_OUT_OF_BOUNDS]')
})

test('reading 2.1 #1: clamp, as the published reference, shows the 2,970,000 REGEN that vanish', () => {
  const clamp = withParams({ overCapPolicy: { kind: 'clamp' } })
  const { minted, burned, vanished, next } = advance(
    state('224000000', '100000000'),
    parseRegen('30000'),
    clamp,
  )
  expect([minted, burned, vanished, next.supply].map(amount => formatRegen(amount))).toEqual([
    '0',
    '30000',
    '2970000',
    '221000000',
  ])
  holds(anyState, of => {
    const { minted, vanished, next } = advance(of, uregen(0n), clamp)
    expect(next.supply + vanished).toBe(of.supply + minted)
    expect(next.supply <= clamp.hardCap).toBe(true)
  })
})

test('reading 2.1 #2: supply is the bank’s total, or that without named accounts; staked above it is an error', () => {
  const bank = { total: parseRegen('100'), balanceOf: () => parseRegen('30') }
  expect(supplyOn({ kind: 'bank-total' }, bank)).toBe(parseRegen('100'))
  expect(supplyOn({ kind: 'circulating', exclusions: ['a', 'b', 'a'] }, bank)).toBe(parseRegen('40'))
  expect(() => supplyOn({ kind: 'circulating', exclusions: ['a', 'b', 'c', 'd'] }, bank)).toThrow(
    '[AMOUNT_NEGATIVE]',
  )
  expect(() => computeMint(state('40', '40.000001'), M012_V0)).toThrow('[BACKING_EXCEEDS_SUPPLY]')
  expect(() => computeMint(state('0', '1'), M012_V0)).toThrow('[BACKING_EXCEEDS_SUPPLY]')
})

test('reading 2.1 #3: a mint into the community pool is no inflow, unless governance says so', () => {
  const minted = parseRegen('5')
  const inflow = (change: Partial<SupplyParams>) => formatRegen(mintInflow(minted, withParams(change)))
  expect(inflow({})).toBe('0')
  expect(inflow({ countMintAsInflow: true })).toBe('5')
  expect(inflow({ countMintAsInflow: true, mintRecipient: { kind: 'supply-reserve' } })).toBe('0')
})

test('reading 2.1 #4: N is 12 periods, or 12 months, which are 52 weeks', () => {
  expect(equilibriumNeeds(M012_V0)).toBe(12n)
  expect(equilibriumNeeds(withParams({ equilibriumUnit: 'months' }))).toBe(52n)
  expect(
    equilibriumNeeds(withParams({ equilibriumUnit: 'months', periodLength: { kind: 'days', days: 1 } })),
  ).toBe(365n)
  expect(
    equilibriumNeeds(
      withParams({
        equilibriumUnit: 'months',
        equilibriumPeriods: 1,
        periodLength: { kind: 'days', days: 365 },
      }),
    ),
  ).toBe(1n)
})

const balance = (minted: string, burned: string) => ({
  minted: parseRegen(minted),
  burned: parseRegen(burned),
  supply: parseRegen('220000000'),
  hardCap: M012_V0.hardCap,
})

test.each([
  ['cap', { kind: 'cap', share: parseRatio('0.0001') }, '22100'],
  ['flow', { kind: 'flow', share: parseRatio('0.01') }, '1000'],
  ['supply', { kind: 'supply', share: parseRatio('0.01') }, '2200000'],
  ['absolute', { kind: 'absolute', amount: parseRegen('500') }, '500'],
] as const)('reading 2.1 #5: the threshold of kind %s, and just below and at it', (_, threshold, limit) => {
  expect(formatRatio(thresholdOf(balance('50000', '50000'), threshold))).toBe(parseRegen(limit).toString())
  const half = parseRegen(limit) / 2n
  const facts = { ...balance('50000', '50000'), minted: (parseRegen('50000') + half) as Uregen }
  const at = { ...facts, burned: (parseRegen('50000') - half) as Uregen }
  expect(isNearBalance(at, threshold)).toBe(false)
  expect(isNearBalance({ ...at, minted: (at.minted - 1n) as Uregen }, threshold)).toBe(true)
  expect(isNearBalance({ ...at, minted: at.burned, burned: at.minted }, threshold)).toBe(false)
})

test('reading 2.1 #5: a threshold above the burn is vacuous and warns; a dead network is no equilibrium by flow', () => {
  expect(thresholdWarnings(balance('0', '22099'), M012_V0.equilibriumThreshold)).toEqual([
    { code: 'THRESHOLD_VACUOUS', threshold: ratio(parseRegen('22100')), burned: parseRegen('22099') },
  ])
  expect(thresholdWarnings(balance('0', '22100'), M012_V0.equilibriumThreshold)).toEqual([])
  const dead = balance('0', '0')
  expect(isNearBalance(dead, M012_V0.equilibriumThreshold)).toBe(true)
  expect(isNearBalance(dead, { kind: 'flow', share: parseRatio('0.01') })).toBe(false)
})

test('reading 2.1 #6: EQUILIBRIUM ends with the first period over the threshold, and the count starts again', () => {
  const left = countBalance({ phase: 'EQUILIBRIUM', consecutive: 30n }, false, 12n)
  expect(left).toEqual({ phase: 'DYNAMIC', consecutive: 0n })
  expect(countBalance(left, true, 12n)).toEqual({ phase: 'DYNAMIC', consecutive: 1n })
  expect(countBalance({ phase: 'EQUILIBRIUM', consecutive: 30n }, true, 99n).phase).toBe('EQUILIBRIUM')
})

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

test('reading 2.1 #8: M012 starts with M014 ACTIVE, or by the knob with its TRANSITION', () => {
  const facts = { proposalApproved: true, m013Active: true, m014Phase: 'TRANSITION' } as const
  expect(activationGuards(facts, M012_V0)['m014Active']).toBe(false)
  expect(activationGuards(facts, withParams({ requireM014: 'TRANSITION' }))['m014Active']).toBe(true)
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

test('reading 2.1 #10: a burn below the minimum is an alert, never a burn', () => {
  const alert = (minBurn: SupplyParams['minBurn']) =>
    minBurnAlert({ burned: parseRegen('28'), fees: parseRegen('100'), minBurn })
  expect(alert(M012_V0.minBurn)).toBeNull()
  expect(alert({ kind: 'absolute', amount: parseRegen('28') })).toBeNull()
  expect(alert({ kind: 'share', share: parseRatio('0.3') })).toEqual({
    code: 'BURN_BELOW_MINIMUM',
    least: parseRegen('30'),
    burned: parseRegen('28'),
  })
})

test('reading 2.1 #11: B counts the same burns as the bank, or says by how much they will differ', () => {
  const burns = { m013: parseRegen('30'), others: parseRegen('5') }
  expect(countBurns(burns, M012_V0)).toEqual({ burned: parseRegen('30'), unreconciled: parseRegen('5') })
  expect(countBurns(burns, withParams({ burnSources: 'all-bank-burns' }))).toEqual({
    burned: parseRegen('35'),
    unreconciled: 0n,
  })
  expect(
    countBurns(burns, withParams({ supplyBasis: { kind: 'circulating', exclusions: [] } })).unreconciled,
  ).toBe(0n)
})

test('reading 2.1 #12: burned at once, the headroom has already grown when the period ends', () => {
  const before = state('211000000')
  const burn = parseRegen('1000000')
  const epoch = advance(before, burn, withParams({ burnTiming: 'epoch' }))
  const immediate = advance(before, burn, withParams({ burnTiming: 'immediate' }))
  expect([epoch, immediate].map(({ minted }) => formatRegen(minted))).toEqual(['200000', '220000'])
  expect([epoch, immediate].map(({ next }) => formatRegen(next.supply))).toEqual(['210200000', '210220000'])
  expect(() =>
    advance(before, parseRegen('211000000.000001'), withParams({ burnTiming: 'immediate' })),
  ).toThrow('[BURN_EXCEEDS_SUPPLY]')
})

test('reading 2.1 #13: a burn above S + M is refused, and so is a negative one', () => {
  const before = state('1000000')
  const params = withParams({ hardCap: parseRegen('2000000') })
  expect(() => advance(before, parseRegen('5000000'), params)).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: 5000000000000 uregen cannot be burned: only 1020000000000 exist. A burn is never clamped (SPEC M012, invariant 2): check what was counted. [BURN_EXCEEDS_SUPPLY]]`,
  )
  expect(formatRegen(advance(before, parseRegen('1020000'), params).next.supply)).toBe('0')
  expect(() => advance(before, -1n as Uregen, params)).toThrow('[AMOUNT_NEGATIVE]')
})

test('reading 2.1 #14, OQ-M012-3: r_base is a rate per period: a change of length rescales it or warns', () => {
  const daily = { kind: 'days', days: 1 } as const
  const rescaled = changePeriodLength(M012_V0, daily, 'rescale')
  expect(rescaled.warnings).toEqual([])
  expect(formatRatio(rescaled.params.baseRate)).toBe('1/350')
  const kept = changePeriodLength(M012_V0, daily, 'keep')
  expect(kept.params.baseRate).toEqual(M012_V0.baseRate)
  expect(kept.warnings).toEqual([{ code: 'RATE_NOT_RESCALED', rate: M012_V0.baseRate, factor: ratio(7n) }])
  expect(changePeriodLength(M012_V0, M012_V0.periodLength, 'keep').warnings).toEqual([])
  expect(() => changePeriodLength(M012_V0, { kind: 'days', days: 36 }, 'rescale')).toThrow(
    '[PARAMETER_OUT_OF_BOUNDS]',
  )
  expect(periodsPerYear(M012_V0.periodLength)).toBe(52n)
  expect(periodsPerYear({ kind: 'per-block', blockMilliseconds: 6_000 })).toBe(5_256_000n)
})

test('reading 2.1 #14, OQ-M012-4: burned into a reserve, S does not shrink, and governance may re-mint', () => {
  const params = withParams({ burnKind: 'reserve' })
  const { next } = advance(state('200000000'), parseRegen('50'), params)
  expect([formatRegen(next.supply), formatRegen(next.reserve ?? uregen(0n))]).toEqual(['200420000', '50'])
  const later = advance(next, parseRegen('7'), params).next
  expect(later.reserve).toBe(parseRegen('57'))
  expect(remint(later, parseRegen('57'))).toEqual({ ...later, reserve: 0n })
  expect(() => remint(later, parseRegen('57.000001'))).toThrow('[POOL_TOO_SMALL]')
})

test('reading 2.1 #14, OQ-M012-4: what lies in the reserve cannot be burned again', () => {
  const kept: SupplyState = { ...state('100'), reserve: parseRegen('60') }
  const params = withParams({ hardCap: parseRegen('100') })
  expect(formatRegen(advance(kept, parseRegen('40'), params).next.supply)).toBe('60')
  for (const burnKind of ['permanent', 'reserve'] as const)
    for (const burnTiming of ['epoch', 'immediate'] as const)
      expect(() => advance(kept, parseRegen('40.000001'), { ...params, burnKind, burnTiming })).toThrow(
        '[BURN_EXCEEDS_SUPPLY]',
      )
})

test('reading 2.1 #15: M is bounded by the headroom before the burn, so nothing hides behind it', () => {
  const params = withParams({
    baseRate: parseRatio('0.1') as SupplyParams['baseRate'],
    ecologicalSource: 'oracle',
    ecoMax: ratio(100n),
  })
  const better = {
    ...state('220000000'),
    co2: { change: parseChange('-5000'), source: 'oracle', age: 0n } as const,
  }
  const { minted, next } = advance(better, parseRegen('5000000'), params)
  expect([formatRegen(minted), formatRegen(next.supply)]).toEqual(['1000000', '216000000'])
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
