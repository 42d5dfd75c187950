import { type Bounds, exactly } from '../shares/bounds.ts'
import { exactRoot, isqrt } from './roots.ts'

/**
 * What quadratic funding adds to what was given to one project.
 *
 *     F = ( Σ √c )²        S = F − Σ c = Σ over i ≠ j of √( c_i × c_j )
 *
 * The gifts are whole numbers, so S is whole where every product c_1 × c_j is a square, and has no finite form otherwise.
 * In the first case S is exact:
 *
 *     F = ( Σ √( c_1 × c_j ) )² / c_1
 *
 * In the other one it lies between bounds, with R = Σ isqrt( c × 4^k ) of n gifts, which is at most n too small:
 *
 *     R² / 2^k  ≤  F × 2^k  <  ( R + n )² / 2^k
 *
 * One giver gets no subsidy.
 *
 * @param bits k: how many binary places the bounds have
 * @see Buterin, Hitzig, Weyl 2018, Liberal Radicalism
 */
export function quadraticSubsidy(gifts: readonly bigint[], bits: bigint): Bounds {
  const given = gifts.reduce((sum, gift) => sum + gift, 0n)
  const square = squareOfRoots(gifts, bits)
  const sum = given << bits
  return { lo: square.lo > sum ? square.lo - sum : 0n, hi: square.hi - sum }
}

/** ( Σ √c )², what a project gets together with what was given to it where the budget suffices. */
export function squareOfRoots(gifts: readonly bigint[], bits: bigint): Bounds {
  const [first] = gifts
  if (first === undefined) return exactly(0n)
  if (gifts.length === 1) return exactly(first << bits)
  const roots = rootsOfProducts(first, gifts)
  if (roots !== null) return exactly(((roots * roots) / first) << bits)
  const lo = gifts.reduce((sum, gift) => sum + isqrt(gift << (2n * bits)), 0n)
  const hi = lo + BigInt(gifts.length)
  return { lo: (lo * lo) >> bits, hi: ((hi * hi) >> bits) + 1n }
}

/** Σ √( first × c ), or null when one of them is not whole. */
function rootsOfProducts(first: bigint, gifts: readonly bigint[]): bigint | null {
  let sum = 0n
  for (const gift of gifts) {
    const root = exactRoot(first * gift)
    if (root === null) return null
    sum += root
  }
  return sum
}

/**
 * The same with whole roots, as contracts without fractions compute it: each root is floored before it is squared.
 *
 *     F = ( Σ isqrt(c) )²        S = F − Σ isqrt(c)²
 *
 * Only for comparing with what such a contract published: it is off by up to a unit in each root.
 */
export function wholeRootSubsidy(gifts: readonly bigint[], basis: 'subsidy' | 'square'): bigint {
  const roots = gifts.map(isqrt)
  const sum = roots.reduce((total, root) => total + root, 0n)
  const own = basis === 'square' ? 0n : roots.reduce((total, root) => total + root * root, 0n)
  return sum * sum - own
}
