import type { WarningCode } from '../messages/warnings.ts'
import { sanitize } from '../primitives/sanitize.ts'

/** Whether to go on: 'block' when the chain would refuse it or nobody can tell what it does, 'warn' when a person should look. */
export type Action = 'ok' | 'warn' | 'block'

/** Something a person should know of a request before signing. */
export type Finding = {
  readonly code: FindingCode
  /** Whether the chain would refuse the transaction for it. */
  readonly blocks: boolean
  /** The field it is about, such as 'messages[0].recipient'; empty for the whole. */
  readonly where: string
  readonly sentence: string
}

export type FindingKind = { readonly blocks: boolean; readonly says: (about: string, more: string) => string }

/** What can be wrong with a document, whatever the ledger holds. A code never changes its meaning. */
export const FINDING_KINDS = {
  CHAIN_DIFFERS: { blocks: true, says: (got, wanted) => `It is for the chain "${got}", not "${wanted}".` },
  METHOD_DIFFERS: {
    blocks: true,
    says: (method, mode) => `It was asked for by ${method}, but the document is one of ${mode} signing.`,
  },
  SIGN_MODE_DIFFERS: {
    blocks: true,
    says: mode =>
      `Its keys are declared to sign in the mode "${mode}", so a direct signature would not verify.`,
  },
  SIGNERS_DIFFER: {
    blocks: true,
    says: (got, needed) => `It declares ${got}, but its messages and fee need ${needed}.`,
  },
  KEY_DIFFERS: {
    blocks: true,
    says: (got, needed) => `The key of ${got} stands where ${needed} has to sign.`,
  },
  SIGNER_NOT_NEEDED: {
    blocks: true,
    says: signer => `${signer} is asked to sign, but nothing in it needs that signature.`,
  },
  AMINO_NAME_REFUSED: {
    blocks: true,
    says: (name, typeUrl) =>
      `The chain refuses the name ${name} with "signature verification failed": since v7 it is ${typeUrl}.`,
  },
  EXTENSION_UNKNOWN: {
    blocks: true,
    says: typeUrl => `It carries the option ${typeUrl}, which the chain refuses.`,
  },
  UNORDERED: {
    blocks: true,
    says: () => 'It is to run without a sequence, which is not enabled on this chain.',
  },
  TIP: { blocks: true, says: () => 'It carries a tip, which the chain does not pay any more.' },
  FEE_MISSING: { blocks: true, says: () => 'It says nothing of the gas fee.' },
  FEE_TOO_LOW: {
    blocks: true,
    says: (fee, least) => `The gas fee of ${fee} is below the ${least} that the node asks.`,
  },
  TIMEOUT_PASSED: {
    blocks: true,
    says: (timeout, height) => `It could run up to block ${timeout}; the chain is at ${height}.`,
  },
  DENOM_MALFORMED: { blocks: true, says: denom => `"${denom}" is no denom the bank accepts.` },
  DENOM_LOOKALIKE: {
    blocks: false,
    says: (denom, known) => `The denom "${denom}" looks like ${known}, and is another one.`,
  },
  ADDRESS_LOOKALIKE: {
    blocks: false,
    says: (address, other) => `${address} begins and ends like ${other}, and is another account.`,
  },
  ADDRESS_OF_MODULE: {
    blocks: false,
    says: (address, module) => `${address} is the account of the chain's module ${module}.`,
  },
  SENTENCE_CUT: {
    blocks: false,
    says: listed =>
      `It does more than its sentence names, which stops after ${listed}: look at the whole message.`,
  },
  HIDDEN_CHARACTERS: {
    blocks: false,
    says: () => 'It holds characters that are not shown, or that turn text around.',
  },
  FEE_GRANTED: { blocks: false, says: granter => `The gas is paid from an allowance of ${granter}.` },
  FEE_PAYER_OTHER: { blocks: false, says: payer => `The gas is paid by ${payer}, who has to sign as well.` },
  FEE_SEVERAL_COINS: { blocks: false, says: coins => `The gas fee is of several coins: ${coins}.` },
  FEE_HIGH: { blocks: false, says: (fee, gas) => `The gas fee of ${fee} is high for ${gas} units of gas.` },
  DATA_IS_DOCUMENT: {
    blocks: true,
    says: () => 'The data to sign is itself a document to sign: only a trick has a use for that.',
  },
} as const satisfies { readonly [code: string]: FindingKind }

/** A code of this table, or that of a preview's warning. */
export type FindingCode = keyof typeof FINDING_KINDS | WarningCode

/** A finding of a kind, with what its sentence is about. */
export function finding(code: keyof typeof FINDING_KINDS, where = '', about = '', more = ''): Finding {
  const { blocks, says } = FINDING_KINDS[code] as FindingKind
  return { code, blocks, where, sentence: says(sanitize(about), sanitize(more)) }
}

/** What nobody can vouch for is not signed either. */
const UNKNOWN: ReadonlySet<string> = new Set(['MESSAGE_UNKNOWN', 'INNER_PACKED'])

export function actionOf(findings: readonly Pick<Finding, 'code' | 'blocks'>[]): Action {
  if (findings.some(({ code, blocks }) => blocks || UNKNOWN.has(code))) return 'block'
  return findings.some(({ code }) => !QUIET.has(code)) ? 'warn' : 'ok'
}

/** Said, but nothing to worry about. */
const QUIET: ReadonlySet<string> = new Set(['FEE_GRANTED', 'ADDRESS_OF_MODULE'])
