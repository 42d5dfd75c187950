/** What amino JSON cannot say, or not safely. See errorTable.ts. */

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
