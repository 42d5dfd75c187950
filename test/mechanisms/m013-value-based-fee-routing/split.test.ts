import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  MODEL_B_30_20_50,
  POOLS,
  type Pool,
} from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import {
  type PoolSplit,
  REMAINDERS,
  splitFee,
} from '../../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import { parsePolicy } from '../../../src/policy/policy.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { anyShares, anyUregen, holds } from '../../support/arbitraries.ts'
import { sharesOf, uregenOf } from './feeConfigs.ts'

const MODEL_A = sharesOf('0.30', '0.40', '0.25', '0.05')

/** What a pool got beyond the floor of its share; 0 to 3. */
const gain = (split: PoolSplit, fee: bigint, pool: Pool, shares: typeof MODEL_A) =>
  split[pool] - (fee * shares[pool].num) / shares[pool].den

test('every pool that does not take the remainder gets exactly the floor: q·den ≤ fee·num < (q + 1)·den', () => {
  holds(
    anyUregen,
    anyShares,
    fc.constantFrom('validator' as const, 'agent' as const, 'burn' as const),
    (fee, shares, remainder) => {
      if (shares[remainder].num === 0n) return
      const split = splitFee(fee, shares, remainder)
      for (const pool of POOLS) {
        if (pool === remainder) continue
        const { num, den } = shares[pool]
        const q: bigint = split[pool]
        expect(q * den <= fee * num && fee * num < (q + 1n) * den).toBe(true)
      }
    },
  )
})

test.each(REMAINDERS)(
  'the remainder recipient "%s" conserves the fee and gains at most 3 uregen',
  remainder => {
    holds(anyUregen, anyShares, (fee, shares) => {
      const split = splitFee(fee, shares, remainder)
      expect(POOLS.reduce<bigint>((sum, pool) => sum + split[pool], 0n)).toBe(fee)
      const gains = POOLS.map(pool => gain(split, fee, pool, shares))
      const most = remainder === 'largest-remainder' || remainder === 'round-robin' ? 1n : 3n
      for (const [place, pool] of POOLS.entries()) {
        const gained = gains[place] ?? -1n
        expect(gained >= 0n && gained <= most).toBe(true)
        const always = remainder === 'validator-always'
        if (shares[pool].num === 0n && !(always && pool === 'validator')) expect(split[pool]).toBe(0n)
        const named: Pool = always ? 'validator' : (remainder as Pool)
        if (most === 3n && pool !== named && (always || shares[named].num > 0n)) expect(gained).toBe(0n)
      }
    })
  },
)

test('by largest remainder, no pool that got nothing extra was cut off by more than one that did', () => {
  holds(anyUregen, anyShares, (fee, shares) => {
    const split = splitFee(fee, shares, 'largest-remainder')
    const cutOff = (pool: Pool) => {
      const { num, den } = shares[pool]
      return { cut: (fee * num) % den, den }
    }
    const lucky = POOLS.filter(pool => gain(split, fee, pool, shares) > 0n)
    for (const got of lucky)
      for (const other of POOLS.filter(pool => !lucky.includes(pool)))
        expect(cutOff(got).cut * cutOff(other).den >= cutOff(other).cut * cutOff(got).den).toBe(true)
  })
})

describe('the remainder of a fee under Model A', () => {
  // floors of 1,000,003: burn 300,000.9, validator 400,001.2, community 250,000.75, agent 50,000.15; 2 are left over
  test.each([
    ['validator', [300_000n, 400_003n, 250_000n, 50_000n]],
    ['agent', [300_000n, 400_001n, 250_000n, 50_002n]],
    ['burn', [300_002n, 400_001n, 250_000n, 50_000n]],
    ['largest-remainder', [300_001n, 400_001n, 250_001n, 50_000n]],
    ['round-robin', [300_001n, 400_002n, 250_000n, 50_000n]],
  ] as const)('"%s" for 1,000,003 uregen', (remainder, expected) => {
    const split = splitFee(uregenOf(1_000_003), MODEL_A, remainder)
    expect(POOLS.map(pool => split[pool])).toEqual(expected)
  })

  test('of equal cuts goes in the order burn, validator, community, agent', () => {
    const quarters = sharesOf('0.25', '0.25', '0.25', '0.25')
    const split = splitFee(uregenOf(7), quarters, 'largest-remainder')
    expect(POOLS.map(pool => split[pool])).toEqual([2n, 2n, 2n, 1n])
  })

  test('reaches its most, 3 uregen, for a fee of 3 under equal shares', () => {
    const split = splitFee(uregenOf(3), sharesOf('0.25', '0.25', '0.25', '0.25'))
    expect(split).toEqual({ burn: 0n, validator: 3n, community: 0n, agent: 0n })
  })
})

describe('exact where floats are not (readings 1.5): the reference code floors a double', () => {
  test.each([
    ['0.35', 180, 62, 63n],
    ['0.29', 1_456_400, 422_355, 422_356n],
    ['0.41', 1_191_600, 488_555, 488_556n],
    ['0.57', 100, 56, 57n],
    ['0.58', 100, 57, 58n],
    ['0.70', 1_310_730, 917_510, 917_511n],
    ['0.29', 100, 28, 29n],
  ])(
    'a share of %s of %i uregen: a double gives %i, the exact floor is one more',
    (share, fee, float, exact) => {
      expect(Math.floor(fee * Number(share))).toBe(float)
      const rest = (1 - Number(share)).toFixed(2)
      expect(splitFee(uregenOf(fee), sharesOf(share, rest, '0', '0')).burn).toBe(exact)
    },
  )

  test('20/40/35/5 of 1,310,740: a double moves 1 uregen from the community to the validators', () => {
    const float = [0.2, 0.35, 0.05].map(share => Math.floor(1_310_740 * share))
    expect([float[1], 1_310_740 - float.reduce((sum, part) => sum + part, 0)]).toEqual([458_758, 524_297])
    const { community, validator } = splitFee(uregenOf(1_310_740), sharesOf('0.20', '0.40', '0.35', '0.05'))
    expect([community, validator]).toEqual([458_759n, 524_296n])
  })

  test('Model B 35/15/50 of 1,310,740: a double burns 1 uregen too little', () => {
    expect(Math.floor(1_310_740 * 0.35)).toBe(458_758)
    expect(splitFee(uregenOf(1_310_740), sharesOf('0.35', '0.15', '0.50', '0')).burn).toBe(458_759n)
  })
})

test.each(REMAINDERS)('a pool whose share is 0 gets nothing, with the remainder "%s"', remainder => {
  const shares = parsePolicy({
    m013: { shares: { burn: '0', validator: '0.45', community: '0.45', agent: '0.10' } },
  }).m013.shares
  expect(splitFee(1_000_003n as Uregen, shares, remainder).burn).toBe(0n)
  expect(splitFee(1_000_003n as Uregen, MODEL_B_30_20_50, remainder).agent).toBe(0n)
})

test('shares that do not sum to 1 are refused, whatever the remainder', () => {
  const half = { ...MODEL_A, validator: MODEL_A.agent }
  for (const remainder of REMAINDERS)
    expect(() => splitFee(100n as Uregen, half, remainder)).toThrow('[PARAMETER_OUT_OF_BOUNDS]')
})
