import { Decimal as Shared } from 'decimal.js'

/**
 * One period of the economy written plainly with decimal.js, as somebody would who trusts 60 digits: the same numbers as
 * `runEpoch`, without its records, events, movements and proof.
 */

const Decimal = Shared.clone({ defaults: true, precision: 60, rounding: Shared.ROUND_DOWN })
type Decimal = Shared

const d = (text: string) => new Decimal(text)
const ZERO = d('0')

export type DecimalPeriod = {
  readonly charges: readonly { readonly txType: keyof typeof RATES; readonly value: Decimal }[]
  /** What each participant bought. */
  readonly purchases: readonly { readonly address: string; readonly value: Decimal }[]
  readonly supply: Decimal
  readonly validators: readonly { readonly [metric in keyof typeof METRICS]: Decimal }[]
  readonly commitments: readonly { readonly amount: Decimal; readonly periods: number }[]
}

const RATES = {
  CreditIssuance: d('0.02'),
  CreditTransfer: d('0.001'),
  CreditRetirement: d('0.005'),
  MarketplaceTrade: d('0.01'),
}
const METRICS = {
  uptime: d('0.4'),
  governanceParticipation: d('0.3'),
  ecosystemContribution: d('0.3'),
}
const SHARES = { burn: d('0.30'), community: d('0.25'), agent: d('0.05') }
const CAP = d('221000000000000')
const MIN_FEE = d('1000000')

export function decimalEpoch({ charges, purchases, supply, validators, commitments }: DecimalPeriod) {
  let [burn, validator, community, agent] = [ZERO, ZERO, ZERO, ZERO]
  for (const { txType, value } of charges) {
    const byValue = value.times(RATES[txType]).floor()
    const fee = byValue.lt(MIN_FEE) ? MIN_FEE : byValue
    const toBurn = fee.times(SHARES.burn).floor()
    const toCommunity = fee.times(SHARES.community).floor()
    const toAgent = fee.times(SHARES.agent).floor()
    burn = burn.plus(toBurn)
    community = community.plus(toCommunity)
    agent = agent.plus(toAgent)
    validator = validator.plus(fee.minus(toBurn).minus(toCommunity).minus(toAgent))
  }

  const committed = commitments.reduce((sum, { amount }) => sum.plus(amount), ZERO)
  const headroom = supply.lt(CAP) ? CAP.minus(supply) : ZERO
  const minted = d('0.02').times(headroom).times(supply.plus(committed)).div(supply).floor()
  const supplyAfter = supply.plus(minted).minus(burn)

  const scores = validators.map(metrics =>
    METRICS.uptime
      .times(metrics.uptime)
      .plus(METRICS.governanceParticipation.times(metrics.governanceParticipation))
      .plus(METRICS.ecosystemContribution.times(metrics.ecosystemContribution)),
  )
  const allScores = scores.reduce((sum, score) => sum.plus(score), ZERO)
  const base = validator.times('0.9').div(validators.length).floor()
  const pays = scores.map(score => base.plus(validator.times('0.1').times(score).div(allScores).floor()))

  const auto = community.times('0.7').floor()
  const accrued = ({ amount }: { amount: Decimal }, periods: number) =>
    amount.times('0.06').times(periods).div(52).floor()
  const due = commitments.reduce(
    (sum, commitment) =>
      sum.plus(accrued(commitment, commitment.periods + 1).minus(accrued(commitment, commitment.periods))),
    ZERO,
  )
  const stability = Decimal.min(due, community.times('0.3').floor(), auto)
  const activity = auto.minus(stability)
  const people = new Map<string, Decimal>()
  for (const { address, value } of purchases)
    people.set(address, (people.get(address) ?? ZERO).plus(value.times('0.3')))
  const total = [...people.values()].reduce((sum, score) => sum.plus(score), ZERO)
  const rewards = new Map(
    [...people].map(([address, score]) => [address, activity.times(score).div(total).floor()]),
  )
  const paid = [...rewards.values()].reduce((sum, reward) => sum.plus(reward), ZERO)
  const [largest] = [...people].sort(([, a], [, b]) => b.cmp(a))
  if (largest) rewards.set(largest[0], (rewards.get(largest[0]) ?? ZERO).plus(activity.minus(paid)))
  return { burn, validator, community, agent, minted, supplyAfter, pays, stability, rewards }
}

export const decimal = d
