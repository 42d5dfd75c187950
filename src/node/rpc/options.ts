import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { type Clock, systemClock } from './clock.ts'

/** What can be set. Milliseconds, bytes and counts. */
export type RpcOptions = {
  /** Milliseconds that one HTTP request may take, up to the last byte of its answer. Default: 15,000. */
  readonly timeoutMs: number
  /** How often one call is sent at most, the first time included. Default: 5. A broadcast is sent once. */
  readonly attempts: number
  /** Milliseconds for which a node is not asked after its first failure. Default: 500. They double with each further failure, up to `longestRestMs`. */
  readonly firstRestMs: number
  /** The most milliseconds for which a node is not asked, also where its Retry-After says more. Default: 30,000. */
  readonly longestRestMs: number
  /**
   * Calls in one HTTP request. 10 is what CometBFT allows unless told otherwise; a node that says less is believed, and one
   * that takes no batches gets single requests.
   */
  readonly batchLimit: number
  /** The most bytes of one HTTP answer, unpacked. Default: 16,000,000. */
  readonly answerLimit: number
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  /** From 0 to 1, for the jitter of the rests. */
  readonly random: () => number
  /** Such as 'regen-1': a node of another chain is refused, CHAIN_MISMATCH. Null, the default: the chain of the first node that tells its own. */
  readonly chainId: string | null
}

export const DEFAULTS: RpcOptions = {
  timeoutMs: 15_000,
  attempts: 5,
  firstRestMs: 500,
  longestRestMs: 30_000,
  batchLimit: 10,
  answerLimit: 16_000_000,
  // Called through globalThis: a browser's fetch refuses to be called as a method of anything else.
  fetch: (input, init) => globalThis.fetch(input, init),
  clock: systemClock,
  random: Math.random,
  chainId: null,
}

/** The longest that a timer can be set for: one for longer would end at once. */
const MAX_TIMER = 2 ** 31 - 1

/** What each number may be. */
const BOUNDS = {
  timeoutMs: [1, MAX_TIMER],
  attempts: [1, 1000],
  firstRestMs: [0, MAX_TIMER],
  longestRestMs: [0, MAX_TIMER],
  batchLimit: [1, 10_000],
  answerLimit: [1, 2 ** 29],
} as const

/** Options as a caller gave them, with the defaults for what is left out; INPUT_INVALID names each that cannot be. */
export function parseRpcOptions(
  given: { readonly [Name in keyof RpcOptions]?: RpcOptions[Name] | undefined },
): RpcOptions {
  const stated = Object.entries(given).filter(([, value]) => value !== undefined)
  const options: RpcOptions = { ...DEFAULTS, ...Object.fromEntries(stated) }
  const issues = Object.entries(BOUNDS).flatMap(([name, [least, most]]) => {
    const value = options[name as keyof typeof BOUNDS]
    return Number.isInteger(value) && value >= least && value <= most
      ? []
      : [`✖ expected a whole number from ${least} to ${most}, got ${String(value).slice(0, 40)} at ${name}`]
  })
  if (issues.length > 0)
    throw new RegenError(INPUT_INVALID, { what: 'connection options', issues: issues.join('\n') })
  return options
}
