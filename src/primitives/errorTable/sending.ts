/** What goes wrong when something is signed, sent or waited for. See errorTable.ts. */

/** Why the chain refused a transaction: the name we give it, and its own words. */
type TxFailureFacts = {
  name: string
  codespace: string
  code: number
  messageIndex: number | null
  reason: string
  meaning: string
}

/** `name` tells the cause; see FAILURES in node/events. */
export const TX_FAILED = {
  code: 'TX_FAILED',
  problem: ({ hash, messageIndex, meaning, reason, codespace, code }: TxFailureFacts & { hash: string }) =>
    `Transaction ${hash} failed${messageIndex === null ? '' : ` at message ${messageIndex}`}. ${meaning} The chain says: ${reason} (${codespace} ${code}).`,
  fix: 'See the reason.',
} as const

export const PREVIEW_BLOCKS = {
  code: 'PREVIEW_BLOCKS',
  problem: ({ warnings }: { warnings: readonly { code: string; sentence: string }[] }) =>
    `Nothing was signed, because the chain would refuse the transaction. ${warnings.map(({ code, sentence }) => `${sentence} (${code})`).join(' ')}`,
  fix: 'Correct the messages; or name the warning codes in `allow` to sign all the same.',
} as const

export const SIGNER_MISSING = {
  code: 'SIGNER_MISSING',
  problem: ({ signer, accounts }: { signer: string; accounts: readonly string[] }) =>
    `The transaction needs a signature of ${signer}, and the signer holds ${accounts.join(', ') || 'no account'}.`,
  fix: 'Connect the wallet that holds this account.',
} as const

export const SIGNER_UNUSABLE = {
  code: 'SIGNER_UNUSABLE',
  problem: ({ reason }: { reason: string }) => `The signer cannot be used: ${reason}.`,
  fix: 'Pass an OfflineSigner of CosmJS or of a wallet, with secp256k1 accounts.',
} as const

export const SIGNED_DIFFERENTLY = {
  code: 'SIGNED_DIFFERENTLY',
  problem: ({ what }: { what: string }) =>
    `The wallet signed something else than it was asked to: ${what} differ. Nothing was sent.`,
  fix: 'Preview what the wallet wants to sign, or use another wallet.',
} as const

export const ACCOUNT_MISSING = {
  code: 'ACCOUNT_MISSING',
  problem: ({ address }: { address: string }) =>
    `There is no account ${address} on chain: it never received a coin.`,
  fix: 'Send it some REGEN first.',
} as const

export const GAS_PRICE_NEEDED = {
  code: 'GAS_PRICE_NEEDED',
  problem: ({ origins }: { origins: readonly string[] }) => `${origins.join(', ')} names no price for gas.`,
  fix: 'Pass gasPrice, such as "0.025uregen".',
} as const

export const GAS_FEE_TOO_HIGH = {
  code: 'GAS_FEE_TOO_HIGH',
  problem: ({ fee, most }: { fee: string; most: string }) =>
    `Nothing was sent: the gas fee would be ${fee}, and maxGasFee allows ${most}.`,
  fix: 'Ask another node for its gas price, or raise maxGasFee.',
} as const

export const SIGN_REQUEST_REFUSED = {
  code: 'SIGN_REQUEST_REFUSED',
  problem: ({ reason }: { reason: string }) => `This sign request cannot be shown truthfully: ${reason}.`,
  fix: 'Do not sign it. Ask whoever sent it for a document in its one canonical form.',
} as const

export const SIMULATION_REFUSED = {
  code: 'SIMULATION_REFUSED',
  problem: ({ messageIndex, meaning, reason }: TxFailureFacts) =>
    `Nothing was signed: the chain refused a simulation${messageIndex === null ? '' : ` at message ${messageIndex}`}. ${meaning} The chain says: ${reason}.`,
  fix: 'See the reason.',
} as const

/** Signed, but certainly in no block and kept by no node that was asked: its sequence is free. */
export const TX_REFUSED = {
  code: 'TX_REFUSED',
  problem: ({ hash, meaning, reason, codespace, code }: TxFailureFacts & { hash: string }) =>
    `Transaction ${hash} was not taken. ${meaning} The node says: ${reason} (${codespace} ${code}).`,
  fix: 'See the reason.',
} as const

export const SIGNATURE_INVALID = {
  code: 'SIGNATURE_INVALID',
  problem: ({ signer }: { signer: string }) =>
    `Nothing was sent: what the wallet gave for ${signer} is no signature of that key over this transaction on this chain.`,
  fix: 'Check the chain id and the account in the wallet, or use another wallet.',
} as const

export const SEQUENCE_CONTESTED = {
  code: 'SEQUENCE_CONTESTED',
  problem: ({ signers, times }: { signers: readonly string[]; times: number }) =>
    `Nothing was sent: while the wallet was asked, other transactions used the sequence of ${signers.join(', ')} ${times} times.`,
  fix: 'Send again when the others are done.',
} as const

/** `by`: what shows it. */
export const DEBIT_TOO_HIGH = {
  code: 'DEBIT_TOO_HIGH',
  problem: (facts: {
    denom: string
    amount: bigint | null
    most: bigint
    by: 'bids' | 'simulation' | 'wallet'
  }) =>
    `Nothing was sent: ${facts.amount === null ? 'more than can be told of' : facts.amount} ${facts.denom} could leave the accounts (${facts.by}), and at most ${facts.most} may.`,
  fix: 'Preview again; lower bids or maxFeeAmount; or state or raise atMost.',
} as const

export const PREVIEW_INCOMPLETE = {
  code: 'PREVIEW_INCOMPLETE',
  problem: ({ warnings }: { warnings: readonly { code: string; sentence: string }[] }) =>
    `Nothing was signed, because nobody can tell what the transaction does. ${warnings.map(({ code, sentence }) => `${sentence} (${code})`).join(' ')}`,
  fix: 'Name the warning codes in `allow` to sign all the same.',
} as const

/** `timeoutHeight`: after this block it can never run; 0 for a transaction without one. */
export const BROADCAST_FAILED = {
  code: 'BROADCAST_FAILED',
  problem: ({ hash, reason, timeoutHeight }: { hash: string; reason: string; timeoutHeight: bigint }) =>
    `What became of transaction ${hash} is not known: ${reason}.${until(timeoutHeight)}`,
  fix: 'Look for the hash, with waitForTx, before anything is signed again.',
} as const

const until = (timeoutHeight: bigint): string =>
  timeoutHeight === 0n ? '' : ` It can run up to block ${timeoutHeight}.`

export const TX_TIMEOUT = {
  code: 'TX_TIMEOUT',
  problem: (facts: { hash: string; milliseconds: number; timeoutHeight: bigint }) =>
    `Transaction ${facts.hash} was sent, and is in no block after ${facts.milliseconds} ms.${until(facts.timeoutHeight)}`,
  fix: 'It may still be included: look for the hash, with waitForTx, before anything is signed again.',
} as const

export const TX_EXPIRED = {
  code: 'TX_EXPIRED',
  problem: ({ hash, timeoutHeight }: { hash: string; timeoutHeight: bigint }) =>
    `Transaction ${hash} is in no block, and its timeout height ${timeoutHeight} has passed: it can never run.`,
  fix: 'Sign anew, with a later timeout height.',
} as const
