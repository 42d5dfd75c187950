import { minRatio, ONE, type Ratio, ratio } from '../../../primitives/ratio.ts'
import { nanosecondsOf } from '../../../primitives/time.ts'

/** Since when an account is committed: a delegation, a stability commitment. Read or declared, never guessed. */
export type Tenure = { readonly account: string; readonly since: string }

/**
 * Weights of identities by how long they have been committed.
 *
 *     w = min( 1, ( now − since ) / full )
 *
 * An account that is not named keeps the weight 1 of every round: whoever wants 0 for it says so. A commitment of the future weighs 0.
 *
 * @example
 * const ada = { account: 'ada', since: '2026-12-02T00:00:00Z' }
 * tenureWeights([ada], '2027-01-01T00:00:00Z', 60n * 86_400n) // { ada: { num: 1n, den: 2n } }
 */
export function tenureWeights(
  tenures: readonly Tenure[],
  now: string,
  fullSeconds: bigint,
): { readonly [account: string]: Ratio } {
  return Object.fromEntries(
    tenures.map(({ account, since }) => {
      const held = nanosecondsOf(now) - nanosecondsOf(since)
      return [account, minRatio(ONE, ratio(held < 0n ? 0n : held, fullSeconds * 1_000_000_000n))]
    }),
  )
}
