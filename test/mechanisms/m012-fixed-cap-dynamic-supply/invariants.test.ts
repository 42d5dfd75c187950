import { expect, test } from 'vitest'
import { checkParams, M012_PARAMETERS } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/bounds.ts'
import { changeHardCap } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/changes/changeHardCap.ts'
import { advance, computeMint, M012_V0 } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import type { RegrowthRate } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import { anyRatio, anyUregen, holds } from '../../support/arbitraries.ts'
import { anyMillionths, anyMintParams, anyParams, anyState } from './arbitraries.ts'

const larger = (a: bigint, b: bigint) => (a > b ? a : b)

/** A part, in millionths, of what may be burned in the period. */
const partOf = (whole: bigint, millionths: bigint) => ((whole * millionths) / 1_000_000n) as Uregen

test('invariant 1, Cap Inviolability: S[t+1] ≤ max(S[t], C), and below the cap never above it', () => {
  holds(anyState, anyParams, anyMillionths, (state, params, millionths) => {
    const minted = computeMint(state, params)
    const { next } = advance(state, partOf(state.supply + minted, millionths), params)
    expect(next.supply <= larger(state.supply, params.hardCap)).toBe(true)
    if (state.supply >= params.hardCap) expect(minted).toBe(0n)
  })
})

test('invariant 2, Non-Negative Supply: S ≥ 0, because a burn of more than S + M is an error', () => {
  holds(anyState, anyParams, anyUregen, (state, params, excess) => {
    const available = state.supply + computeMint(state, params)
    expect(advance(state, uregen(available), params).next.supply >= 0n).toBe(true)
    expect(() => advance(state, uregen(available + excess + 1n), params)).toThrow('[BURN_EXCEEDS_SUPPLY]')
  })
})

test('invariant 3, Monotonic Cap: only a vote of 67 % changes the cap, and no period does', () => {
  holds(anyParams, anyUregen, anyUregen, anyUregen, (params, cap, yes, no) => {
    const change = () => changeHardCap(params, uregen(cap + 1n), { yes, no })
    if (yes > 0n && yes * 100n >= (yes + no) * 67n) expect(change()).toEqual({ ...params, hardCap: cap + 1n })
    else expect(change).toThrow('[CAP_NEEDS_SUPERMAJORITY]')
  })
  expect(M012_PARAMETERS.hardCap.layer).toBe('L4')
  expect(changeHardCap(M012_V0, uregen(1n), { yes: 67n, no: 33n }).hardCap).toBe(1n)
  for (const tally of [
    { yes: 66n, no: 33n },
    { yes: 0n, no: 0n },
    { yes: 1n, no: -1n },
  ])
    expect(() => changeHardCap(M012_V0, uregen(1n), tally)).toThrow('[CAP_NEEDS_SUPERMAJORITY]')
})

test('invariant 4, Mint-Burn Independence: the mint is the same whatever is burned, and every legal burn goes through', () => {
  holds(anyState, anyParams, anyMillionths, (state, params, millionths) => {
    const minted = computeMint(state, params)
    const burned = partOf(state.supply + minted, millionths)
    const period = advance(state, burned, params)
    expect([period.minted, period.burned]).toEqual([minted, burned])
  })
})

test('invariant 5, Parameter Bound Safety: r_base lies in [0, 0.10], and a period regrows at most r_base × 2 × ecoMax of the headroom', () => {
  holds(anyRatio, rate => {
    const params = { ...M012_V0, baseRate: rate as RegrowthRate }
    if (rate.num * 10n <= rate.den) expect(checkParams(params)).toBe(params)
    else expect(() => checkParams(params)).toThrow(/baseRate must be 0 to 0.10.*\[PARAMETER_OUT_OF_BOUNDS\]/)
  })
  holds(anyState, anyMintParams, (state, params) => {
    const { baseRate, ecoMax, ecologicalSource, hardCap } = params
    const headroom = larger(hardCap - state.supply, 0n)
    const eco = ecologicalSource === 'none' ? { num: 1n, den: 1n } : ecoMax
    expect(
      computeMint(state, params) * baseRate.den * eco.den <= headroom * 2n * baseRate.num * eco.num,
    ).toBe(true)
  })
})

test('conservation: S[t+1] + B = S[t] + M, and with a reserve nothing leaves S', () => {
  holds(anyState, anyParams, anyMillionths, (state, params, millionths) => {
    const burned = partOf(state.supply, millionths)
    const { minted, vanished, next } = advance(state, burned, params)
    const kept = params.burnKind === 'reserve' ? burned : 0n
    expect(next.supply + burned - kept).toBe(state.supply + minted)
    expect(next.reserve ?? 0n).toBe(kept)
    expect(vanished).toBe(0n)
  })
})
