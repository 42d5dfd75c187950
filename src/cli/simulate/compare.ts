import { type Comparison, comparing } from '../../simulation/study/questions/compare.ts'
import { JSON_OPTION, type NamedCommand, textOption } from '../command.ts'
import { readPolicyNamed } from '../input/readInput.ts'
import { answerOf } from '../io/answerOf.ts'
import { csv } from './files/resultFiles.ts'
import { proofJson, withFiles } from './files/studyFiles.ts'
import { numberOption, OUT, RUNS, SCENARIO, SIMULATED_POLICY, scenarioOf, WORKERS, wrong } from './options.ts'
import { comparisonPage, renderComparison } from './report/renderComparison.ts'
import { answerOnThreads } from './threads/answerOnThreads.ts'

export const compare: NamedCommand = {
  name: 'compare',
  summary: 'two policies on one scenario: what changes for whom, in words and numbers',
  description:
    'Runs a scenario under two policies, with the same random numbers, so that each run is compared with itself: what changes for validators, ' +
    'holders, buyers, contributors and depositors, and which targets are met before and after. With --out also as comparison.md, for a forum.',
  arguments: [SCENARIO],
  options: [
    { flags: '--with <policy>', summary: 'the policy after: a preset or a file' },
    {
      ...SIMULATED_POLICY,
      summary: `the policy before; ${SIMULATED_POLICY.summary.replace('a policy: ', '')}`,
    },
    RUNS,
    OUT,
    WORKERS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees simulate compare monte-carlo --with compromise --runs 200',
    'regen-fees simulate compare SC-001 --policy compromise --with mine.json --out before-and-after',
  ],
  async run(input, io) {
    const after = textOption(input, 'with')
    if (after === undefined) throw wrong('name the policy after with --with <preset or file>')
    const scenario = await scenarioOf(input.args[0] ?? '', input, io)
    const runs = numberOption(input, 'runs', 100, 1)
    const policy = await readPolicyNamed(after, '--with', io)
    const answered = await answerOnThreads(comparing(scenario.policy, policy, scenario, runs), input, io)
    const answer = answerOf('simulation-comparison', answered, {
      json: ({ result }) => ({
        status: 'proposed',
        scenario: scenario.name,
        runs,
        ...comparisonJson(result),
        ...proofJson(answered),
      }),
      text: renderComparison,
    })
    return withFiles(answer, input, {
      'comparison.md': comparisonPage(answered),
      'differences.csv': differencesCsv(answered.result),
    })
  },
}

const comparisonJson = ({ changes, before, after, differences }: Comparison) => ({
  changes,
  before: {
    planHash: before.plan.hash,
    criteria: before.criteria,
    failures: before.failures,
    risk: before.risk,
  },
  after: { planHash: after.plan.hash, criteria: after.criteria, failures: after.failures, risk: after.risk },
  differences,
})

const differencesCsv = ({ differences }: Comparison): string =>
  csv([
    ['who', 'outcome', 'before', 'after', 'difference_p5', 'difference_p50', 'difference_p95', 'more_in'],
    ...differences.map(({ who, outcome, before, after, difference: { p5, p50, p95 }, moreIn }) => [
      who,
      outcome,
      ...[before, after, p5, p50, p95, moreIn],
    ]),
  ])
