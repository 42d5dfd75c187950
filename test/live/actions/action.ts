import type { Message } from '../../../src/messages/message.ts'
import type { Random } from '../random.ts'
import type { World } from '../world.ts'

/** A transaction that a run sends: what it is called, who signs it, what it says. */
export type Action = {
  readonly name: string
  /** An address. */
  readonly signer: string
  readonly messages: readonly Message[]
}

/** Chooses a message that somebody can send in a world; null when there is none of the kind. */
export type Draw = (world: World, random: Random, person: string) => Message | null

const PLACES = ['US', 'US-WA', 'US-WA 98225', 'KE', 'CO-ANT', 'BR', 'CH-ZH 8001'] as const

/** Where credits are retired. */
export const anyPlace = (random: Random): string => random.pick(PLACES)

const REASONS = ['', 'offset', 'flight ZRH–NBO', 'a “quoted” reason & more', '2026/11'] as const

/** Why credits are retired; often not told. Some with what text formats have to escape. */
export const anyReason = (random: Random): string => random.pick(REASONS)

/** The most of what somebody holds that one message uses, so that two can follow each other. */
export const third = (held: bigint): bigint => held / 3n
