import type { EpochState } from '../../epoch/state/epochState.ts'
import { parseEpochState } from '../../epoch/state/parseEpochState.ts'
import { milliseconds } from '../../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import { addDays } from '../../mechanisms/m014-authority-validator-governance/calendar.ts'
import { CATEGORIES } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { periodsOfMonths } from '../../mechanisms/m015-contribution-weighted-rewards/periodLength.ts'
import { formatRatio } from '../../primitives/ratio.ts'
import type { Scenario } from '../scenario/scenario.ts'

/**
 * The economy in which a scenario begins: every mechanism running, pools empty, the terms of the validators ending evenly over the
 * term_length that follows.
 *
 * @example
 * startState(scenario).supply
 */
export function startState(scenario: Scenario): EpochState {
  const known = STARTS.get(scenario)
  if (known !== undefined) return known
  const state = makeStart(scenario)
  STARTS.set(scenario, state)
  return state
}

const STARTS = /* @__PURE__ */ new WeakMap<Scenario, EpochState>()

function makeStart({ start, economy, policy }: Scenario): EpochState {
  const { supply, validators, committed } = economy
  const { m012, m014, m015 } = policy
  const each = committed.commitments === 0 ? 0n : committed.amount / BigInt(committed.commitments)
  const days = Number(milliseconds(m012.periodLength)) / 86_400_000
  const termDays = Math.floor((m014.termMonths * 365) / 12)
  return parseEpochState({
    time: start,
    phases: {
      m012: { phase: 'DYNAMIC' },
      m013: { phase: 'VALUE_BASED', transitionStarted: addDays(start, -365).slice(0, 10) },
      m014: 3,
      m015: 'DISTRIBUTING',
    },
    supply: { supply: supply.toString() },
    validators: Array.from({ length: validators }, (_, index) => {
      const termEnd = addDays(start, Math.floor((termDays * (index + 1)) / validators) + Math.ceil(days))
      return {
        address: `validator ${index + 1}`,
        category: CATEGORIES[index % CATEGORIES.length],
        status: 'ACTIVE',
        termStart: addDays(termEnd, -termDays),
        termEnd,
      }
    }),
    stability: {
      commitments: Array.from({ length: committed.commitments }, (_, index) => ({
        id: `first ${index + 1}`,
        holder: `first depositor ${index + 1}`,
        amount: each.toString(),
        lockMonths: committed.lockMonths,
        lockPeriods: periodsOfMonths(committed.lockMonths, m015),
        rate: formatRatio(m015.stabilityRate),
        state: 'COMMITTED',
        periods: 0,
        promised: '0',
        funded: '0',
      })),
    },
  })
}
