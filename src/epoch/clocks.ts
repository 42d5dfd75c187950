import { milliseconds } from '../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import { isServing } from '../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { distributionLength } from '../mechanisms/m015-contribution-weighted-rewards/periodLength.ts'
import type { PolicyConfig } from '../policy/policy.ts'
import type { Uregen } from '../primitives/uregen.ts'
import { boundsBetween, boundsFrom, nanosecondsBetween, type PeriodBounds } from './periodBounds.ts'
import { committedOf } from './rewards/stabilityTier.ts'
import type { RewardClock, RunningPeriod, SupplyClock } from './state/epochClocks.ts'
import type { EpochState } from './state/epochState.ts'

/** One step of the timeline, and the periods in which it lies: of M012 while it runs, and of the distribution by M014 and M015. */
export type EpochStep = PeriodBounds & {
  readonly m012: (RunningPeriod & { readonly ends: boolean }) | null
  readonly m015: RunningPeriod & { readonly ends: boolean }
}

/** The periods that a step lies in, with what waits from the steps before it. */
export type Clocks = { readonly m012: SupplyClock | null; readonly m015: RewardClock }

/**
 * The step that begins at a state’s time (OQ-M012-3): it ends with the period that ends first.
 *
 *     M012’s period          m012.periodLength; it runs from TRANSITION on: mint, burn, periods near balance
 *     distribution period    floor( 365 / periodsPerYear ) days, or the seconds of m015.clock: M014’s pay, M015’s scores, rewards and stability tier
 *
 * A period keeps its end when the policy changes its length: the new length is that of the next one.
 *
 * @example
 * epochStep(state, DEFAULT_POLICY).m012?.ends // true
 */
export function epochStep(
  state: Pick<EpochState, 'time' | 'phases' | 'clocks'>,
  policy: PolicyConfig,
): EpochStep {
  const { time, phases, clocks } = state
  const from = (length: bigint): RunningPeriod => ({ start: time, end: boundsFrom(time, length).end })
  const m012 =
    phases.m012.phase === 'INFLATIONARY'
      ? null
      : (clocks?.m012 ?? from(milliseconds(policy.m012.periodLength)))
  const m015 = clocks?.m015 ?? from(distributionLength(policy.m015))
  const span = boundsBetween(time, m012 === null || isBefore(m015.end, m012.end) ? m015.end : m012.end)
  const inStep = ({ start, end }: RunningPeriod) => ({ start, end, ends: end === span.end })
  return { ...span, m012: m012 && inStep(m012), m015: inStep(m015) }
}

/** What waits as a step begins; a period that begins with it has nothing yet. */
export function openClocks(state: EpochState, { m012, m015 }: EpochStep): Clocks {
  const none = 0n as Uregen
  return {
    m012: m012 && {
      committed: committedOf(state.stability.commitments),
      serving: state.validators.filter(isServing).length,
      revenue: none,
      otherBurns: none,
      ...state.clocks?.m012,
      start: m012.start,
      end: m012.end,
    },
    m015: {
      revenue: none,
      inflow: { validator: [], community: [] },
      activities: [],
      resolvedAnomalies: 0,
      approved: null,
      served: [],
      scores: [],
      left: [],
      ...state.clocks?.m015,
      start: m015.start,
      end: m015.end,
    },
  }
}

/** The economy as if a distribution period and a period of M012 began now and ended together. */
export function inOnePeriod({ clocks: _, ...state }: EpochState, policy: PolicyConfig): EpochState {
  const step = epochStep(state, policy)
  if (step.m012 === null || areOneLength(policy)) return state
  const { m012 } = openClocks(state, { ...step, m012: { ...step.m012, end: step.m015.end } })
  return { ...state, clocks: { m012, m015: null, paid: 0n as Uregen } }
}

/** What waits for the step after this one; nothing where every period ended, and all are of one length. */
export function nextClocks(
  { m012, m015 }: Clocks,
  step: EpochStep,
  paid: Uregen,
  policy: PolicyConfig,
): Pick<EpochState, 'clocks'> {
  const clocks = {
    m012: step.m012?.ends ? null : m012,
    m015: step.m015.ends ? null : m015,
    paid,
  }
  return clocks.m012 === null && clocks.m015 === null && areOneLength(policy) ? {} : { clocks }
}

/** Whether M012’s period and the distribution period are equally long. */
export const areOneLength = ({ m012, m015 }: PolicyConfig): boolean =>
  milliseconds(m012.periodLength) === distributionLength(m015)

const isBefore = (a: string, b: string): boolean => nanosecondsBetween(a, b) > 0n
