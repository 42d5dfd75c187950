import { settleCap } from '../../mechanisms/m012-fixed-cap-dynamic-supply/overCap.ts'
import type { SupplyParams } from '../../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import type { EventSupplyBurn } from '../../mechanisms/m012-fixed-cap-dynamic-supply/records.ts'
import type { PoolBalances } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import { type Movement, move } from '../books/movements.ts'
import { payFrom } from '../books/movePools.ts'
import type { EpochPhases, SupplyLedger } from '../state/epochState.ts'

/** The holder that stands for the community pool in a one-off burn; everybody else is named by address. */
const COMMUNITY_POOL = 'community-pool'

export type StartedM012 = {
  readonly ledger: SupplyLedger
  readonly pools: PoolBalances
  readonly movements: readonly Movement[]
  readonly events: readonly EventSupplyBurn[]
}

/**
 * When M012 leaves INFLATIONARY, what is above the cap is settled once, as the over-cap policy says (OQ-M012-1).
 *
 * A one-off burn takes the authorised amount from its holder: the community pool, or an account.
 */
export function startM012(
  {
    before,
    phases,
    ledger,
    pools,
    period,
  }: {
    before: EpochPhases
    phases: EpochPhases
    ledger: SupplyLedger
    pools: PoolBalances
    period: number
  },
  params: SupplyParams,
): StartedM012 {
  if (before.m012.phase !== 'INFLATIONARY' || phases.m012.phase === 'INFLATIONARY')
    return { ledger, pools, movements: [], events: [] }
  const { supply, hardCap, burned, holder } = settleCap(ledger.supply, params)
  const fromPool = holder === COMMUNITY_POOL
  return {
    ledger: { ...ledger, supply, hardCap: hardCap === params.hardCap ? ledger.hardCap : hardCap },
    pools: fromPool ? payFrom(pools, 'community', burned) : pools,
    movements: move(fromPool ? 'community pool' : 'everybody else', 'burn', burned, 'one-off burn'),
    events:
      burned > 0n
        ? [{ type: 'EventSupplyBurn', period: BigInt(period), amount: burned, burnKind: 'permanent' }]
        : [],
  }
}
