import fc from 'fast-check'
import {
  type EpochInputs,
  type EpochState,
  epochStep,
  parseEpochInputs,
  runEpoch,
} from '../../src/epoch/index.ts'
import type { PolicyConfig } from '../../src/policy/policy.ts'
import { parseTime, toNanoseconds } from '../../src/primitives/time.ts'
import { LONG } from '../support/runs.ts'

/** One period taken in several steps: the same inputs, each in the step in which it happened. */

/** Random cases of a law over clocks: a case is a chain of weeks. */
export const FEW = LONG ? 2_000 : 15
export const MANY = LONG ? 4_000 : 25

/** What a random economy is made from. */
export const seeds = fc.nat(1_000_000)

/** Lengths of a period of M012. */
export const days = (count: number) => ({ kind: 'days', days: count })
export const blocks = (blockMilliseconds: number) => ({ kind: 'per-block', blockMilliseconds })
export const nanoseconds = (time: string): bigint => toNanoseconds(parseTime(time))

const NOTHING = parseEpochInputs({})
const secondsOf = (time: string): bigint => parseTime(time).seconds

/** Inputs with one time for all parts of a transaction: a transaction is in one block. */
export function inOneBlock(inputs: EpochInputs): EpochInputs {
  const times = new Map<string, bigint>()
  for (const { txHash, time } of inputs.transactions) if (!times.has(txHash)) times.set(txHash, time)
  const at = <Item extends { readonly txHash: string; readonly time: bigint }>(item: Item): Item => ({
    ...item,
    time: times.get(item.txHash) ?? item.time,
  })
  return { ...inputs, transactions: inputs.transactions.map(at) }
}

/**
 * What of a period’s inputs belongs to a step of it. What authorities do is done as the period begins, claims are made as it ends; what has no
 * time happens in the step `untimed`.
 */
function partOf(
  inputs: EpochInputs,
  { from, to, start }: { from: bigint; to: bigint; start: string },
  { first, last, untimed }: { first: boolean; last: boolean; untimed: boolean },
): EpochInputs {
  const inside = ({ time }: { readonly time: bigint }) => time >= from && time < to
  const { validators, stability } = inputs
  return {
    ...inputs,
    transactions: inputs.transactions.filter(inside),
    activities: inputs.activities.filter(inside),
    volumes: untimed ? inputs.volumes : [],
    feeDays: untimed ? inputs.feeDays : [],
    otherBurns: untimed ? inputs.otherBurns : NOTHING.otherBurns,
    stability: {
      requests: untimed ? stability.requests : [],
      exits: first ? stability.exits : [],
    },
    validators: {
      ...validators,
      metrics: untimed ? validators.metrics : {},
      exits: validators.exits.filter(({ at }) =>
        at == null ? last : secondsOf(at) >= secondsOf(start) && secondsOf(at) < to,
      ),
    },
    claims: last ? inputs.claims : [],
    deposits: first ? inputs.deposits : [],
    spends: first ? inputs.spends : [],
    conversions: first ? inputs.conversions : [],
    decisions: first ? inputs.decisions : NOTHING.decisions,
  }
}

/** Runs a period of another timeline in the steps of a policy, up to a time; `untimed` picks the step of what has no time. */
export function runInSteps(
  opening: EpochState,
  inputs: EpochInputs,
  policy: PolicyConfig,
  { until, untimed = 0 }: { until: string; untimed?: number },
) {
  let state = opening
  const reports: ReturnType<typeof runEpoch>['report'][] = []
  const spans: ReturnType<typeof epochStep>[] = []
  for (let at = state; at.time !== until; ) {
    const step = epochStep(at, policy)
    if (secondsOf(step.end) > secondsOf(until)) throw new Error(`no step ends at ${until}`)
    const place = { first: spans.length === 0, last: step.end === until, untimed: spans.length === untimed }
    spans.push(step)
    const done = runEpoch(state, partOf(inputs, step, place), policy)
    state = done.state
    at = state
    reports.push(done.report)
  }
  if (untimed >= spans.length) throw new Error('there are fewer steps')
  return { state, reports }
}
