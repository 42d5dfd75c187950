import type { PoolBalances } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import {
  type Compensation,
  compensate,
  type PaidValidator,
} from '../../mechanisms/m014-authority-validator-governance/compensation.ts'
import { escrowBonuses, releaseBonuses } from '../../mechanisms/m014-authority-validator-governance/escrow.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { payoutOf } from '../../mechanisms/m014-authority-validator-governance/payout.ts'
import { amountOf, type Coin } from '../../primitives/coin.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import { type Movement, move } from '../books/movements.ts'
import { payFrom } from '../books/movePools.ts'
import type { EpochAlert } from '../report/alerts.ts'
import type { EpochState } from '../state/epochState.ts'

/** What a period paid its validators in one denom, in its smallest unit. */
export type DenomPay = {
  readonly denom: string
  /** How much of the fund this period may pay out. */
  readonly payout: bigint
  readonly compensation: Compensation
  /** Bonuses of quarters that are over. */
  readonly released: bigint
}

export type ValidatorPay = {
  readonly pays: readonly DenomPay[]
  readonly pools: PoolBalances
  readonly escrow: EpochState['escrow']
  readonly movements: readonly Movement[]
  readonly alerts: readonly EpochAlert[]
}

/**
 * Pays the validators from their fund and from nothing else (M014, invariant 5, Compensation Cap).
 *
 * Bonuses wait in escrow for the end of the quarter in which the period began. What is not paid stays in the fund: dust, what
 * probation holds back, and everything when nobody serves. In other denoms than uregen only with `distribution` not `regen`.
 *
 * @see SPEC M014, Compensation Model
 */
export function payValidators({
  pools: opening,
  escrow: waiting,
  inflow,
  paid,
  denoms,
  start,
  end,
  params,
}: {
  pools: PoolBalances
  escrow: EpochState['escrow']
  /** What the fund received in this period. */
  inflow: readonly Coin[]
  paid: readonly PaidValidator[]
  denoms: readonly string[]
  start: string
  end: string
  params: ValidatorParams
}): ValidatorPay {
  let pools = opening
  const escrow: { [denom: string]: EpochState['escrow'][string] } = { ...waiting }
  const pays: DenomPay[] = []
  const movements: Movement[] = []
  const alerts: EpochAlert[] = []
  for (const denom of denoms) {
    const balance = amountOf(pools.validator.coins, denom) as Uregen
    const payout = payoutOf({
      balance,
      inflow: amountOf(inflow, denom) as Uregen,
      basis: params.payoutBasis,
    })
    const promised = compensate({ fund: payout, validators: paid, params })
    const compensation = cutToFund(promised, payout)
    if (promised.overdraw > 0n)
      alerts.push({ code: 'COMPENSATION_OVERDRAWN', promised: promised.paid, fund: payout })
    if (paid.length === 0 && payout > 0n) alerts.push({ code: 'NO_VALIDATORS', waiting: payout })
    const escrowed = sumUregen(...compensation.payments.map(payment => payment.escrowed))
    pools = payFrom(pools, 'validator', compensation.paid, denom)
    movements.push(
      ...move('validator fund', 'everybody else', compensation.paid - escrowed, 'validator pay', denom),
      ...move('validator fund', 'validator escrow', escrowed, 'bonus until the quarter ends', denom),
    )
    escrow[denom] = escrowBonuses(escrow[denom] ?? [], compensation.payments, start)
    pays.push({ denom, payout, compensation, released: 0n })
  }
  const released = new Map<string, bigint>()
  for (const [denom, bonuses] of Object.entries(escrow)) {
    const due = releaseBonuses(bonuses, end)
    const amount = sumUregen(...due.released.map(bonus => bonus.amount))
    released.set(denom, amount)
    movements.push(...move('validator escrow', 'everybody else', amount, 'bonus of a past quarter', denom))
    escrow[denom] = due.held
  }
  return {
    pays: pays.map(pay => ({ ...pay, released: released.get(pay.denom) ?? 0n })),
    pools,
    escrow: Object.fromEntries(Object.entries(escrow).filter(([, bonuses]) => bonuses.length > 0)),
    movements,
    alerts,
  }
}

/**
 * What `literal` promises beyond the fund cannot be paid, so every pay is cut alike.
 *
 *     pay = floor( promised × fund / Σ promised )
 */
function cutToFund(promised: Compensation, fund: Uregen): Compensation {
  if (promised.overdraw === 0n) return promised
  const cut = (amount: Uregen) => mulFloor(amount, { num: fund, den: promised.paid })
  const payments = promised.payments.map(payment => ({
    ...payment,
    pay: cut(payment.pay),
    escrowed: cut(payment.escrowed),
  }))
  const paid = sumUregen(...payments.map(({ pay }) => pay))
  return { ...promised, payments, paid, remaining: (fund - paid) as Uregen }
}
