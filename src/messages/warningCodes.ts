/**
 * Warnings of what the chain would refuse: the transaction cannot be sent as it stands. What each says is in warningSentences.ts,
 * apart, so that a preview alone does not carry the sentences. A code never changes its meaning.
 */
export const BLOCKING_WARNINGS = [
  'WOULD_FAIL',
  'MESSAGE_DEAD',
  'MESSAGE_MISSPELT',
  'SIGNER_CANNOT_SIGN',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'NOT_AUTHORIZED',
  'FEE_PARAMS_UNUSABLE',
  'MAX_FEE_MISSING',
  'MAX_FEE_TOO_LOW',
  'MAX_FEE_WRONG_DENOM',
  'ORDER_MISSING',
  'ORDER_TOO_SMALL',
  'OWN_ORDER',
  'RETIRE_ONLY_ORDER',
  'BID_BELOW_ASK',
  'BID_WRONG_DENOM',
  'BALANCE_TOO_LOW',
  'CREDITS_TOO_LOW',
  'PAYMENT_NEGATIVE',
  'CREATION_FEE_MISSING',
  'CREATION_FEE_TOO_LOW',
  'CREATION_FEE_WRONG_DENOM',
  'DENOM_NOT_ALLOWED',
  'EXPIRATION_PAST',
  'BATCH_CLOSED',
  'BRIDGE_CHAIN_NOT_ALLOWED',
  'BASKET_REFUSES',
  'BASKET_RETIRES',
  'CLASS_TYPE_DIFFERS',
  'RECIPIENT_BLOCKED',
] as const

/** All other warnings: what a person should know. */
export const OTHER_WARNINGS = [
  'MESSAGE_UNKNOWN',
  'STATE_UNKNOWN',
  'FEE_PARAMS_UNKNOWN',
  'ORDER_EXPIRED',
  'PAYMENT_FLOORS_TO_ZERO',
  'CREATION_FEE_UNKNOWN',
  'ORIGIN_UNKNOWN',
  'BASKET_CRITERIA_LOST',
  'RECIPIENT_IS_MODULE',
  'PROPOSAL_WILL_FAIL',
  'UNWISE',
  'INNER_PACKED',
  'NODE_BEHIND',
  'GAS_PRICE_UNKNOWN',
  'GAS_NOT_ESTIMATED',
  'PRICE_UNKNOWN',
  'PRICE_STALE',
  'PRICE_FEW_SAMPLES',
  'PRICE_INDICATIVE',
  'DENOM_CONVERSION',
  'RATE_CAPPED',
  'MIN_FEE_ABOVE_MAX_RATE',
  'PRICE_REQUIRED',
  'VALUE_REQUIRED',
  'PRICE_UNUSED',
  'DUAL_FEE',
  'FEE_IN_FORCE',
] as const

/** The code of a warning of a preview; it never changes its meaning. */
export type WarningCode = (typeof BLOCKING_WARNINGS)[number] | (typeof OTHER_WARNINGS)[number]

/** One warning: a code, whether the chain would refuse because of it, and the facts its sentence is made from. */
export type Warning = {
  readonly code: WarningCode
  readonly blocks: boolean
  readonly facts: { readonly [name: string]: string }
}
