import type * as z from 'zod/mini'
import type { ChainFeeConfig } from '../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import type { M013Phase } from '../mechanisms/m013-value-based-fee-routing/phase.ts'
import type { StatedPrice, TradeSample } from '../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { Rows, Settings } from '../messages/ledger.ts'
import { type Json, toJson } from '../primitives/canonical.ts'
import type { Coin } from '../primitives/coin.ts'
import { type Credits, formatCredits } from '../primitives/credits.ts'
import type { DenomTrace } from '../primitives/ibcDenom.ts'
import type { Ratio } from '../primitives/ratio.ts'
import { parseInput } from '../primitives/schemas.ts'
import { formatSeconds } from '../primitives/time.ts'
import { withJson } from '../primitives/withJson.ts'
import { SnapshotJson } from './input/snapshotSchema.ts'

/** Credits of one account and batch. */
export type CreditBalance = {
  readonly account: string
  readonly batchDenom: string
  readonly tradable: Credits
  readonly retired: Credits
  readonly escrowed: Credits
}

/** Every coin that an account can spend, without those that still vest: a denom that is not listed is zero. */
export type CoinBalance = { readonly account: string; readonly coins: readonly Coin[] }

/** What a node asks for one unit of gas, in smallest units of the denom; often a fraction. */
export type GasPrice = { readonly denom: string; readonly amount: Ratio }

/**
 * M013's configuration as a chain enforces it, and where it was read: the address of a contract, or the path of a query. Who pays, in what, and in which
 * phase M013 is, as far as the source says it.
 */
export type FeeConfigInForce = ChainFeeConfig & {
  readonly source: string
  readonly feePayer: 'signer' | 'unknown'
  readonly denom: string | 'unknown'
  readonly phase: M013Phase | 'unknown'
}
/** What the bank and IBC say of a denom that the marketplace does not list. */
export type DenomName = {
  readonly denom: string
  /** How people call 10^exponent of it; both are null where nobody says so. */
  readonly symbol: string | null
  readonly exponent: number | null
  /** Where it came from, if it came over IBC; its hash was computed anew. */
  readonly trace: DenomTrace | null
}

/** How old a node's newest block was when it was read, in seconds; and whether the node says that it still fetches older ones. */
export type StateAge = { readonly seconds: bigint; readonly catchingUp: boolean }

/** A table of the ledger that a snapshot can hold whole. */
export type SnapshotTable = z.output<typeof SnapshotJson>['complete'][number]

/**
 * Everything a preview reads, at one height, as plain data.
 *
 * What is not in here is unknown, which is not the same as zero or missing: a setting can be 'unknown', a table says by
 * `complete` whether it holds every row, and `absent` lists what was asked for and does not exist.
 */
export type LedgerSnapshot = {
  readonly chainId: string
  readonly height: bigint
  /** The block time, RFC 3339. */
  readonly time: string
  /** Absent where it is not known, and where a height of the past was asked for. */
  readonly age?: StateAge | undefined
  readonly gasPrices: 'unknown' | readonly GasPrice[]
  readonly settings: {
    readonly [name in Exclude<keyof Settings, 'govDeposit'>]: Settings[name] | 'unknown'
  } & {
    /** Only where a proposal was previewed: absent is unknown. */
    readonly govDeposit?: Settings['govDeposit'] | 'unknown'
  }
  readonly creditTypes: readonly Rows['credit type'][]
  readonly creditClasses: readonly Rows['credit class'][]
  readonly projects: readonly Rows['project'][]
  readonly batches: readonly Rows['batch'][]
  readonly sellOrders: readonly Rows['sell order'][]
  readonly baskets: readonly Rows['basket'][]
  /** Proposals, grants and what came over bridges are here only where messages asked for them: absent is unknown. */
  readonly proposals?: readonly Rows['proposal'][]
  readonly grants?: readonly Rows['grant'][]
  readonly bridgedBatches?: readonly Rows['bridged batch'][]
  readonly originTxs?: readonly Rows['origin transaction'][]
  readonly creditBalances: readonly CreditBalance[]
  readonly coinBalances: readonly CoinBalance[]
  /** Purchases, for the price of a class. */
  readonly trades: readonly TradeSample[]
  readonly statedPrices: readonly StatedPrice[]
  /** How people write denoms, where that was asked for: absent is unknown. */
  readonly denomNames?: readonly DenomName[]
  /** M013's configuration where a chain has it; left out, M013 is proposed and a policy says what it would be. */
  readonly feeConfig?: FeeConfigInForce | undefined
  readonly complete: readonly SnapshotTable[]
  readonly absent: readonly string[]
}

/**
 * Reads a snapshot from JSON, or throws INPUT_INVALID naming each wrong field. JSON.stringify prints it as snapshotJson does.
 *
 * @example
 * const snapshot = parseSnapshot(exampleJson('snapshot.json'))
 * snapshot.chainId // 'regen-devnet-1'
 */
export function parseSnapshot(json: unknown): LedgerSnapshot {
  const { schema: _, ...snapshot } = parseInput(SnapshotJson, 'snapshot', json)
  return withJson(snapshot, snapshotJson)
}

/**
 * A snapshot as JSON data that parseSnapshot reads back unchanged.
 *
 * @example
 * parseSnapshot(snapshotJson(snapshot)).height === snapshot.height // true
 */
export function snapshotJson(snapshot: LedgerSnapshot): Json {
  const { creditBalances, sellOrders, trades, baskets, statedPrices } = snapshot
  return toJson({
    ...snapshot,
    sellOrders: sellOrders.map(order => ({ ...order, quantity: formatCredits(order.quantity) })),
    baskets: baskets.map(basket => ({
      ...basket,
      balances:
        basket.balances?.map(({ batchDenom, amount }) => ({ batchDenom, amount: formatCredits(amount) })) ??
        null,
    })),
    creditBalances: creditBalances.map(({ tradable, retired, escrowed, ...of }) => ({
      ...of,
      tradable: formatCredits(tradable),
      retired: formatCredits(retired),
      escrowed: formatCredits(escrowed),
    })),
    trades: trades.map(trade => ({
      ...trade,
      quantity: formatCredits(trade.quantity),
      time: formatSeconds(trade.time),
    })),
    statedPrices: statedPrices.map(stated => ({
      ...stated,
      time: stated.time === null ? null : formatSeconds(stated.time),
    })),
  })
}
