import { seeking } from '../../simulation/study/questions/goal.ts'
import { JSON_OPTION, listOption, type NamedCommand } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { proofJson, withFiles } from './files/studyFiles.ts'
import { goalOf, rangeOf, shareOf } from './inputOptions.ts'
import { numberOption, OUT, RUNS, SCENARIO, SIMULATED_POLICY, scenarioOf, WORKERS } from './options.ts'
import { renderGoal } from './report/renderSweep.ts'
import { answerOnThreads } from './threads/answerOnThreads.ts'

export const goal: NamedCommand = {
  name: 'goal',
  summary: 'the value of an input nearest to one end at which a goal is met often enough',
  description:
    'Searches a range from the end that one would like best for the first value that meets the goal, by halving it: towards the other end the goal ' +
    'has to become more likely. Every value sees the same random numbers. Example: the most that may be burned while 95 % of the runs keep ' +
    'validators above their cost, from a high share down to 0.',
  arguments: [SCENARIO],
  options: [
    {
      flags: '--vary <input=from..to>',
      summary: 'the input, from the end that one would like best',
      repeatable: true,
    },
    {
      flags: '--meets <goal>',
      summary: 'an outcome, a sign and a number; several must all hold',
      repeatable: true,
    },
    { flags: '--share <share>', summary: 'in which share of the runs; default: 0.95' },
    { flags: '--steps <number>', summary: 'how often the way is halved; default: 12' },
    SIMULATED_POLICY,
    RUNS,
    OUT,
    WORKERS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees simulate goal monte-carlo --vary policy.m013.shares.burn=0.5..0 --meets "mean_income>=15000"',
    'regen-fees simulate goal baseline --vary agents.market.volume=500000..3000000 --meets "mean_income>=15000" --runs 1',
  ],
  async run(input, io) {
    const scenario = await scenarioOf(input.args[0] ?? '', input, io)
    const { path, ...range } = rangeOf(input, scenario)
    const [runs, share] = [numberOption(input, 'runs', 100, 1), shareOf(input, 'share', 0.95)]
    const sought = { path, ...range, share, runs, steps: numberOption(input, 'steps', 12, 1, 40) }
    const meets = listOption(input, 'meets')
    const answered = await answerOnThreads(seeking(scenario, { ...sought, meets: goalOf(input) }), input, io)
    const answer = answerOf('simulation-goal', answered, {
      json: ({ result }) => ({
        status: 'proposed',
        scenario: scenario.name,
        ...sought,
        meets,
        found: result,
        ...proofJson(answered),
      }),
      text: (found, page) => renderGoal({ ...sought, scenario, meets }, found, page),
    })
    return withFiles(answer, input)
  },
}
