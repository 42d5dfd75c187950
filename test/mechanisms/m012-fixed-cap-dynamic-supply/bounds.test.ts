import { expect, test } from 'vitest'
import {
  checkParameter,
  checkParams,
  M012_PARAMETERS,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import { parameterUpdates } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/changes/parameterUpdates.ts'
import { M012_V0, type SupplyParams } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { parseRatio, type Ratio, ratio } from '../../../src/primitives/ratio.ts'
import { parseRegen, type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import { holds } from '../../support/arbitraries.ts'
import { anyParams } from './arbitraries.ts'

test('the specification’s parameters and who may change them', () => {
  const layers = Object.fromEntries(Object.entries(M012_PARAMETERS).map(([name, { layer }]) => [name, layer]))
  expect(layers).toMatchObject({
    hardCap: 'L4',
    baseRate: 'L3',
    multiplier: 'L3',
    ecologicalSource: 'L3',
    ecologicalReference: 'L3',
    minBurn: 'L2',
    periodLength: 'L2',
  })
})

test('the defaults lie within their own bounds', () => {
  expect(checkParams(M012_V0)).toBe(M012_V0)
  expect(M012_V0.hardCap).toBe(parseRegen('221000000'))
  expect(M012_V0.baseRate).toEqual(parseRatio('0.02'))
  expect(M012_V0.ecologicalReference).toEqual(parseRatio('50'))
  holds(anyParams, params => expect(checkParams(params)).toBe(params))
})

const negative: Ratio = { num: -1n, den: 10n }

const OUTSIDE: readonly Partial<SupplyParams>[] = [
  { hardCap: uregen(0n) },
  { overCapPolicy: { kind: 'one-off-burn', amount: uregen(0n), holder: 'regen1holder' } },
  { overCapPolicy: { kind: 'one-off-burn', amount: uregen(1n), holder: '' } },
  { baseRate: parseRatio('0.100000000000000001') as SupplyParams['baseRate'] },
  { baseRate: negative as SupplyParams['baseRate'] },
  { multiplier: 'STAKING' as SupplyParams['multiplier'] },
  { ecologicalSource: 'koi' as SupplyParams['ecologicalSource'] },
  { ecologicalReference: ratio(0n) },
  { ecoMax: negative },
  { ecologicalMaxAgeDays: 0 },
  { ecologicalMaxAgeDays: 1.5 },
  { minBurn: { kind: 'share', share: parseRatio('0.51') } },
  { minBurn: { kind: 'absolute', amount: -1n as Uregen } },
  { periodLength: { kind: 'days', days: 0 } },
  { periodLength: { kind: 'days', days: 366 } },
  { periodLength: { kind: 'per-block', blockMilliseconds: 0.5 } },
  { periodLength: { kind: 'per-block', blockMilliseconds: 31_536_000_001 } },
  { burnKind: 'burned' as SupplyParams['burnKind'] },
  { burnTiming: 'weekly' as SupplyParams['burnTiming'] },
  { burnSources: 'none' as SupplyParams['burnSources'] },
  { supplyBasis: { kind: 'total' } as unknown as SupplyParams['supplyBasis'] },
  { countMintAsInflow: 'no' as unknown as boolean },
  { mintRecipient: { kind: 'governance-address', address: '' } },
  { requireM014: 'INACTIVE' as SupplyParams['requireM014'] },
  { equilibriumPeriods: 0 },
  { equilibriumUnit: 'days' as SupplyParams['equilibriumUnit'] },
  { equilibriumThreshold: { kind: 'flow', share: parseRatio('1.01') } },
  { equilibriumThreshold: { kind: 'absolute', amount: -1n as Uregen } },
]

test.each(OUTSIDE)('refuses %o', change => {
  const [field = 'hardCap'] = Object.keys(change) as (keyof SupplyParams)[]
  expect(() => checkParams({ ...M012_V0, ...change })).toThrow(
    new RegExp(`^${field} must be .*\\[PARAMETER_OUT_OF_BOUNDS\\]$`, 's'),
  )
})

test('the edges themselves are legal', () => {
  checkParameter('baseRate', parseRatio('0.10') as SupplyParams['baseRate'])
  checkParameter('baseRate', parseRatio('0') as SupplyParams['baseRate'])
  checkParameter('minBurn', { kind: 'share', share: parseRatio('0.5') })
  checkParameter('periodLength', { kind: 'days', days: 365 })
  checkParameter('equilibriumThreshold', { kind: 'supply', share: parseRatio('1') })
})

test('the error shows the value as it would be written', () => {
  expect(() =>
    checkParameter('minBurn', { kind: 'share', share: parseRatio('0.75') }),
  ).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: minBurn must be an amount, or a share of 0 to 0.50; got {"kind":"share","share":"0.75"}. Choose a value within the bounds of the specification. [PARAMETER_OUT_OF_BOUNDS]]`,
  )
})

test('EventParameterUpdate: one a parameter that differs, with its layer', () => {
  expect(parameterUpdates(M012_V0, { ...M012_V0, ecoMax: ratio(2n), burnKind: 'reserve' })).toEqual([
    { type: 'EventParameterUpdate', parameter: 'ecoMax', before: ratio(1n), after: ratio(2n), layer: 'L3' },
    {
      type: 'EventParameterUpdate',
      parameter: 'burnKind',
      before: 'permanent',
      after: 'reserve',
      layer: 'L3',
    },
  ])
  expect(parameterUpdates(M012_V0, { ...M012_V0, ecoMax: ratio(3n, 3n) })).toEqual([])
})
