import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { normalQuantile } from './elementary.ts'

/** Random numbers that one agent draws in one run; the same name gives the same numbers on every machine. */
export type Stream = {
  /** A number in (0, 1): never 0, never 1. */
  readonly uniform: () => number
  /** A standard normal number, from exactly one uniform one. */
  readonly normal: () => number
}

const HALF_STEP = 2 ** -54
/** The last number below 1: a half step above it would be rounded to 1. */
const LAST = 1 - 2 ** -53

/**
 * The stream of a name in a run of a seed.
 *
 * Its 128 bits of state are the SHA-256 of seed, run and name, so streams do not depend on the order in which they are opened: an agent
 * that draws more does not change what another one draws, and two policies see the same world (common random numbers).
 *
 * @example
 * const stream = openStream('seed', 0, 'buyers')
 */
export function openStream(seed: string, run: number, name: string): Stream {
  const digest = sha256(utf8ToBytes(JSON.stringify([seed, run, name])))
  const word = (at: number) => new DataView(digest.buffer, digest.byteOffset).getInt32(at)
  const generator = xoroshiro128plusFromState([word(0), word(4), word(8), word(12) | 1])
  const uniform = () => Math.min(uniformFloat64(generator) + HALF_STEP, LAST)
  return { uniform, normal: () => normalQuantile(uniform()) }
}
