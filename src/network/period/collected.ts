import { type CollectedFees, collectFees } from '../../epoch/fees/collectFees.ts'
import { feeRules } from '../../epoch/fees/feePeriod.ts'
import type { FeeConfig } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { toFeeConfig } from '../../policy/toFeeConfig.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { ChargedHistory } from './chargedTransactions.ts'

/** What M013 would have collected of some acts: by the configuration in force, else by the policy’s. */
export const collectedOf = (
  { transactions }: ChargedHistory,
  { rates, policy, inForce }: { rates: Rates; policy: PolicyConfig; inForce: FeeConfig | null },
): CollectedFees =>
  collectFees(
    { transactions, volumes: [], rates },
    { ...feeRules(policy, 0n as Uregen), ...(inForce && toFeeConfig(inForce)) },
  )
