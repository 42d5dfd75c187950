import * as z from 'zod/mini'
import type { Category } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { parseCategory } from '../../mechanisms/m014-authority-validator-governance/validatorSet/category.ts'
import { type Coin, DENOM, sumCoins } from '../../primitives/coin.ts'
import { CoinJson, textOf, WholeAmount } from '../../primitives/schemas.ts'
import { formatTime, parseTime } from '../../primitives/time.ts'

/** How many of something, up to a billion. */
export const Count = z.int().check(z.nonnegative(), z.maximum(1_000_000_000))

export const DenomText = z.string().check(z.regex(DENOM, 'expected a bank denom'))

/** A category of validators in any of its spellings. */
export const CategoryText: z.ZodMiniType<Category, string> = textOf(parseCategory)

/** A UTC day: '2026-11-21'. */
export const DayText = textOf(text => formatTime(parseTime(text)).slice(0, 10))

/** Seconds since 1970, also written as RFC 3339 text. */
export const SecondsText: z.ZodMiniType<bigint> = z.union([
  WholeAmount,
  textOf(text => parseTime(text).seconds),
]) as z.ZodMiniType<bigint>

/** Coins, one for each denom, in the order of the denoms. */
export const Coins = z.pipe(
  z.array(CoinJson),
  z.transform((coins: Coin[]): readonly Coin[] => sumCoins(coins)),
)

/** A list in which no two have the same name. */
export const uniqueBy = <Item>(schema: z.ZodMiniType<Item>, nameOf: (item: Item) => string, what: string) =>
  z
    .array(schema)
    .check(z.refine(items => new Set(items.map(nameOf)).size === items.length, `${what} is listed twice`))
