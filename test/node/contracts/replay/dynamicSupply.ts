import { expect } from 'vitest'
import { type PolicyConfig, parseRatio, uregen } from '../../../../src/index.ts'
import * as m012 from '../../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { contracts } from '../../../support/contracts.ts'
import type { ContractTx } from '../../../support/contractTxs.ts'
import { type Answers, amountIn, decimals, type Json, text, txsOf, variantOf } from './recorded.ts'

export function dynamicSupply(policy: PolicyConfig): Answers {
  const [first, ...rest] = txsOf(contracts.dynamicSupply)
  const { msg, sender: admin } = first as ContractTx
  const params: m012.SupplyParams = {
    ...policy.m012,
    hardCap: amountIn(msg, 'hard_cap'),
    baseRate: parseRatio(msg['base_regrowth_rate'] as string) as m012.RegrowthRate,
    ecologicalReference: parseRatio(msg['ecological_reference_value'] as string),
    equilibriumThreshold: { kind: 'absolute', amount: amountIn(msg, 'equilibrium_threshold') },
    equilibriumPeriods: msg['equilibrium_periods_required'] as number,
  }
  let { supply } = m012.settleCap(amountIn(msg, 'initial_supply'), params)
  let m014Phase: m012.M014State = 'INACTIVE'
  let progress: m012.PhaseProgress = { phase: 'TRANSITION', consecutive: 0n }
  let [minted, burned] = [0n, 0n]
  const records: Json[] = []
  const run = (args: Json) => {
    const state: m012.SupplyState = {
      supply,
      staked: amountIn(args, 'staked_amount'),
      stabilityCommitted: amountIn(args, 'stability_committed'),
      m014Phase,
    }
    const result = m012.advance(state, amountIn(args, 'burn_amount'), params)
    const share = m012.backingShare(state, params.multiplier, params.aboveSupply)
    return {
      result,
      nearBalance: m012.isNearBalance(
        { ...result, supply: result.next.supply, hardCap: params.hardCap },
        params.equilibriumThreshold,
      ),
      said: {
        supply_before: text(state.supply),
        supply_after: text(result.next.supply),
        regrowth_rate: decimals(m012.effectiveRate(state, params)),
        effective_multiplier: decimals({ num: share.den + share.num, den: share.den }),
        ecological_multiplier: '1',
      },
    }
  }
  for (const tx of rest) {
    const [variant, args] = variantOf(tx)
    if (variant === 'update_m014_phase') {
      m014Phase = (args['phase'] as string).toUpperCase() as m012.M014State
      continue
    }
    const { result, nearBalance, said } = run(args)
    progress = m012.afterPeriod(
      progress,
      {
        firstBurnPeriodComplete: true,
        validatorsCompensated: false,
        feeRevenue: uregen(0n),
        burned: result.burned,
        nearBalance,
      },
      { ...params, needed: m012.equilibriumNeeds(params) },
    )
    supply = result.next.supply
    minted += result.minted
    burned += result.burned
    records.push({
      period_id: records.length + 1,
      block_height: tx.height,
      minted: text(result.minted),
      burned: text(result.burned),
      ...said,
    })
    expect(tx.said).toMatchObject({ minted: text(result.minted), burned: text(result.burned), ...said })
  }
  return {
    supply_state: () => ({
      current_supply: text(supply),
      hard_cap: text(params.hardCap),
      total_minted: text(minted),
      total_burned: text(burned),
      period_count: records.length,
      phase: progress.phase.toLowerCase(),
      cap_headroom: text(params.hardCap - supply),
      consecutive_equilibrium_periods: Number(progress.consecutive),
    }),
    supply_params: () => ({
      admin,
      ...Object.fromEntries(Object.entries(msg).filter(([name]) => name !== 'initial_supply')),
      m014_phase: m014Phase.toLowerCase(),
    }),
    period_history: ({ period_id }) => {
      const record = records[(period_id as number) - 1]
      return record && { record }
    },
    simulate_period: args => {
      const { result, nearBalance, said } = run(args)
      return {
        mint_amount: text(result.minted),
        burn_amount: args['burn_amount'],
        ...said,
        would_reach_equilibrium: nearBalance && progress.consecutive + 1n >= m012.equilibriumNeeds(params),
      }
    },
  }
}
