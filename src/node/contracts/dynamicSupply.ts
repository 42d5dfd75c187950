import * as z from 'zod/mini'
import { M012_PHASES, type M012Phase } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/phase.ts'
import { M014_STATES, type M014State } from '../../primitives/m014States.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import { RatioText, UregenText } from '../../primitives/schemas.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { NodeAt } from '../read/ask.ts'
import { allOf, askContract, askContractIfAny } from './askContract.ts'
import { Count, nameOf } from './fields.ts'

/** M012 as a contract. It keeps books of a supply of its own; the bank's supply does not move with them. */
export type DynamicSupply = {
  readonly admin: string
  readonly phase: M012Phase
  readonly supply: Uregen
  readonly hardCap: Uregen
  readonly headroom: Uregen
  readonly totalMinted: Uregen
  readonly totalBurned: Uregen
  readonly periods: number
  readonly baseRate: Ratio
  /** Null where it is switched off. */
  readonly ecologicalReference: Ratio | null
  readonly m014State: M014State
  readonly equilibrium: {
    readonly threshold: Uregen
    readonly periodsRequired: number
    readonly periodsInBalance: number
  }
}

const StateAnswer = z.object({
  current_supply: UregenText,
  hard_cap: UregenText,
  total_minted: UregenText,
  total_burned: UregenText,
  period_count: Count,
  phase: nameOf(M012_PHASES),
  cap_headroom: UregenText,
  consecutive_equilibrium_periods: Count,
})

const ParamsAnswer = z.object({
  admin: z.string(),
  base_regrowth_rate: RatioText,
  ecological_multiplier_enabled: z.boolean(),
  ecological_reference_value: RatioText,
  m014_phase: nameOf(M014_STATES),
  equilibrium_threshold: UregenText,
  equilibrium_periods_required: Count,
})

/**
 * Reads M012's contract. @see SPEC M012, Storage: SupplyState
 *
 * @example
 * const dynamicSupply = await readDynamicSupply(at, contract)
 */
export async function readDynamicSupply(ledger: NodeAt, address: string): Promise<DynamicSupply> {
  const [state, params] = await allOf([
    askContract(ledger, address, { supply_state: {} }, StateAnswer),
    askContract(ledger, address, { supply_params: {} }, ParamsAnswer),
  ])
  return {
    admin: params.admin,
    phase: state.phase,
    supply: state.current_supply,
    hardCap: state.hard_cap,
    headroom: state.cap_headroom,
    totalMinted: state.total_minted,
    totalBurned: state.total_burned,
    periods: state.period_count,
    baseRate: params.base_regrowth_rate,
    ecologicalReference: params.ecological_multiplier_enabled ? params.ecological_reference_value : null,
    m014State: params.m014_phase,
    equilibrium: {
      threshold: params.equilibrium_threshold,
      periodsRequired: params.equilibrium_periods_required,
      periodsInBalance: state.consecutive_equilibrium_periods,
    },
  }
}

/** One period of the contract's books. @see SPEC M012, Storage: MintBurnRecord */
export type ContractPeriod = {
  readonly period: number
  readonly height: bigint
  readonly minted: Uregen
  readonly burned: Uregen
  readonly supplyBefore: Uregen
  readonly supplyAfter: Uregen
  /** As the contract rounds them, to 18 decimals. */
  readonly rate: Ratio
}

const PeriodAnswer = z.object({
  record: z.object({
    period_id: Count,
    block_height: Count,
    minted: UregenText,
    burned: UregenText,
    supply_before: UregenText,
    supply_after: UregenText,
    regrowth_rate: RatioText,
  }),
})

/**
 * A period by its number, from 1; null when there was none.
 *
 * @example
 * const period = await readContractPeriod(at, contract, 3)
 */
export async function readContractPeriod(
  ledger: NodeAt,
  address: string,
  period: number,
): Promise<ContractPeriod | null> {
  const answer = await askContractIfAny(
    ledger,
    address,
    { period_history: { period_id: period } },
    PeriodAnswer,
  )
  return (
    answer && {
      period: answer.record.period_id,
      height: BigInt(answer.record.block_height),
      minted: answer.record.minted,
      burned: answer.record.burned,
      supplyBefore: answer.record.supply_before,
      supplyAfter: answer.record.supply_after,
      rate: answer.record.regrowth_rate,
    }
  )
}

/** What the contract itself says a period would mint: a check on our own formula. */
export type ContractMint = { readonly minted: Uregen; readonly supplyAfter: Uregen }

const SimulationAnswer = z.object({ mint_amount: UregenText, supply_after: UregenText })

/**
 * Asks the contract for a dry run of the next period.
 *
 * @example
 * const next = await readContractMint(at, contract, { burned: 0n, staked: 80_000_000_000_000n, stabilityCommitted: 0n })
 */
export async function readContractMint(
  ledger: NodeAt,
  address: string,
  next: { readonly burned: bigint; readonly staked: bigint; readonly stabilityCommitted: bigint },
): Promise<ContractMint> {
  const { mint_amount, supply_after } = await askContract(
    ledger,
    address,
    {
      simulate_period: {
        burn_amount: `${next.burned}`,
        staked_amount: `${next.staked}`,
        stability_committed: `${next.stabilityCommitted}`,
        delta_co2: null,
      },
    },
    SimulationAnswer,
  )
  return { minted: mint_amount, supplyAfter: supply_after }
}
