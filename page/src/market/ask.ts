import { firstMarket } from 'virtual:first-market'
import script from 'worker:firstWorkers#marketWorker'
import type { Fill } from '../../../src/orders/fill.ts'
import { callsOf } from '../workers/call.ts'
import type { MarketMethods } from '../workers/marketWorker.ts'
import type { Reading, ShownMarket } from './readMarket.ts'
import type { Wanted } from './wanted.ts'

/** In a worker: an order book can be long, and the page listens meanwhile. */
const askMarket = callsOf<MarketMethods>(script)

/** The first class of the bundled market was read when the page was built. */
const isFirst = ({ source }: Reading, asked: string | undefined): boolean =>
  source.kind === 'bundled' && (asked === undefined || asked === firstMarket.market.shown?.classId)

/** A class of a market, the first one where none is asked for. */
export async function showMarket(
  reading: Reading,
  asked: string | undefined,
  signal: AbortSignal,
): Promise<ShownMarket> {
  return isFirst(reading, asked) ? firstMarket.market : askMarket('show', [reading, asked], { signal })
}

/** Which orders of it to buy from. */
export async function fillMarket(
  reading: Reading,
  asked: string | undefined,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Fill | null> {
  return isFirst(reading, asked) && JSON.stringify(wanted) === JSON.stringify(firstMarket.wanted)
    ? firstMarket.fill
    : askMarket('fill', [reading, asked, wanted], { signal })
}
