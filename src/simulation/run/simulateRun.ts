import { bankTotal } from '../../epoch/books/epochBalances.ts'
import { areOneLength, epochStep } from '../../epoch/clocks.ts'
import { committedOf } from '../../epoch/rewards/stabilityTier.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import { periodsPerYear } from '../../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { type Advanced, advanceEpoch } from '../advance/advanceEpoch.ts'
import { type AggregatedPeriod, joinPeriods, QUIET_PERIOD } from '../advance/aggregatedPeriod.ts'
import type { EpochNumbers } from '../advance/epochNumbers.ts'
import type { AnyAgent, View } from '../agents/agent.ts'
import { builtInAgents } from '../agents/builtInAgents.ts'
import { GOOD_METRICS } from '../agents/validators.ts'
import { cholesky, correlate, SHOCKS } from '../random/correlation.ts'
import { openStream, type Stream } from '../random/streams.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { scheduled } from '../scenario/schedule.ts'
import { emptyTable, forgetPeriod, type Table, unknownColumn } from './columns.ts'
import { brokenInvariant } from './invariants.ts'
import { type Outcome, outcomeOf, UNKNOWN_OUTCOME } from './outcome.ts'
import { recordPeriod } from './recordPeriod.ts'
import { startState } from './startState.ts'

/** What stopped a run before its end, with all it takes to look at it again. */
export type Violation = {
  /** The invariant that the period broke, or in words why it could not be computed: fees above the supply are an error. */
  readonly invariant: string
  readonly run: number
  readonly period: number
  readonly state: EpochState
  readonly inputs: AggregatedPeriod
  readonly policy: PolicyConfig
}

/** What was added up over all periods of a run, in uregen: all that the bank knows, after = before + minted − burned; a burn into a reserve is none. */
export type ProofSum = {
  readonly periods: number
  readonly before: bigint
  readonly minted: bigint
  readonly burned: bigint
  readonly after: bigint
}

/** One run of a scenario. */
export type Run = {
  readonly run: number
  /** Of a run that ended early, NaN from that period on: what was not computed is unknown, and not 0. */
  readonly table: Table
  /** Of a run that ended early, NaN throughout. */
  readonly outcome: Outcome
  readonly proof: ProofSum
  /** The first invariant that was broken; the run ends there. */
  readonly violation: Violation | null
  readonly state: EpochState
}

/** A period of a run before it is computed. */
export type Step = {
  readonly period: number
  readonly state: EpochState
  readonly inputs: AggregatedPeriod
  readonly policy: PolicyConfig
}

/** What one may add to a run. */
export type RunOptions = {
  /** Agents in code, which act after those of the scenario. */
  readonly agents?: readonly AnyAgent[]
  /** Told of every period before it is computed. */
  readonly onStep?: (step: Step) => void
}

/**
 * Runs a scenario once: in every period the agents act, the mechanisms run, and every invariant is checked.
 *
 * Pure: the same scenario and run number give the same bytes in Node and in browsers, whatever else was run before.
 *
 * @example
 * const { outcome } = simulateRun({ ...scenario, periods: 104 }, 0)
 * outcome.first_at_cap // 100
 */
