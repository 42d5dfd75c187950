import { exp } from '../random/elementary.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Agent } from './agent.ts'

/**
 * The price of REGEN in USD: a geometric Brownian motion that is drawn to its target, rounded to a billionth.
 *
 *     P[t+1] = ( P[t] × exp( μ − σ²/2 + σ z ) + speed × (target − P[t]) ) × price.shock of the schedule        within its bounds
 *
 * @see ESS 7.7
 */
export function priceAgent({
  start,
  drift,
  volatility,
  reversion,
  target,
  least,
  most,
}: Scenario['agents']['price']): Agent<number> {
  return {
    name: 'price',
    start,
    act({ period, scheduled, shocks }, memory) {
      let price = memory
      if (period > 0 && (drift !== 0 || volatility > 0))
        price *= exp(drift - (volatility * volatility) / 2 + volatility * shocks.price)
      if (period > 0 && reversion > 0) price += reversion * (target - memory)
      price *= scheduled('price.shock', 1)
      const within = price < least ? least : price > most ? most : price
      const rounded = Math.round(within * 1e9) / 1e9
      return { memory: rounded, price: rounded, figures: { price: rounded } }
    },
  }
}
