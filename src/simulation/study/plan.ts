import * as z from 'zod/mini'
import { canonicalHash } from '../../primitives/canonicalHash.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { parseInput } from '../../primitives/schemas.ts'
import { parseScenario, type Scenario, scenarioHash, scenarioJson } from '../scenario/scenario.ts'

/** The runs of a study, cut into numbered parts of equal size: a part is the least that is computed, kept and merged. */
export type Plan = {
  readonly scenario: Scenario
  readonly scenarioHash: string
  readonly runs: number
  readonly runsPerPart: number
  readonly parts: number
  /** The SHA-256 of scenario, runs and size of a part: results of another plan are not merged with those of this one. */
  readonly hash: string
}

export const PlanJson = z.strictObject({
  version: z.literal(1, 'this release reads plans of version 1'),
  scenario: z.unknown(),
  runs: z.int().check(z.positive(), z.maximum(100_000_000)),
  runsPerPart: z.int().check(z.positive(), z.maximum(100_000)),
  hash: z.string(),
})

/** Parts of 50 runs; of fewer than 800 runs at most 16 parts, so that many threads have something to do. It is the same on every machine. */
const sizeOf = (runs: number): number => Math.min(PART, Math.ceil(runs / 16))

export const PART = 50

/**
 * Plans so many runs of a scenario.
 *
 * @example
 * planStudy(scenario, 100, 10).parts // 10
 */
export function planStudy(scenario: Scenario, runs: number, runsPerPart = sizeOf(runs)): Plan {
  const hash = scenarioHash(scenario)
  return {
    scenario,
    scenarioHash: hash,
    runs,
    runsPerPart,
    parts: Math.ceil(runs / runsPerPart),
    hash: canonicalHash({ scenario: hash, runs, runsPerPart }),
  }
}

/**
 * A plan as JSON data.
 *
 * @example
 * const json = planJson(planStudy(scenario, 100))
 */
export const planJson = ({ scenario, runs, runsPerPart, hash }: Plan): unknown => ({
  version: 1,
  scenario: scenarioJson(scenario),
  runs,
  runsPerPart,
  hash,
})

/**
 * Reads a plan; one whose hash is not that of its content is an error.
 *
 * @example
 * parsePlan(planJson(planStudy(scenario, 100))).runs // 100
 */
export function parsePlan(json: unknown): Plan {
  const { scenario, runs, runsPerPart, hash } = parseInput(PlanJson, 'plan', json)
  const plan = planStudy(parseScenario(scenario), runs, runsPerPart)
  if (plan.hash === hash) return plan
  throw new RegenError(INPUT_INVALID, {
    what: 'plan',
    issues: `✖ the hash is ${hash}, and that of its content ${plan.hash} at hash`,
  })
}

/** The numbers of the runs of a part: from, up to and without to. */
export const runsOf = (
  { runs, runsPerPart }: Plan,
  part: number,
): { readonly from: number; readonly to: number } => ({
  from: part * runsPerPart,
  to: Math.min(runs, (part + 1) * runsPerPart),
})

/**
 * The parts of the k-th of n shards, k from 1: every n-th part.
 *
 * @example
 * partsOfShard(planStudy(scenario, 100, 10), 1, 3) // [ 0, 3, 6, 9 ]
 */
export function partsOfShard({ parts }: Plan, k: number, n: number): readonly number[] {
  if (!(Number.isInteger(k) && Number.isInteger(n) && k >= 1 && k <= n))
    throw new RegenError(INPUT_INVALID, {
      what: 'command line',
      issues: `✖ a shard is k/n with 1 ≤ k ≤ n, such as 3/10, not ${k}/${n}`,
    })
  return Array.from({ length: parts }, (_, part) => part).filter(part => part % n === k - 1)
}
