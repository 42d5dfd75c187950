import { enterLarge } from '../../epoch/fees/collectFees.ts'
import { type FeeBook, pageOf } from '../../epoch/fees/feeBook.ts'
import { chargeSmall, emptySums, ROW, SUM } from '../../epoch/fees/smallFees.ts'
import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { TX_TYPES, type TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { SCORED } from '../../mechanisms/m013-value-based-fee-routing/rewardedPart.ts'
import { fromDouble } from '../../primitives/doubles.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Prepared } from './prepare.ts'

/** The fees of a period in uregen, as the four pools receive them, and what of the community’s M015 counts. */
export type AdvancedFees = {
  readonly burn: bigint
  readonly validator: bigint
  readonly community: bigint
  readonly agent: bigint
  readonly inflow: bigint
  readonly revenue: Uregen
}

/** The sums of the volumes that are charged now. */
const SUMS = /* @__PURE__ */ emptySums()

/** Charges the volumes of a period, all in uregen, as `collectFees` does, without totals by type. */
export function advanceFees(
  volumes: readonly Volume[],
  { params, small, rewardsAll }: Pick<Prepared, 'params' | 'small' | 'rewardsAll'>,
): AdvancedFees {
  const large = chargeSmall(volumes, small, SUMS)
  const revenue = sumOf(SUM.fee, TX_TYPES)
  const burn = sumOf(SUM.burn, TX_TYPES)
  const community = sumOf(SUM.community, TX_TYPES)
  const agent = sumOf(SUM.agent, TX_TYPES)
  const fees = {
    burn: fromDouble(burn),
    validator: fromDouble(revenue - burn - community - agent),
    community: fromDouble(community),
    agent: fromDouble(agent),
    inflow: fromDouble(rewardsAll ? community : sumOf(SUM.community, SCORED)),
    revenue: fromDouble(revenue) as Uregen,
  }
  if (large.length === 0) return fees
  const rules = params.fees
  const book: FeeBook = new Map()
  enterLarge(book, large, { rates: {}, rules, rulesOf: () => rules })
  const { pools, scored } = pageOf(book, 'uregen')
  return {
    burn: fees.burn + pools.burn,
    validator: fees.validator + pools.validator,
    community: fees.community + pools.community,
    agent: fees.agent + pools.agent,
    inflow: fees.inflow + (rewardsAll ? pools.community : scored),
    revenue: (fees.revenue + pools.burn + pools.validator + pools.community + pools.agent) as Uregen,
  }
}

function sumOf(column: number, types: readonly TxType[]): number {
  let sum = 0
  for (const txType of types) sum += SUMS[ROW[txType] + column] ?? 0
  return sum
}
