import type { Credits } from '../../../primitives/credits.ts'
import type { Ratio } from '../../../primitives/ratio.ts'

/** Where a price can come from, best first. `lowest-ask` is only what somebody asks for. */
export const PRICE_SOURCES = [
  'explicit',
  'twap-7d',
  'last-trade',
  'governance-reference',
  'lowest-ask',
  'external',
] as const

/** How a price of credits is known, from a stated one to what somebody only asks. */
export type PriceSource = (typeof PRICE_SOURCES)[number]

/** One purchase: what was paid, in smallest units of `denom`, for how many credits, and when (seconds since 1970). */
export type TradeSample = {
  readonly classId: string
  readonly denom: string
  readonly time: bigint
  readonly quantity: Credits
  readonly payment: bigint
}

/** A price somebody states: the caller, governance or an outside market. Smallest units of `denom` per whole credit. */
export type StatedPrice = {
  readonly source: 'explicit' | 'governance-reference' | 'external'
  /** A class, such as C01; or a credit type, such as C, for those of its classes that have no stated price of their own (OQ-M013-2 B). */
  readonly classId: string
  readonly denom: string
  readonly price: Ratio
  /** When it was stated, in seconds since 1970; null when the caller says it is today's. */
  readonly time: bigint | null
}

/** An open order that has not expired: the price asked for a whole credit. */
export type Ask = { readonly classId: string; readonly denom: string; readonly price: bigint }

/** All that is known about prices of credits: trades, stated prices and asks of sell orders. */
export type PriceEvidence = {
  readonly trades: readonly TradeSample[]
  readonly stated: readonly StatedPrice[]
  readonly asks: readonly Ask[]
}

/** A source, how many days old it may be before it counts as stale, and how many samples it needs. */
export type SourceRule = {
  readonly source: PriceSource
  readonly maxAgeDays: number
  readonly leastSamples: number
}

/** The price of one whole credit, with everything a reader needs to trust it or not. */
export type Price = {
  readonly source: PriceSource
  readonly denom: string
  readonly price: Ratio
  /** Seconds since the newest sample; null for a price the caller gave for now and for an ask. */
  readonly age: bigint | null
  readonly samples: number
  readonly outliersDropped: number
  readonly stale: boolean
  /** An ask, not a trade: nobody has paid it yet. */
  readonly indicative: boolean
}
