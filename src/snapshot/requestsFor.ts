import type { M013Policy } from '../policy/policy.ts'
import type { Missing } from '../preview/run/missing.ts'
import { coinRequest, creditRequest } from './balanceRequests.ts'
import type { Request } from './request.ts'
import { type CommonKind, ROW_REQUESTS } from './rowRequests.ts'
import { SETTING_REQUESTS } from './settingRequests.ts'

/** What to ask for something that a preview lacks. */
export async function requestsFor(
  missing: Missing,
  policy: Pick<M013Policy, 'valuation'>,
): Promise<readonly Request[]> {
  if (missing.kind === 'coin balance') return [coinRequest(missing.account)]
  if (missing.kind === 'credit balance') return [creditRequest(missing.account, missing.batchDenom)]
  const { kind, id } = missing
  if (isCommon(kind)) return ROW_REQUESTS[kind](id)
  if (kind === 'setting' && id !== 'govDeposit') return SETTING_REQUESTS[id]()
  const { rareRequests } = await import('./rareRequests.ts')
  return rareRequests(missing, policy)
}

const isCommon = (kind: Missing['kind']): kind is CommonKind => Object.hasOwn(ROW_REQUESTS, kind)
