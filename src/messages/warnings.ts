import type { SENTENCES } from './warningSentences.ts'

/**
 * Every warning a preview can carry, and whether it blocks: the chain would refuse the transaction as it stands. What it says is in
 * warningSentences.ts, apart, so that a preview alone does not carry the sentences. A code never changes meaning.
 */
export const WARNINGS = {
  WOULD_FAIL: { blocks: true },
  MESSAGE_DEAD: { blocks: true },
  MESSAGE_UNKNOWN: { blocks: false },
  SIGNER_CANNOT_SIGN: { blocks: true },
  STATE_UNKNOWN: { blocks: false },
  NOT_FOUND: { blocks: true },
  ALREADY_EXISTS: { blocks: true },
  NOT_AUTHORIZED: { blocks: true },
  FEE_PARAMS_UNKNOWN: { blocks: false },
  FEE_PARAMS_UNUSABLE: { blocks: true },
  MAX_FEE_MISSING: { blocks: true },
  MAX_FEE_TOO_LOW: { blocks: true },
  MAX_FEE_WRONG_DENOM: { blocks: true },
  ORDER_MISSING: { blocks: true },
  ORDER_EXPIRED: { blocks: false },
  ORDER_TOO_SMALL: { blocks: true },
  OWN_ORDER: { blocks: true },
  RETIRE_ONLY_ORDER: { blocks: true },
  BID_BELOW_ASK: { blocks: true },
  BID_WRONG_DENOM: { blocks: true },
  BALANCE_TOO_LOW: { blocks: true },
  CREDITS_TOO_LOW: { blocks: true },
  PAYMENT_FLOORS_TO_ZERO: { blocks: false },
  PAYMENT_NEGATIVE: { blocks: true },
  CREATION_FEE_MISSING: { blocks: true },
  CREATION_FEE_TOO_LOW: { blocks: true },
  CREATION_FEE_WRONG_DENOM: { blocks: true },
  CREATION_FEE_UNKNOWN: { blocks: false },
  DENOM_NOT_ALLOWED: { blocks: true },
  EXPIRATION_PAST: { blocks: true },
  BATCH_CLOSED: { blocks: true },
  ORIGIN_UNKNOWN: { blocks: false },
  BRIDGE_CHAIN_NOT_ALLOWED: { blocks: true },
  BASKET_REFUSES: { blocks: true },
  BASKET_CRITERIA_LOST: { blocks: false },
  BASKET_RETIRES: { blocks: true },
  CLASS_TYPE_DIFFERS: { blocks: true },
  RECIPIENT_IS_MODULE: { blocks: false },
  RECIPIENT_BLOCKED: { blocks: true },
  PROPOSAL_WILL_FAIL: { blocks: false },
  UNWISE: { blocks: false },
  INNER_PACKED: { blocks: false },
  GAS_PRICE_UNKNOWN: { blocks: false },
  PRICE_UNKNOWN: { blocks: false },
  PRICE_STALE: { blocks: false },
  PRICE_FEW_SAMPLES: { blocks: false },
  PRICE_INDICATIVE: { blocks: false },
  DENOM_CONVERSION: { blocks: false },
  RATE_CAPPED: { blocks: false },
  MIN_FEE_ABOVE_MAX_RATE: { blocks: false },
  PRICE_REQUIRED: { blocks: false },
  DUAL_FEE: { blocks: false },
} as const

export type WarningCode = keyof typeof WARNINGS

/** The facts a warning's sentence needs; none for a sentence that is always the same. */
export type WarningFacts<C extends WarningCode> =
  Parameters<(typeof SENTENCES)[C]> extends [infer Facts extends { [name: string]: string }]
    ? Facts
    : Record<never, never>

/** One warning: a code, whether the chain would refuse because of it, and the facts its sentence is made from. */
export type Warning = {
  readonly code: WarningCode
  readonly blocks: boolean
  readonly facts: { readonly [name: string]: string }
}

export const warning = <C extends WarningCode>(code: C, facts: WarningFacts<C>): Warning => ({
  code,
  blocks: WARNINGS[code].blocks,
  facts,
})
