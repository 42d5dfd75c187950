import { formatAmount } from '../preview/words/formatAmount.ts'
import { formatCredits } from '../primitives/credits.ts'
import { floor, formatRatio, type Ratio, ratio } from '../primitives/ratio.ts'
import type { Alert, AlertCode, AlertFacts } from './alert.ts'

const price = (value: Ratio, denom: string): string => formatAmount({ denom, amount: floor(value) })
const percent = ({ num, den }: Ratio): string => `${formatRatio(ratio((num * 10_000n) / den, 100n))} %`
const deviations = (value: Ratio | null): string =>
  value === null ? 'all others are equal' : `${formatRatio(value)} standard deviations`

const SENTENCES: { readonly [Code in AlertCode]: (facts: AlertFacts[Code]) => string } = {
  PRICE_OUTLIER: f =>
    `${f.classId} was sold at ${price(f.price, f.denom)} a credit; the mean of ${f.samples} other trades is ${price(f.mean, f.denom)} (${deviations(f.deviations)}).`,
  VOLUME_OUTLIER: f =>
    `${formatCredits(f.quantity)} credits of ${f.classId} were sold at once; the mean of ${f.samples} other trades is ${formatRatio(ratio(floor({ num: f.mean.num * 1_000_000n, den: f.mean.den }), 1_000_000n))} (${deviations(f.deviations)}).`,
  PRICE_MOVED: f =>
    `${f.classId} was sold at ${price(f.price, f.denom)} a credit; the average of seven days is ${price(f.average, f.denom)}.`,
  ACTOR_DOMINATES: f =>
    `${f.account} bought ${percent(f.share)} of ${f.classId} in ${f.denom} in seven days.`,
  WASH_PAIR: f => `${f.accounts[0]} and ${f.accounts[1]} buy ${f.classId} from each other.`,
  WASH_NO_RETIREMENT: f =>
    `${f.account} bought for ${formatAmount(f.bought)} in seven days and retired nothing.`,
  ORDER_EXPIRED: f =>
    `Sell order ${f.orderId} expired at ${f.expiration}, and the chain still sells from it.`,
  FEES_CHANGED: f => `The ${f.fee} fee was ${f.before}, and now is ${f.now}.`,
  PROPOSAL_CHANGES_KNOB: f =>
    `Proposal ${f.proposalId} (${f.status}) would change ${f.changes.join(', ')}: "${f.title}".`,
  UPTIME_LOW: f =>
    `${f.moniker || f.operator} signed ${percent(f.uptime)} of the blocks; M014 asks for ${percent(f.least)}.`,
  VALIDATOR_JAILED: f => `${f.moniker || f.operator} is jailed.`,
  SET_TOO_SMALL: f => `${f.bonded} validators are bonded; M014 asks for ${f.least}.`,
  POWER_CONCENTRATED: f =>
    `${f.holders === 1 ? 'One validator holds' : 'Five validators hold'} ${percent(f.share)} of the power, more than ${percent(f.most)}.`,
  NAKAMOTO_LOW: f => `${f.coefficient} validators together could stop the chain; fewer than ${f.least}.`,
  NODE_LOST: f =>
    `The node ${f.refuses ? 'answers and refuses' : 'does not answer'} (${f.reason}); it is asked again.`,
  NODE_BACK: f =>
    `The node answers again${f.next === null ? '' : `; blocks before ${f.next} have been read`}.`,
}

/**
 * An alert as a sentence for people.
 *
 * @example
 * const seen = { severity: 'warning', height: 31_000_000n, time: '2027-01-01T00:00:00Z', subject: 'the set' } as const
 * alertSentence({ code: 'SET_TOO_SMALL', ...seen, facts: { bonded: 12, least: 15 } }) // '12 validators are bonded; M014 asks for 15.'
 */
export const alertSentence = ({ code, facts }: Alert): string =>
  (SENTENCES[code] as (facts: Alert['facts']) => string)(facts)
