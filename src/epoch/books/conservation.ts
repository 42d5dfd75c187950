import { amountOf } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { CONSERVATION_BROKEN } from '../../primitives/errorTable.ts'
import type { EpochState } from '../state/epochState.ts'
import { ACCOUNTS, type Place } from './accounts.ts'
import { balancesOf, bankTotal, heldByOthers } from './epochBalances.ts'
import type { Movement } from './movements.ts'

/** A named amount in an equation of the books, in smallest units of the equation's denom. */
export type Operand = { readonly name: string; readonly amount: bigint }

/** Two sums that must be equal, with everything they are made of. */
export type Equation = {
  readonly label: string
  readonly denom: string
  readonly left: readonly Operand[]
  readonly right: readonly Operand[]
  readonly equal: boolean
}

/** One equation, judged. */
export const equation = (
  label: string,
  left: { readonly [name: string]: bigint },
  right: { readonly [name: string]: bigint },
  denom = 'uregen',
): Equation => balance(label, operands(left), operands(right), denom)

const operands = (named: { readonly [name: string]: bigint }): readonly Operand[] =>
  Object.keys(named).map(name => ({ name, amount: named[name] ?? 0n }))

/** The same, of operands that are a list already. */
export const balance = (
  label: string,
  left: readonly Operand[],
  right: readonly Operand[],
  denom: string,
): Equation => ({ label, denom, left, right, equal: total(left) === total(right) })

const total = (side: readonly Operand[]): bigint => side.reduce((sum, { amount }) => sum + amount, 0n)

/**
 * That no coin appeared or disappeared: for each account and denom, and for the whole bank,
 *
 *     opening + what came in = closing + what went out
 *
 * Opening and closing are read from the ledgers that the mechanisms keep, the rest from the list of movements: two books
 * that know nothing of each other.
 */
export function accountEquations(
  before: EpochState,
  after: EpochState,
  movements: readonly Movement[],
): readonly Equation[] {
  const [opening, closing] = [balancesOf(before), balancesOf(after)]
  const [othersBefore, othersAfter] = [heldByOthers(before, opening), heldByOthers(after, closing)]
  const flows = flowsOf(movements)
  const denoms = new Set(flows.denoms)
  for (const account of ACCOUNTS) {
    for (const { denom } of opening[account]) denoms.add(denom)
    for (const { denom } of closing[account]) denoms.add(denom)
  }
  const line = (place: Place, denom: string, from: bigint, to: bigint): readonly Equation[] => {
    const { into, out } = flows.of(place, denom)
    if (from === 0n && to === 0n && !into.some(isAny) && !out.some(isAny)) return NO_EQUATION
    const left = [{ name: 'opening', amount: from }, ...into]
    const right = [{ name: 'closing', amount: to }, ...out]
    return [balance(place, left, right, denom)]
  }
  return [
    ...[...denoms]
      .sort()
      .flatMap(denom =>
        ACCOUNTS.flatMap(account =>
          line(account, denom, amountOf(opening[account], denom), amountOf(closing[account], denom)),
        ),
      ),
    ...line('everybody else', 'uregen', othersBefore, othersAfter),
    balance(
      'all uregen',
      [{ name: 'opening', amount: bankTotal(before) }, ...flows.of('mint', 'uregen').out],
      [{ name: 'closing', amount: bankTotal(after) }, ...flows.of('burn', 'uregen').into],
      'uregen',
    ),
  ]
}

const NO_EQUATION: readonly Equation[] = []

const isAny = ({ amount }: Operand): boolean => amount !== 0n

type Flows = { readonly into: readonly Operand[]; readonly out: readonly Operand[] }

const NO_FLOWS: Flows = { into: [], out: [] }

/** The movements of each place and denom, added up by their reason. */
function flowsOf(movements: readonly Movement[]) {
  type Sums = { into: { name: string; amount: bigint }[]; out: { name: string; amount: bigint }[] }
  const sums = new Map<string, Map<Place, Sums>>()
  const at = (places: Map<Place, Sums>, place: Place): Sums => {
    const known = places.get(place)
    if (known !== undefined) return known
    const none: Sums = { into: [], out: [] }
    places.set(place, none)
    return none
  }
  const add = (side: Sums['into'], name: string, amount: bigint): void => {
    const known = side.find(operand => operand.name === name)
    if (known === undefined) side.push({ name, amount })
    else known.amount += amount
  }
  for (const { from, to, denom, amount, why } of movements) {
    const places = sums.get(denom) ?? new Map<Place, Sums>()
    sums.set(denom, places)
    add(at(places, to).into, why, amount)
    add(at(places, from).out, why, amount)
  }
  return {
    denoms: sums.keys(),
    of: (place: Place, denom: string): Flows => sums.get(denom)?.get(place) ?? NO_FLOWS,
  }
}

/** Refuses a period in which an equation does not hold. */
export function requireEqual(equations: readonly Equation[]): void {
  const broken = equations.find(({ equal }) => !equal)
  if (broken === undefined) return
  const { label, denom, left, right } = broken
  throw new RegenError(CONSERVATION_BROKEN, {
    label: `${label} (${denom})`,
    left: total(left),
    right: total(right),
  })
}
