import {
  POOLS,
  type Pool,
  TX_TYPES,
  type TxType,
} from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { rewardedPart, SCORED } from '../../mechanisms/m013-value-based-fee-routing/rewardedPart.ts'
import type { PoolSplit } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import { type Coin, sumCoins } from '../../primitives/coin.ts'
import { fromDouble } from '../../primitives/doubles.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { amountInUregen, inUregen } from './convert.ts'
import { ROW, type SmallSums, SUM } from './smallFees.ts'

/** What all charges of one type paid in one denom, in its smallest unit. */
export type FeeTotal = {
  readonly txType: TxType
  readonly denom: string
  readonly charges: bigint
  readonly fee: bigint
  /** The fee in uregen, at the rates of the period, floored. */
  readonly worth: Uregen
}

/** The sums of a period. */
export type FeeSums = {
  readonly totals: readonly FeeTotal[]
  /** What each pool received, denom by denom. */
  readonly pools: { readonly [pool in Pool]: readonly Coin[] }
  /** What the community pool received of the fees for purchases and retirements, which earn a score. */
  readonly scored: readonly Coin[]
  /** All fees in uregen; those in other denoms at the rates of the period, floored. */
  readonly revenue: Uregen
}

/** What one denom collected so far. */
type Page = {
  readonly pools: { [pool in Pool]: bigint }
  readonly byType: { [txType in TxType]: { charges: bigint; fee: bigint } }
  scored: bigint
}

/** A book that adds fees up as they come, a page for each denom. */
export type FeeBook = Map<string, Page>

/** Enters one fee, `times` over: how it was split, and what each of its parts paid of it. */
export function enterFee(
  book: FeeBook,
  denom: string,
  split: PoolSplit,
  parts: readonly { readonly txType: TxType; readonly fee: bigint }[],
  times = 1n,
): void {
  const page = pageOf(book, denom)
  const { pools, byType } = page
  if (times === 1n) for (const pool of POOLS) pools[pool] += split[pool]
  else for (const pool of POOLS) pools[pool] += split[pool] * times
  for (const { txType, fee } of parts) {
    const total = byType[txType]
    total.charges += times
    total.fee += times === 1n ? fee : fee * times
  }
  page.scored += rewardedPart(split.community, parts, 'scored-fees') * times
}

/** Enters what the volumes of uregen came to, as doubles: each sum is known to be exact. */
export function enterSums(book: FeeBook, sums: SmallSums): void {
  for (const txType of TX_TYPES) {
    const of = (column: number): bigint => fromDouble(sums[ROW[txType] + column] ?? 0)
    const charges = of(SUM.charges)
    if (charges === 0n) continue
    const page = pageOf(book, 'uregen')
    const [fee, burn, community, agent] = [of(SUM.fee), of(SUM.burn), of(SUM.community), of(SUM.agent)]
    page.byType[txType].charges += charges
    page.byType[txType].fee += fee
    page.pools.burn += burn
    page.pools.validator += fee - burn - community - agent
    page.pools.community += community
    page.pools.agent += agent
    if (SCORED.includes(txType)) page.scored += community
  }
}

/** The page of a denom; a new one where there is none. */
export function pageOf(book: FeeBook, denom: string): Page {
  const known = book.get(denom)
  if (known !== undefined) return known
  const page = newPage()
  book.set(denom, page)
  return page
}

const newPage = (): Page => ({
  pools: { burn: 0n, validator: 0n, community: 0n, agent: 0n },
  byType: {
    CreditIssuance: { charges: 0n, fee: 0n },
    CreditTransfer: { charges: 0n, fee: 0n },
    CreditRetirement: { charges: 0n, fee: 0n },
    MarketplaceTrade: { charges: 0n, fee: 0n },
  },
  scored: 0n,
})

/** The sums of a book. */
export function sumFees(book: FeeBook, rates: Rates): FeeSums {
  const pages = [...book].sort(([a], [b]) => (a < b ? -1 : 1))
  const coinsOf = (amountOf: (page: Page) => bigint): readonly Coin[] =>
    sumCoins(pages.map(([denom, page]) => ({ denom, amount: amountOf(page) })))
  const allPools = ({ pools }: Page) => POOLS.reduce((sum, pool) => sum + pools[pool], 0n)
  return {
    totals: pages.flatMap(([denom, { byType }]) =>
      TX_TYPES.filter(txType => byType[txType].charges > 0n).map(txType => ({
        txType,
        denom,
        ...byType[txType],
        worth: amountInUregen(byType[txType].fee, denom, rates) as Uregen,
      })),
    ),
    pools: {
      burn: coinsOf(({ pools }) => pools.burn),
      validator: coinsOf(({ pools }) => pools.validator),
      community: coinsOf(({ pools }) => pools.community),
      agent: coinsOf(({ pools }) => pools.agent),
    },
    scored: coinsOf(({ scored }) => scored),
    revenue: inUregen(coinsOf(allPools), rates),
  }
}
