import { RegenError } from '../../../primitives/errors.ts'
import { POWER_STEP_TOO_SMALL } from '../../../primitives/errorTable.ts'
import { mulFloor, type Ratio } from '../../../primitives/ratio.ts'
import { checkParameter } from '../bounds.ts'

/** The voting power of one validator; in an update, power 0 removes it. */
export type ValidatorPower = { readonly address: string; readonly power: bigint }

/**
 * The updates that lead from one set of powers to another, block by block: in each, the sum of all changes is at most
 * floor(total power × maxChange) of what the block starts with. Powers rise before others fall.
 *
 * As data for the authority module's update of validators (x/poa), which has power and no stake.
 *
 * @example
 * const from = [{ address: 'regen1river', power: 100n }]
 * powerUpdates(from, [{ address: 'regen1river', power: 150n }], parseRatio('0.3')) // [ [ { address: 'regen1river', power: 130n } ], [ { address: 'regen1river', power: 150n } ] ]
 */
export function powerUpdates(
  from: readonly ValidatorPower[],
  to: readonly ValidatorPower[],
  maxChange: Ratio,
): readonly (readonly ValidatorPower[])[] {
  checkParameter('maxPowerChange', maxChange)
  if (isSame(from, to)) return []
  const wanted = new Map(to.map(({ address, power }) => [address, power]))
  let powers = new Map(from.map(({ address, power }) => [address, power]))
  const blocks: (readonly ValidatorPower[])[] = []
  for (;;) {
    const updates = block(powers, wanted, maxChange)
    if (updates.length === 0) return blocks
    blocks.push(updates)
    powers = new Map([...powers, ...updates.map(({ address, power }) => [address, power] as const)])
  }
}

const isSame = (from: readonly ValidatorPower[], to: readonly ValidatorPower[]): boolean =>
  from.length === to.length &&
  from.every(({ address, power }, index) => to[index]?.address === address && to[index]?.power === power)

function block(
  powers: ReadonlyMap<string, bigint>,
  wanted: ReadonlyMap<string, bigint>,
  maxChange: Ratio,
): readonly ValidatorPower[] {
  const total = sum(powers)
  let budget = mulFloor(total, maxChange)
  const distances = [...new Set([...wanted.keys(), ...powers.keys()])]
    .map(address => ({ address, now: powers.get(address) ?? 0n, goal: wanted.get(address) ?? 0n }))
    .filter(({ now, goal }) => now !== goal)
  if (distances.length > 0 && (budget === 0n || sum(wanted) === 0n))
    throw new RegenError(POWER_STEP_TOO_SMALL, { total, wanted: sum(wanted) })
  const ordered = [
    ...distances.filter(({ now, goal }) => goal > now),
    ...distances.filter(({ now, goal }) => goal < now),
  ]
  return ordered.flatMap(({ address, now, goal }) => {
    const distance = goal > now ? goal - now : now - goal
    const change = distance < budget ? distance : budget
    budget -= change
    return change === 0n ? [] : [{ address, power: goal > now ? now + change : now - change }]
  })
}

const sum = (powers: ReadonlyMap<string, bigint>) =>
  [...powers.values()].reduce((total, power) => total + power, 0n)
