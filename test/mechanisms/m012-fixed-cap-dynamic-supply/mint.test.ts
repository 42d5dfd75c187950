import { expect, test } from 'vitest'
import { parseChange } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/changes/parseChange.ts'
import {
  computeMint,
  effectiveRate,
  M012_V0,
  type SupplyState,
} from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { mulFloor } from '../../../src/primitives/ratio.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { holds } from '../../support/arbitraries.ts'
import { anyMintParams, anyState } from './arbitraries.ts'

const MILLION_REGEN = 1_000_000_000_000n

const staking = (supply: bigint, staked: bigint): SupplyState => ({
  supply: supply as Uregen,
  staked: staked as Uregen,
  stabilityCommitted: 0n as Uregen,
  m014Phase: 'INACTIVE',
})

/** What the published reference computes, in doubles. */
const published = (supply: number, staked: number, eco = 1): number =>
  Math.floor(0.02 * (1 + staked / supply) * eco * (221e12 - supply))

/** Whether q is the floor of num/den: asked without a division. */
const isFloor = (q: bigint, num: bigint, den: bigint) => q * den <= num && num < (q + 1n) * den

test('the mint is the floor of the exact regrowth on the whole grid; the published formula is 1 uregen low on 998 of its 12,221 states', () => {
  let states = 0
  let low = 0
  let high = 0
  for (let millions = 100n; millions <= 220n; millions++)
    for (let percent = 0n; percent <= 100n; percent++) {
      const supply = millions * MILLION_REGEN
      const staked = (supply * percent) / 100n
      const minted = computeMint(staking(supply, staked), M012_V0)
      const headroom = 221n * MILLION_REGEN - supply
      expect(isFloor(minted, 2n * headroom * (supply + staked), 100n * supply)).toBe(true)
      const float = BigInt(published(Number(supply), Number(staked)))
      if (float === minted - 1n) low++
      else if (float !== minted) high++
      states++
    }
  expect({ states, low, high }).toEqual({ states: 12_221, low: 998, high: 0 })
})

test('the first state where the published formula is low: 100M staked 40 %', () => {
  expect(published(100e12, 40e12)).toBe(3_387_999_999_999)
  expect(computeMint(staking(100n * MILLION_REGEN, 40n * MILLION_REGEN), M012_V0)).toBe(3_388_000_000_000n)
})

test('the published formula can also be 1 uregen high', () => {
  expect(published(155_539_979_563_375, 55_775_426_453_030) % 1000).toBe(737)
  expect(computeMint(staking(155_539_979_563_375n, 55_775_426_453_030n), M012_V0) % 1000n).toBe(736n)
})

test('with ΔCO₂ of 15 ppm the published formula is 1 uregen low again', () => {
  const state: SupplyState = {
    ...staking(100n * MILLION_REGEN, 50n * MILLION_REGEN),
    co2: { change: parseChange('15'), source: 'oracle', age: 0n },
  }
  expect(published(100e12, 50e12, 1 - 15 / 50)).toBe(2_540_999_999_999)
  expect(computeMint(state, { ...M012_V0, ecologicalSource: 'oracle' })).toBe(2_541_000_000_000n)
})

test('M = min( C − S, floor( r × (C − S) ) ) for every state and every legal parameter', () => {
  holds(anyState, anyMintParams, (state, params) => {
    const { num, den } = effectiveRate(state, params)
    const headroom = state.supply < params.hardCap ? params.hardCap - state.supply : 0n
    const minted = computeMint(state, params)
    if (num >= den) expect(minted).toBe(headroom)
    else expect(isFloor(minted, headroom * num, den)).toBe(true)
  })
})

test('the rate is what the mint multiplies the headroom with', () => {
  const state = staking(150n * MILLION_REGEN, 75n * MILLION_REGEN)
  expect(effectiveRate(state, M012_V0)).toEqual({ num: 3n, den: 100n })
  expect(mulFloor(71n * MILLION_REGEN, effectiveRate(state, M012_V0))).toBe(computeMint(state, M012_V0))
})
