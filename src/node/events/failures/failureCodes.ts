import type { FailureName } from './failureNames.ts'

/** A code of the chain. `text` is how the chain words it, which is how its logs end. */
export type FailureCode = {
  readonly codespace: string
  readonly code: number
  readonly text: string
  readonly name: FailureName
}

/** The codes of each codespace that a transaction can end with. */
const CODES: {
  readonly [codespace: string]: { readonly [code: number]: readonly [text: string, name: FailureName] }
} = {
  sdk: {
    2: ['tx parse error', 'TX_MALFORMED'],
    3: ['invalid sequence', 'SEQUENCE_WRONG'],
    4: ['unauthorized', 'UNAUTHORIZED'],
    5: ['insufficient funds', 'BALANCE_TOO_LOW'],
    6: ['unknown request', 'UNKNOWN_REQUEST'],
    7: ['invalid address', 'ADDRESS_MALFORMED'],
    8: ['invalid pubkey', 'SIGNER_CANNOT_SIGN'],
    9: ['unknown address', 'ACCOUNT_MISSING'],
    10: ['invalid coins', 'COINS_MALFORMED'],
    11: ['out of gas', 'OUT_OF_GAS'],
    12: ['memo too large', 'MEMO_TOO_LONG'],
    13: ['insufficient fee', 'TX_FEE_TOO_LOW'],
    14: ['maximum number of signatures exceeded', 'TOO_MANY_SIGNATURES'],
    15: ['no signatures supplied', 'SIGNATURE_MISSING'],
    18: ['invalid request', 'INVALID_REQUEST'],
    19: ['tx already in mempool', 'TX_IN_MEMPOOL'],
    20: ['mempool is full', 'MEMPOOL_FULL'],
    21: ['tx too large', 'TX_TOO_LARGE'],
    22: ['key not found', 'NOT_FOUND'],
    24: ['tx intended signer does not match the given signer', 'SIGNER_WRONG'],
    28: ['invalid chain-id', 'WRONG_CHAIN'],
    30: ['tx timeout height', 'TIMEOUT_HEIGHT_PASSED'],
    32: ['incorrect account sequence', 'SEQUENCE_WRONG'],
    35: ['internal logic error', 'INTERNAL_ERROR'],
    36: ['conflict', 'CONFLICT'],
    37: ['feature not supported', 'NOT_SUPPORTED'],
    38: ['not found', 'NOT_FOUND'],
    41: ['invalid gas limit', 'GAS_LIMIT_WRONG'],
  },
  undefined: { 1: ['internal', 'INTERNAL_ERROR'], 111222: ['panic', 'PANIC'] },
  ecocredit: {
    2: ['parse error', 'PARSE_ERROR'],
    3: ['insufficient credit balance', 'CREDITS_TOO_LOW'],
    4: ['limit exceeded', 'TOO_LONG'],
  },
  'ecocredit/basket': { 2: ["can't disable retirement when taking from this basket", 'BASKET_RETIRES'] },
  math: { 1: ['invalid decimal string', 'DECIMAL_MALFORMED'] },
  'regen.data': { 4: ['unauthorized resolver manager', 'UNAUTHORIZED'] },
  authz: {
    2: ['authorization not found', 'AUTHORIZATION_MISSING'],
    6: ['authorization expired', 'AUTHORIZATION_EXPIRED'],
  },
  feegrant: {
    2: ['fee limit exceeded', 'ALLOWANCE_USED'],
    3: ['fee allowance expired', 'ALLOWANCE_EXPIRED'],
    5: ['no allowance', 'ALLOWANCE_MISSING'],
    7: ['message not allowed', 'ALLOWANCE_FOR_OTHERS'],
  },
}

/** Every known code, as a list. A text that ends with another one of the list comes before it. */
export const FAILURE_CODES: readonly FailureCode[] = Object.entries(CODES)
  .flatMap(([codespace, codes]) =>
    Object.entries(codes).map(([code, [text, name]]) => ({
      codespace,
      code: parseInt(code, 10),
      text,
      name,
    })),
  )
  .sort((a, b) => b.text.length - a.text.length)
