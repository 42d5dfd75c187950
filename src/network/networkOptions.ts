import type { Co2Change } from '../mechanisms/m012-fixed-cap-dynamic-supply/ecologicalMultiplier.ts'
import type { Rates, TradeSample } from '../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { PolicyConfig } from '../policy/policy.ts'
import type { ReferencePrices } from '../preview/input/referencePrices.ts'
import type { Uregen } from '../primitives/uregen.ts'
import type { ContractRegistry } from './inForce/mechanismSources.ts'

/** Under which policy and for which period a network is read, and what the chain does not tell. */
export type NetworkOptions = {
  /** Default: the readings of the specification. */
  readonly policy?: PolicyConfig
  /** How far back the period goes, in seconds. Default: seven days. */
  readonly periodSeconds?: bigint
  /** uregen for one smallest unit of other denoms; without one, what was paid in them is not valued. */
  readonly rates?: Rates
  /** The validator fund whose pay is looked at, in uregen. Default: what M013 would have routed to validators in the period. */
  readonly validatorFund?: Uregen
  /** Prices that governance or an outside market states, by class and by credit type. */
  readonly references?: readonly ReferencePrices[]
  /** The trades that tell prices, such as those of an index, in place of those that the node is asked for. */
  readonly trades?: readonly TradeSample[]
  /** ΔCO₂ for M012, where the policy names a source of it. */
  readonly co2?: Co2Change
  /** Where the mechanisms are contracts. A module of the chain's own wins over them. */
  readonly contracts?: ContractRegistry
  /** A node of another chain is refused. */
  readonly chainId?: string
  readonly signal?: AbortSignal
}
