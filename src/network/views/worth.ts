import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { Worth } from '../../node/read/rewardActivities.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { parsePrices } from '../../preview/proposed/parsePrices.ts'
import { openMarket } from '../../preview/proposed/valueCharge.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { mulRatio } from '../../primitives/ratio.ts'

/** What credits are worth at the height of a snapshot, by the policy's sources of prices; stated prices come first. */
export function worthAt(
  snapshot: LedgerSnapshot,
  { m013 }: PolicyConfig,
  { rates = {}, prices = {} }: { rates?: Rates; prices?: { readonly [classId: string]: string } } = {},
): { readonly worth: Worth; readonly market: ReturnType<typeof openMarket> } {
  const market = openMarket(parsePrices(prices), rates, m013, snapshot)
  const priceOf = (classId: string) => {
    const found = market.priceOf(classId)
    return found.status === 'known' ? mulRatio(found.price.price, found.rate) : null
  }
  return { market, worth: { rates, priceOf } }
}
