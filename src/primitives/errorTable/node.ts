/** What goes wrong between here and a node, and what a node refuses. See errorTable.ts. */

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

export const CHAIN_MISMATCH = {
  code: 'CHAIN_MISMATCH',
  problem: ({ expected, got }: { expected: string; got: string }) =>
    `The node is of the chain "${got}", not "${expected}".`,
  fix: 'Name a node of that chain, or the other chain.',
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
