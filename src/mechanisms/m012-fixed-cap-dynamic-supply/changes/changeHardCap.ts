import { RegenError } from '../../../primitives/errors.ts'
import { CAP_NEEDS_SUPERMAJORITY } from '../../../primitives/errorTable.ts'
import { compareRatios, ratio } from '../../../primitives/ratio.ts'
import type { Uregen } from '../../../primitives/uregen.ts'
import { checkParameter } from '../bounds.ts'
import type { SupplyParams } from '../params.ts'

/** The least part of yes in a vote of Layer 4. */
export const SUPERMAJORITY = { num: 67n, den: 100n }

/**
 * Changes the cap, which only a Layer 4 vote of 67 % may (invariant 3, Monotonic Cap).
 *
 *     yes / (yes + no) ≥ 0.67
 *
 * `no` includes vetoes; abstentions are in neither.
 *
 * @example
 * changeHardCap(M012_V0, uregen(230_000_000_000_000n), { yes: 67n, no: 33n }).hardCap // 230000000000000n
 */
export function changeHardCap<Params extends Pick<SupplyParams, 'hardCap'>>(
  params: Params,
  hardCap: Uregen,
  { yes, no }: { yes: bigint; no: bigint },
): Params {
  if (yes <= 0n || no < 0n || compareRatios(ratio(yes, yes + no), SUPERMAJORITY) < 0)
    throw new RegenError(CAP_NEEDS_SUPERMAJORITY, { yes, no })
  return { ...params, hardCap: checkParameter('hardCap', hardCap) }
}
