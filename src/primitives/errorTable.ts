/**
 * Every failure this SDK raises: one constant a code, with the sentence made from its facts and the way out.
 * A code never changes meaning. Constants, not one big object, so that a formula bundles only the sentences it can say.
 */

/** What a code stands for. `problem` names the facts; `fix` says what to do next. */
export type ErrorDefinition<Facts> = {
  readonly code: string
  readonly problem: (facts: Facts) => string
  readonly fix: string
}

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
  fix: 'A denom is a letter followed by 2 to 127 letters, digits or / : . _ -, such as "uregen".',
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

export const NOT_CANONICAL = {
  code: 'NOT_CANONICAL',
  problem: ({ path, got }: { path: string; got: string }) =>
    `A value at ${path} has no canonical JSON form: ${got}.`,
  fix: 'Use text, whole numbers, bigints, booleans, null, lists and plain objects only.',
} as const

export const POOL_ISOLATION = {
  code: 'POOL_ISOLATION',
  problem: ({ pool, by, authority }: { pool: string; by: string; authority: string }) =>
    `${by} cannot withdraw from the ${pool} pool; only ${authority} can.`,
  fix: 'Pool Isolation (SPEC M013, invariant 5): each pool is spent by its own authority.',
} as const

export const POOL_TOO_SMALL = {
  code: 'POOL_TOO_SMALL',
  problem: ({
    pool,
    denom,
    amount,
    available,
  }: {
    pool: string
    denom: string
    amount: bigint
    available: bigint
  }) => `The ${pool} pool holds ${available} ${denom}; ${amount} cannot be withdrawn.`,
  fix: 'Withdraw an amount between 0 and what the pool holds.',
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

export const BURN_EXCEEDS_SUPPLY = {
  code: 'BURN_EXCEEDS_SUPPLY',
  problem: ({ burned, available }: { burned: bigint; available: bigint }) =>
    `${burned} uregen cannot be burned: only ${available} exist.`,
  fix: 'A burn is never clamped (SPEC M012, invariant 2): check what was counted.',
} as const

export const BACKING_EXCEEDS_SUPPLY = {
  code: 'BACKING_EXCEEDS_SUPPLY',
  problem: ({ what, backing, whole }: { what: string; backing: bigint; whole: bigint }) =>
    `The ${what} of ${backing} is not within ${whole}.`,
  fix: 'Read both at one height, on one basis of supply.',
} as const

export const STATE_INCOMPLETE = {
  code: 'STATE_INCOMPLETE',
  problem: ({ field, got, wanted }: { field: string; got: string; wanted: string }) =>
    `The state's ${field} is ${got}; wanted ${wanted}.`,
  fix: 'Supply it, or choose a policy that does not need it.',
} as const

export const CAP_NEEDS_SUPERMAJORITY = {
  code: 'CAP_NEEDS_SUPERMAJORITY',
  problem: ({ yes, no }: { yes: bigint; no: bigint }) =>
    `hard_cap cannot change: ${yes} for and ${no} against is less than 67 %.`,
  fix: 'Monotonic Cap (SPEC M012, invariant 3): only Layer 4 changes the cap.',
} as const

const OTHER_NODE = 'Try again later, or name another node.'
const CHECK_REQUEST = 'Check what was asked for.'

export const NODE_UNREACHABLE = {
  code: 'NODE_UNREACHABLE',
  problem: ({ origin, reason }: { origin: string; reason: string }) =>
    `${origin} cannot be reached: ${reason}.`,
  fix: 'Check address, network and (in a browser) CORS.',
} as const

export const NODE_TIMEOUT = {
  code: 'NODE_TIMEOUT',
  problem: ({ origin, milliseconds }: { origin: string; milliseconds: number }) =>
    `${origin} did not answer within ${milliseconds} ms.`,
  fix: OTHER_NODE,
} as const

/** With 429 and 503 the node is busy, for `retryAfterMs` if it said so. */
export const NODE_HTTP_ERROR = {
  code: 'NODE_HTTP_ERROR',
  problem: ({ origin, status }: { origin: string; status: number; retryAfterMs: number }) =>
    `${origin} answered with HTTP status ${status}.`,
  fix: OTHER_NODE,
} as const

export const NODE_ANSWER_MALFORMED = {
  code: 'NODE_ANSWER_MALFORMED',
  problem: ({ origin, method, reason }: { origin: string; method: string; reason: string }) =>
    `The answer of ${origin} to ${method} ${reason}.`,
  fix: OTHER_NODE,
} as const

/** `to` is null where a browser hides it. */
export const NODE_REDIRECTS = {
  code: 'NODE_REDIRECTS',
  problem: ({ origin, to }: { origin: string; to: string | null }) =>
    `${origin} redirects to ${to ?? 'another address'}; nothing was sent there.`,
  fix: 'If you trust that address, name it as the node.',
} as const

export const NODE_ANSWER_TOO_LARGE = {
  code: 'NODE_ANSWER_TOO_LARGE',
  problem: ({ origin, limit }: { origin: string; limit: number }) =>
    `${origin} answered with more than ${limit} bytes.`,
  fix: 'Ask for less, or raise answerLimit.',
} as const

/** The cause is the last of the failures. */
export const NODES_FAILED = {
  code: 'NODES_FAILED',
  problem: ({ failures }: { failures: readonly { origin: string; code: string }[] }) =>
    `No node answered: ${failures.map(({ origin, code }) => `${origin} ${code}`).join(', ')}.`,
  fix: OTHER_NODE,
} as const

export const RPC_ERROR = {
  code: 'RPC_ERROR',
  problem: (facts: { origin: string; method: string; code: number; reason: string }) =>
    `${facts.origin} refused ${facts.method} (${facts.code}): ${facts.reason}.`,
  fix: CHECK_REQUEST,
} as const

export const CALL_ABORTED = {
  code: 'CALL_ABORTED',
  problem: ({ method, by }: { method: string; by: 'signal' | 'disconnect' }) =>
    `${method} was ended by its caller's ${by}.`,
  fix: 'Call again.',
} as const

/** At height 0 the node did not read any state: it does not have that height, or that store. */
export const QUERY_FAILED = {
  code: 'QUERY_FAILED',
  problem: (facts: {
    origin: string
    query: string
    code: number
    codespace: string
    log: string
    height: bigint
  }) => `${facts.origin} refused ${facts.query} (${facts.codespace} ${facts.code}): ${facts.log}.`,
  fix: CHECK_REQUEST,
} as const

export const MODULE_MISSING = {
  code: 'MODULE_MISSING',
  problem: ({ origin, query }: { origin: string; query: string }) =>
    `The chain behind ${origin} has no ${query}.`,
  fix: 'Do without it.',
} as const

/** The node ignores heights: its answers do not belong together. */
export const HEIGHT_MISMATCH = {
  code: 'HEIGHT_MISMATCH',
  problem: (facts: { origin: string; query: string; asked: bigint | 'latest'; answered: bigint }) =>
    `${facts.origin} answered ${facts.query} at height ${facts.answered}, not ${facts.asked}.`,
  fix: OTHER_NODE,
} as const

export const PAGES_ENDLESS = {
  code: 'PAGES_ENDLESS',
  problem: ({ query, pages }: { query: string; pages: number }) =>
    `The list ${query} does not end: after ${pages} pages, the next one was given before, or there are too many.`,
  fix: OTHER_NODE,
} as const

/** One call of this SDK would have asked, read or waited for more than it ever needs of an honest node. */
export const READ_LIMIT_REACHED = {
  code: 'READ_LIMIT_REACHED',
  problem: ({ query, what, most }: { query: string; what: string; most: number }) =>
    `Reading ${query} was given up: it takes more than ${most} ${what}.`,
  fix: 'Ask for less, or name another node.',
} as const

export const STATE_TOO_OLD = {
  code: 'STATE_TOO_OLD',
  problem: (facts: { height: bigint; seconds: bigint; most: bigint; catchingUp: boolean }) =>
    `The node is behind: its newest block ${facts.height} is ${facts.seconds} seconds old, and ${facts.most} are allowed${facts.catchingUp ? '; it is still catching up' : ''}.`,
  fix: 'Name a node that keeps up with the chain, or raise maxAge.',
} as const

export const FILE_UNREADABLE = {
  code: 'FILE_UNREADABLE',
  problem: ({ file, reason }: { file: string; reason: string }) => `${file} cannot be read: ${reason}.`,
  fix: 'Check the path and its permissions.',
} as const

export const FILE_UNWRITABLE = {
  code: 'FILE_UNWRITABLE',
  problem: ({ file, reason }: { file: string; reason: string }) => `${file} cannot be written: ${reason}.`,
  fix: 'Check the folder, its permissions and the space that is left. A file that was there is as it was.',
} as const

export const STUDY_STOPPED = {
  code: 'STUDY_STOPPED',
  problem: ({ whole, of, folder }: { whole: number; of: number; folder: string | null }) =>
    folder === null
      ? `Stopped with ${whole} of ${of} parts computed; nothing is kept without --out.`
      : `Stopped: ${whole} of ${of} parts are whole in ${folder}.`,
  fix: 'The same command with --out goes on where it stopped.',
} as const

export const CODE_UNKNOWN = {
  code: 'CODE_UNKNOWN',
  problem: ({ code }: { code: string }) => `There is no warning or error "${code}".`,
  fix: 'Run "regen-fees explain" without a code for the list.',
} as const

export const POLICY_CHANGE_REFUSED = {
  code: 'POLICY_CHANGE_REFUSED',
  problem: ({ changes, failed }: { changes: string; failed: string }) =>
    `The period has another policy than the one before it (${changes}), and the decision is not enough: ${failed}.`,
  fix: 'State it as decisions.policyChange: the policy before, and how the change was decided, with its tally.',
} as const

export const RELEASE_REFUSED = {
  code: 'RELEASE_REFUSED',
  problem: ({ from, amount, failed }: { from: string; amount: bigint; failed: string }) =>
    `A release of ${amount} uregen from the ${from} is a decision of Layer 3, and this one is not enough: ${failed}.`,
  fix: 'State how it was decided, with its tally, as the `decided` of the release.',
} as const

export const ACTIVITY_ABOVE_VOLUME = {
  code: 'ACTIVITY_ABOVE_VOLUME',
  problem: ({ kind, value, charged }: { kind: string; value: bigint; charged: bigint }) =>
    `Activities of kind ${kind} are worth ${value} uregen, and volumes of ${charged} were charged for them.`,
  fix: 'Activity Integrity: an activity is a charged transaction, or a part of a charged volume.',
} as const

export const ACTIVITY_UNPROVEN = {
  code: 'ACTIVITY_UNPROVEN',
  problem: ({ kind, place }: { kind: string; place: string }) =>
    `A ${kind} names no transaction and message: "${place}".`,
  fix: 'Activity Integrity: give 64 hexadecimal digits, and indexes from 0.',
} as const

export const ACTIVITY_COUNTED_TWICE = {
  code: 'ACTIVITY_COUNTED_TWICE',
  problem: ({ kind, place }: { kind: string; place: string }) => `A ${kind} is listed twice: "${place}".`,
  fix: 'No Double-Counting: list each part of a message once.',
} as const

export const REWARD_CONFIG_INVALID = {
  code: 'REWARD_CONFIG_INVALID',
  problem: ({ issues }: { issues: string }) => `These reward parameters are not allowed:\n${issues}\n`,
  fix: 'Correct the parameters above.',
} as const

export const COMMITMENT_REFUSED = {
  code: 'COMMITMENT_REFUSED',
  problem: (facts: { amount: bigint; lockMonths: number; least: bigint; from: number; to: number }) =>
    `${facts.amount} uregen for ${facts.lockMonths} months is not ${facts.least} or more for ${facts.from} to ${facts.to}.`,
  fix: 'Commit within these bounds, for whole months.',
} as const

export const COMMITMENT_STATE = {
  code: 'COMMITMENT_STATE',
  problem: (facts: { id: string; from: string; to: string; periods: number; lockPeriods: number }) =>
    `Commitment ${facts.id}, ${facts.from} for ${facts.periods} of ${facts.lockPeriods} periods, cannot become ${facts.to}.`,
  fix: 'It is COMMITTED on admission, MATURED when the lock is over, EARLY_EXIT before.',
} as const

export const NOTHING_TO_CLAIM = {
  code: 'NOTHING_TO_CLAIM',
  problem: ({ address }: { address: string }) => `${address} has no rewards to claim.`,
  fix: 'Claim after a distribution that rewards the address.',
} as const

export const CATEGORY_UNKNOWN = {
  code: 'CATEGORY_UNKNOWN',
  problem: ({ input, expected }: { input: string; expected: string }) =>
    `"${input}" is no category of validators; there are ${expected}.`,
  fix: 'Name one of them.',
} as const

export const VALIDATOR_TWICE = {
  code: 'VALIDATOR_TWICE',
  problem: ({ address }: { address: string }) => `${address} is listed twice.`,
  fix: 'List each validator once.',
} as const

export const TRANSITION_REFUSED = {
  code: 'TRANSITION_REFUSED',
  problem: ({ address, from, to, failed }: { address: string; from: string; to: string; failed: string }) =>
    `${address} cannot go from ${from} to ${to}: ${failed}.`,
  fix: 'See SPEC M014, Validator Lifecycle, for its guards.',
} as const

export const POWER_STEP_TOO_SMALL = {
  code: 'POWER_STEP_TOO_SMALL',
  problem: ({ total, wanted }: { total: bigint; wanted: bigint }) =>
    `From a total power of ${total}, ${wanted} cannot be reached within the change that one block allows.`,
  fix: 'Give validators larger powers; only their proportions count.',
} as const

/** `name` tells the cause; see FAILURES in ledger/events. */
/** Why the chain refused a transaction: the name we give it, and its own words. */
type TxFailureFacts = {
  name: string
  codespace: string
  code: number
  messageIndex: number | null
  reason: string
  meaning: string
}

export const TX_FAILED = {
  code: 'TX_FAILED',
  problem: ({ hash, messageIndex, meaning, reason, codespace, code }: TxFailureFacts & { hash: string }) =>
    `Transaction ${hash} failed${messageIndex === null ? '' : ` at message ${messageIndex}`}. ${meaning} The chain says: ${reason} (${codespace} ${code}).`,
  fix: 'See the reason.',
} as const

export const CHAIN_MISMATCH = {
  code: 'CHAIN_MISMATCH',
  problem: ({ expected, got }: { expected: string; got: string }) =>
    `The node is of the chain "${got}", not "${expected}".`,
  fix: 'Name a node of that chain, or the other chain.',
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

export const PHASES_IMPOSSIBLE = {
  code: 'PHASES_IMPOSSIBLE',
  problem: ({ combination, needs }: { combination: string; needs: string }) =>
    `No period can run with ${combination}: it needs ${needs}.`,
  fix: 'See SPEC, Cross-Mechanism Dependencies; start the mechanisms in their order.',
} as const

export const RATE_MISSING = {
  code: 'RATE_MISSING',
  problem: ({ denom }: { denom: string }) => `There is no rate from ${denom} to uregen, or it is 0.`,
  fix: 'Add it to `rates`: uregen for one smallest unit, as text such as "12.5".',
} as const

export const LEDGER_OVERDRAWN = {
  code: 'LEDGER_OVERDRAWN',
  problem: ({ account, denom, amount }: { account: string; denom: string; amount: bigint }) =>
    `The account "${account}" is short of ${amount} ${denom} for what the period takes from it.`,
  fix: 'Check the supply of the state, and the amounts of the inputs.',
} as const

export const CONSERVATION_BROKEN = {
  code: 'CONSERVATION_BROKEN',
  problem: ({ label, left, right }: { label: string; left: bigint; right: bigint }) =>
    `A period does not add up: ${label}: ${left} is not ${right}.`,
  fix: 'This is a defect of the SDK or of a state that it did not write; please report it with the inputs.',
} as const

export const VALIDATOR_UNKNOWN = {
  code: 'VALIDATOR_UNKNOWN',
  problem: ({ address }: { address: string }) => `There is no validator ${address}.`,
  fix: 'Name one of the set, or let it apply first.',
} as const

export const COMMITMENT_TWICE = {
  code: 'COMMITMENT_TWICE',
  problem: ({ id }: { id: string }) => `There is a commitment ${id} already.`,
  fix: 'Give each commitment an id of its own.',
} as const

export const CONTRACT_MISSING = {
  code: 'CONTRACT_MISSING',
  problem: ({ origin, address }: { origin: string; address: string }) =>
    `The chain behind ${origin} has no contract ${address}.`,
  fix: 'Check the address and the chain id in the list of contracts.',
} as const

export const CONTRACT_UNKNOWN = {
  code: 'CONTRACT_UNKNOWN',
  problem: ({
    address,
    query,
    knows,
    form,
  }: {
    address: string
    query: string
    knows: string
    form: string | null
  }) =>
    `The contract ${address} does not know the query ${query}; it knows ${knows}.${form === null ? '' : ` It is ${form}, a form that is not read.`}`,
  fix: 'It is a contract of another kind, or of another version: name one of this mechanism in the form that is read (docs/network.md).',
} as const

export const ROUND_INVALID = {
  code: 'ROUND_INVALID',
  problem: ({ reason }: { reason: string }) => `The round cannot be computed: ${reason}.`,
  fix: 'Correct the round; "regen-fees fund --help" names its fields.',
} as const

export const BUDGET_INVALID = {
  code: 'BUDGET_INVALID',
  problem: ({ budget, most }: { budget: bigint; most?: bigint }) =>
    most === undefined
      ? `A budget of ${budget} cannot be shared out.`
      : `The budget of ${budget} is more than the ${most} that the subsidies come to: α would be above 1.`,
  fix: 'Name a budget above 0; or set alphaAboveOne to "cap", and what is not needed stays in the pool.',
} as const

export const NOTHING_TO_MATCH = {
  code: 'NOTHING_TO_MATCH',
  problem: (_: Record<never, never>) => 'No project has more than one giver, so α has no value.',
  fix: 'Use the variant "qf", which then matches nothing, or wait for contributions.',
} as const

export const PAIRS_TOO_MANY = {
  code: 'PAIRS_TOO_MANY',
  problem: ({ pairs, most }: { pairs: number; most: number }) =>
    `The round has ${pairs} pairs of givers; pairwise matching is computed for at most ${most}.`,
  fix: 'Use another variant, or a larger minimumContribution.',
} as const

export const GROUPS_MISSING = {
  code: 'GROUPS_MISSING',
  problem: ({ identity }: { identity: string }) => `"${identity}" gave and belongs to no group.`,
  fix: 'Name the groups of every giver under "groups": the cluster match is about nothing else.',
} as const

export const CERTIFICATE_REFUSED = {
  code: 'CERTIFICATE_REFUSED',
  problem: ({ act, id, reason }: { act: string; id: string; reason: string }) =>
    `Certificate ${id} refuses to ${act}: ${reason}.`,
  fix: 'Units are conserved: name whole fractions of one claim and one owner, each once.',
} as const

export const MILESTONE_REFUSED = {
  code: 'MILESTONE_REFUSED',
  problem: ({
    grant,
    milestone,
    from,
    to,
    reason,
  }: Record<'grant' | 'milestone' | 'from' | 'to' | 'reason', string>) =>
    `Milestone ${milestone} of grant ${grant} cannot go from ${from} to ${to}: ${reason}.`,
  fix: 'proposed → funded → submitted → accepted, rejected or expired; a rejected one may be disputed until the deadline.',
} as const

export const STREAM_REFUSED = {
  code: 'STREAM_REFUSED',
  problem: ({ recipient, reason }: { recipient: string; reason: string }) =>
    `The chain would refuse a continuous fund for ${recipient}: ${reason}.`,
  fix: 'All percentages together are at most 1, each is above 0, and a recipient has one fund.',
} as const

export const REQUEST_TOO_LARGE = {
  code: 'REQUEST_TOO_LARGE',
  problem: ({ requested, available, most }: { requested: bigint; available: bigint; most: string }) =>
    `${requested} of ${available} is not below the largest share of ${most}: no conviction is enough.`,
  fix: 'Ask for less.',
} as const

export const BALLOT_REFUSED = {
  code: 'BALLOT_REFUSED',
  problem: ({ voter, rule, reason }: { voter: string; rule: string; reason: string }) =>
    `The ballot of ${voter} is refused (${rule}): ${reason}.`,
  fix: 'A ballot is signed by its voter, for this round, before its end, once.',
} as const

export const SETTLEMENT_DIFFERS = {
  code: 'SETTLEMENT_DIFFERS',
  problem: ({ differences }: { differences: string }) =>
    `What was paid is not what the report says:\n${differences}\n`,
  fix: 'Name every transaction and block of the settlement; pay what is missing with another proposal.',
} as const

export const TXS_MISSING = {
  code: 'TXS_MISSING',
  problem: ({ height, expected, got }: { height: bigint; expected: number; got: number }) =>
    `Block ${height} has ${expected} transactions, and the node’s search finds ${got} of them.`,
  fix: 'The node’s index of transactions is late or incomplete: try again, or another node.',
} as const

export const WATCH_REFUSED = {
  code: 'WATCH_REFUSED',
  problem: ({ refusals, next, reason }: { refusals: number; next: bigint | null; reason: string }) =>
    `The watch ended${next === null ? '' : ` before block ${next}`}: the node refused ${refusals} times in a row what it was asked. ${reason}`,
  fix: 'Use a node that answers this; where a block is named, go on from it (--from).',
} as const

export const BLOCKS_UNREADABLE = {
  code: 'BLOCKS_UNREADABLE',
  problem: (facts: { height: bigint; blockResults: string; txSearch: string }) =>
    `The node tells nothing of what happened in block ${facts.height}: block_results says "${facts.blockResults}", tx_search "${facts.txSearch}".`,
  fix: 'Use a node that keeps results of blocks (discard_abci_responses = false) or indexes transactions (indexer = "kv").',
} as const

export const BLOCKS_PRUNED = {
  code: 'BLOCKS_PRUNED',
  problem: ({ from, earliest }: { from: bigint; earliest: bigint }) =>
    `The node has no blocks before ${earliest}; those from ${from} on are wanted.`,
  fix: 'Use a node with its whole history, begin later, or allow the gap (--allow-gap): it is noted, and periods with a gap are not complete.',
} as const

export const NODE_BEHIND_INDEX = {
  code: 'NODE_BEHIND_INDEX',
  problem: ({ node, index }: { node: bigint; index: bigint }) =>
    `The node stands at block ${node}, and the index at ${index}, or is to begin after it.`,
  fix: 'Wait until the node has caught up, or use another one.',
} as const

export const INDEX_FORKED = {
  code: 'INDEX_FORKED',
  problem: ({ height, index, node }: { height: bigint; index: string; node: string }) =>
    `Block ${height} is ${index} in the index, and ${node} on the node: two chains with one name.`,
  fix: 'A chain that was reset needs a new index; otherwise one of the two is not the chain you mean.',
} as const

export const INDEX_RANGE = {
  code: 'INDEX_RANGE',
  problem: ({ wanted, indexed }: { wanted: string; indexed: string }) =>
    `The index has ${indexed}; wanted is ${wanted}.`,
  fix: 'Run "regen-fees index" until it has them; what lies before its first block needs a new index with an earlier --from.',
} as const

export const STORE_UNUSABLE = {
  code: 'STORE_UNUSABLE',
  problem: ({ store, reason }: { store: string; reason: string }) =>
    `The index at ${store} cannot be used: ${reason}.`,
  fix: 'Check that the folder or server is there, is yours, and that no other program uses the folder.',
} as const

export const PACKAGE_MISSING = {
  code: 'PACKAGE_MISSING',
  problem: ({ name, what }: { name: string; what: string }) => `${what} needs the package ${name}.`,
  fix: 'It is optional: add it to your project with "npm install" and its name.',
} as const

/** Of the source, its name: for an address the scheme and host. */
export const SOURCE_UNREADABLE = {
  code: 'SOURCE_UNREADABLE',
  problem: ({ source, reason }: { source: string; reason: string }) =>
    `The source ${source} cannot be read: ${reason}.`,
  fix: 'Nothing else is taken in its place: name another source, or none.',
} as const

export const SOURCE_STALE = {
  code: 'SOURCE_STALE',
  problem: ({ source, what, time, most }: { source: string; what: string; time: string; most: string }) =>
    `${what} of ${source} is from ${time}, which is more than ${most} ago.`,
  fix: 'Ask whoever keeps the source for newer data, or let the policy allow an older age.',
} as const

export const SOURCE_AHEAD = {
  code: 'SOURCE_AHEAD',
  problem: ({ source, what, time, at }: { source: string; what: string; time: string; at: string }) =>
    `${what} of ${source} is from ${time}, and the ledger stands at ${at}: it is from the future.`,
  fix: 'Correct the time, or use a newer state of the ledger.',
} as const

export const SOURCE_UNSIGNED = {
  code: 'SOURCE_UNSIGNED',
  problem: ({ source, got, least }: { source: string; got: readonly string[]; least: number }) =>
    `${source} is vouched for by ${got.join(', ') || 'nobody'}; wanted ${least === 1 ? 'is one' : `are ${least}`} of those who are trusted.`,
  fix: 'Let a trusted account sign the data or attest to it on chain, or name whom to trust.',
} as const

export const SOURCE_ALTERED = {
  code: 'SOURCE_ALTERED',
  problem: ({ source, reason }: { source: string; reason: string }) =>
    `${source} is not what was signed or hashed: ${reason}.`,
  fix: 'Do not use it. Fetch it again from whoever made it.',
} as const

export const SOURCE_OUT_OF_BOUNDS = {
  code: 'SOURCE_OUT_OF_BOUNDS',
  problem: ({ source, what, got, bounds }: Record<'source' | 'what' | 'got' | 'bounds', string>) =>
    `${what} of ${source} is ${got}; believed is what lies within ${bounds}.`,
  fix: 'Check the unit and the denom; if the value is right, widen the bounds.',
} as const

export const SOURCE_MISSING = {
  code: 'SOURCE_MISSING',
  problem: ({ what, wanted, got }: { what: string; wanted: number; got: number }) =>
    `${what} needs ${wanted} source${wanted === 1 ? '' : 's'}, and ${got} ${got === 1 ? 'has' : 'have'} a value.`,
  fix: 'Name more sources, or sources that cover the time.',
} as const

export const SOURCE_UNUSED = {
  code: 'SOURCE_UNUSED',
  problem: ({ source, as }: { source: string; as: string }) =>
    `${source} is a source of the kind "${as}", and the policy names none of that kind.`,
  fix: 'Add the kind to the policy (m013.valuation for prices, m012.ecologicalSource for CO₂), or name another source.',
} as const
