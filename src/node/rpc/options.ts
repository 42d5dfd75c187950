import { type Clock, systemClock } from './clock.ts'

/** What can be set. Milliseconds, bytes and counts. */
export type RpcOptions = {
  /** How long one HTTP request may take, its answer's last byte included. */
  readonly timeoutMs: number
  /** How often one call is sent at most, the first time included. A broadcast is sent once. */
  readonly attempts: number
  /** The rest of a node after its first failure; it doubles with each further one, up to `longestRestMs`. */
  readonly firstRestMs: number
  /** Also the longest that a node's Retry-After is heeded. */
  readonly longestRestMs: number
  /** Calls in one HTTP request. 10 is what CometBFT allows unless told otherwise; a node that says less is believed. */
  readonly batchLimit: number
  /** Bytes of one HTTP answer, unpacked. */
  readonly answerLimit: number
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  /** From 0 to 1, for the jitter of the rests. */
  readonly random: () => number
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
}
