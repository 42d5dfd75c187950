import { expect, test } from 'vitest'
import { isRegenError } from '../../src/primitives/errors.ts'
import {
  advanceEpoch,
  INVARIANTS,
  type Run,
  simulateRun,
  type Violation,
} from '../../src/simulation/index.ts'
import { RUNS } from '../support/runs.ts'
import { anyScenario } from './randomScenario.ts'

/** Why a drawn economy cannot be: more is paid, burned or counted than there is. */
const IMPOSSIBLE = /\[(LEDGER_OVERDRAWN|BURN_EXCEEDS_SUPPLY|BACKING_EXCEEDS_SUPPLY)\]$/

test(`${RUNS} random scenarios: none crashes, what ends one early is reported with all it takes to see it again`, () => {
  const wrong: string[] = []
  let [ended, reported] = [0, 0]
  for (let seed = 1; seed <= RUNS; seed++) {
    const run = simulateRun(anyScenario(seed), 0)
    if (run.violation === null) ended++
    else {
      reported++
      if (!IMPOSSIBLE.test(run.violation.invariant)) wrong.push(`${seed}: ${run.violation.invariant}`)
      if (replayed(run.violation) !== run.violation.invariant) wrong.push(`${seed} is not seen again`)
    }
    wrong.push(...broken(run).map(what => `${seed}: ${what}`))
  }
  expect(wrong).toEqual([])
  expect(ended).toBeGreaterThan(reported)
  expect(reported).toBeGreaterThan(0)
})

/** What the same period says when it is computed again. */
function replayed({ state, inputs, policy }: Violation): string {
  try {
    advanceEpoch(state, inputs, policy)
    return 'nothing'
  } catch (error) {
    return isRegenError(error) ? error.message : `${error}`
  }
}

/** Nothing appears or disappears, over all periods; and every number of a table is one. */
function broken({
  table,
  outcome,
  proof: { before, minted, burned, after },
  violation,
}: Run): readonly string[] {
  const numbers = [
    ...Object.entries(table).flatMap(([name, column]) => [...column].map(value => [name, value] as const)),
    ...Object.entries(outcome),
  ]
  return [
    ...(before + minted - burned === after ? [] : ['the sum over all periods']),
    ...numbers.filter(([, value]) => !Number.isFinite(value)).map(([name, value]) => `${name} is ${value}`),
    ...(INVARIANTS.some(name => name === violation?.invariant) ? ['an invariant of the specification'] : []),
  ]
}
