import { isReached } from '../../mechanisms/m014-authority-validator-governance/calendar.ts'
import { earlyExitGuards, forfeitBonus } from '../../mechanisms/m014-authority-validator-governance/escrow.ts'
import type { ValidatorAction } from '../../mechanisms/m014-authority-validator-governance/migration/actions.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import type { ValidatorEvent } from '../../mechanisms/m014-authority-validator-governance/records.ts'
import type { PerformanceRecord } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import {
  candidate,
  reapply,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/application.ts'
import { transition } from '../../mechanisms/m014-authority-validator-governance/validatorSet/lifecycle.ts'
import { seedValidators } from '../../mechanisms/m014-authority-validator-governance/validatorSet/seedSet.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { type Coin, sumCoins } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { VALIDATOR_TWICE } from '../../primitives/errorTable.ts'
import type { EpochInputs, ValidatorTransition } from '../inputs/epochInputs.ts'
import type { RewardClock, TimeServed } from '../state/epochClocks.ts'
import type { EpochState } from '../state/epochState.ts'
import { type Members, openMembers } from './members.ts'
import { requireSeedable } from './requireSeedable.ts'
import { scorer } from './scorer.ts'
import type { Electorate } from './seatDecision.ts'
import { guardsOf, requireInPeriod } from './transitionGuards.ts'

/** The validators after what happened to them in a step, and how long each has served in the distribution period. */
export type ValidatorSet = {
  readonly validators: readonly AuthorityValidator[]
  readonly escrow: EpochState['escrow']
  /** What early exits gave up: back to the fund. */
  readonly forfeited: readonly Coin[]
  /** Who left early, and so earns no bonus in this quarter. */
  readonly left: readonly string[]
  readonly served: readonly TimeServed[]
  readonly performance: readonly PerformanceRecord[]
  readonly events: readonly ValidatorEvent[]
  readonly actions: readonly ValidatorAction[]
}

type Happening =
  | { readonly at: string; readonly change: ValidatorTransition }
  | { readonly at: string; readonly exit: EpochInputs['validators']['exits'][number] }

/** What a step of the validators needs beside them. */
type SetStep = {
  readonly period: number
  readonly start: string
  readonly end: string
  /** The distribution period that the step lies in. */
  readonly clock: Pick<RewardClock, 'start' | 'served'>
  readonly params: ValidatorParams
  readonly electorate: Omit<Electorate, 'members'>
}

/**
 * Applications and measured performance, then transitions and early exits by their time; every term ends on its date.
 *
 * A transition needs all of its guards, which are computed. An early exit needs a notice, and forfeits the bonus of the quarter.
 *
 * @see SPEC M014, Validator Lifecycle
 */
export function validatorSet(
  { validators, escrow }: Pick<EpochState, 'validators' | 'escrow'>,
  { applications, transitions, exits, metrics, seed = null }: EpochInputs['validators'],
  step: SetStep,
): ValidatorSet {
  const { start, end, clock, params, electorate } = step
  const members = openMembers(validators, { start, end, served: clock.served }, params)
  const serving = new Set(validators.filter(isServing).map(({ address }) => address))

  members.endTerms(start)
  if (seed !== null) {
    requireSeedable(seed, {
      isEmpty: validators.length === 0,
      seedBy: params.seedBy,
      policy: electorate.policy,
    })
    for (const validator of seedValidators(seed, start)) members.put(validator, start)
  }
  for (const application of applications) apply(application, members, step)
  const performance = measure(metrics, members, step)

  const left: string[] = []
  for (const happening of byTime(transitions, exits, end)) {
    const { at } = happening
    if ('change' in happening) requireInPeriod(at, step, 'transitions')
    else if (at !== end) requireInPeriod(at, step, 'exits')
    members.endTerms(at)
    if ('change' in happening) change(happening.change, members, step)
    else {
      const { address, notice } = happening.exit
      const leaving = members.get(address)
      // Its term ended earlier in this period: there is nothing left to leave.
      if (leaving.status === 'TERM_EXPIRED' && serving.has(address)) continue
      const guards = earlyExitGuards(leaving, { notice, at }, params)
      members.put(transition(leaving, { to: 'TERM_EXPIRED', guards, at }, params), at)
      left.push(address)
    }
  }
  members.endTerms(end)
  return {
    validators: members.all(),
    ...forfeit(escrow, left, clock.start),
    left,
    performance,
    ...members.close(),
  }
}

/** A newcomer is a candidate from the start of the step on; whose term is over applies again, at the time of it. */
function apply(
  application: EpochInputs['validators']['applications'][number],
  members: Members,
  step: SetStep,
): void {
  const { start, end, params } = step
  const { address, category, submitted, shown } = application
  if (isReached(end, submitted)) requireInPeriod(submitted, step, 'applications')
  const known = members.find(address)
  if (known === undefined) members.put(candidate({ ...application, streamlined: false }), start)
  else if (known.status === 'TERM_EXPIRED')
    members.put(reapply({ ...known, category }, { at: submitted, shown }, params).validator, submitted)
  else throw new RegenError(VALIDATOR_TWICE, { address })
}

/** Scores what was measured of each, and keeps it with the validator. */
function measure(
  metrics: EpochInputs['validators']['metrics'],
  members: Members,
  { period, params }: SetStep,
): readonly PerformanceRecord[] {
  const scoreOf = scorer(params)
  return Object.entries(metrics).map(([address, measured]) => {
    const record = { address, period: BigInt(period), metrics: measured, ...scoreOf(measured) }
    members.measured(record)
    return record
  })
}

/** Transitions and exits in the order of their times; an exit without one is at the end. */
const byTime = (
  transitions: EpochInputs['validators']['transitions'],
  exits: EpochInputs['validators']['exits'],
  end: string,
): readonly Happening[] =>
  [
    ...transitions.map((change): Happening => ({ at: change.at, change })),
    ...exits.map((exit): Happening => ({ at: exit.at ?? end, exit })),
  ].sort((a, b) => (isReached(b.at, a.at) ? (isReached(a.at, b.at) ? 0 : 1) : -1))

function change(asked: ValidatorTransition, members: Members, { params, electorate }: SetStep): void {
  const { address, to, at } = asked
  const validator = members.get(address)
  const guards = guardsOf(validator, asked, { ...electorate, members: members.all() }, params)
  members.put(transition(validator, { to, guards, at }, params), at)
}

/**
 * Takes the bonuses of those who left out of the escrow. What a distribution period escrows belongs to the quarter in which it began,
 * so that is the quarter that ends with it.
 */
function forfeit(
  escrow: EpochState['escrow'],
  left: readonly string[],
  quarter: string,
): Pick<ValidatorSet, 'escrow' | 'forfeited'> {
  const forfeited: Coin[] = []
  const held = Object.entries(escrow).map(([denom, bonuses]) => [
    denom,
    left.reduce((before, address) => {
      const { forfeited: amount, held } = forfeitBonus(before, address, quarter)
      forfeited.push({ denom, amount })
      return held
    }, bonuses),
  ])
  return { escrow: Object.fromEntries(held), forfeited: sumCoins(forfeited) }
}
