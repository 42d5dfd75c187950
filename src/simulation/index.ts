/** The whole economy over years: scenarios, agents, runs and studies, by the same exact functions as one period. `ESS` in comments is the working group's
 * simulation specification, docs/economics/economic-simulation-spec.md of regen-network/agentic-tokenomics. */

export type { EpochInputs, Volume } from '../epoch/inputs/epochInputs.ts'
export type { EpochState } from '../epoch/state/epochState.ts'
export { type Advanced, advanceEpoch } from './advance/advanceEpoch.ts'
export {
  type AggregatedPeriod,
  type Participant,
  QUIET_PERIOD,
  type Traded,
  toEpochInputs,
} from './advance/aggregatedPeriod.ts'
export type { EpochNumbers } from './advance/epochNumbers.ts'
export { type SupplyPath, supplyPath } from './advance/supplyPath.ts'
export { type Act, type Agent, type AnyAgent, anyAgent, type View } from './agents/agent.ts'
export type { Shock } from './random/correlation.ts'
export { openStream, type Stream } from './random/streams.ts'
export { COLUMNS, type ColumnName, type Table } from './run/columns.ts'
export { INVARIANTS } from './run/invariants.ts'
export { OUTCOMES, type Outcome, type OutcomeName } from './run/outcome.ts'
export {
  type ProofSum,
  type Run,
  type RunOptions,
  type Step,
  simulateRun,
  type Violation,
} from './run/simulateRun.ts'
export { startState } from './run/startState.ts'
export type { Expectation } from './scenario/expectation.ts'
export { parseScenario, type Scenario, scenarioHash, scenarioJson, withPolicy } from './scenario/scenario.ts'
export { INPUTS, type ScheduledInput } from './scenario/schedule.ts'
export type { Band, Sketches } from './study/answers/bands.ts'
export { type ClosedForms, closedForms, type SteadyMarket } from './study/answers/closedForms.ts'
export type { Concluded, Conclusion, Findings, Spread } from './study/answers/conclusion.ts'
export type { ExpectationFound } from './study/answers/expectations.ts'
export type { OutcomeRows } from './study/answers/outcomes.ts'
export type { Probability } from './study/answers/statistics.ts'
export { CRITERIA, FAILURES, type Judged } from './study/answers/targets.ts'
export { type Plan, parsePlan, partsOfShard, planJson, planStudy } from './study/plan.ts'
export { type Comparison, compare, type Difference } from './study/questions/compare.ts'
export { correlatedPoints, type InputCorrelation } from './study/questions/correlatedPoints.ts'
export { type Goal, type GoalFound, seekGoal } from './study/questions/goal.ts'
export {
  type GlobalSensitivity,
  globalSensitivity,
  type Range,
  type Ranges,
} from './study/questions/ranges.ts'
export { type Index, type Sampling, type SobolIndices, sobolIndices } from './study/questions/sobol.ts'
export {
  type Inputs,
  type InputValues,
  oneAtATime,
  type Sensitivity,
  type SweepPoint,
  sweepGrid,
  sweepList,
} from './study/questions/sweep.ts'
export { type Part, type Proof, runPart } from './study/runPart.ts'
export {
  concludeStudy,
  type Gathering,
  gather,
  newGathering,
  type Study,
  simulateStudy,
} from './study/study.ts'
export { inputsOf, withInput, withInputs } from './study/withInput.ts'
