import { addDays } from '../../mechanisms/m014-authority-validator-governance/calendar.ts'
import {
  CATEGORIES,
  type Category,
  type ValidatorParams,
} from '../../mechanisms/m014-authority-validator-governance/params.ts'
import {
  type Member,
  slotAvailable,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/composition.ts'
import { criteriaOf } from '../../mechanisms/m014-authority-validator-governance/validatorSet/criteria.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { ONE } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { AggregatedPeriod } from '../advance/aggregatedPeriod.ts'
import { poisson } from '../random/draws.ts'
import { normalCdf } from '../random/elementary.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Agent, toUsd, type View } from './agent.ts'

type Transitions = AggregatedPeriod['validators']['transitions']

/** Every validator measured at its best: all are paid alike. */
export const GOOD_METRICS = { uptime: ONE, governanceParticipation: ONE, ecosystemContribution: ONE }

/** USD that a validator would earn in a year of periods like the last; null before the first. */
const yearlyIncome = ({ last, price, periodsPerYear }: View): number | null =>
  last === null || last.paidValidators === 0
    ? null
    : (toUsd(last.validatorPay, price) / last.paidValidators) * periodsPerYear

/**
 * Validators leave more often while a year’s pay is below their cost, others apply, and terms are renewed while governance votes.
 *
 *     leaves in a period with probability  quarterly exit × factor × 4 / periods in a year
 *     applications                         Poisson( a quarter’s × 4 / periods in a year ), up to max_validators
 *
 * There is no floor: fewer than min_validators may serve. An early exit has given its notice in time. A term that ends while governance
 * is blocked is not renewed (M014, invariant 4, Term Accountability).
 *
 * @see ESS 2.3 P7, 7.4
 */
export function validatorAgent(
  settings: Scenario['agents']['validators'],
): Agent<{ readonly joined: number; readonly left: ReadonlySet<string> }> {
  const { quarterlyExit, cost, factorBelow, factorAbove, applicationsPerQuarter } = settings
  return {
    name: 'validators',
    start: { joined: 0, left: new Set() },
    act(view, { joined, left }, stream) {
      const { state, policy, scheduled, shocks, periodsPerYear } = view
      const income = yearlyIncome(view)
      const quarterly = scheduled('validators.exit', quarterlyExit)
      const factor = income === null ? 1 : income < cost ? factorBelow : factorAbove
      const probability = (quarterly * factor * 4) / periodsPerYear
      const serving = state.validators.filter(isServing)
      const leaving =
        probability === 0 ? [] : serving.filter(() => stream.uniform() < probability).map(v => v.address)
      const expected = (scheduled('validators.applications', applicationsPerQuarter) * 4) / periodsPerYear
      const wanted = expected === 0 ? 0 : poisson(expected, normalCdf(shocks.validators))
      const blocked = scheduled('governance.participation', 1) === 0
      const gone = leaving.length === 0 ? left : new Set([...left, ...leaving])
      const renewed = blocked
        ? []
        : state.validators.filter(v => v.status === 'TERM_EXPIRED' && !gone.has(v.address))
      const room = policy.m014.maxValidators - serving.length - renewed.length + leaving.length
      const joining = blocked ? 0 : Math.max(0, Math.min(wanted, room))
      if (leaving.length + renewed.length + joining === 0) return { memory: { joined, left: gone } }
      const newcomers = newcomersOf(serving, joining, joined)
      const at = state.time
      const seated = seatable([...renewed, ...newcomers], state.validators, policy.m014)
      return {
        memory: { joined: joined + joining, left: gone },
        period: {
          validators: {
            applications: seated.map(({ address, category }) => ({
              address,
              category,
              submitted: at,
              shown: criteriaOf(category).map(({ id }) => id),
              streamlined: false,
            })),
            transitions: seated.flatMap(({ address }, index) =>
              seat(address, at, [...serving, ...seated.slice(0, index)], state.supply.supply),
            ),
            exits: leaving.map(address => ({
              address,
              notice: addDays(at, -2 * policy.m014.noticeDays - 30),
            })),
          },
        },
        figures: { validatorsLeft: leaving.length, validatorsJoined: joining },
      }
    },
  }
}

/** Those for whom there is a seat, one after the other: the seats that the categories still lack stay free. */
function seatable(
  wanted: readonly Pick<AuthorityValidator, 'address' | 'category'>[],
  validators: readonly AuthorityValidator[],
  rules: ValidatorParams,
): readonly Pick<AuthorityValidator, 'address' | 'category'>[] {
  const members: Member[] = [...validators]
  return wanted.filter(({ address, category }) => {
    const free = slotAvailable(members, category, rules)
    if (free) members.push({ address, category, status: 'ACTIVE' })
    return free
  })
}

/**
 * CANDIDATE → APPROVED → ACTIVE, everybody in favour, those who were seated just before as well: what is simulated is who comes, not how they are
 * examined.
 */
const seat = (
  address: string,
  at: string,
  serving: readonly Pick<AuthorityValidator, 'address'>[],
  supply: Uregen,
): Transitions => [
  {
    address,
    to: 'APPROVED',
    at,
    votes: [
      ...serving.map(
        ({ address: voter }) => ({ voter, track: 'validators', option: 'yes', weight: 1n }) as const,
      ),
      { voter: 'holders', track: 'holders', option: 'yes', weight: supply },
    ],
    decided: null,
    seen: SEEN,
  },
  { address, to: 'ACTIVE', at, votes: [], decided: null, seen: SEEN },
]

const SEEN = {
  noActiveConflicts: true,
  nodeOperational: true,
  uptimeTested: true,
  keyManagementAudited: true,
  agentReport: false,
  agentConfirms: true,
  bonded: (10n ** 30n) as Uregen,
}

/** New validators, each in the category that has fewest. */
function newcomersOf(serving: readonly AuthorityValidator[], count: number, joined: number) {
  const counts = new Map<Category, number>(CATEGORIES.map(category => [category, 0]))
  for (const { category } of serving) counts.set(category, (counts.get(category) ?? 0) + 1)
  return Array.from({ length: count }, (_, index) => {
    const category = CATEGORIES.reduce((least, next) =>
      (counts.get(next) ?? 0) < (counts.get(least) ?? 0) ? next : least,
    )
    counts.set(category, (counts.get(category) ?? 0) + 1)
    return { address: `new validator ${joined + index + 1}`, category }
  })
}
