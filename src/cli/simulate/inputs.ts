import { OUTCOMES } from '../../simulation/run/outcome.ts'
import { inputsOf } from '../../simulation/study/withInput.ts'
import { JSON_OPTION, type NamedCommand } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { table } from '../render/table.ts'
import { SCENARIO, SIMULATED_POLICY, scenarioOf } from './options.ts'

export const inputs: NamedCommand = {
  name: 'inputs',
  summary: 'every number of a scenario that a study can vary, and every outcome that it can look at',
  description:
    'Amounts are in uregen, volumes and prices in USD. These names are what --vary, --point, --correlate, --meets and --outcome take.',
  arguments: [SCENARIO],
  options: [SIMULATED_POLICY, JSON_OPTION],
  examples: ['regen-fees simulate inputs baseline'],
  async run(input, io) {
    const found = inputsOf(await scenarioOf(input.args[0] ?? '', input, io))
    return answerOf(
      'simulation-inputs',
      { inputs: found, outcomes: OUTCOMES },
      {
        text: ({ inputs, outcomes }, page) => [
          table(['input', { name: 'as it is', align: 'right' }], Object.entries(inputs), page),
          '',
          table(['outcome', 'what it is'], Object.entries(outcomes), page),
        ],
      },
    )
  },
}
