/** What is wrong with what a caller gave, or a node answered. See errorTable.ts. */

export const AMOUNT_MALFORMED = {
  code: 'AMOUNT_MALFORMED',
  problem: ({ input, expected }: { input: string; expected: string }) =>
    `"${input}" is not an amount; expected ${expected}.`,
  fix: 'Pass a plain decimal number as text: no sign, exponent, separator or unit.',
} as const

export const AMOUNT_NEGATIVE = {
  code: 'AMOUNT_NEGATIVE',
  problem: ({ amount }: { amount: bigint }) => `Amounts cannot be negative; got ${amount}.`,
  fix: 'Check the order of the operands in the subtraction.',
} as const

export const RATIO_MALFORMED = {
  code: 'RATIO_MALFORMED',
  problem: ({ input }: { input: string }) => `"${input}" is not a rate or share.`,
  fix: 'Pass a decimal fraction as text, such as "0.02" for 2 %, with at most 18 decimals.',
} as const

export const RATIO_OUT_OF_RANGE = {
  code: 'RATIO_OUT_OF_RANGE',
  problem: ({ what, got, most }: { what: string; got: string; most: string }) =>
    `${what} must lie between 0 and ${most}; got ${got}.`,
  fix: 'Correct the fraction; 1 means 100 %.',
} as const

export const DENOM_MALFORMED = {
  code: 'DENOM_MALFORMED',
  problem: ({ input }: { input: string }) => `"${input}" is not a bank denom.`,
  fix: 'A denom is a letter followed by 2 to 127 letters, digits or / : . _ -, such as "uregen"; 1 REGEN is 1000000uregen.',
} as const

export const DENOM_MISMATCH = {
  code: 'DENOM_MISMATCH',
  problem: ({ expected, got }: { expected: string; got: string }) =>
    `Amounts of ${expected} and ${got} cannot be added or compared.`,
  fix: 'Keep one total per denom, or convert with a stated rate first.',
} as const

export const TIME_MALFORMED = {
  code: 'TIME_MALFORMED',
  problem: ({ input }: { input: string }) => `"${input}" is not a date or time.`,
  fix: 'Pass RFC 3339 text such as "2026-11-21" or "2026-11-21T14:41:00Z".',
} as const

export const ADDRESS_MALFORMED = {
  code: 'ADDRESS_MALFORMED',
  problem: ({ input, reason }: { input: string; reason: string }) =>
    `"${input}" is not a Regen address: ${reason}.`,
  fix: 'Pass a bech32 address that begins with "regen1".',
} as const

export const INPUT_INVALID = {
  code: 'INPUT_INVALID',
  problem: ({ what, issues }: { what: string; issues: string }) => `${what} is invalid:\n${issues}\n`,
  fix: 'Correct the fields above.',
} as const

export const RESPONSE_INVALID = {
  code: 'RESPONSE_INVALID',
  problem: ({ query, issues }: { query: string; issues: string }) =>
    `The node answered ${query} with data this SDK does not understand:\n${issues}\n`,
  fix: 'The chain may have been upgraded; look for a newer release of this SDK.',
} as const

export const PROTOBUF_INVALID = {
  code: 'PROTOBUF_INVALID',
  problem: ({ reason }: { reason: string }) => `Protobuf refuses it: ${reason}.`,
  fix: 'Pass the bytes or the values of such a message.',
} as const

export const NOT_CANONICAL = {
  code: 'NOT_CANONICAL',
  problem: ({ path, got }: { path: string; got: string }) =>
    `A value at ${path} has no canonical JSON form: ${got}.`,
  fix: 'Use text, whole numbers, bigints, booleans, null, lists and plain objects only.',
} as const

export const MESSAGE_INVALID = {
  code: 'MESSAGE_INVALID',
  problem: ({ typeUrl, rules }: { typeUrl: string; rules: string }) =>
    `The chain would refuse ${typeUrl}:\n${rules}\n`,
  fix: 'Correct the fields above.',
} as const

export const PARAMETER_OUT_OF_BOUNDS = {
  code: 'PARAMETER_OUT_OF_BOUNDS',
  problem: ({ parameter, bounds, got }: { parameter: string; bounds: string; got: string }) =>
    `${parameter} must be ${bounds}; got ${got}.`,
  fix: 'Choose a value within the bounds of the specification.',
} as const

export const POLICY_VERSION_UNKNOWN = {
  code: 'POLICY_VERSION_UNKNOWN',
  problem: ({ got, known }: { got: string; known: string }) =>
    `The policy is of version ${got}; this release reads ${known}.`,
  fix: 'Read it with the release that wrote it, or write its knobs anew without a version.',
} as const

export const AMINO_UNSUPPORTED = {
  code: 'AMINO_UNSUPPORTED',
  problem: ({ typeUrl }: { typeUrl: string }) => `There is no amino JSON form of ${typeUrl} in this SDK.`,
  fix: 'Use a wallet that signs in direct mode.',
} as const

export const AMINO_TEXT = {
  code: 'AMINO_TEXT',
  problem: ({ field }: { field: string }) =>
    `${field} has a line separator (U+2028 or U+2029), which wallets and the chain write differently in amino JSON: no signature over it would verify.`,
  fix: 'Remove it, or use a wallet that signs in direct mode.',
} as const

export const AMINO_HOLLOW = {
  code: 'AMINO_HOLLOW',
  problem: ({ typeUrl, field }: { typeUrl: string; field: string }) =>
    `Regen Ledger v7 leaves ${field} of ${typeUrl} out of amino JSON, so a signature would not cover it.`,
  fix: 'Use a wallet that signs in direct mode.',
} as const
