import type { M013Policy } from '../../policy/policy.ts'
import { EVERY_REQUESTS, everyClassWithIssuers } from './everyRequests.ts'
import { priceRequests } from './priceRequests.ts'
import type { Request } from './request.ts'
import { SETTING_REQUESTS } from './settingRequests.ts'

/** What to ask for a snapshot of everything but balances. */
export const everythingRequests = ({ valuation }: Pick<M013Policy, 'valuation'>): readonly Request[] => [
  ...Object.values({ ...EVERY_REQUESTS, 'credit class': everyClassWithIssuers }).map(every => every()),
  // What governance asks for concerns proposals only, and those are not part of everything.
  ...Object.values(SETTING_REQUESTS).flatMap(setting => setting()),
  ...priceRequests(valuation),
]
