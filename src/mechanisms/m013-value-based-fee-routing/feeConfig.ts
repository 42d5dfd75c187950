import * as z from 'zod/mini'
import { SHARE } from '../../primitives/parameter.ts'
import { compareRatios, type Ratio } from '../../primitives/ratio.ts'
import { parseInput, parseResponse, RatioText, UregenText, within } from '../../primitives/schemas.ts'
import { M013_PARAMETERS, MAX_RATE } from './bounds.ts'
import {
  type FeeConfig as Config,
  type FeeRate as Rate,
  type Share,
  TX_TYPES,
  type TxType,
} from './params.ts'

/** A checked fraction under its own name, so that a rate is not taken for a share. */
const branded = <Brand extends Ratio>(schema: z.ZodMiniType<Ratio, string>) =>
  schema as unknown as z.ZodMiniType<Brand, string>

/** A share of a fee. */
export const ShareText = branded<Share>(RatioText.check(within(SHARE)))

/** A fraction of the value, under its own name. */
export const RateText = branded<Rate>(RatioText)

/** A fraction of the value within invariant 4, Rate Bound Safety. */
const FeeRateText = branded<Rate>(RatioText.check(within(MAX_RATE)))

/** A rate as a chain may store it: 0 to 1. */
const ChainRateText = branded<Rate>(RatioText.check(within(SHARE)))

/** The four shares by name; what they come to is a bound of the parameter. */
export const PoolSharesJson = z.strictObject({
  burn: ShareText,
  validator: ShareText,
  community: ShareText,
  agent: ShareText,
})

const WholeSharesJson = PoolSharesJson.check(within(M013_PARAMETERS.shares))

const ratesOf = <S extends z.ZodMiniType>(rate: S) =>
  z.strictObject({
    CreditIssuance: rate,
    CreditTransfer: rate,
    CreditRetirement: rate,
    MarketplaceTrade: rate,
  })

export const FeeRatesJson = ratesOf(FeeRateText)

/** Our own configuration: a rate above `maxRate`, or a `maxRate` above 0.10, is refused. */
const FeeConfigJson = z
  .strictObject({ feeRates: FeeRatesJson, shares: WholeSharesJson, minFee: UregenText, maxRate: FeeRateText })
  .check(ratesWithinMaxRate)

/** A configuration read from a chain: rates 0 to 1, and the list of those that `maxRate` caps. */
export type ChainFeeConfig = Config & { readonly capped: readonly TxType[] }

const ChainFeeConfigJson = z.pipe(
  z.strictObject({
    feeRates: ratesOf(ChainRateText),
    shares: WholeSharesJson,
    minFee: UregenText,
    maxRate: FeeRateText,
  }),
  z.transform((config): ChainFeeConfig => ({ ...config, capped: cappedTypes(config) })),
)

/** A zod check: no rate above `maxRate`. */
export function ratesWithinMaxRate({
  value,
  issues,
}: z.core.ParsePayload<Pick<Config, 'feeRates' | 'maxRate'>>): void {
  for (const txType of cappedTypes(value))
    issues.push({
      code: 'custom',
      message: 'the rate is above maxRate',
      input: value,
      path: ['feeRates', txType],
    })
}

/**
 * Reads a fee configuration of ours, or throws INPUT_INVALID with every wrong field.
 *
 * @example
 * parseFeeConfig({
 *   feeRates: { CreditIssuance: '0.02', CreditTransfer: '0.001', CreditRetirement: '0.005', MarketplaceTrade: '0.01' },
 *   shares: { burn: '0.3', validator: '0.4', community: '0.25', agent: '0.05' },
 *   minFee: '1000000',
 *   maxRate: '0.10',
 * }).feeRates.MarketplaceTrade // { num: 1n, den: 100n }
 */
export const parseFeeConfig = (json: unknown): Config => parseInput(FeeConfigJson, 'fee configuration', json)

/**
 * Reads a fee configuration a chain answered; what is above `maxRate` is listed in `capped` and capped when used.
 *
 * @example
 * parseChainFeeConfig({
 *   feeRates: { CreditIssuance: '0.2', CreditTransfer: '0.001', CreditRetirement: '0.005', MarketplaceTrade: '0.01' },
 *   shares: { burn: '0.3', validator: '0.4', community: '0.25', agent: '0.05' },
 *   minFee: '1000000',
 *   maxRate: '0.10',
 * }).capped // [ 'CreditIssuance' ]
 */
export const parseChainFeeConfig = (json: unknown): ChainFeeConfig =>
  parseResponse(ChainFeeConfigJson, 'fee configuration', json)

const cappedTypes = ({ feeRates, maxRate }: Pick<Config, 'feeRates' | 'maxRate'>): readonly TxType[] =>
  TX_TYPES.filter(txType => compareRatios(feeRates[txType], maxRate) > 0)
