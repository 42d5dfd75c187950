import type { M014State } from '../../primitives/m014States.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { backingShare, isStakeOff } from './backing.ts'
import { ecologicalMultiplier, type SignedRatio } from './ecologicalMultiplier.ts'
import { loweringBurn, periodsToCap, restingSupply } from './equilibrium.ts'
import { effectiveRate } from './mint.ts'
import { settleCap } from './overCap.ts'
import { M012_V0, type RegrowthRate, type SupplyParams } from './params.ts'
import { advance, mintsFrom } from './period.ts'
import { type MintBurnRecord, recordPeriod } from './records.ts'
import { type CapStatus, capStatus, type SupplyState } from './state.ts'

/** Where a supply starts, and what is burned in each period; amounts in uregen. */
export type SupplyTerms = {
  readonly supply: Uregen
  readonly staked: Uregen
  /** S_stability_committed, and m014.state, which says whether it counts. */
  readonly committed: Uregen
  readonly m014: M014State
  /** ΔCO₂ of every period in ppm, fresh and from the policy’s source; null: not known. */
  readonly co2: SignedRatio | null
  readonly hardCap: Uregen
  readonly baseRate: RegrowthRate
  readonly burnedPerPeriod: Uregen
}

/** A supply over some periods of one burn. */
export type Projection = Omit<SupplyTerms, 'co2'> & {
  readonly capStatus: CapStatus
  /**
   * r of the first period, exact.
   *
   *     r = r_base × (1 + K / S) × ecological_multiplier        but for rateRounding
   */
  readonly rate: Ratio
  /** S of it, in uregen: with burnTiming `immediate` what the burn of the first period leaves. */
  readonly mintsFrom: Uregen
  /** K of it, in uregen: what is staked or committed, as m014.state and the policy say. */
  readonly backing: Uregen
  readonly ecologicalMultiplier: Ratio
  /** S*, the supply that it tends to at that r, in uregen; null where it tends to none. */
  readonly equilibriumSupply: Uregen | null
  readonly periodsToCap: bigint | null
  readonly periods: readonly MintBurnRecord[]
}

/**
 * Runs M012 over a number of periods, from the moment it starts: what is above the cap is settled once as the policy says. What
 * is staked and committed stays as it is; with M014 ACTIVE proof of stake is off, and nothing is staked.
 */
export function projectSupply(
  terms: SupplyTerms,
  periods: number,
  policy: SupplyParams = M012_V0,
): Projection {
  const { committed: stabilityCommitted, m014: m014Phase, baseRate, burnedPerPeriod } = terms
  const staked = isStakeOff(m014Phase) ? (0n as Uregen) : terms.staked
  const settled = settleCap(terms.supply, { ...policy, hardCap: terms.hardCap })
  const { supply, hardCap } = settled
  const params: SupplyParams = { ...policy, hardCap, baseRate }
  const source = params.ecologicalSource
  const start: SupplyState = {
    supply,
    staked,
    stabilityCommitted,
    m014Phase,
    ...(terms.co2 && source !== 'none' && { co2: { change: terms.co2, source, age: 0n } }),
  }
  const records: MintBurnRecord[] = []
  let state = start
  for (let period = 1n; period <= periods; period++) {
    const result = advance(state, burnedPerPeriod, params)
    records.push(recordPeriod(period, { state, result, params }).record)
    state = result.next
  }
  const first = mintsFrom(start, advance(start, burnedPerPeriod, params).burned, params)
  const rate = effectiveRate(first, params)
  const { co2: _, ...rest } = terms
  return {
    ...rest,
    staked,
    supply,
    hardCap,
    capStatus: capStatus(supply, hardCap),
    rate,
    mintsFrom: first.supply,
    backing: backingShare(first, params.multiplier, params.aboveSupply).num as Uregen,
    ecologicalMultiplier: ecologicalMultiplier(start.co2, params),
    equilibriumSupply: restingSupply(burnedPerPeriod, rate, params),
    periodsToCap: periodsToCap({
      supply,
      burnedPerPeriod: loweringBurn(burnedPerPeriod, params),
      cap: hardCap,
    }),
    periods: records,
  }
}
