import { POOLS } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { Compensation } from '../../mechanisms/m014-authority-validator-governance/compensation.ts'
import { amountOf } from '../../primitives/coin.ts'
import type { EpochParts } from '../report/epochParts.ts'
import { balance, type Equation, equation } from './conservation.ts'

/**
 * What each mechanism’s own record must add up to.
 *
 *     M013   Σ fees by type = burn + validator + community + agent                          in each denom
 *     M012   S[t] + M[t] + reserve after = S[t+1] + B[t] + reserve before + what `clamp` wrote off
 *     M014   payout = Σ pay + what stays in the fund                                        in each denom
 *     M015   inflow + carried in = governance + stability + distributed + undistributed     in each denom
 */
export function mechanismEquations({
  released,
  collected: { fees },
  supply,
  validators,
  rewards,
}: Omit<EpochParts, 'changed' | 'moved' | 'started'>): readonly Equation[] {
  const before = released.state
  const { record, ledger } = supply.period
  const denoms = [...new Set(fees.totals.map(({ denom }) => denom))]
  return [
    ...denoms.map(denom =>
      balance(
        'M013: every fee is in a pool',
        fees.totals
          .filter(total => total.denom === denom)
          .map(({ txType, fee }) => ({ name: txType, amount: fee })),
        POOLS.map(pool => ({ name: pool, amount: amountOf(fees.pools[pool], denom) })),
        denom,
      ),
    ),
    ...(record === null
      ? []
      : [
          equation(
            'M012: S[t] + M[t] = S[t+1] + B[t]',
            { 'S[t]': before.supply.supply, 'M[t]': record.minted, 'into the reserve': ledger.burnReserve },
            {
              'S[t+1]': record.supplyAfter,
              'B[t]': record.burned,
              'in the reserve before': before.supply.burnReserve,
              'written off by clamp': record.vanished,
            },
          ),
        ]),
    ...validators.pays.map(({ denom, payout, compensation }) => payEquation(denom, payout, compensation)),
    ...[
      { denom: 'uregen', ...rewards.period.record },
      ...rewards.period.others.map(other => ({ stability: 0n, ...other })),
    ].map(({ denom, inflow, carriedIn, governance, stability, distributed, undistributed }) =>
      equation(
        'M015: inflow + carried in = governance + stability + distributed + undistributed',
        { inflow, 'carried in': carriedIn },
        { governance, stability, distributed, undistributed },
        denom,
      ),
    ),
  ]
}

/** The pay of one period in one denom: payout = Σ pay + what stays in the fund. */
const payEquation = (denom: string, payout: bigint, { payments, remaining }: Compensation): Equation =>
  balance(
    'M014: what may be paid out is paid or stays',
    [{ name: 'payout', amount: payout }],
    [
      ...payments.map(({ address, pay }) => ({ name: address, amount: pay as bigint })),
      { name: 'stays in the fund', amount: remaining },
    ],
    denom,
  )
