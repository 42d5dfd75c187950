import type { EpochState } from '../../epoch/state/epochState.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { AggregatedPeriod } from '../advance/aggregatedPeriod.ts'
import type { EpochNumbers } from '../advance/epochNumbers.ts'
import type { Shock } from '../random/correlation.ts'
import type { Stream } from '../random/streams.ts'
import type { ScheduledInput } from '../scenario/schedule.ts'

/** What an agent sees of the world when a period begins. */
export type View = {
  readonly period: number
  readonly state: EpochState
  readonly policy: PolicyConfig
  /** USD for one REGEN in this period. */
  readonly price: number
  /** What the period before came to; null in the first. */
  readonly last: EpochNumbers | null
  readonly periodsPerYear: number
  /** An input as the schedule has it in this period. */
  readonly scheduled: (input: ScheduledInput, base: number) => number
  /** The normal numbers of this period, correlated as the scenario says. */
  readonly shocks: { readonly [shock in Shock]: number }
  /** What the agents before it put into this period. */
  readonly soFar: AggregatedPeriod
}

/** What an agent does in a period: its part of the inputs, and figures of its own to record. */
export type Act<Memory> = {
  readonly memory: Memory
  readonly period?: Partial<AggregatedPeriod>
  readonly price?: number
  readonly policy?: PolicyConfig
  readonly figures?: { readonly [name: string]: number }
}

/**
 * Somebody who acts in every period: a pure function of what it sees, what it remembers and its own random numbers.
 *
 * @example
 * const donor: Agent<null> = {
 *   name: 'donor',
 *   start: null,
 *   act: ({ period }) => ({ memory: null, period: period === 10 ? { volumes: [gift] } : {} }),
 * }
 */
export type Agent<Memory> = {
  readonly name: string
  readonly start: Memory
  readonly act: (view: View, memory: Memory, stream: Stream) => Act<Memory>
}

/** An agent whose memory nobody else looks into. */
export type AnyAgent = Agent<unknown>

/**
 * Hides the memory of an agent, so that agents can stand in one list.
 *
 * @example
 * const idle = anyAgent({ name: 'idle', start: null, act: () => ({ memory: null }) })
 */
export const anyAgent = <Memory>(agent: Agent<Memory>): AnyAgent => agent as unknown as AnyAgent

/** USD as whole uregen at a price, floored: micro-dollars × 10⁹ / nano-dollars for one REGEN. */
export const toUregen = (usd: number, price: number): Uregen =>
  ((BigInt(Math.round(usd * 1e6)) * 1_000_000_000n) / BigInt(Math.round(price * 1e9))) as Uregen

/** uregen as USD at a price, for figures that are shown. */
export const toUsd = (amount: bigint, price: number): number => (Number(amount) / 1e6) * price
