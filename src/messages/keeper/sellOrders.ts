import {
  formatTime,
  isTimestamp,
  nanosecondsOf,
  type Timestamp,
  toNanoseconds,
} from '../../primitives/time.ts'
import type { Ledger } from '../ledger.ts'

/** Warns unless governance allows a denom as the price of sell orders. */
export function allowDenom(denom: string, ledger: Ledger): void {
  const allowed = ledger.setting('allowedDenoms')
  if (allowed === null) ledger.warn('STATE_UNKNOWN', { what: 'allowed denom', id: denom })
  else if (!allowed.value.some(({ bankDenom }) => bankDenom === denom))
    ledger.warn('DENOM_NOT_ALLOWED', { denom })
}

/** Warns unless an expiration, if there is one, lies after the block time. */
export function expireLater(expiration: Timestamp | undefined, ledger: Ledger): void {
  if (!expiration || !isTimestamp(expiration)) return
  if (toNanoseconds(expiration) <= nanosecondsOf(ledger.time))
    ledger.warn('EXPIRATION_PAST', { expiration: formatTime(expiration), time: ledger.time })
}

/** True when an order's expiration has passed. The chain sells from it all the same. */
export const hasExpired = (expiration: string | null, ledger: Pick<Ledger, 'time'>): boolean =>
  expiration !== null && nanosecondsOf(expiration) <= nanosecondsOf(ledger.time)
