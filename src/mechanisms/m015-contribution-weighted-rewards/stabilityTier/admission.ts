import {
  addRatio,
  compareRatios,
  divideRatio,
  floor,
  minRatio,
  mulRatio,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../../primitives/ratio.ts'
import type { Uregen } from '../../../primitives/uregen.ts'
import type { RewardConfig } from '../params.ts'
import { commit, isRunning, type StabilityCommitment } from './commitment.ts'
import { periodOfYear } from './stability.ts'

const TRAILING = 4

/** The inflow that admission measures against, in uregen: the last, or the mean or least of the last four; 0 when there is none. */
function referenceInflow(inflows: readonly Uregen[], { capReference }: RewardConfig): Ratio {
  const recent = inflows.slice(capReference === 'last' ? -1 : -TRAILING).map(inflow => ratio(inflow))
  const [first] = recent
  if (!first) return ZERO
  return capReference === 'min-trailing'
    ? recent.reduce(minRatio)
    : mulRatio(sumRatios(...recent), { num: 1n, den: BigInt(recent.length) })
}

/**
 * Admits waiting commitments, the earliest first, while the tier stays within its cap.
 *
 *     ( Σ amount_i × rate_i + amount × rate ) / periodsPerYear ≤ reference × share
 *     share = min( 0.30, autoShare ), or 0.30 × autoShare when the cap is a share of auto
 *
 * The first that does not fit ends the round: nobody overtakes. With `partial` it is admitted for the part that fits,
 * if that is at least the minimum commitment, and the rest waits under its id with a "+". With `everyone` nobody waits.
 * `inflows` are those of past periods, the last one last.
 *
 * @see SPEC M015, Stability Tier: overflow_handling
 */
export function admit({
  commitments,
  inflows,
  params,
}: {
  commitments: readonly StabilityCommitment[]
  inflows: readonly Uregen[]
  params: RewardConfig
}): readonly StabilityCommitment[] {
  const { autoShare, maxStabilityShare, stabilityCapBase, stabilityRate: rate } = params
  const share =
    stabilityCapBase === 'inflow'
      ? minRatio(maxStabilityShare, autoShare)
      : mulRatio(maxStabilityShare, autoShare)
  const year = periodOfYear(params)
  const yearly = divideRatio(mulRatio(referenceInflow(inflows, params), share), year)
  let used = sumRatios(
    ...commitments.filter(isRunning).map(({ amount, rate }) => mulRatio(ratio(amount), rate)),
  )
  let closed = false
  if (params.queueFill === 'everyone')
    return commitments.map(waiting => (waiting.state === 'UNCOMMITTED' ? commit(waiting, params) : waiting))
  return commitments.flatMap(waiting => {
    if (closed || waiting.state !== 'UNCOMMITTED') return [waiting]
    const after = addRatio(used, mulRatio(ratio(waiting.amount), rate))
    if (compareRatios(after, yearly) <= 0) {
      used = after
      return [commit(waiting, params)]
    }
    closed = true
    const fits = roomFloor(yearly, used, rate)
    if (params.queueFill === 'whole' || fits < params.minCommitment) return [waiting]
    return [
      commit({ ...waiting, amount: fits }, params),
      { ...waiting, id: `${waiting.id}+`, amount: (waiting.amount - fits) as Uregen },
    ]
  })
}

/** floor( (yearly − used) / rate ), 0 when nothing is left: the most uregen that still fit. */
function roomFloor(yearly: Ratio, used: Ratio, rate: Ratio): Uregen {
  const room = yearly.num * used.den - used.num * yearly.den
  return (room <= 0n ? 0n : floor({ num: room * rate.den, den: yearly.den * used.den * rate.num })) as Uregen
}
