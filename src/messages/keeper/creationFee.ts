import { creationFee } from '../../mechanisms/live-marketplace-fees/creationFees.ts'
import { type Coin, formatCoin } from '../../primitives/coin.ts'
import { coinAmount } from '../fields/numbers.ts'
import type { Ledger } from '../ledger.ts'
import { MODULE_ACCOUNTS } from './moduleAccounts.ts'

const WHAT = {
  class: { setting: 'classFee', module: MODULE_ACCOUNTS.ecocredit, kind: 'class fee' },
  basket: { setting: 'basketFee', module: MODULE_ACCOUNTS['ecocredit-basket'], kind: 'basket fee' },
} as const

/** The fee for creating a class or a basket: the creator pays what is required, the module burns it. */
export function payCreationFee(
  what: 'class' | 'basket',
  payer: string,
  offered: { readonly denom: string; readonly amount: string } | undefined,
  ledger: Ledger,
): void {
  const { setting, module, kind } = WHAT[what]
  const required = ledger.setting(setting)
  if (required === null) {
    ledger.unpriced()
    ledger.warn('CREATION_FEE_UNKNOWN', { what })
    return
  }
  const offer: Coin | null = offered
    ? { denom: offered.denom, amount: coinAmount(offered.amount) ?? 0n }
    : null
  const fee = creationFee(required.value, offer)
  if (fee.status === 'none') return
  if (fee.status === 'refused') {
    const facts = { what, required: formatCoin(fee.fee) }
    if (offer === null) ledger.warn('CREATION_FEE_MISSING', facts)
    else {
      const code = fee.reason === 'too-low' ? 'CREATION_FEE_TOO_LOW' : 'CREATION_FEE_WRONG_DENOM'
      ledger.warn(code, { ...facts, offered: formatCoin(offer) })
    }
  }
  ledger.liveFee({ kind, payer, ...fee.fee })
  ledger.requireBalance(payer, fee.fee)
  ledger.moveCoins({ kind: 'fee', from: payer, to: module, ...fee.fee })
  ledger.moveCoins({ kind: 'burn', from: module, to: null, ...fee.fee })
}
