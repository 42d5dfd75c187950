import { MAX_RATE } from '../../mechanisms/m013-value-based-fee-routing/bounds.ts'
import { appliedRate } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import { TX_TYPES, type TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { toDouble } from '../../primitives/doubles.ts'
import { isOne, type Ratio, sumRatios } from '../../primitives/ratio.ts'
import type { Volume } from '../inputs/epochInputs.ts'
import type { FeeRules } from './chargeMessages.ts'

/**
 * Whole numbers as doubles, where that is exact: every product stays below 2⁵², so that a quotient rounded to a double lies
 * nearer to the true one than the next whole number does, and its floor is the floor of the true one.
 *
 *     a / b = q + r / b,  r ≤ b − 1      error ≤ 2⁻⁵³ × a / b < 1 / 2b < 1 / b      so  q ≤ double( a / b ) < q + 1
 */
const EXACT = 2 ** 52

type Fraction = { readonly num: number; readonly den: number }

/** The rate of a type, and where its row of sums begins. */
type TypeRules = Fraction & { readonly row: number }

/** The rules of a fee and its four parts as doubles. */
export type SmallRules = {
  readonly types: { readonly [txType in TxType]: TypeRules }
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

/** What the volumes of a type come to, in this order, in a row of `SmallSums`: messages, their fees, and what three pools receive of them. */
export const SUM = { charges: 0, fee: 1, burn: 2, community: 3, agent: 4, columns: 5 } as const

/** A row for each type; whole numbers, each exact. */
export type SmallSums = Float64Array

/** Where the row of each type begins. */
export const ROW: { readonly [txType in TxType]: number } = {
  CreditIssuance: 0,
  CreditTransfer: SUM.columns,
  CreditRetirement: 2 * SUM.columns,
  MarketplaceTrade: 3 * SUM.columns,
}

export const emptySums = (): SmallSums => new Float64Array(TX_TYPES.length * SUM.columns)

const KNOWN = /* @__PURE__ */ new WeakMap<FeeRules, SmallRules | null>()

/** The rules as doubles, worked out once; null where they are too large or not legal, or where others than the validators get what the floors leave. */
export function smallRules(rules: FeeRules): SmallRules | null {
  const known = KNOWN.get(rules)
  if (known !== undefined) return known
  const found = toSmall(rules)
  KNOWN.set(rules, found)
  return found
}

function toSmall(rules: FeeRules): SmallRules | null {
  const { shares, remainder, agentFund, feeRates, maxRate, minFee, zeroValue, minFeeVsMaxRate } = rules
  const { burn, community, agent } = shares
  const toValidators =
    remainder === 'validator-always' || (remainder === 'validator' && shares.validator.num > 0n)
  const tag = agentFund.kind === 'community-tag' ? agentFund.share : null
  const parts = [burn, community, agent, shares.validator, ...(tag ? [tag] : [])]
  const isSmall = [...parts, ...TX_TYPES.map(txType => feeRates[txType]), maxRate].every(
    ({ num, den }) => num >= 0n && num <= den && den <= LARGEST,
  )
  const isLegal = isOne(sumRatios(burn, community, agent, shares.validator)) && MAX_RATE.holds(maxRate)
  // A share is at most 1, so that its numerator is at most its denominator.
  const mostFee = Math.floor(EXACT / Math.max(...parts.map(({ den }) => toDouble(den))))
  const isExact = rules.valueRounding === 'exact' && minFee >= 0n && toDouble(minFee) <= mostFee
  if (!toValidators || !isSmall || !isLegal || !isExact) return null
  const typeRules = (txType: TxType): TypeRules => ({
    ...small(appliedRate(txType, rules)),
    row: ROW[txType],
  })
  return {
    types: {
      CreditIssuance: typeRules('CreditIssuance'),
      CreditTransfer: typeRules('CreditTransfer'),
      CreditRetirement: typeRules('CreditRetirement'),
      MarketplaceTrade: typeRules('MarketplaceTrade'),
    },
    maxRate: small(maxRate),
    minFee: toDouble(minFee),
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

const small = ({ num, den }: Ratio): Fraction => ({ num: toDouble(num), den: toDouble(den) })

const NONE: readonly Volume[] = []

/**
 * Charges volumes of uregen and writes what they pay into the sums of their types: n messages as n of equal value, each split over the pools. Gives
 * back those that doubles do not hold exactly, and those in other denoms.
 *
 *     each pool = floor( fee × share ) × n        the validators have what is left of the fees
 *     with a tag  floor( floor( fee × community share ) × tag ) × n goes from the community pool to the agents
 */
export function chargeSmall(
  volumes: readonly Volume[],
  rules: SmallRules | null,
  sums: SmallSums,
): readonly Volume[] {
  sums.fill(0)
  if (rules === null) return volumes
  const { burn, community, agent, tag } = rules
  let [all, charges] = [0, 0]
  let rest: Volume[] | null = null
  for (const volume of volumes) {
    const messages = toDouble(volume.messages)
    if (messages === 0) continue
    const { num, den, row } = rules.types[volume.txType]
    const fee = volume.denom === 'uregen' ? smallFee(volume.value, messages, num, den, rules) : -1
    if (fee < 0 || all + fee * messages >= EXACT || charges + messages >= EXACT) {
      rest ??= []
      rest.push(volume)
      continue
    }
    all += fee * messages
    charges += messages
    const toCommunity = Math.floor((fee * community.num) / community.den)
    const tagged = tag === null ? 0 : Math.floor((toCommunity * tag.num) / tag.den)
    add(sums, row + SUM.charges, messages)
    add(sums, row + SUM.fee, fee * messages)
    add(sums, row + SUM.burn, Math.floor((fee * burn.num) / burn.den) * messages)
    add(sums, row + SUM.community, (toCommunity - tagged) * messages)
    add(sums, row + SUM.agent, (Math.floor((fee * agent.num) / agent.den) + tagged) * messages)
  }
  return rest ?? NONE
}

const add = (sums: SmallSums, at: number, amount: number): void => {
  sums[at] = (sums[at] as number) + amount
}

/** The fee of one of so many messages of a value, as `chargeTransaction` charges it; −1 where doubles are not exact. */
function smallFee(value: Ratio, messages: number, num: number, den: number, rules: SmallRules): number {
  const { minFee, maxRate } = rules
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
