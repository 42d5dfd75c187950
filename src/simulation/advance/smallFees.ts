import type { FeeRules } from '../../epoch/fees/chargeMessages.ts'
import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { MAX_RATE } from '../../mechanisms/m013-value-based-fee-routing/bounds.ts'
import { TX_TYPES, type TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { isOne, type Ratio, sumRatios } from '../../primitives/ratio.ts'
import { toDouble } from './doubles.ts'

/**
 * Whole numbers as doubles, where that is exact: every product stays below 2⁵², so that a quotient rounded to a double lies
 * nearer to the true one than the next whole number does, and its floor is the floor of the true one.
 *
 *     a / b = q + r / b,  r ≤ b − 1      error ≤ 2⁻⁵³ × a / b < 1 / 2b < 1 / b      so  q ≤ double( a / b ) < q + 1
 */
export const EXACT = 2 ** 52

type Fraction = { readonly num: number; readonly den: number }

/** The rules of a fee and its four parts as doubles. */
export type SmallRules = {
  readonly rates: { readonly [txType in TxType]: Fraction }
  readonly maxRate: Fraction
  readonly minFee: number
  readonly zeroIsFree: boolean
  readonly capWins: boolean
  readonly burn: Fraction
  readonly community: Fraction
  readonly agent: Fraction
  /** The part of the community’s that is set apart for agents; null for none. */
  readonly tag: Fraction | null
  /** No fee above this is split as doubles. */
  readonly mostFee: number
}

/** The rules as doubles; null where they are too large or not legal, or where others than the validators get what the floors leave. */
export function smallRules(
  rules: FeeRules,
  applied: { readonly [txType in TxType]: Ratio },
): SmallRules | null {
  const { shares, remainder, agentFund, maxRate, minFee, zeroValue, minFeeVsMaxRate } = rules
  const { burn, community, agent } = shares
  const toValidators =
    remainder === 'validator-always' || (remainder === 'validator' && shares.validator.num > 0n)
  const tag = agentFund.kind === 'community-tag' ? agentFund.share : null
  const parts = [burn, community, agent, shares.validator, ...(tag ? [tag] : [])]
  const fractions = [...parts, ...TX_TYPES.map(txType => applied[txType]), maxRate]
  const isSmall = fractions.every(({ num, den }) => num >= 0n && num <= den && den <= LARGEST)
  const isLegal = isOne(sumRatios(burn, community, agent, shares.validator)) && MAX_RATE.holds(maxRate)
  // A share is at most 1, so that its numerator is at most its denominator.
  const mostFee = Math.floor(EXACT / Math.max(...parts.map(({ den }) => Number(den))))
  if (!toValidators || !isSmall || !isLegal || !(Number(minFee) <= mostFee)) return null
  return {
    rates: {
      CreditIssuance: small(applied.CreditIssuance),
      CreditTransfer: small(applied.CreditTransfer),
      CreditRetirement: small(applied.CreditRetirement),
      MarketplaceTrade: small(applied.MarketplaceTrade),
    },
    maxRate: small(maxRate),
    minFee: Number(minFee),
    zeroIsFree: zeroValue !== 'min-fee',
    capWins: minFeeVsMaxRate === 'cap-wins',
    burn: small(burn),
    community: small(community),
    agent: small(agent),
    tag: tag && small(tag),
    mostFee,
  }
}

const LARGEST = 1_000_000_000n

const small = ({ num, den }: Ratio): Fraction => ({ num: Number(num), den: Number(den) })

/** The fee of one of so many messages of a volume, as `chargeTransaction` charges it; −1 where doubles are not exact. */
export function smallFee({ txType, value }: Volume, messages: number, rules: SmallRules): number {
  const { minFee, maxRate } = rules
  const { num, den } = rules.rates[txType]
  const amount = toDouble(value.num)
  const of = value.den === 1n ? messages : toDouble(value.den) * messages
  // A product that was rounded is at least the bound that it is held against.
  if (!(amount * num < EXACT && amount * maxRate.num < EXACT && of * den < EXACT && of * maxRate.den < EXACT))
    return -1
  const byValue = Math.floor((amount * num) / (of * den))
  if (byValue > rules.mostFee) return -1
  if (amount === 0 && rules.zeroIsFree) return 0
  if (byValue >= minFee) return byValue
  if (!rules.capWins) return minFee
  const most = Math.floor((amount * maxRate.num) / (of * maxRate.den))
  return most < minFee ? most : minFee
}
