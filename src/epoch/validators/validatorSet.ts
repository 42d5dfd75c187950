import { isReached } from '../../mechanisms/m014-authority-validator-governance/calendar.ts'
import { earlyExitGuards, forfeitBonus } from '../../mechanisms/m014-authority-validator-governance/escrow.ts'
import {
  actionsOf,
  type ValidatorAction,
} from '../../mechanisms/m014-authority-validator-governance/migration/actions.ts'
import { termEnded } from '../../mechanisms/m014-authority-validator-governance/migration/guards.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import {
  type ValidatorEvent,
  validatorEvent,
} from '../../mechanisms/m014-authority-validator-governance/records.ts'
import type { PerformanceRecord } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import {
  candidate,
  reapply,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/application.ts'
import { checkComposition } from '../../mechanisms/m014-authority-validator-governance/validatorSet/composition.ts'
import { transition } from '../../mechanisms/m014-authority-validator-governance/validatorSet/lifecycle.ts'
import { seedValidators } from '../../mechanisms/m014-authority-validator-governance/validatorSet/seedSet.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { type Coin, sumCoins } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { VALIDATOR_TWICE, VALIDATOR_UNKNOWN } from '../../primitives/errorTable.ts'
import { byAddress, keyed } from '../../primitives/keyed.ts'
import type { EpochInputs, ValidatorTransition } from '../inputs/epochInputs.ts'
import type { RewardClock, TimeServed } from '../state/epochClocks.ts'
import type { EpochState } from '../state/epochState.ts'
import { requireSeedable } from './requireSeedable.ts'
import { scorer } from './scorer.ts'
import type { Electorate } from './seatDecision.ts'
import { openClocks } from './timeServed.ts'
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

type Step =
  | { readonly at: string; readonly change: ValidatorTransition }
  | { readonly at: string; readonly exit: EpochInputs['validators']['exits'][number] }

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
  {
    period,
    start,
    end,
    clock,
    params,
    electorate,
  }: {
    period: number
    start: string
    end: string
    /** The distribution period that the step lies in. */
    clock: Pick<RewardClock, 'start' | 'served'>
    params: ValidatorParams
    electorate: Omit<Electorate, 'members'>
  },
): ValidatorSet {
  const set = keyed(validators, byAddress)
  const clocks = openClocks(start, end, clock.served)
  const events: ValidatorEvent[] = []
  const serving = new Set(validators.filter(isServing).map(({ address }) => address))
  const actions: ValidatorAction[] = []
  for (const { address, status } of validators) clocks.change(address, status, start)

  const get = (address: string): AuthorityValidator => {
    const found = set.get(address)
    if (found === undefined) throw new RegenError(VALIDATOR_UNKNOWN, { address })
    return found
  }
  const put = (next: AuthorityValidator, at: string): void => {
    const before = set.get(next.address)
    set.set(next.address, next)
    clocks.change(next.address, next.status, at)
    if (before?.status === next.status) return
    // Only a removal says what it leaves below its minimum.
    const escalation =
      next.status === 'REMOVED' ? checkComposition([...set.values()], params).escalation : null
    events.push(...validatorEvent(next, { at, escalation }))
    if (before) actions.push(...actionsOf(next.address, at, before.status, next.status))
  }
  let expired: string | null = null
  const expireUntil = (at: string): void => {
    // A term that begins at a time does not end at it, so that once is enough.
    if (at === expired) return
    expired = at
    for (const validator of set.values())
      if (isServing(validator) && termEnded(validator, at))
        put({ ...validator, status: 'TERM_EXPIRED' }, validator.termEnd ?? at)
  }
  const requireWithin = (at: string, field: string): void => requireInPeriod(at, { start, end }, field)

  expireUntil(start)
  if (seed !== null) {
    requireSeedable(seed, { isEmpty: set.size === 0, seedBy: params.seedBy, policy: electorate.policy })
    for (const validator of seedValidators(seed, start)) put(validator, start)
  }
  for (const application of applications) {
    const { address, submitted, shown } = application
    if (isReached(end, submitted)) requireWithin(submitted, 'applications')
    const known = set.get(address)
    if (known === undefined) put(candidate({ ...application, streamlined: false }), start)
    else if (known.status === 'TERM_EXPIRED')
      put(
        reapply({ ...known, category: application.category }, { at: submitted, shown }, params).validator,
        submitted,
      )
    else throw new RegenError(VALIDATOR_TWICE, { address })
  }
  const scoreOf = scorer(params)
  const performance = Object.entries(metrics).map(([address, measured]) => {
    const record: PerformanceRecord = {
      address,
      period: BigInt(period),
      metrics: measured,
      ...scoreOf(measured),
    }
    const scored: { -readonly [field in keyof AuthorityValidator]: AuthorityValidator[field] } = {
      ...get(address),
    }
    scored.performance = record
    set.set(address, scored)
    return record
  })

  const steps: readonly Step[] = [
    ...transitions.map((change): Step => ({ at: change.at, change })),
    ...exits.map((exit): Step => ({ at: exit.at ?? end, exit })),
  ].sort((a, b) => (isReached(b.at, a.at) ? (isReached(a.at, b.at) ? 0 : 1) : -1))
  let held = escrow
  const forfeited: Coin[] = []
  const left: string[] = []
  for (const step of steps) {
    if (step.at !== end) requireWithin(step.at, 'change' in step ? 'transitions' : 'exits')
    const { at } = step
    expireUntil(at)
    if ('change' in step) {
      const { change } = step
      if (at === end) requireWithin(at, 'transitions')
      const validator = get(change.address)
      const guards = guardsOf(validator, change, { ...electorate, members: [...set.values()] }, params)
      put(transition(validator, { to: change.to, guards, at }, params), at)
      continue
    }
    const { address, notice } = step.exit
    const leaving = get(address)
    // Its term ended earlier in this period: there is nothing left to leave.
    if (leaving.status === 'TERM_EXPIRED' && serving.has(address)) continue
    const guards = earlyExitGuards(leaving, { notice, at }, params)
    put(transition(leaving, { to: 'TERM_EXPIRED', guards, at }, params), at)
    left.push(address)
    // What a distribution period escrows belongs to the quarter in which it began, so that is the quarter that ends here.
    held = Object.fromEntries(
      Object.entries(held).map(([denom, bonuses]) => {
        const { forfeited: amount, held } = forfeitBonus(bonuses, address, clock.start)
        forfeited.push({ denom, amount })
        return [denom, held]
      }),
    )
  }
  expireUntil(end)
  return {
    validators: [...set.values()],
    escrow: held,
    forfeited: sumCoins(forfeited),
    left,
    served: clocks.close(),
    performance,
    events,
    actions,
  }
}
