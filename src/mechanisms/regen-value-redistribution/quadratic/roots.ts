/**
 * The largest whole number whose square is not above n; n is 0 or more.
 *
 * Newton's method from a power of two above the root: every step is a whole number, and the first one that does not fall is the root.
 *
 * @example
 * isqrt(17n) // 4n
 */
export function isqrt(n: bigint): bigint {
  if (n < 2n) return n
  let root = 1n << BigInt(n.toString(16).length * 2)
  for (;;) {
    const next = (root + n / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** The whole root of a perfect square, or null. Most numbers are ruled out by their last six bits. */
export function exactRoot(n: bigint): bigint | null {
  if (!SQUARES_MOD_64.has(n & 63n)) return null
  const root = isqrt(n)
  return root * root === n ? root : null
}

const SQUARES_MOD_64: ReadonlySet<bigint> = /* @__PURE__ */ new Set(
  Array.from({ length: 64 }, (_, index) => (BigInt(index) * BigInt(index)) & 63n),
)

/** The largest whole number whose `degree`th power is not above n; n is 0 or more, the degree 1 or more. */
export function wholeRoot(n: bigint, degree: bigint): bigint {
  if (n < 2n || degree === 1n) return n
  const bits = BigInt(n.toString(2).length)
  let root = 1n << (bits / degree + 1n)
  for (;;) {
    const next = ((degree - 1n) * root + n / root ** (degree - 1n)) / degree
    if (next >= root) return root
    root = next
  }
}
