import { floor, formatRatio, type Ratio } from '../../primitives/ratio.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { formatRegen, type Uregen } from '../../primitives/uregen.ts'
import type { EpochAlert } from './alerts.ts'

type AlertCode = EpochAlert['code']
type FactsOf<Code extends AlertCode> = Omit<Extract<EpochAlert, { readonly code: Code }>, 'code'>

/** How the facts of a sentence are written: as they are, or by their names. */
export type FactText = {
  /** Whole uregen, or an exact fraction of them, as REGEN. */
  readonly regen: (amount: Uregen | Ratio) => string
  readonly coin: (amount: bigint, denom: string) => string
  readonly ratio: (value: Ratio) => string
}

/** What each alert of a period says, from its facts. */
export const ALERT_SENTENCES: {
  readonly [Code in AlertCode]: (facts: FactsOf<Code>, say: FactText) => string
} = {
  BURN_BELOW_MINIMUM: ({ least, burned }, { regen }) =>
    `The period burned ${regen(burned)}, and the least that governance asks for is ${regen(least)}. What is missing is not burned: nobody holds it.`,
  THRESHOLD_VACUOUS: ({ threshold, burned }, { regen }) =>
    `The threshold of the balance, ${regen(threshold)}, is above the ${regen(burned)} that were burned: by it, a network that does nothing is in equilibrium.`,
  GOVERNANCE_DUST: ({ governanceShare }, { ratio }) =>
    `Votes and proposals are ${ratio(governanceShare)} of all scores: plain counts, added to values in uregen.`,
  AUTO_RETIRE_COUNTED_TWICE: ({ purchases }) =>
    `Purchases that retire at once count as a purchase and as a retirement: ${purchases} of them.`,
  PAIRED_PURCHASES: ({ purchases }) =>
    `Two addresses bought from each other within the window: ${purchases} purchases.`,
  CIRCULAR_PURCHASES: ({ purchases }) =>
    `Three addresses or more bought from each other in a ring: ${purchases} purchases.`,
  SUPPLY_ABOVE_CAP: ({ supply, hardCap, periodsToCap }, { regen }) =>
    `The supply of ${regen(supply)} is above the cap of ${regen(hardCap)}, so nothing is minted. ` +
    (periodsToCap === null
      ? 'No burn lowers it: it never comes down.'
      : `With this burn it is at the cap after this many periods: ${periodsToCap}.`),
  SUPPLY_CLAMPED: ({ vanished }, { regen }) =>
    `The supply was written down to the cap: ${regen(vanished)} are not counted any more, and the bank still holds them.`,
  SUPPLY_UNRECONCILED: ({ amount }, { regen }) =>
    `The bank burned ${regen(amount)} that M012 does not count, so its supply is above the bank's by as much.`,
  P0_ESCALATION: ({ reasons }) =>
    `Governance must act on the validators at once: ${sanitize(reasons.join('; '))}.`,
  COMPENSATION_OVERDRAWN: ({ promised, fund }, { regen }) =>
    `Validators were promised ${regen(promised)} and the fund has ${regen(fund)}: each pay was cut in proportion.`,
  NO_VALIDATORS: ({ waiting }, { regen }) => `No validator serves, so ${regen(waiting)} wait in their fund.`,
  DECISION_DUE: ({ address, decision }) =>
    `A decision on the validator ${sanitize(address)} is due: ${decision}.`,
  STABILITY_CAPPED: ({ funded }, { regen }) =>
    `More was due to the stability tier than the ${regen(funded)} that it got.`,
  SAFETY_VALVE_OPENED: ({ rate }, { ratio }) =>
    `The return of new commitments is ${ratio(rate)} now, at most one percentage point less than before: governance should review it.`,
  NO_ACTIVITY: ({ denom, undistributed, to }, { coin }) =>
    `Nobody earned ${coin(undistributed, denom)}, and the policy says where it goes: ${sanitize(to)}.`,
  ACTIVITY_OUTSIDE_PERIOD: ({ count }) => `Activities of another period were left out: ${count}.`,
  AGENT_FUND_ABOVE_MULTISIG: ({ held, below }, { regen }) =>
    `The agent fund holds ${regen(held)}; a multisig should hold less than ${regen(below)}.`,
  PROBATION_RECOMMENDED: ({ address, uptime, minUptime }, { ratio }) =>
    `${sanitize(address)} was up ${ratio(uptime)} of the time, below ${ratio(minUptime)}: probation is recommended.`,
  METRIC_IGNORED: ({ address, metric }) =>
    `Nothing weighs the metric ${sanitize(metric)} of ${sanitize(address)}: it counts nowhere.`,
  PHASE_WAITS: ({ mechanism, phase, waitsFor }) =>
    `${mechanism} stays in its phase ${phase}, though its next was voted on; what is missing: ${waitsFor.map(sanitize).join(', ')}.`,
  COMPENSATION_REVIEW_DUE: ({ quarter }) => `${quarter} is over: governance reviews the compensation.`,
  TARGET_DATE_PASSED: ({ targetDate, m014 }) =>
    `Proof of authority was to be in force on ${targetDate}; M014 is ${m014}.`,
  CONVERSION_PENDING: ({ account, denom, amount, worth }, { coin, regen }) =>
    `${coin(amount, denom)} in the ${account} wait to be changed into REGEN, ` +
    (worth === null ? 'at a rate that is not known.' : `and would bring ${regen(worth)}.`),
}

const SAY: FactText = {
  regen: amount =>
    typeof amount === 'bigint'
      ? `${formatRegen(amount)} REGEN`
      : `${formatRegen(floor(amount) as Uregen)} REGEN`,
  coin: (amount, denom) =>
    denom === 'uregen' ? `${formatRegen(amount as Uregen)} REGEN` : `${amount} ${sanitize(denom)}`,
  ratio: formatRatio,
}

/**
 * An alert of a period as a sentence for people; `say` writes its facts, by itself amounts in REGEN and fractions as decimals.
 *
 * @example
 * epochAlertSentence({ code: 'AUTO_RETIRE_COUNTED_TWICE', purchases: 3 }) // 'Purchases that retire at once count as a purchase and as a retirement: 3 of them.'
 */
export const epochAlertSentence = ({ code, ...facts }: EpochAlert, say: FactText = SAY): string =>
  (ALERT_SENTENCES[code] as (facts: object, say: FactText) => string)(facts, say)
