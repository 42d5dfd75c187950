import type { SourceRule } from '../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { DAY, formatSeconds, parseTime } from '../primitives/time.ts'
import type { ProposedFee } from './proposed/feesOfValues.ts'
import type { LedgerSnapshot } from './snapshot.ts'

/** How far a preview can be trusted: it is exact at its height, and the proposed side until a price is stale. */
export type ValidUntil = {
  /** The height the live side is exact at; any later block may change orders, balances or fee rates. */
  readonly height: bigint
  /** When the first price that was used becomes stale, RFC 3339; null when none does. */
  readonly time: string | null
}

export function validUntil(
  snapshot: LedgerSnapshot,
  fees: readonly ProposedFee[],
  rules: readonly SourceRule[],
): ValidUntil {
  const now = parseTime(snapshot.time).seconds
  const ends = fees
    .flatMap(({ parts }) => parts)
    .flatMap(({ valuation: { source, age, stale } }) => {
      const rule = rules.find(rule => rule.source === source)
      return rule && age !== null && !stale ? [now - age + BigInt(rule.maxAgeDays) * DAY] : []
    })
  const [first] = ends.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return {
    height: snapshot.height,
    time: first === undefined ? null : formatSeconds(first),
  }
}
