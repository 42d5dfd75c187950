import { POOLS } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { paysIn } from '../../mechanisms/m013-value-based-fee-routing/phase.ts'
import type { PoolBalances } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import {
  type EventFeeCollected,
  type EventFeeDistributed,
  type FeeRecord,
  recordRouted,
} from '../../mechanisms/m013-value-based-fee-routing/records.ts'
import { sharesAt } from '../../mechanisms/m013-value-based-fee-routing/sharesAt.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { POOL_ACCOUNT } from '../books/accounts.ts'
import { type Movement, move } from '../books/movements.ts'
import { depositTo, payFrom } from '../books/movePools.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import type { EpochState } from '../state/epochState.ts'
import type { FeeRules } from './chargeMessages.ts'
import { type CollectedFee, type CollectedFees, collectFees } from './collectFees.ts'
import { amountInUregen } from './convert.ts'

/** M013 in one period: the fees, the pools after them, and what of the community pool M015 may distribute. */
export type FeePeriod = {
  readonly fees: CollectedFees
  readonly pools: PoolBalances
  /** The community inflow of M015, before what is minted. */
  readonly inflow: readonly Coin[]
  readonly movements: readonly Movement[]
}

const FIXED = /* @__PURE__ */ new WeakMap<PolicyConfig['m013'], FeeRules>()

/** The shares and the other rules of a period; a dynamic burn share follows the revenue of the period before it, a fixed one makes the same rules every time. */
export function feeRules({ m013 }: PolicyConfig, revenue: Uregen): FeeRules {
  const known = FIXED.get(m013)
  if (known !== undefined) return known
  const rules = { ...m013, shares: sharesAt(m013, revenue) }
  // What can change is read each time.
  if (m013.burnShare.kind === 'fixed' && Object.isFrozen(m013)) FIXED.set(m013, rules)
  return rules
}

/**
 * Charges the period’s messages and credits the pools; in FLAT_GAS nothing is charged. With `collection: hybrid` the burn part of other
 * denoms is changed into uregen at once, at the rate of the period (OQ-M013-3).
 *
 * With `autoInflow: scored-fees` M015 distributes only what purchases and retirements paid; the rest stays with governance.
 */
export function feePeriod(
  { phases, pools }: Pick<EpochState, 'phases' | 'pools'>,
  inputs: EpochInputs,
  rules: FeeRules,
  { m013, epoch }: PolicyConfig,
): FeePeriod {
  const charged = paysIn(phases.m013.phase, m013.gasInValueBased).valueFee
  const fees = charged ? collectFees(inputs, rules) : chargeNothing(inputs)
  const movements: Movement[] = []
  let after = pools
  for (const pool of POOLS) {
    after = depositTo(after, pool, fees.pools[pool])
    for (const { denom, amount } of fees.pools[pool])
      movements.push(...move('everybody else', POOL_ACCOUNT[pool], amount, 'M013 fees', denom))
  }
  if (m013.collection === 'hybrid')
    for (const { denom, amount } of fees.pools.burn) {
      if (denom === 'uregen') continue
      const bought = amountInUregen(amount, denom, inputs.rates)
      after = depositTo(payFrom(after, 'burn', amount, denom), 'burn', [{ denom: 'uregen', amount: bought }])
      movements.push(
        ...move('burn pool', 'everybody else', amount, 'changed to be burned', denom),
        ...move('everybody else', 'burn pool', bought, 'changed to be burned'),
      )
    }
  const inflow = epoch.autoInflow === 'all-fees' ? fees.pools.community : fees.scored
  return { fees, pools: after, inflow, movements }
}

const chargeNothing = ({ transactions }: EpochInputs): CollectedFees => ({
  totals: [],
  pools: { burn: [], validator: [], community: [], agent: [] },
  scored: [],
  revenue: 0n as Uregen,
  ofTransactions: transactions.map(
    (part): CollectedFee => ({
      parts: [part],
      fees: [0n as Uregen],
      denom: 'uregen',
      fee: 0n as Uregen,
      pools: { burn: 0n as Uregen, validator: 0n as Uregen, community: 0n as Uregen, agent: 0n as Uregen },
    }),
  ),
})

/** The records and events of the fees that transactions paid; volumes name no transaction. */
export function recordFees(fees: readonly CollectedFee[]): {
  readonly records: readonly FeeRecord[]
  readonly events: readonly (EventFeeCollected | EventFeeDistributed)[]
} {
  const recorded = fees.flatMap(({ parts, denom, fee, pools }) => {
    const [first] = parts
    if (first === undefined || fee === 0n) return []
    const { txHash, messageIndex, payer, height } = first
    const txTypes = [...new Set(parts.map(({ txType }) => txType))]
    return [recordRouted({ txHash, messageIndex, payer, txTypes, fee, denom, pools, height })]
  })
  return { records: recorded.map(({ record }) => record), events: recorded.flatMap(({ events }) => events) }
}
