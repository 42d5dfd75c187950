import type { M013Policy } from '../policy/policy.ts'
import type { Missing } from '../preview/run/missing.ts'
import { coinRequest, creditRequest } from './balanceRequests.ts'
import { priceRequests } from './priceRequests.ts'
import type { Request } from './request.ts'
import { EVERY_REQUESTS, type ListedKind, ROW_REQUESTS } from './rowRequests.ts'
import { SETTING_REQUESTS } from './settingRequests.ts'

/** What to ask for something that a preview lacks. */
export function requestsFor(
  missing: Missing,
  { valuation }: Pick<M013Policy, 'valuation'>,
): readonly Request[] {
  if (missing.kind === 'setting') return SETTING_REQUESTS[missing.id]()
  if (missing.kind === 'coin balance') return [coinRequest(missing.account)]
  if (missing.kind === 'credit balance') return [creditRequest(missing.account, missing.batchDenom)]
  if (missing.kind === 'prices') return priceRequests(valuation)
  // Of the other kinds no message needs all.
  if (missing.kind === 'every')
    return missing.id in EVERY_REQUESTS ? [EVERY_REQUESTS[missing.id as ListedKind]()] : []
  return ROW_REQUESTS[missing.kind](missing.id)
}
