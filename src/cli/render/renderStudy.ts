import { diffPolicy } from '../../policy/diffPolicy.ts'
import { DEFAULT_POLICY, policyHash } from '../../policy/policy.ts'
import { plain } from '../../primitives/plain.ts'
import type { OutcomeName } from '../../simulation/run/outcome.ts'
import type { ExpectationFound } from '../../simulation/study/expectations.ts'
import { isProven } from '../../simulation/study/runPart.ts'
import type { Study } from '../../simulation/study/study.ts'
import type { Judged } from '../../simulation/study/targets.ts'
import { type Page, table } from './table.ts'

const MILLION_REGEN: readonly OutcomeName[] = [
  'final_supply',
  'least_supply',
  'most_supply',
  'minted',
  'burned',
  'fees',
  'stability_promised',
  'stability_paid',
  'most_committed',
  'rewards',
  'wash_cost',
  'wash_reward',
  'wash_profit',
  'community_pool',
]

/** An outcome as people read it: uregen as REGEN, with thousands apart. */
export function outcomeText(name: OutcomeName, value: number): string {
  if (MILLION_REGEN.includes(name)) return `${grouped(Math.round(value / 1e6))} REGEN`
  if (name === 'mean_income' || name === 'least_income') return `$${grouped(Math.round(value))} a year`
  if (name === 'least_price') return `$${value / 1e9}`
  if (name === 'least_coverage' || name === 'wash_return') return `${Math.round(value / 1e3) / 10} %`
  if (name.startsWith('first_') && value < 0) return 'never'
  return grouped(value)
}

const grouped = (value: number): string =>
  value.toString().replace(/^(-?\d+)/, digits => digits.replace(/\B(?=(\d{3})+$)/g, ','))

const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`

export const judgedText = (
  { name, what, probability, target, met }: Judged,
  isCriterion: boolean,
): readonly string[] => [
  met ? 'met' : 'missed',
  name,
  what,
  `${percent(probability.share)} of runs (${percent(probability.from)} to ${percent(probability.to)})`,
  `${isCriterion ? 'at least' : 'at most'} ${percent(target)}`,
]

export const expectedText = (found: ExpectationFound): readonly string[] => [
  found.verdict === 'as published' ? 'PASS' : found.verdict === 'erratum' ? 'ERRATUM' : 'FAIL',
  found.published,
  outcomeText(found.outcome, found.found),
  found.verdict === 'erratum' ? (found.erratum ?? '') : '',
]

/** What is shown of every study first. */
export const SHOWN: readonly OutcomeName[] = [
  'mean_income',
  'least_income',
  'least_validators',
  'final_supply',
  'first_at_cap',
  'first_minting',
  'minted',
  'burned',
  'stability_paid',
  'periods_short',
  'wash_profit',
]

/** A study in words: what was run, what was expected and found, what was met or missed, and the proof. */
export function renderStudy(
  study: Study,
  page: Page,
  violations = study.violations.length,
): readonly string[] {
  const { plan, runs, spreads, criteria, failures, risk, expected, proof } = study
  const { scenario } = plan
  const shown = spreads.filter(({ name, least, most }) => SHOWN.includes(name) && (least !== 0 || most !== 0))
  const changes = diffPolicy(DEFAULT_POLICY, scenario.policy).changes
  return [
    `${scenario.name}: ${scenario.title}`,
    'Proposed, not in force: M012, M013, M014, M015',
    `${grouped(runs)}${runs < plan.runs ? ` of ${grouped(plan.runs)}` : ''} runs of ${scenario.periods} periods, seed "${plain(scenario.seed)}"`,
    changes.length === 0
      ? 'Policy: the readings of the specification'
      : [
          'Policy, where it differs from the readings of the specification:',
          ...changes.map(c => `  ${c.sentence}`),
        ].join('\n'),
    ...(expected.length > 0
      ? ['', 'Expected and found', table(['', 'published', 'found', 'why'], expected.map(expectedText), page)]
      : []),
    '',
    'Criteria of success',
    table(
      ['', 'criterion', 'threshold', 'found', 'target'],
      criteria.map(judged => judgedText(judged, true)),
      page,
    ),
    '',
    'Ways to fail',
    table(
      ['', 'failure', 'definition', 'found', 'target'],
      failures.map(judged => judgedText(judged, false)),
      page,
    ),
    `Risk score ${risk.toFixed(2)}; it should be below 0.50`,
    '',
    'Outcomes over the runs',
    table(
      ['', 'median', '5 %', '95 %'],
      shown.map(({ name, p50, p5, p95 }) => [
        name.replaceAll('_', ' '),
        ...[p50, p5, p95].map(value => outcomeText(name, value)),
      ]),
      page,
    ),
    '',
    `Proof over ${grouped(proof.periods)} periods, in uregen: Σ before ${proof.before} + Σ minted ${proof.minted} − Σ burned ${proof.burned} = Σ after ${proof.after}${isProven(proof) ? '' : ': NOT EQUAL'}`,
    violations === 0
      ? 'Every invariant held in every period; in each, not one uregen appeared or disappeared.'
      : `${violations} runs broke an invariant and ended there: see violations.json`,
    ...scenario.notes.map(note => `Note: ${plain(note)}`),
    `Plan ${plan.hash.slice(0, 16)}… | scenario ${plan.scenarioHash.slice(0, 16)}… | policy ${policyHash(scenario.policy).slice(0, 16)}…`,
  ]
}
