import { mulFloor } from '../../primitives/ratio.ts'
import { parseTime } from '../../primitives/time.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { checkParameter } from './bounds.ts'
import { addDays } from './calendar.ts'
import type { ValidatorParams } from './params.ts'

/**
 * What is still delegated while delegations are unbonded, in uregen (OQ-M014-5).
 *
 *     floor( delegated × time left / unbonding time )        all of it before `from`, 0 after the end
 */
export function delegatedAt(
  at: string,
  {
    delegated,
    from,
    unbondingDays,
  }: { delegated: Uregen; from: string } & Pick<ValidatorParams, 'unbondingDays'>,
): Uregen {
  checkParameter('unbondingDays', unbondingDays)
  const start = parseTime(from).seconds
  const end = parseTime(addDays(from, unbondingDays)).seconds
  const now = parseTime(at).seconds
  if (now <= start) return delegated
  return now >= end ? (0n as Uregen) : mulFloor(delegated, { num: end - now, den: end - start })
}
