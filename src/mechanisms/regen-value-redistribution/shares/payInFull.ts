import { type Bounds, exactly, wholePart } from './bounds.ts'
import { limitsByName, mostOf } from './limits.ts'
import { type ShareRules, type Shares, shareOut } from './shareOut.ts'

/**
 * Every amount in full; what is left of the budget stays in the pool.
 *
 *     part_p = min( floor( S_p ), most_p )
 *     part_p = min( λ_s × floor( S_p ), most_p )    where those of a shared limit s would have more than it: λ_s so that they have just it
 *
 * @param scale what the amounts are multiplied with, as bounds
 */
export function payInFull(
  parties: readonly { readonly name: string; readonly weight: Bounds }[],
  scale: bigint,
  budget: bigint,
  rules: ShareRules,
): Shares {
  const { shared = [] } = rules
  const limitOf = limitsByName(shared)
  const wanted = parties.map(({ name, weight }) => ({ name, amount: wholePart(weight, scale) }))
  const allowed = wanted.map(({ name, amount }) => {
    const most = mostOf(name, rules)
    return { name, amount: most !== null && amount > most ? most : amount }
  })
  const full = shared.flatMap(limit => {
    const isIn = ({ name }: { readonly name: string }) => limitOf.get(name) === limit
    const together = allowed.filter(isIn).reduce((sum, { amount }) => sum + amount, 0n)
    if (together <= limit.most) return []
    const members = wanted.filter(isIn).map(({ name, amount }) => ({ name, weight: exactly(amount) }))
    return [{ name: limit.name, ...shareOut(limit.most, members, { ...rules, shared: [] }) }]
  })
  const inside = new Map(full.flatMap(({ parts }) => parts.map(({ name, amount }) => [name, amount])))
  const parts = allowed.map(({ name, amount }) => ({ name, amount: inside.get(name) ?? amount }))
  const isCapped = ({ name, amount }: { readonly name: string; readonly amount: bigint }, index: number) =>
    !inside.has(name) && allowed[index]?.amount !== amount
  return {
    parts,
    dust: parts.reduce((left, { amount }) => left - amount, budget),
    steps: [
      {
        shared: budget,
        parties: parties.length,
        capped: wanted.filter(isCapped).map(({ name }) => name),
        full: full.map(({ name }) => name),
        dropped: [],
      },
    ],
    full: full.map(({ name, steps }) => ({ name, steps })),
  }
}
