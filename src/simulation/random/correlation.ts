/** What may move together. @see ESS 7.8 */
export const SHOCKS = ['volume', 'price', 'stability', 'participation', 'validators'] as const

/** What a scenario can move together. */
export type Shock = (typeof SHOCKS)[number]

export type Correlation = { readonly a: Shock; readonly b: Shock; readonly r: number }

/** Whether each pair stands once, in whichever order, and is of two different ones: of two that differ, one would be left out in silence. */
export const arePairs = (pairs: readonly { readonly a: string; readonly b: string }[]): boolean =>
  pairs.every(({ a, b }) => a !== b) &&
  new Set(pairs.map(({ a, b }) => JSON.stringify([a, b].sort()))).size === pairs.length

/** The lower triangle of the correlations of all shocks, in the order of `SHOCKS`. */
export const cholesky = (correlations: readonly Correlation[]) => choleskyOf(SHOCKS, correlations)

/** Below this a number is 0 but for rounding. */
const NEARLY_ZERO = 1e-12

/**
 * The lower triangle L of a correlation matrix, L·Lᵀ; null when no numbers can be correlated so. With r of 1 or −1 one number is the other, or its
 * opposite: it adds nothing of its own, and its column is 0.
 */
export function choleskyOf<Name extends string>(
  names: readonly Name[],
  correlations: readonly { readonly a: Name; readonly b: Name; readonly r: number }[],
): readonly (readonly number[])[] | null {
  const n = names.length
  const matrix = names.map((a, i) =>
    names.map((b, j) => {
      if (i === j) return 1
      const found = correlations.find(
        pair => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a),
      )
      return found?.r ?? 0
    }),
  )
  const lower = names.map(() => new Array<number>(n).fill(0))
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]?.[j] ?? 0
      for (let k = 0; k < j; k++) rest -= (lower[i]?.[k] ?? 0) * (lower[j]?.[k] ?? 0)
      const row = lower[i] as number[]
      const own = lower[j]?.[j] ?? 0
      if (i === j) {
        if (!(rest > -NEARLY_ZERO)) return null
        row[j] = rest > NEARLY_ZERO ? Math.sqrt(rest) : 0
      } else if (own > 0) row[j] = rest / own
      else if (Math.abs(rest) > NEARLY_ZERO) return null
    }
  return lower
}

/** The correlated numbers of one period, from independent ones in the order of `SHOCKS`. */
export function correlate(
  lower: readonly (readonly number[])[],
  independent: readonly number[],
): { readonly [shock in Shock]: number } {
  const at = (i: number): number => {
    const row = lower[i] ?? []
    let sum = 0
    for (let j = 0; j <= i; j++) sum += (row[j] ?? 0) * (independent[j] ?? 0)
    return sum
  }
  return { volume: at(0), price: at(1), stability: at(2), participation: at(3), validators: at(4) }
}
