import { diffPolicy } from '../../../policy/diffPolicy.ts'
import { DEFAULT_POLICY } from '../../../policy/generated/defaultPolicy.ts'
import { policyHash } from '../../../policy/policyHash.ts'
import { sanitize } from '../../../primitives/sanitize.ts'
import type { OutcomeName } from '../../../simulation/run/outcome.ts'
import type { ExpectationFound } from '../../../simulation/study/answers/expectations.ts'
import { grouped, outcomeText, runsText } from '../../../simulation/study/answers/outcomeText.ts'
import type { Probability } from '../../../simulation/study/answers/statistics.ts'
import type { Judged } from '../../../simulation/study/answers/targets.ts'
import { isProven, type Proof } from '../../../simulation/study/runPart.ts'
import type { StudyResult } from '../../../simulation/study/study.ts'
import { type Page, table } from '../../render/table.ts'
import { counted } from '../../render/text.ts'

export const percent = (share: number): string =>
  Number.isNaN(share) ? 'unknown' : `${Math.round(share * 1_000) / 10} %`

/** In how many of the runs that came to their end something is so. */
export const shareText = ({ of, share }: Probability): string =>
  of === 0
    ? 'unknown: no run came to its end'
    : of === 1
      ? `${share === 1 ? '' : 'not '}in the one run`
      : `${percent(share)} of runs`

export const riskText = (risk: number): string => (Number.isNaN(risk) ? 'unknown' : risk.toFixed(2))

export const judgedText = (
  { name, what, probability, target, met }: Judged,
  isCriterion: boolean,
): readonly string[] => [
  met ? 'met' : 'missed',
  name,
  what,
  probability.of <= 1
    ? shareText(probability)
    : `${shareText(probability)} (${percent(probability.from)} to ${percent(probability.to)})`,
  `${isCriterion ? 'at least' : 'at most'} ${percent(target)}`,
]

const VERDICTS: { readonly [verdict in ExpectationFound['verdict']]: string } = {
  'as published': 'PASS',
  erratum: 'ERRATUM',
  differs: 'FAIL',
  unknown: 'UNKNOWN',
}

export const expectedText = (found: ExpectationFound): readonly string[] => [
  VERDICTS[found.verdict],
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

/** Runs that did not come to their end, and what is made of them. */
export const earlyText = (endedEarly: number): string =>
  `${counted(endedEarly, 'run')} ended early, at a period that broke an invariant or that the mechanisms refuse; in no quantile, no share and no risk score, and against every target`

/** What was added up over every period of every run, and whether an invariant was broken. */
export const proofLines = (
  proof: Proof,
  endedEarly: number,
  where = '--json has them',
): readonly string[] => [
  `Proof over ${grouped(proof.periods)} periods, in uregen: Σ before ${proof.before} + Σ minted ${proof.minted} − Σ burned ${proof.burned} ${isProven(proof) ? '=' : '≠'} Σ after ${proof.after}`,
  endedEarly === 0
    ? 'Every invariant held in every period; in each, not one uregen appeared or disappeared.'
    : `Every invariant held in every other period. ${counted(endedEarly, 'run')} ended early: ${where}`,
]

/** A study in words: what was run, what was expected and found, what was met or missed, and the proof. */
export function renderStudy(study: StudyResult, page: Page): readonly string[] {
  const { plan, runs, endedEarly, spreads, criteria, failures, risk, expected, proof } = study
  const { scenario } = plan
  const shown = spreads.filter(({ name, least, most }) => SHOWN.includes(name) && (least !== 0 || most !== 0))
  const changes = diffPolicy(DEFAULT_POLICY, scenario.policy).changes
  return [
    `${scenario.name}: ${scenario.title}`,
    'Proposed, not in force: M012, M013, M014, M015',
    `${runs < plan.runs ? `${grouped(runs)} of ${runsText(plan.runs)}` : runsText(runs)} of ${scenario.periods} periods, seed "${sanitize(scenario.seed)}"`,
    ...(endedEarly === 0 ? [] : [`${earlyText(endedEarly)}.`]),
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
    `Risk score ${riskText(risk)}; it should be below 0.50`,
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
    ...proofLines(proof, endedEarly, 'violations.json of --out has them'),
    ...scenario.notes.map(note => `Note: ${sanitize(note)}`),
    `Plan ${plan.hash.slice(0, 16)}… | scenario ${plan.scenarioHash.slice(0, 16)}… | policy ${policyHash(scenario.policy).slice(0, 16)}…`,
  ]
}
