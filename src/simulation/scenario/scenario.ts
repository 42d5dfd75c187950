import * as z from 'zod/mini'
import { type PolicyConfig, parsePolicy } from '../../policy/policy.ts'
import { policyJson } from '../../policy/policyHash.ts'
import { canonicalHash } from '../../primitives/canonicalHash.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { parseInput, TimeText, UregenText } from '../../primitives/schemas.ts'
import { arePairs, cholesky, SHOCKS } from '../random/correlation.ts'
import {
  GovernanceSettings,
  MarketSettings,
  PriceSettings,
  StabilitySettings,
  ValidatorSettings,
  WashSettings,
} from './agentSettings.ts'
import { Expectation } from './expectation.ts'
import { Named, Periods, SignedFraction } from './numberSchemas.ts'
import { ScheduleEntry } from './schedule.ts'

/** The version of this shape; a scenario of another is refused. */
const SCENARIO_VERSION = 1

export const ScenarioJson = z.strictObject({
  version: z._default(z.literal(SCENARIO_VERSION), SCENARIO_VERSION),
  name: Named,
  title: Named,
  source: z._default(z.string(), ''),
  start: z._default(TimeText, '2027-01-01T00:00:00Z'),
  /** How many periods a run has. */
  periods: Periods.check(z.positive()),
  seed: Named,
  policy: z._default(z.record(z.string(), z.unknown()), {}),
  economy: z
    .strictObject({
      supply: UregenText,
      validators: z.int().check(z.nonnegative(), z.maximum(500)),
      /** Already in the stability tier: so many equal commitments, all locked for so many months. */
      committed: z.prefault(
        z.strictObject({ amount: UregenText, commitments: Periods, lockMonths: Periods }),
        { amount: '0', commitments: 0, lockMonths: 24 },
      ),
    })
    .check(
      z.refine(({ supply, committed }) => committed.amount <= supply, 'more is committed than there is'),
      z.refine(
        ({ committed: { amount, commitments } }) => amount === 0n || commitments > 0,
        'an amount is committed by 0 commitments: say by how many',
      ),
    ),
  agents: z.strictObject({
    market: MarketSettings,
    price: PriceSettings,
    validators: z.prefault(ValidatorSettings, {}),
    stability: z.prefault(StabilitySettings, {}),
    wash: z.prefault(WashSettings, {}),
    governance: z.prefault(GovernanceSettings, {}),
  }),
  schedule: z._default(z.array(ScheduleEntry), []),
  correlations: z._default(
    z.array(z.strictObject({ a: z.enum(SHOCKS), b: z.enum(SHOCKS), r: SignedFraction })).check(
      z.refine(arePairs, 'each pair stands once, and is of two'),
      z.refine(pairs => cholesky(pairs) !== null, 'no numbers can be correlated like this'),
    ),
    [],
  ),
  expected: z._default(z.array(Expectation), []),
  notes: z._default(z.array(z.string()), []),
})

type Parsed = z.output<typeof ScenarioJson>

/** A scenario: policy, agents, schedule, horizon and seed. All of it is data; the same scenario gives the same bytes. */
export type Scenario = Omit<Parsed, 'policy'> & { readonly policy: PolicyConfig }

/**
 * Reads a scenario, or throws INPUT_INVALID with every wrong field. What is left out does not happen.
 *
 * @example
 * const scenario = parseScenario(exampleJson('simulation/SC-001.json'))
 */
export function parseScenario(json: unknown): Scenario {
  const { policy, ...rest } = parseInput(ScenarioJson, 'scenario', json)
  return { ...rest, policy: parsePolicy(policy) }
}

/**
 * The scenario under another policy.
 *
 * @example
 * const capped = withPolicy(scenario, presetPolicy('compromise'))
 */
export const withPolicy = (scenario: Scenario, policy: PolicyConfig): Scenario => ({ ...scenario, policy })

/**
 * A scenario as JSON data that `parseScenario` reads back; numbers are decimal text, so that it can be hashed.
 *
 * @example
 * const json = scenarioJson(scenario)
 */
export const scenarioJson = ({ policy, ...scenario }: Scenario): unknown => ({
  ...(asText(scenario) as object),
  policy: JSON.parse(policyJson(policy)),
})

/**
 * The SHA-256 of a scenario: equal hashes give equal results.
 *
 * @example
 * scenarioHash(scenario).length // 64
 */
export const scenarioHash = (scenario: Scenario): string => canonicalHash(scenarioJson(scenario))

/** Numbers as text where canonical JSON takes only whole ones. */
function asText(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : decimal(value)
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, asText(field)]))
  return value
}

/** Shortest decimal text that reads back as the same number. */
function decimal(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  const fixed = value.toFixed(18).replace(/0+$/, '')
  if (+fixed !== value)
    throw new RegenError(INPUT_INVALID, {
      what: 'scenario',
      issues: `✖ ${text} has more decimals than a scenario can hold`,
    })
  return fixed
}
