import { M012_PHASES } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/phase.ts'
import type { RegrowthRate } from '../../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { headroomOf } from '../../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import { M014_STATES } from '../../primitives/m014States.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { ContractPeriod, DynamicSupply } from '../contracts/dynamicSupply.ts'
import { fieldsOf } from '../decode/fields.ts'
import { supplyMintBurnRecord, supplyParams, supplySupplyState } from '../endpoints/proposedModules.ts'
import type { NodeAt } from '../read/ask.ts'
import { isAbsent, query } from '../rpc/query.ts'

const count = (number: bigint): number => Number.parseInt(number.toString(), 10)

/**
 * Reads x/supply, the module of M012 (proposed: no chain has it). @see SPEC M012, Storage: SupplyState
 *
 * @example
 * const { supply, hardCap } = await readSupplyModule(at)
 */
export async function readSupplyModule({ port, height, signal }: NodeAt): Promise<DynamicSupply> {
  const [{ authority, params }, { state }] = await Promise.all([
    query(port, supplyParams, {}, height, signal),
    query(port, supplySupplyState, {}, height, signal),
  ])
  const { path } = supplyParams
  return fieldsOf(path).message('params', params, (params, read) =>
    fieldsOf(supplySupplyState.path).message('state', state, state => {
      const supply = read.whole('current_supply', state.currentSupply) as Uregen
      const hardCap = read.whole('hard_cap', params.hardCap) as Uregen
      return {
        admin: read.address('authority', authority),
        phase: read.named('phase', M012_PHASES, state.phase - 1),
        supply,
        hardCap,
        headroom: headroomOf(supply, hardCap),
        totalMinted: read.whole('total_minted', state.totalMinted) as Uregen,
        totalBurned: read.whole('total_burned', state.totalBurned) as Uregen,
        periods: count(state.periods),
        baseRate: read.decimal('base_regrowth_rate', params.baseRegrowthRate) as RegrowthRate,
        ecologicalReference: params.ecologicalMultiplierEnabled
          ? read.decimal('ecological_reference_value', params.ecologicalReferenceValue)
          : null,
        m014State: read.named('authority_state', M014_STATES, state.authorityState - 1),
        equilibrium: {
          threshold: read.whole('equilibrium_threshold', params.equilibriumThreshold) as Uregen,
          periodsRequired: count(params.equilibriumPeriods),
          periodsInBalance: count(state.periodsInBalance),
        },
      }
    }),
  )
}

/**
 * A period of x/supply by its number; null when there was none. @see SPEC M012, Storage: MintBurnRecord
 *
 * @example
 * const record = await readSupplyRecord(at, 1)
 */
export async function readSupplyRecord(
  { port, height, signal }: NodeAt,
  period: number,
): Promise<ContractPeriod | null> {
  try {
    const { record } = await query(port, supplyMintBurnRecord, { period: BigInt(period) }, height, signal)
    return fieldsOf(supplyMintBurnRecord.path).message('record', record, (record, read) => ({
      period: count(record.period),
      height: record.height,
      minted: read.whole('minted', record.minted) as Uregen,
      burned: read.whole('burned', record.burned) as Uregen,
      supplyBefore: read.whole('supply_before', record.supplyBefore) as Uregen,
      supplyAfter: read.whole('supply_after', record.supplyAfter) as Uregen,
      rate: read.decimal('regrowth_rate', record.regrowthRate),
    }))
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}
