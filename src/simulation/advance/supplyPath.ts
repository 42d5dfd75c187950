import { feeRules } from '../../epoch/fees/feePeriod.ts'
import { smallRules } from '../../epoch/fees/smallFees.ts'
import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { advance } from '../../mechanisms/m012-fixed-cap-dynamic-supply/period.ts'
import type { SupplyState } from '../../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type AdvancedFees, advanceFees } from './advanceFees.ts'
import { type Prepared, prepare } from './prepare.ts'

/** Periods of M013 and M012 alone, column by column: what the pools received, and the supply after the burn; in uregen. */
export type SupplyPath = {
  readonly [column in
    | 'fees'
    | 'burned'
    | 'validator'
    | 'community'
    | 'agent'
    | 'minted'
    | 'supply']: BigUint64Array
}

/**
 * The supply of a market as it trades: M013 and M012 alone, period by period, exact. For questions that need no validators, stability tier
 * or rewards, such as when the cap is reached or what a burn share does; a whole simulation of the same market has the same supply.
 *
 *     fee = max( floor( value × rate ), minFee ) of each message, split over the pools;  S' = S + M − B
 *
 * Values are in uregen; nothing but fees is burned. The set is full, where the multiplier asks for it (`validators`).
 *
 * @throws INPUT_INVALID for a volume in another denom, and for amounts of 2^64 uregen and more; BURN_EXCEEDS_SUPPLY
 * @see SPEC M012, Supply Algorithm; M013, Fee Distribution
 *
 * @example
 * const trade = { txType: 'MarketplaceTrade', denom: 'uregen', value: parseRatio('10000000000000'), messages: 100n } as const
 * const path = supplyPath({ supply: uregen(224_000_000_000_000n), periods: 104, volumes: () => [trade] }, DEFAULT_POLICY)
 * path.burned[0] // 30000000000n
 * path.supply.findIndex(supply => supply <= DEFAULT_POLICY.m012.hardCap) // 99
 */
export function supplyPath(
  {
    supply,
    periods,
    volumes,
    committed = 0n as Uregen,
    validators,
  }: {
    readonly supply: Uregen
    readonly periods: number
    /** What is traded in a period. */
    readonly volumes: (period: number) => readonly Volume[]
    /** What the stability tier holds all the while; none when left out. */
    readonly committed?: Uregen
    readonly validators?: number
  },
  policy: PolicyConfig,
): SupplyPath {
  const prepared = prepare(policy)
  const { params } = prepared
  const max = params.validators.maxValidators
  let state: SupplyState = {
    supply,
    staked: 0n as Uregen,
    stabilityCommitted: committed,
    m014Phase: 'ACTIVE',
    reserve: 0n as Uregen,
    validators: { active: validators ?? max, max },
  }
  let revenue = 0n as Uregen
  const column = () => new BigUint64Array(periods)
  const path = {
    fees: column(),
    burned: column(),
    validator: column(),
    community: column(),
    agent: column(),
    minted: column(),
    supply: column(),
  }
  for (let period = 0; period < periods; period++) {
    const fees = feesOf(volumes(period), revenue, prepared)
    const { minted, burned, next } = advance(state, fees.burn as Uregen, params.supply)
    // No other amount of a period is larger than these.
    if (next.supply > MOST || fees.revenue > MOST || minted > MOST) throw tooLarge(period)
    path.fees[period] = fees.revenue
    path.burned[period] = burned
    path.validator[period] = fees.validator
    path.community[period] = fees.community
    path.agent[period] = fees.agent
    path.minted[period] = minted
    path.supply[period] = next.supply
    revenue = fees.revenue
    state = next
  }
  return path
}

const MOST = 2n ** 64n - 1n

const tooLarge = (period: number) =>
  new RegenError(INPUT_INVALID, {
    what: 'market',
    issues: `✖ an amount of period ${period} is beyond what a path holds, 2^64 - 1 uregen`,
  })

/** The fees of a period; a dynamic burn share follows the revenue of the period before it. */
function feesOf(volumes: readonly Volume[], revenue: Uregen, prepared: Prepared): AdvancedFees {
  for (const { denom } of volumes)
    if (denom !== 'uregen')
      throw new RegenError(INPUT_INVALID, {
        what: 'volume',
        issues: `✖ only uregen is charged here, not ${JSON.stringify(denom.slice(0, 128))} at denom`,
      })
  const { policy, params } = prepared
  if (policy.m013.burnShare.kind === 'fixed') return advanceFees(volumes, prepared)
  const fees = feeRules(policy, revenue)
  return advanceFees(volumes, { ...prepared, small: smallRules(fees), params: { ...params, fees } })
}
