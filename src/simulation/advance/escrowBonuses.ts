import type { EscrowedBonus } from '../../mechanisms/m014-authority-validator-governance/escrow.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { KnownSpan } from './prepare.ts'

type Bonus = { readonly address: string; readonly bonus: bigint }

/** Bonuses that wait, with those of this period added and those of past quarters released, in the order that M014 keeps them in. */
export function escrowBonuses(
  waiting: readonly EscrowedBonus[],
  bonuses: readonly Bonus[],
  { startQuarter, endQuarter }: KnownSpan,
): { readonly escrow: readonly EscrowedBonus[]; readonly escrowed: bigint; readonly released: bigint } {
  let [escrowed, released] = [0n, 0n]
  for (const { bonus } of bonuses) escrowed += bonus
  const held = escrowed === 0n ? waiting : added(waiting, bonuses, startQuarter)
  if (startQuarter === endQuarter) return { escrow: held, escrowed, released }
  const escrow = held.filter(({ quarter }) => quarter >= endQuarter)
  for (const { quarter, amount } of held) if (quarter < endQuarter) released += amount
  return { escrow, escrowed, released }
}

function added(
  waiting: readonly EscrowedBonus[],
  bonuses: readonly Bonus[],
  quarter: string,
): readonly EscrowedBonus[] {
  const isLikeBefore =
    waiting.length === bonuses.length &&
    bonuses.every(({ address, bonus }, index) => {
      const earlier = waiting[index]
      return bonus > 0n && earlier?.address === address && earlier.quarter === quarter
    })
  if (isLikeBefore)
    return waiting.map(({ address, amount }, index) => ({
      address,
      quarter,
      amount: (amount + (bonuses[index]?.bonus ?? 0n)) as Uregen,
    }))
  const news = new Map<string, bigint>()
  for (const { address, bonus } of bonuses) if (bonus > 0n) news.set(address, bonus)
  const kept: EscrowedBonus[] = []
  for (const bonus of waiting) {
    const more = bonus.quarter === quarter ? news.get(bonus.address) : undefined
    if (more === undefined) kept.push(bonus)
    else news.set(bonus.address, more + bonus.amount)
  }
  for (const [address, amount] of news) kept.push({ address, quarter, amount: amount as Uregen })
  return kept
}
