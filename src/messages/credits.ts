import type { TxType } from '../mechanisms/m013-value-based-fee-routing/params.ts'
import { parseChainDecimal } from '../primitives/chainDecimal.ts'
import type { Credits } from '../primitives/credits.ts'
import { classOf } from './fields.ts'
import type { CreditMovement, Ledger } from './ledger.ts'

/** An amount as the chain reads it, in millionths; null when the chain would refuse the text. Empty is zero. */
export function creditsOf(text: string): Credits | null {
  const decimal = parseChainDecimal(text)
  if (decimal === null || decimal.coefficient < 0n || decimal.exponent < -6) return null
  return (decimal.coefficient * 10n ** BigInt(decimal.exponent + 6)) as Credits
}

/** Says that M013 charges credits of a batch by the price of their class. */
export function chargeCredits(txType: TxType, batchDenom: string, amount: string, ledger: Ledger): void {
  ledger.charge({ txType, classId: classOf(batchDenom), credits: creditsOf(amount) })
}

/** Moves credits of a batch that exists; nothing happens for an amount of zero or one the chain would refuse. */
export function moveCredits(
  movement: Omit<CreditMovement, 'amount'> & { readonly amount: string },
  ledger: Ledger,
): void {
  const amount = creditsOf(movement.amount)
  if (ledger.look('batch', movement.batchDenom) !== null && amount !== null && amount > 0n)
    ledger.moveCredits({ ...movement, amount })
}

/** Tradable credits of an account become retired ones of the same account. */
export function retire(account: string, batchDenom: string, amount: string, ledger: Ledger): void {
  const from = { account, state: 'tradable' } as const
  moveCredits({ kind: 'retire', from, to: { account, state: 'retired' }, batchDenom, amount }, ledger)
}

/** '2.5 credits of C01-…-001 and 1 credit of …', for sentences. */
export const listCredits = (credits: readonly { readonly batchDenom: string; readonly amount: string }[]): string =>
  credits.map(({ batchDenom, amount }) => `${amount || '0'} credits of ${batchDenom}`).join(' and ')
