import type { FailureName } from './failureNames.ts'

/** A wording of the chain that says more than its code; named groups become facts. */
export type FailureReason = { readonly name: FailureName; readonly pattern: RegExp }

/** A value in a reason: up to a comma, or the colon before what follows. */
const VALUE = '[^\\s,]*?[^\\s,:]'

const reason = (name: FailureName, pattern: string): FailureReason => ({
  name,
  pattern: new RegExp(pattern.replace(/<(\w+)>/g, `(?<$1>${VALUE})(?=[\\s,:;]|$)`)),
})

/** The first that fits is the name of the failure. Each is a text of Regen Ledger v7 or of its SDK. */
export const FAILURE_REASONS: readonly FailureReason[] = [
  reason('MAX_FEE_TOO_LOW', 'max fee: <maxFee>, required fee: <fee>'),
  reason('MAX_FEE_WRONG_DENOM', 'invalid coin denominations; <maxFeeDenom>, <denom>'),
  reason('ORDER_MISSING', 'sell order with id <orderId>: not found'),
  reason('ORDER_TOO_SMALL', 'requested quantity: <wanted>, sell order quantity <left>'),
  reason('OWN_ORDER', 'buyer account cannot be the same as seller account'),
  reason('RETIRE_ONLY_ORDER', 'cannot disable auto-retire for a sell order'),
  reason('BID_BELOW_ASK', 'ask price: <ask>, bid price: <bid>, insufficient bid price'),
  reason('BID_WRONG_DENOM', 'bid price denom: <bid>, ask price denom: <ask>'),
  reason('AMOUNT_PRECISION', 'decimal places exceeds precision: quantity: <amount>,'),
  reason('AMOUNT_PRECISION', '<amount> exceeds maximum decimal places'),
  reason('DENOM_NOT_ALLOWED', '<denom> is not allowed to be used in sell orders'),
  reason('CREATION_FEE_MISSING', 'fee cannot be empty: must be <required>'),
  reason('CREATION_FEE_TOO_LOW', 'fee must be <required>, got <offered>'),
  // Who grants what to whom stands before it as raw bytes.
  reason('ALLOWANCE_MISSING', 'fee-grant not found'),
  reason('GAS_FEE_TOO_LOW', 'insufficient fees; got: <offered> required: <required>'),
  reason('BALANCE_TOO_LOW', 'total price: <needed>, bank balance: <available>'),
  reason('CREDITS_TOO_LOW', 'credit quantity: <needed>, tradable balance: <available>'),
  reason('CREDITS_TOO_LOW', 'tradable balance: <available>, \\w+ (?:\\w+ )?amount <needed>'),
  reason('OUT_OF_GAS', 'gasWanted: <limit>, gasUsed: <used>'),
  reason('SEQUENCE_WRONG', 'account sequence mismatch, expected <expected>, got <got>'),
  reason('SIGNATURE_WRONG', 'signature verification failed'),
  reason('ADDRESS_MALFORMED', 'empty address string is not allowed$'),
  reason('ADDRESS_MALFORMED', 'decoding bech32 failed'),
  reason('ALREADY_EXISTS', 'already exists'),
  reason('COINS_MALFORMED', '^coin <coin> amount is not positive'),
  reason('COINS_MALFORMED', '^invalid denom: <denom>'),
  reason('TX_MALFORMED', '^timestamp: '),
  reason('SIGNER_WRONG', 'expected gov account as only signer for proposal message'),
  reason('MESSAGE_DEAD', '^implement me$'),
]
