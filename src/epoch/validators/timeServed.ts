import {
  isServing,
  type ValidatorStatus,
} from '../../mechanisms/m014-authority-validator-governance/validator.ts'
import { addRatio, mulRatio, ONE, type Ratio, ratio } from '../../primitives/ratio.ts'
import { parseTime, toNanoseconds } from '../../primitives/time.ts'

/** How long a validator served in a period, in nanoseconds. */
type Service = { active: bigint; probation: bigint; since: bigint | null; status: ValidatorStatus }

/** A clock for each validator: it runs while the validator serves. */
export type ServiceClocks = {
  /** A validator has a status from a time on. */
  change(address: string, status: ValidatorStatus, at: string): void
  /** The part of the period that each served, and the part of its pay that it keeps; who did not serve is not in it. */
  close(): ReadonlyMap<string, { readonly served: Ratio; readonly kept: Ratio }>
}

/**
 * Measures the time served within a period.
 *
 *     served = time in ACTIVE or PROBATION / length of the period
 *     kept   = ( time in ACTIVE + probationPay × time in PROBATION ) / time served
 */
export function openClocks(start: string, end: string, probationPay: Ratio): ServiceClocks {
  const [from, to] = [start, end].map(time => toNanoseconds(parseTime(time))) as [bigint, bigint]
  const clocks = new Map<string, Service>()
  const stop = (service: Service, now: bigint): void => {
    if (service.since === null) return
    if (service.status === 'PROBATION') service.probation += now - service.since
    else service.active += now - service.since
    service.since = null
  }
  return {
    change(address, status, at) {
      const time = toNanoseconds(parseTime(at))
      const now = time < from ? from : time > to ? to : time
      const service = clocks.get(address) ?? { active: 0n, probation: 0n, since: null, status }
      clocks.set(address, service)
      stop(service, now)
      service.status = status
      if (isServing({ status })) service.since = now
    },
    close() {
      const served = new Map<string, { readonly served: Ratio; readonly kept: Ratio }>()
      for (const [address, service] of clocks) {
        stop(service, to)
        const { active, probation } = service
        const all = active + probation
        if (all === 0n) continue
        served.set(address, {
          served: all === to - from ? ONE : ratio(all, to - from),
          kept:
            probation === 0n
              ? ONE
              : addRatio(ratio(active, all), mulRatio(probationPay, ratio(probation, all))),
        })
      }
      return served
    },
  }
}
