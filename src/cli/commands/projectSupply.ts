import {
  advance,
  type CapStatus,
  capStatus,
  effectiveRate,
  equilibriumSupply,
  M012_V0,
  periodsToCap,
  type RegrowthRate,
  type SupplyParams,
  type SupplyState,
} from '../../mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { type MintBurnRecord, recordPeriod } from '../../mechanisms/m012-fixed-cap-dynamic-supply/records.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import { type Uregen, uregen } from '../../primitives/uregen.ts'

/** Where a supply starts, and what is burned in each period; amounts in uregen. */
export type SupplyTerms = {
  readonly supply: Uregen
  readonly staked: Uregen
  readonly hardCap: Uregen
  readonly baseRate: RegrowthRate
  readonly burnedPerPeriod: Uregen
}

/** A supply over some periods of one burn. */
export type Projection = SupplyTerms & {
  readonly capStatus: CapStatus
  /** r of the first period, exact. */
  readonly rate: Ratio
  /** S* at that r, or null. */
  readonly equilibriumSupply: Uregen | null
  readonly periodsToCap: bigint | null
  readonly periods: readonly MintBurnRecord[]
}

/** Runs M012 over a number of periods before M014 (m014.state INACTIVE); what is staked stays as it is. */
export function projectSupply(terms: SupplyTerms, periods: number): Projection {
  const { supply, staked, hardCap, baseRate, burnedPerPeriod } = terms
  const params: SupplyParams = { ...M012_V0, hardCap, baseRate }
  const start: SupplyState = { supply, staked, stabilityCommitted: uregen(0n), m014Phase: 'INACTIVE' }
  const records: MintBurnRecord[] = []
  let state = start
  for (let period = 1n; period <= periods; period++) {
    const result = advance(state, burnedPerPeriod, params)
    records.push(recordPeriod(period, { state, result, params }).record)
    state = result.next
  }
  const rate = effectiveRate(start, params)
  return {
    ...terms,
    capStatus: capStatus(supply, hardCap),
    rate,
    equilibriumSupply: equilibriumSupply(burnedPerPeriod, rate, hardCap),
    periodsToCap: periodsToCap({ supply, burnedPerPeriod, cap: hardCap }),
    periods: records,
  }
}
