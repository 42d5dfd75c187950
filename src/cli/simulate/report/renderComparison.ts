import type { OutcomeName } from '../../../simulation/run/outcome.ts'
import { outcomeText, runsText } from '../../../simulation/study/answers/outcomeText.ts'
import type { Judged } from '../../../simulation/study/answers/targets.ts'
import type { Comparison } from '../../../simulation/study/questions/compare.ts'
import { type Page, table } from '../../render/table.ts'
import type { Answered } from '../threads/answerOnThreads.ts'
import { proofLines, riskText, shareText } from './renderStudy.ts'

const right = (name: string) => ({ name, align: 'right' as const })

const words = ({ met, probability }: Judged): string => `${met ? 'met' : 'missed'}, ${shareText(probability)}`

/** Each target that is not the same before and after. */
const movedTargets = ({ before, after }: Comparison): readonly (readonly string[])[] =>
  [...before.criteria, ...before.failures].flatMap((was, index) => {
    const is = [...after.criteria, ...after.failures][index]
    if (
      is === undefined ||
      (is.met === was.met &&
        is.probability.count === was.probability.count &&
        is.probability.of === was.probability.of)
    )
      return []
    return [[was.name, was.what, words(was), words(is)]]
  })

const headOf = ({ before }: Comparison): string => {
  const { plan, runs } = before
  return `${runsText(runs)} of ${plan.scenario.periods} periods under each policy, with the same random numbers`
}

/** What lies between two quantiles of a difference: one value where they are one. */
function differenceText(outcome: OutcomeName, p5: number, p95: number): string {
  if (p5 === 0 && p95 === 0) return 'none'
  const [from, to] = [p5, p95].map(value => outcomeText(outcome, value))
  return from === to ? (from ?? '') : `${from} to ${to}`
}

/** Two policies side by side: the knobs that differ, what changes for whom, and the targets that move. */
export function renderComparison(answered: Answered<Comparison>, page: Page): readonly string[] {
  const { result } = answered
  const { before, after, changes, differences } = result
  const moved = movedTargets(result)
  return [
    page.ink.bold(`${before.plan.scenario.name}: what changes for whom`),
    'Proposed, not in force: M012, M013, M014, M015',
    headOf(result),
    '',
    ...(changes.length === 0
      ? ['The two policies say the same.']
      : ['What is changed:', ...changes.map(c => `- ${c}`)]),
    '',
    'What follows:',
    ...differences.map(({ sentence }) => `- ${sentence}`),
    '',
    table(
      ['outcome', right('before'), right('after'), right('difference, in 90 % of runs')],
      differences.map(({ what, outcome, before, after, difference: { p5, p95 } }) => [
        what,
        ...[before, after].map(value => outcomeText(outcome, value)),
        differenceText(outcome, p5, p95),
      ]),
      page,
    ),
    '',
    moved.length === 0
      ? 'No target is met more or less often.'
      : table(['target', 'what it is', 'before', 'after'], moved, page),
    `Risk score ${riskText(before.risk)} before, ${riskText(after.risk)} after; it should be below 0.50`,
    '',
    ...proofLines(answered.proof, answered.violations.length),
    `Plans ${before.plan.hash.slice(0, 16)}… and ${after.plan.hash.slice(0, 16)}…`,
  ]
}

/** The same as Markdown, for a forum. */
export function comparisonPage(answered: Answered<Comparison>): string {
  const { result } = answered
  const { before, after, changes, differences } = result
  const { scenario } = before.plan
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
  const markdown = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n')
  const moved = movedTargets(result)
  return `${[
    `# ${cell(scenario.title)}: two policies`,
    `Proposed, not in force: M012 to M015. ${headOf(result)}.`,
    '## What is changed',
    changes.map(change => `- ${cell(change)}`).join('\n') || 'Nothing.',
    '## What changes for whom',
    differences.map(({ sentence }) => `- ${cell(sentence)}`).join('\n'),
    '## Targets that move',
    moved.length === 0 ? 'None.' : markdown(['target', 'what it is', 'before', 'after'], moved),
    `Risk score ${riskText(before.risk)} before, ${riskText(after.risk)} after; it should be below 0.50.`,
    proofLines(answered.proof, answered.violations.length).join(' '),
    `Plans \`${before.plan.hash}\` and \`${after.plan.hash}\`, seed \`${cell(scenario.seed)}\`: whoever runs them gets the same numbers.`,
  ].join('\n\n')}\n`
}
