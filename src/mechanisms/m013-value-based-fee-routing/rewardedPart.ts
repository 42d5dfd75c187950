import { mulFloor } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { TxType } from './params.ts'

/** The types whose fees earn a score under M015: trades and retirements. */
export const SCORED: readonly TxType[] = ['MarketplaceTrade', 'CreditRetirement']

/**
 * The part of a fee’s community share that M015 may distribute, floored where a message has scored lines and others.
 *
 *     all-fees       all of it
 *     scored-fees    floor( community × Σ fees of trades and retirements / Σ fees )
 *
 * @example
 * const lines = [{ txType: 'MarketplaceTrade', fee: 3_000_000n }, { txType: 'CreditTransfer', fee: 1_000_000n }] as const
 * rewardedPart(uregen(1_000_000n), lines, 'scored-fees') // 750000n
 */
export function rewardedPart(
  community: Uregen,
  lines: readonly { readonly txType: TxType; readonly fee: bigint }[],
  autoInflow: 'all-fees' | 'scored-fees',
): Uregen {
  const scored = lines.filter(({ txType }) => SCORED.includes(txType))
  if (autoInflow === 'all-fees' || scored.length === lines.length) return community
  const sum = (of: typeof lines) => of.reduce((total, { fee }) => total + fee, 0n)
  const all = sum(lines)
  return all === 0n ? (0n as Uregen) : mulFloor(community, { num: sum(scored), den: all })
}
