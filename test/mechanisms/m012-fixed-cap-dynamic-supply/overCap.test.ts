import { expect, test } from 'vitest'
import {
  advance,
  capStatus,
  M012_V0,
  periodsToCap,
  type SupplyParams,
  settleCap,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { formatRegen, parseRegen, uregen } from '../../../src/primitives/uregen.ts'
import { holds } from '../../support/arbitraries.ts'
import { anyState } from './arbitraries.ts'
import { mintOf, state, withParams } from './states.ts'

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