export function simulateRun(scenario: Scenario, run: number, { agents = [], onStep }: RunOptions = {}): Run {
  const { periods, seed, schedule } = scenario
  const acting = [...builtInAgents(scenario), ...agents].map(
    (agent): Actor => ({ agent, memory: agent.start, stream: openStream(seed, run, agent.name) }),
  )
  const lower = cholesky(scenario.correlations) ?? []
  const shockStreams = SHOCKS.map(shock => openStream(seed, run, `shock of ${shock}`))
  const table = emptyTable(periods)
  // A vote may change both while a run goes on.
  const [hardCaps, minValidators] = [unknownColumn(periods), unknownColumn(periods)]
  let policy = scenario.policy
  let state = startState(scenario)
  const before = bankTotal(state)
  let [minted, burned] = [0n, 0n]
  let last: EpochNumbers | null = null
  let price = scenario.agents.price.start
  let violation: Violation | null = null
  let period = 0
  for (; period < periods; period++) {
    const now = period
    const perYear = stepsPerYear(state, policy)
    const shocks = correlate(
      lower,
      shockStreams.map(stream => stream.normal()),
    )
    const acts = askAgents(acting, {
      period,
      state,
      policy,
      price,
      last,
      periodsPerYear: perYear,
      scheduled: (input, base) => scheduled(schedule, input, now, base),
      shocks,
      soFar: NOTHING_YET,
    })
    const { inputs } = acts
    price = acts.price
    onStep?.({ period, state, inputs, policy })
    const violated = (invariant: string) => ({ invariant, run, period: now, state, inputs, policy })
    let done: Advanced
    try {
      done = advanceEpoch(state, inputs, policy)
      const invariant = brokenInvariant(state, inputs, done.numbers, policy)
      if (invariant !== null) {
        violation = violated(invariant)
        break
      }
      recordPeriod(table, period, {
        state: done.state,
        numbers: done.numbers,
        committed: committedOf(done.state.stability.commitments),
        price,
        perYear,
        figures: acts.figures,
      })
      hardCaps[period] = Number(done.state.supply.hardCap ?? policy.m012.hardCap)
      minValidators[period] = policy.m014.minValidators
    } catch (error) {
      // What the mechanisms refuse ends this run, not the study that it is part of.
      if (!isRegenError(error)) throw error
      violation = violated(error.message)
      forgetPeriod(table, period)
      break
    }
    minted += done.numbers.minted
    if (policy.m012.burnKind === 'permanent') burned += done.numbers.burned
    // The vote of the governance agent was held against the layer of the change already.
    state = acts.policy === policy ? done.state : { ...done.state, policyHash: null }
    last = done.numbers
    policy = acts.policy
  }
  return {
    run,
    table,
    outcome:
      violation !== null
        ? UNKNOWN_OUTCOME
        : outcomeOf(table, { cost: scenario.agents.validators.cost, hardCaps, minValidators }),
    proof: { periods: period, before, minted, burned, after: bankTotal(state) },
    violation,
    state,
  }
}

/** A period before the first agent acts. */
const NOTHING_YET: AggregatedPeriod = { ...QUIET_PERIOD, metrics: GOOD_METRICS }

/** An agent, and what is its own in a run. */
type Actor = { readonly agent: AnyAgent; memory: unknown; readonly stream: Stream }

/** Asks the agents in turn: each sees the price and what else those before it did in this period; a new policy is for the next one. */
function askAgents(acting: readonly Actor[], begin: View) {
  let { price, policy, soFar: inputs } = begin
  const figures: Record<string, number> = {}
  for (const actor of acting) {
    // Copied, then set: several times as fast as a literal with changed fields.
    const view: { -readonly [field in keyof View]: View[field] } = { ...begin }
    view.price = price
    view.soFar = inputs
    const act = actor.agent.act(view, actor.memory, actor.stream)
    actor.memory = act.memory
    if (act.period !== undefined) inputs = joinPeriods(inputs, act.period)
    if (act.price !== undefined) price = act.price
    if (act.policy !== undefined) policy = act.policy
    if (act.figures !== undefined) Object.assign(figures, act.figures)
  }
  return { inputs, price, policy, figures }
}

/** How many steps such as the one that begins now are in a year of 365 days: 52 weeks. */
function stepsPerYear(state: EpochState, policy: PolicyConfig): number {
  if (state.clocks === undefined && areOneLength(policy))
    return Number(periodsPerYear(policy.m012.periodLength))
  const { from, to } = epochStep(state, policy)
  return Math.max(1, Math.floor(31_536_000 / Number(to > from ? to - from : 1n)))
}
