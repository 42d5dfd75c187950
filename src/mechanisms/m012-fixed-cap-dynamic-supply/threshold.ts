import { type Ratio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { checkParameter } from './bounds.ts'
import type { EquilibriumThreshold } from './params.ts'

/** One period as its balance is judged; amounts in uregen. */
export type BalanceFacts = {
  readonly minted: Uregen
  readonly burned: Uregen
  readonly supply: Uregen
  readonly hardCap: Uregen
}

/**
 * The threshold of a period, exact, in uregen.
 *
 *     cap: share × C        supply: share × S        flow: share × (M + B)        absolute: the amount
 *
 * @example
 * const facts = { minted: uregen(60n), burned: uregen(40n), supply: uregen(900n), hardCap: uregen(1_000n) }
 * thresholdOf(facts, { kind: 'flow', share: parseRatio('0.25') }) // { num: 25n, den: 1n }
 */
export function thresholdOf(
  { minted, burned, supply, hardCap }: BalanceFacts,
  threshold: EquilibriumThreshold,
): Ratio {
  checkParameter('equilibriumThreshold', threshold)
  if (threshold.kind === 'absolute') return ratio(threshold.amount)
  const of = { cap: hardCap, supply, flow: minted + burned }[threshold.kind]
  return ratio(of * threshold.share.num, threshold.share.den)
}

/**
 * Whether |M − B| < threshold. @see SPEC M012, State Transitions
 *
 * @example
 * const facts = { minted: uregen(60n), burned: uregen(40n), supply: uregen(900n), hardCap: uregen(1_000n) }
 * isNearBalance(facts, { kind: 'flow', share: parseRatio('0.25') }) // true
 */
export function isNearBalance(facts: BalanceFacts, threshold: EquilibriumThreshold): boolean {
  const { num, den } = thresholdOf(facts, threshold)
  const difference = facts.minted - facts.burned
  return (difference < 0n ? -difference : difference) * den < num
}

/** A threshold above B says nothing: a network that neither mints nor burns would be in "equilibrium". */
export type ThresholdWarning = {
  readonly code: 'THRESHOLD_VACUOUS'
  readonly threshold: Ratio
  readonly burned: Uregen
}

/**
 * The warning of a period whose threshold is above its burn.
 *
 * @example
 * const facts = { minted: uregen(0n), burned: uregen(0n), supply: uregen(900n), hardCap: uregen(1_000n) }
 * thresholdWarnings(facts, { kind: 'cap', share: parseRatio('0.01') }) // [ { code: 'THRESHOLD_VACUOUS', threshold: { num: 10n, den: 1n }, burned: 0n } ]
 */
export function thresholdWarnings(
  facts: BalanceFacts,
  threshold: EquilibriumThreshold,
): readonly ThresholdWarning[] {
  const limit = thresholdOf(facts, threshold)
  return limit.num > facts.burned * limit.den
    ? [{ code: 'THRESHOLD_VACUOUS', threshold: limit, burned: facts.burned }]
    : []
}
