import { isRunning } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { AggregatedPeriod } from '../advance/aggregatedPeriod.ts'
import { choose, poisson } from '../random/draws.ts'
import { exp, ln, normalCdf } from '../random/elementary.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Agent } from './agent.ts'

type Request = AggregatedPeriod['stability']['requests'][number]

/**
 * Holders that lock REGEN: new ones by a logistic curve, each with a lognormal amount; those of one period and lock stand as one
 * commitment. Commitments leave early one by one, or so many of them as the schedule says.
 *
 * @see ESS 7.5; SC-004
 */
export function stabilityAgent(settings: Scenario['agents']['stability']): Agent<null> {
  const { adoption, median, sigma, least, most, locks, earlyExit } = settings
  const choices = locks.map(({ months, weight }) => ({ value: months, weight }))
  const middle = ln(median > 0 ? median : 1)
  return {
    name: 'stability',
    start: null,
    act({ period, state, scheduled, shocks }, memory, stream) {
      const running = state.stability.commitments.filter(isRunning)
      const share = scheduled('stability.exitShare', 0)
      const exits: string[] = []
      if (share > 0) exits.push(...running.slice(0, Math.round(share * running.length)).map(({ id }) => id))
      else if (earlyExit > 0) for (const { id } of running) if (stream.uniform() < earlyExit) exits.push(id)
      const byLock = new Map<number, bigint>()
      if (adoption !== null) {
        const curve = (at: number) => adoption.capacity / (1 + exp(-adoption.rate * (at - adoption.midpoint)))
        const entrants = poisson(curve(period + 1) - curve(period), normalCdf(shocks.stability))
        for (let count = 0; count < entrants; count++) {
          const drawn = exp(middle + sigma * stream.normal())
          const regen = drawn < least ? least : drawn > most ? most : drawn
          const months = choose(choices, stream.uniform())
          byLock.set(months, (byLock.get(months) ?? 0n) + BigInt(Math.round(regen * 1e6)))
        }
      }
      if (exits.length === 0 && byLock.size === 0) return { memory }
      const requests = [...byLock].map(([lockMonths, amount]): Request => {
        const id = `period ${period}, ${lockMonths} months`
        return { id, holder: `depositors of ${id}`, amount: amount as Uregen, lockMonths }
      })
      return { memory, period: { stability: { requests, exits } } }
    },
  }
}
