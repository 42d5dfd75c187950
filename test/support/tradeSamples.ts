import type { TradeSample } from '../../src/mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { LedgerActivity } from '../../src/node/history/activity.ts'
import { tellsPrice, toTradeSample } from '../../src/node/history/toTradeSamples.ts'

/** Purchases as price samples. Those that do not tell a price to one part in a hundred are left out. */
export const toTradeSamples = (activity: readonly LedgerActivity[]): readonly TradeSample[] =>
  activity
    .filter(item => item.kind === 'purchase')
    .filter(tellsPrice)
    .map(toTradeSample)
