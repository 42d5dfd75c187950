import { parseEpochInputs } from '../../epoch/inputs/parseEpochInputs.ts'
import type { EpochReport } from '../../epoch/report/epochReport.ts'
import { runEpoch } from '../../epoch/runEpoch.ts'
import { parseEpochState } from '../../epoch/state/parseEpochState.ts'
import { type Command, type CommandInput, JSON_OPTION, POLICY_OPTION, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { readJson, readPolicy } from '../io/readInput.ts'
import { renderEpoch } from '../render/renderEpoch.ts'

export const epoch: Command = {
  description:
    'Runs M012 to M015 over one period, or over several: what was charged, minted, burned, paid and rewarded, what waits, ' +
    'and the equations that show that no uregen appeared or disappeared. Proposed, not in force.',
  arguments: [],
  options: [
    {
      flags: '--state <file>',
      summary: 'every ledger at the start (JSON); only time and supply.supply are needed',
    },
    { flags: '--inputs <file>', summary: 'what happens in the period (JSON), or a list of periods' },
    POLICY_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees epoch --state examples/epoch/state.json --inputs examples/epoch/inputs.json',
    'regen-fees epoch --state examples/epoch/genesis.json --inputs examples/epoch/reboot.json --json',
  ],
  async run(input, io) {
    const policy = await readPolicy(input, io)
    let state = parseEpochState(await readJson(fileOf(input, 'state'), io))
    const periods = await readJson(fileOf(input, 'inputs'), io)
    const reports: EpochReport[] = []
    for (const period of Array.isArray(periods) ? periods : [periods]) {
      const done = runEpoch(state, parseEpochInputs(period), policy)
      reports.push(done.report)
      state = done.state
    }
    return answerOf(
      'epoch',
      { status: 'proposed', state, reports },
      {
        text: ({ reports }, page) => [
          page.ink.bold('Proposed, not in force: M012, M013, M014, M015'),
          ...reports.flatMap(report => ['', ...renderEpoch(report, page)]),
        ],
      },
    )
  },
}

function fileOf(input: CommandInput, option: string): string {
  const file = textOption(input, option)
  if (file !== undefined) return file
  throw optionError('command line', `name a file with --${option}`)
}
