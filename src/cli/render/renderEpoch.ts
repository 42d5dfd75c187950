import type { Equation } from '../../epoch/books/conservation.ts'
import { m014StateOf } from '../../epoch/phases/m014StateOf.ts'
import { epochAlertSentence } from '../../epoch/report/epochAlertSentence.ts'
import type { EpochReport } from '../../epoch/report/epochReport.ts'
import type { EpochPhases } from '../../epoch/state/epochState.ts'
import { type Coin, formatCoin } from '../../primitives/coin.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { formatRegen, type Uregen } from '../../primitives/uregen.ts'
import { poolsText, regen } from './amounts.ts'
import type { Page } from './table.ts'
import { counted } from './text.ts'

/** One period as a person reads it: fees, supply, validators, rewards, what waits, what to look at, and the proof. */
export function renderEpoch(report: EpochReport, { ink }: Page): readonly string[] {
  const { period, start, end, phases, policyHash } = report
  return [
    ink.bold(`Period ${period}, ${start} to ${end}`),
    `Phases      ${phasesText(phases.during)}`,
    ...(phasesText(phases.next) === phasesText(phases.during)
      ? []
      : [`  next      ${phasesText(phases.next)}`]),
    ...feeLines(report),
    ...supplyLines(report),
    ...validatorLines(report),
    ...rewardLines(report),
    ...clockLines(report),
    ...report.carriedOver.map(({ account, ...coin }) => `Waits       ${coinText(coin)} in ${account}`),
    ...report.alerts.map(alert => `Note        ${epochAlertSentence(alert)} [${alert.code}]`),
    ...proofLines(report.conservation),
    `Policy      ${policyHash.slice(0, 16)}…`,
  ]
}

const phasesText = (phases: EpochPhases): string =>
  `M012 ${phases.m012.phase} | M013 ${phases.m013.phase} | M014 ${m014StateOf(phases)} | M015 ${phases.m015}`

function feeLines({ fees: { totals, revenue, pools } }: EpochReport): readonly string[] {
  if (totals.length === 0) return ['Fees        none']
  return [
    `Fees        ${regen(revenue)}`,
    ...totals.map(
      ({ txType, charges, fee, denom }) =>
        `  ${txType.padEnd(16)}  ${coinText({ denom, amount: fee })} in ${counted(Number(charges), 'charge')}`,
    ),
    `  ${poolsText(pools, coinsText)}`,
  ]
}

function supplyLines({ supply: { before, after, minted, record } }: EpochReport): readonly string[] {
  const flows = record === null ? '' : ` = ${regen(before)} + ${regen(minted)} − ${regen(record.burned)}`
  return [`Supply      ${regen(after)}${flows}`]
}

function validatorLines({ validators: { pays, composition } }: EpochReport): readonly string[] {
  return pays.map(({ denom, payout, released, compensation: { paid, payments, remaining } }) => {
    const escrowed = payments.reduce((sum, payment) => sum + payment.escrowed, 0n)
    const text = (amount: bigint) => coinText({ denom, amount })
    return (
      `Validators  ${text(paid)} of ${text(payout)} to ${composition.size}, ${text(escrowed)} of it until the quarter ends; ` +
      `${text(remaining)} stays` +
      (released > 0n ? `; ${text(released)} of past quarters` : '')
    )
  })
}

/** What a step leaves to a later one, because the period that it belongs to runs on. */
const clockLines = ({ clocks: { m012, m015 } }: EpochReport): readonly string[] => [
  ...(m012 === null || m012.ends
    ? []
    : [`Waits       mint and burn, until M012's period ends at ${m012.end}`]),
  ...(m015.ends ? [] : [`Waits       pay and rewards, until the distribution period ends at ${m015.end}`]),
]

const MAX_REWARDS = 10

function rewardLines({
  rewards: { record, others, admitted, settlements, claims },
}: EpochReport): readonly string[] {
  const paid = record.rewards.filter(({ reward }) => reward > 0n)
  return [
    `Rewards     ${regen(record.inflow)} in: ${regen(record.governance)} for governance, ${regen(record.stability)} to the stability tier, ${regen(record.distributed)} for activity`,
    ...paid.slice(0, MAX_REWARDS).map(({ address, reward }) => `  ${sanitize(address)}  ${regen(reward)}`),
    ...(paid.length > MAX_REWARDS ? [`  … and ${paid.length - MAX_REWARDS} more`] : []),
    ...others.map(
      ({ denom, inflow, distributed }) =>
        `  ${coinText({ denom, amount: inflow })} in, ${coinText({ denom, amount: distributed })} for activity`,
    ),
    ...admitted.map(
      ({ id, amount, lockMonths }) =>
        `Committed   ${sanitize(id)}: ${regen(amount)} for ${lockMonths} months`,
    ),
    ...settlements.map(
      ({ commitment: { id, state }, principal, reward, forfeited }) =>
        `Settled     ${sanitize(id)}, ${state}: ${regen(principal)} back, ${regen(reward)} reward, ${regen(forfeited)} forfeited`,
    ),
    ...claims.map(({ address, coins }) => `Claimed     ${sanitize(address)}: ${coinsText(coins)}`),
  ]
}

/** Every equation is checked; the one over all uregen is shown with its operands. */
function proofLines(equations: readonly Equation[]): readonly string[] {
  const holding = equations.filter(({ equal }) => equal).length
  const whole = equations.find(({ label }) => label === 'all uregen')
  const side = (operands: Equation['left']) =>
    operands.map(({ name, amount }) => `${name} ${formatRegen(amount as Uregen)}`).join(' + ')
  return [
    `Adds up     ${holding} of ${equations.length} equations hold`,
    ...(whole ? [`  all REGEN: ${side(whole.left)} = ${side(whole.right)}`] : []),
  ]
}

const coinsText = (coins: readonly Coin[]): string => coins.map(coinText).join(' and ') || '0 REGEN'

const coinText = (coin: Coin): string =>
  coin.denom === 'uregen' ? regen(coin.amount as Uregen) : sanitize(formatCoin(coin))
