import { loweringBurn, periodsToCap } from '../../mechanisms/m012-fixed-cap-dynamic-supply/equilibrium.ts'
import { advance } from '../../mechanisms/m012-fixed-cap-dynamic-supply/period.ts'
import {
  type CapStatus,
  capStatus,
  headroomOf,
  type SupplyState,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import type { DynamicSupply } from '../../node/contracts/dynamicSupply.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { MechanismSource } from '../inForce/mechanismSources.ts'

/** The network as M012 sees it. Amounts in uregen. */
export type SupplyView = {
  readonly status: 'in-force' | 'proposed'
  readonly source: MechanismSource
  /** The bank's supply and what is staked, in force. */
  readonly supply: Uregen
  readonly staked: Uregen
  readonly communityPool: readonly Coin[]
  readonly hardCap: Uregen
  readonly capStatus: CapStatus
  readonly headroom: Uregen
  /** S − C above the cap, else 0. */
  readonly excess: Uregen
  /** What the next period would do under the policy, with the burn that M013 would have made in the period looked at. */
  readonly next: { readonly minted: Uregen; readonly burned: Uregen; readonly supply: Uregen }
  /** Periods until a supply above the cap is at it, with that burn in each; null where no burn lowers it, and when the supply is not above the cap. */
  readonly periodsToCap: bigint | null
  /** What a module or a contract says; a contract keeps books of its own, which move no coins of the bank. */
  readonly inForce: DynamicSupply | null
}

/** M012's view of a state: computed here, but for what the chain and the contract say. @see SPEC M012, Supply Algorithm */
export function supplyView({
  state,
  communityPool,
  burned,
  inForce,
  source,
  policy: { m012 },
}: {
  state: SupplyState
  communityPool: readonly Coin[]
  burned: Uregen
  inForce: DynamicSupply | null
  source: MechanismSource
  policy: Pick<PolicyConfig, 'm012'>
}): SupplyView {
  const hardCap = inForce?.hardCap ?? m012.hardCap
  const { supply, staked } = state
  const result = advance(state, burned, { ...m012, hardCap })
  const burnedPerPeriod = loweringBurn(result.burned, m012)
  return {
    status: source.kind === 'policy' ? 'proposed' : 'in-force',
    source,
    supply,
    staked,
    communityPool,
    hardCap,
    capStatus: capStatus(supply, hardCap),
    headroom: headroomOf(supply, hardCap),
    excess: (supply > hardCap ? supply - hardCap : 0n) as Uregen,
    next: { minted: result.minted, burned: result.burned, supply: result.next.supply },
    periodsToCap: supply > hardCap ? periodsToCap({ supply, burnedPerPeriod, cap: hardCap }) : null,
    inForce,
  }
}
