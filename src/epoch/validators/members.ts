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
import { checkComposition } from '../../mechanisms/m014-authority-validator-governance/validatorSet/composition.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { RegenError } from '../../primitives/errors.ts'
import { VALIDATOR_UNKNOWN } from '../../primitives/errorTable.ts'
import { byAddress, keyed } from '../../primitives/keyed.ts'
import type { TimeServed } from '../state/epochClocks.ts'
import { openClocks } from './timeServed.ts'

/** The validators while a step goes on: each change of a status moves their clocks, and becomes an event and actions. */
export type Members = {
  all(): readonly AuthorityValidator[]
  find(address: string): AuthorityValidator | undefined
  /** As `find`; nobody of that address is an error. */
  get(address: string): AuthorityValidator
  /** A validator is so from a time on. */
  put(next: AuthorityValidator, at: string): void
  measured(record: PerformanceRecord): void
  /** Ends each term that is over at a time, on its own date. */
  endTerms(at: string): void
  /** Stops the clocks. */
  close(): {
    readonly served: readonly TimeServed[]
    readonly events: readonly ValidatorEvent[]
    readonly actions: readonly ValidatorAction[]
  }
}

/** Opens the set at the start of a step, `served` being what the distribution period has counted so far. */
export function openMembers(
  validators: readonly AuthorityValidator[],
  { start, end, served }: { start: string; end: string; served: readonly TimeServed[] },
  params: ValidatorParams,
): Members {
  const set = keyed(validators, byAddress)
  const clocks = openClocks(start, end, served)
  const events: ValidatorEvent[] = []
  const actions: ValidatorAction[] = []
  for (const { address, status } of validators) clocks.change(address, status, start)
  let ended: string | null = null

  function get(address: string): AuthorityValidator {
    const found = set.get(address)
    if (found === undefined) throw new RegenError(VALIDATOR_UNKNOWN, { address })
    return found
  }

  function put(next: AuthorityValidator, at: string): void {
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

  function endTerms(at: string): void {
    // A term that begins at a time does not end at it, so that once is enough.
    if (at === ended) return
    ended = at
    for (const validator of set.values())
      if (isServing(validator) && termEnded(validator, at))
        put({ ...validator, status: 'TERM_EXPIRED' }, validator.termEnd ?? at)
  }

  function measured(record: PerformanceRecord): void {
    // Copied, then set: three times as fast as a literal with a changed field, and a simulation measures everybody in every step.
    const scored: { -readonly [field in keyof AuthorityValidator]: AuthorityValidator[field] } = {
      ...get(record.address),
    }
    scored.performance = record
    set.set(record.address, scored)
  }

  return {
    all: () => [...set.values()],
    find: address => set.get(address),
    get,
    put,
    measured,
    endTerms,
    close: () => ({ served: clocks.close(), events, actions }),
  }
}
