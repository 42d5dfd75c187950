import { runEpoch } from '../../epoch/runEpoch.ts'
import { toEpochInputs } from '../../simulation/advance/aggregatedPeriod.ts'
import { type Step, simulateRun } from '../../simulation/run/simulateRun.ts'
import type { Scenario } from '../../simulation/scenario/scenario.ts'
import type { Answer, CommandInput } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { renderEpoch } from '../render/renderEpoch.ts'
import { numberOption, wrong } from './options.ts'

/** The report of one period: the run up to it, and that period by the long way. */
export function explainPeriod(scenario: Scenario, input: CommandInput): Answer {
  const period = numberOption(input, 'explain', 0)
  if (period >= scenario.periods)
    throw wrong(`the periods of ${scenario.name} are 0 to ${scenario.periods - 1}`)
  let step: Step | null = null
  simulateRun({ ...scenario, periods: period + 1 }, numberOption(input, 'run', 0), {
    onStep: now => {
      step = now
    },
  })
  const { state, inputs, policy } = step as unknown as Step
  const { report } = runEpoch(state, toEpochInputs(inputs, state), policy)
  return answerOf(
    'simulated-period',
    { status: 'proposed', report },
    {
      text: ({ report }, page) => [
        page.ink.bold('Proposed, not in force: M012, M013, M014, M015'),
        '',
        ...renderEpoch(report, page),
      ],
    },
  )
}
