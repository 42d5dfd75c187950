import * as z from 'zod/mini'
import type { StatedPrice, TradeSample } from '../mechanisms/m013-value-based-fee-routing/valuation.ts'
import type { Rows, Settings } from '../messages/ledger.ts'
import { toJson } from '../primitives/canonical.ts'
import type { Coin } from '../primitives/coin.ts'
import { type Credits, formatCredits } from '../primitives/credits.ts'
import type { Ratio } from '../primitives/ratio.ts'
import {
  CoinJson,
  CreditsText,
  parseInput,
  RatioText,
  TimeText,
  textOf,
  WholeAmount,
} from '../primitives/schemas.ts'
import { formatTime, parseTime } from '../primitives/time.ts'

const Row = z.strictObject

const CreditTypeJson = Row({ abbreviation: z.string(), name: z.string() })

const CreditClassJson = Row({
  id: z.string(),
  admin: z.string(),
  creditType: z.string(),
  issuers: z.nullable(z.array(z.string())),
})

const ProjectJson = Row({ id: z.string(), classId: z.string(), admin: z.string(), referenceId: z.string() })

const BatchJson = Row({
  denom: z.string(),
  projectId: z.string(),
  issuer: z.string(),
  open: z.boolean(),
  startDate: TimeText,
})

const SellOrderJson = Row({
  id: z.string().check(z.regex(/^[1-9]\d{0,19}$/, 'expected the id of a sell order')),
  seller: z.string(),
  batchDenom: z.string(),
  quantity: CreditsText,
  askDenom: z.string(),
  askAmount: WholeAmount,
  disableAutoRetire: z.boolean(),
  expiration: z.nullable(TimeText),
})

const BasketJson = Row({
  denom: z.string(),
  name: z.string(),
  curator: z.string(),
  creditType: z.string(),
  disableAutoRetire: z.boolean(),
  allowedClasses: z.array(z.string()),
  dateCriteria: z.nullable(
    z.union([
      Row({ minStartDate: TimeText }),
      Row({ startDateWindowSeconds: WholeAmount }),
      Row({ yearsInThePast: z.int().check(z.nonnegative()) }),
    ]),
  ),
  balances: z.nullable(z.array(Row({ batchDenom: z.string(), amount: CreditsText }))),
})

const AllowedDenomJson = Row({
  bankDenom: z.string(),
  displayDenom: z.string(),
  exponent: z.int().check(z.nonnegative(), z.maximum(24)),
})

/** Credits of one account and batch. */
export type CreditBalance = {
  readonly account: string
  readonly batchDenom: string
  readonly tradable: Credits
  readonly retired: Credits
  readonly escrowed: Credits
}

/** Everything an account holds: a denom that is not listed is zero. */
export type CoinBalance = { readonly account: string; readonly coins: readonly Coin[] }

/** What a node wants for a unit of gas, in one denom. */
export type GasPrice = { readonly denom: string; readonly amount: Ratio }

const UNKNOWN = z.literal('unknown')

const seconds = textOf(text => parseTime(text).seconds)

const SnapshotJson = Row({
  chainId: z.string().check(z.minLength(1), z.maxLength(100)),
  height: WholeAmount,
  time: TimeText,
  gasPrices: z.union([UNKNOWN, z.array(Row({ denom: z.string(), amount: RatioText }))]),
  settings: Row({
    feeParams: z.union([
      UNKNOWN,
      Row({ buyer: z.string().check(z.maxLength(100)), seller: z.string().check(z.maxLength(100)) }),
    ]),
    classFee: z.union([UNKNOWN, z.nullable(CoinJson)]),
    basketFee: z.union([UNKNOWN, z.nullable(CoinJson)]),
    allowedDenoms: z.union([UNKNOWN, z.array(AllowedDenomJson)]),
    bridgeChains: z.union([UNKNOWN, z.array(z.string())]),
    classCreators: z.union([UNKNOWN, z.nullable(z.array(z.string()))]),
  }),
  creditTypes: z.array(CreditTypeJson),
  creditClasses: z.array(CreditClassJson),
  projects: z.array(ProjectJson),
  batches: z.array(BatchJson),
  sellOrders: z.array(SellOrderJson),
  baskets: z.array(BasketJson),
  creditBalances: z.array(
    Row({
      account: z.string(),
      batchDenom: z.string(),
      tradable: CreditsText,
      retired: CreditsText,
      escrowed: CreditsText,
    }),
  ),
  coinBalances: z.array(Row({ account: z.string(), coins: z.array(CoinJson) })),
  trades: z.array(
    Row({
      classId: z.string(),
      denom: z.string(),
      time: seconds,
      quantity: CreditsText,
      payment: WholeAmount,
    }),
  ),
  statedPrices: z.array(
    Row({
      source: z.enum(['governance-reference', 'external']),
      classId: z.string(),
      denom: z.string(),
      price: RatioText,
      time: seconds,
    }),
  ),
  /** The tables that hold every row there is at this height. */
  complete: z.array(
    z.enum([
      'creditTypes',
      'creditClasses',
      'projects',
      'batches',
      'sellOrders',
      'baskets',
      'creditBalances',
      'coinBalances',
    ]),
  ),
  /** Rows that were asked for and do not exist: 'sell order 4242'. */
  absent: z.array(z.string()),
})

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
  readonly gasPrices: 'unknown' | readonly GasPrice[]
  readonly settings: { readonly [name in keyof Settings]: Settings[name] | 'unknown' }
  readonly creditTypes: readonly Rows['credit type'][]
  readonly creditClasses: readonly Rows['credit class'][]
  readonly projects: readonly Rows['project'][]
  readonly batches: readonly Rows['batch'][]
  readonly sellOrders: readonly Rows['sell order'][]
  readonly baskets: readonly Rows['basket'][]
  readonly creditBalances: readonly CreditBalance[]
  readonly coinBalances: readonly CoinBalance[]
  /** Purchases, for the price of a class. */
  readonly trades: readonly TradeSample[]
  readonly statedPrices: readonly StatedPrice[]
  readonly complete: readonly SnapshotTable[]
  readonly absent: readonly string[]
}

/** Reads a snapshot from JSON, or throws INPUT_INVALID naming each wrong field. */
export const parseSnapshot = (json: unknown): LedgerSnapshot => parseInput(SnapshotJson, 'snapshot', json)

/** A snapshot as JSON data that parseSnapshot reads back unchanged. */
export function snapshotJson(snapshot: LedgerSnapshot): unknown {
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
      time: formatTime({ seconds: trade.time, nanos: 0 }),
    })),
    statedPrices: statedPrices.map(stated => ({
      ...stated,
      time: stated.time === null ? null : formatTime({ seconds: stated.time, nanos: 0 }),
    })),
  })
}
