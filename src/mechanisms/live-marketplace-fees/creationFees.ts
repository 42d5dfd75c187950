import type { Coin } from '../../primitives/coin.ts'

/** Why the chain refuses the fee a creator offers. */
export type CreationFeeRefusal = 'missing' | 'wrong-denom' | 'too-low'

/** What creating a class or a basket costs, or why it is refused. */
export type CreationFee =
  | { readonly status: 'none' }
  | { readonly status: 'due'; readonly fee: Coin }
  | { readonly status: 'refused'; readonly fee: Coin; readonly reason: CreationFeeRefusal }

/**
 * The fee for creating a class or a basket: the required amount is taken and burned, never more, whatever is offered.
 *
 *     none when no fee is set;  else offered.denom = required.denom  and  offered.amount ≥ required.amount
 *
 * @see regen-ledger v7 x/ecocredit/base/keeper/msg_create_class.go and x/ecocredit/basket/keeper/msg_create.go
 *
 * @example
 * const required = { denom: 'uregen', amount: 20_000_000n }
 * creationFee(required, { denom: 'uregen', amount: 25_000_000n }) // { status: 'due', fee: { denom: 'uregen', amount: 20000000n } }
 */
export function creationFee(required: Coin | null, offered: Coin | null): CreationFee {
  if (required === null || required.amount === 0n) return { status: 'none' }
  if (offered === null) return { status: 'refused', fee: required, reason: 'missing' }
  if (offered.denom !== required.denom) return { status: 'refused', fee: required, reason: 'wrong-denom' }
  if (offered.amount < required.amount) return { status: 'refused', fee: required, reason: 'too-low' }
  return { status: 'due', fee: required }
}
