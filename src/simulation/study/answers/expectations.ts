import type { Expectation } from '../../scenario/expectation.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Outcomes } from './outcomes.ts'
import { ascending, quantile } from './statistics.ts'

/** What a document expects of a scenario, beside what was found. */
export type ExpectationFound = Expectation & {
  /** The median over the runs that came to their end. */
  readonly found: number
  /** The part of these runs in which it is as published. */
  readonly share: number
  /** Unknown where no run came to its end. */
  readonly verdict: 'as published' | 'erratum' | 'differs' | 'unknown'
}

/** Every expectation of a scenario: as published when it holds in most runs that came to their end, an erratum when the scenario says why it does not. */
export const judgeExpectations = (outcomes: Outcomes, { expected }: Scenario): readonly ExpectationFound[] =>
  expected.map(expectation => {
    const { outcome, is, value, tolerance, erratum } = expectation
    const values = outcomes.values(outcome)
    const holds = (found: number) => {
      if (is === 'below') return found < value
      if (is === 'at least') return found >= value
      return found >= value - tolerance && found <= value + tolerance
    }
    const share = values.filter(holds).length / values.length
    return {
      ...expectation,
      found: quantile(ascending(values), 0.5),
      share,
      verdict: verdictOf(share, erratum),
    }
  })

function verdictOf(share: number, erratum: string | null): ExpectationFound['verdict'] {
  if (Number.isNaN(share)) return 'unknown'
  if (share >= 0.5) return 'as published'
  return erratum === null ? 'differs' : 'erratum'
}
