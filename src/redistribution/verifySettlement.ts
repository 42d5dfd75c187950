import type { AllocationReport } from '../mechanisms/regen-value-redistribution/round/allocationReport.ts'
import { MODULE_ACCOUNTS } from '../messages/keeper/moduleAccounts.ts'
import { RegenError } from '../primitives/errors.ts'
import { SETTLEMENT_DIFFERS } from '../primitives/errorTable.ts'

/** Coins from one account to another, as the bank's events of a transaction or a block say. */
export type Payment = {
  readonly from: string | null
  readonly to: string | null
  readonly coins: readonly { readonly denom: string; readonly amount: bigint }[]
}

/** Whether a round was paid as its report says; amounts in smallest units. */
export type SettlementCheck = {
  readonly verified: boolean
  /** One line for each recipient, with what the report says and what was paid. */
  readonly lines: readonly { readonly recipient: string; readonly due: bigint; readonly paid: bigint }[]
  readonly paid: bigint
  /** Payments of the payer to accounts that the report does not pay: of other proposals, perhaps. */
  readonly others: readonly { readonly recipient: string; readonly amount: bigint }[]
}

/**
 * Compares what was paid with a report, to the unit: Σ of the payments to each recipient = Σ of its allocations.
 *
 * @param payments every movement of the transactions and blocks that settled it
 * @param payer who pays; default: the community pool
 *
 * @example
 * const payments = report.allocations.map(({ recipient: to, amount }) => {
 *   return { from: buyer, to, coins: [{ denom: 'uregen', amount }] }
 * })
 * verifySettlement(payments, report, buyer).verified // true
 */
export function verifySettlement(
  payments: readonly Payment[],
  report: AllocationReport,
  payer: string = MODULE_ACCOUNTS.protocolpool,
): SettlementCheck {
  const paid = new Map<string, bigint>()
  for (const { from, to, coins } of payments)
    if (from === payer && to !== null)
      for (const { denom, amount } of coins)
        if (denom === report.denom) paid.set(to, (paid.get(to) ?? 0n) + amount)
  const due = new Map<string, bigint>()
  for (const { recipient, amount } of report.allocations)
    if (amount > 0n) due.set(recipient, (due.get(recipient) ?? 0n) + amount)
  const lines = [...due].map(([recipient, amount]) => ({
    recipient,
    due: amount,
    paid: paid.get(recipient) ?? 0n,
  }))
  return {
    verified: lines.every(line => line.due === line.paid),
    lines,
    paid: lines.reduce((sum, line) => sum + line.paid, 0n),
    others: [...paid].filter(([to]) => !due.has(to)).map(([recipient, amount]) => ({ recipient, amount })),
  }
}

/**
 * The same, as an error when anything differs.
 *
 * @example
 * const payments = report.allocations.map(({ recipient: to, amount }) => {
 *   return { from: buyer, to, coins: [{ denom: 'uregen', amount }] }
 * })
 * requireSettled(payments, report, buyer).paid === report.allocated // true
 */
export function requireSettled(...given: Parameters<typeof verifySettlement>): SettlementCheck {
  const check = verifySettlement(...given)
  if (!check.verified)
    throw new RegenError(SETTLEMENT_DIFFERS, {
      differences: check.lines
        .filter(({ due, paid }) => due !== paid)
        .slice(0, 20)
        .map(({ recipient, due, paid }) => `✖ ${recipient}: due ${due}, paid ${paid}`)
        .join('\n'),
    })
  return check
}
