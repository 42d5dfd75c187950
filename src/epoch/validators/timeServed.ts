import {
  isServing,
  type ValidatorStatus,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { addRatio, mulRatio, ONE, type Ratio, ratio } from '../../primitives/ratio.ts'
import { nanosecondsOf } from '../../primitives/time.ts'
import type { TimeServed } from '../state/epochClocks.ts'

/** How long a validator has served, and since when it serves. */
type Service = { active: bigint; probation: bigint; since: bigint | null; status: ValidatorStatus }

/** A clock for each validator: it runs while the validator serves. */
export type ServiceClocks = {
  /** A validator has a status from a time on. */
  change(address: string, status: ValidatorStatus, at: string): void
  /** How long each has served; who did not serve is not in it. */
  close(): readonly TimeServed[]
}

/** Measures the time served within a step, and adds it to that of the steps before it in the same distribution period. */
export function openClocks(start: string, end: string, before: readonly TimeServed[]): ServiceClocks {
  const [from, to] = [start, end].map(nanosecondsOf) as [bigint, bigint]
  const clocks = new Map<string, Service>()
  for (const { address, active, probation } of before)
    clocks.set(address, { active, probation, since: null, status: 'CANDIDATE' })
  const stop = (service: Service, now: bigint): void => {
    if (service.since === null) return
    if (service.status === 'PROBATION') service.probation += now - service.since
    else service.active += now - service.since
    service.since = null
  }
  // Mostly everybody changes at the same time, the start, which is read once.
  let last = { at: start, time: from }
  const within = (at: string): bigint => {
    if (at === last.at) return last.time
    const time = nanosecondsOf(at)
    last = { at, time: time < from ? from : time > to ? to : time }
    return last.time
  }
  return {
    change(address, status, at) {
      const now = within(at)
      let service = clocks.get(address)
      if (service === undefined) {
        service = { active: 0n, probation: 0n, since: null, status }
        clocks.set(address, service)
      }
      stop(service, now)
      service.status = status
      if (isServing({ status })) service.since = now
    },
    close() {
      const served: TimeServed[] = []
      for (const [address, service] of clocks) {
        stop(service, to)
        const { active, probation } = service
        if (active + probation > 0n) served.push({ address, active, probation })
      }
      return served
    },
  }
}

/**
 * The part of a period that somebody served, and the part of its pay that it keeps.
 *
 *     served = time in ACTIVE or PROBATION / length of the period
 *     kept   = ( time in ACTIVE + probationPay × time in PROBATION ) / time served
 */
export function partServed(
  { active, probation }: TimeServed,
  length: bigint,
  probationPay: Ratio,
): { readonly served: Ratio; readonly kept: Ratio } {
  const all = active + probation
  return {
    served: all === length ? ONE : ratio(all, length),
    kept:
      probation === 0n ? ONE : addRatio(ratio(active, all), mulRatio(probationPay, ratio(probation, all))),
  }
}
