import { expect, test } from 'vitest'
import { isRegenError } from '../../src/primitives/errors.ts'
import {
  advanceEpoch,
  INVARIANTS,
  type Run,
  simulateRun,
  type Violation,
} from '../../src/simulation/index.ts'
import { LONG, RUNS } from '../support/runs.ts'
import { anyScenario } from './randomScenario.ts'

/** Why a drawn economy cannot be: more is paid, burned or counted than there is. */
const IMPOSSIBLE = /\[(LEDGER_OVERDRAWN|BURN_EXCEEDS_SUPPLY|BACKING_EXCEEDS_SUPPLY)\]$/

/** REGEN_SEEDS=5001+1000 looks at a thousand scenarios from 5,001 on; a slice is a test of its own, so that each has its own time. */
const [FIRST = 1, COUNT = LONG ? RUNS : 120] =
  (process.env['REGEN_SEEDS'] ?? '').match(/\d+/g)?.map(Number) ?? []
const SLICE = 500
const slices = Array.from({ length: Math.ceil(COUNT / SLICE) }, (_, slice) => {
  const from = FIRST + slice * SLICE
  return { from, to: Math.min(from + SLICE, FIRST + COUNT) }
})

test.each(slices)(
  'random scenarios from $from up to $to: none crashes, what ends one early is reported with all it takes to see it again',
  ({ from, to }) => {
    const wrong: string[] = []
    const ended = { whole: 0, early: 0, periods: 0 }
    for (let seed = from; seed < to; seed++) {
      const run = simulateRun(anyScenario(seed), 0)
      ended.periods += run.proof.periods
      if (run.violation === null) ended.whole++
      else {
        ended.early++
        if (!IMPOSSIBLE.test(run.violation.invariant)) wrong.push(`${seed}: ${run.violation.invariant}`)
        if (replayed(run.violation) !== run.violation.invariant) wrong.push(`${seed} is not seen again`)
      }
      wrong.push(...broken(run).map(what => `${seed}: ${what}`))
    }
    if (COUNT > SLICE) console.log(`${from} to ${to - 1}: ${JSON.stringify(ended)}`)
    expect(wrong).toEqual([])
    expect(ended.whole + ended.early).toBe(to - from)
    if (to - from >= 100) {
      expect(ended.whole).toBeGreaterThan(ended.early)
      expect(ended.early).toBeGreaterThan(0)
    }
  },
)

/** What the same period says when it is computed again. */
function replayed({ state, inputs, policy }: Violation): string {
  try {
    advanceEpoch(state, inputs, policy)
    return 'nothing'
  } catch (error) {
    return isRegenError(error) ? error.message : `${error}`
  }
}

/** Nothing appears or disappears, over all periods; every number of a period that was is one, and nothing is said of one that was not. */
function broken({ table, outcome, proof, violation }: Run): readonly string[] {
  const { periods, before, minted, burned, after } = proof
  const said = Object.entries(table).flatMap(([name, column]) =>
    [...column].flatMap((value, period) =>
      Number.isFinite(value) === period < periods ? [] : [`${name} of period ${period} is ${value}`],
    ),
  )
  const known = Object.entries(outcome).filter(([, value]) => Number.isFinite(value) !== (violation === null))
  return [
    ...(before + minted - burned === after ? [] : ['the sum over all periods']),
    ...said,
    ...known.map(([name, value]) => `${name} is ${value}`),
    ...(INVARIANTS.some(name => name === violation?.invariant) ? ['an invariant of the specification'] : []),
  ]
}
