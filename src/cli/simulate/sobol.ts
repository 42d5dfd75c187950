import { samplingGlobally } from '../../simulation/study/questions/ranges.ts'
import { JSON_OPTION, type NamedCommand } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { csv } from './files/resultFiles.ts'
import { proofJson, withFiles } from './files/studyFiles.ts'
import { OUTCOME, outcomesOf, rangesOf } from './inputOptions.ts'
import { numberOption, OUT, SCENARIO, SIMULATED_POLICY, scenarioOf, WORKERS, wrong } from './options.ts'
import { renderSobol } from './report/renderSweep.ts'
import { answerOnThreads } from './threads/answerOnThreads.ts'

export const sobol: NamedCommand = {
  name: 'sobol',
  summary: 'which inputs an outcome depends on: Sobol indices with intervals',
  description:
    'Global sensitivity by Saltelli’s sampling over ranges of independent inputs: S1 is the part of the variance that an input explains alone, ST ' +
    'with all it acts together with; the intervals hold it with 95 % (bootstrap). It takes (inputs + 2) × samples × runs runs. Inputs that ' +
    'depend on each other have no such indices: see "simulate sweep --sample --correlate".',
  arguments: [SCENARIO],
  options: [
    { flags: '--vary <input=from..to>', summary: 'an input and its range', repeatable: true },
    OUTCOME,
    { flags: '--samples <number>', summary: 'points in each hypercube; default: 128' },
    { flags: '--runs <number>', summary: 'runs at each point, of which the mean is taken; default: 1' },
    SIMULATED_POLICY,
    OUT,
    WORKERS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees simulate sobol baseline --vary agents.market.volume=250000..750000 --vary policy.m013.shares.burn=0.1..0.4',
  ],
  async run(input, io) {
    const scenario = await scenarioOf(input.args[0] ?? '', input, io)
    const ranges = rangesOf(input, scenario)
    if (Object.keys(ranges).length === 0)
      throw wrong('name inputs and their ranges, such as --vary agents.market.volume=250000..750000')
    const [n, runs] = [numberOption(input, 'samples', 128, 2, 100_000), numberOption(input, 'runs', 1, 1)]
    const sampling = { n, runs, seed: scenario.seed }
    const answered = await answerOnThreads(
      samplingGlobally(scenario, ranges, outcomesOf(input), sampling),
      input,
      io,
    )
    const answer = answerOf('simulation-sobol', answered, {
      json: ({ result }) => ({
        status: 'proposed',
        scenario: scenario.name,
        ranges,
        samples: n,
        runs,
        indices: result,
        ...proofJson(answered),
      }),
      text: (found, page) => renderSobol({ scenario, n, runs, ranges }, found, page),
    })
    const rows = answered.result.flatMap(({ outcome, inputs }) =>
      inputs.map(({ path, first, total }) => [
        outcome,
        path,
        ...[first, total].flatMap((index): (string | number)[] =>
          index === null ? ['', '', ''] : [index.value, index.from, index.to],
        ),
      ]),
    )
    const names = ['outcome', 'input', 's1', 's1_from', 's1_to', 'st', 'st_from', 'st_to']
    return withFiles(answer, input, { 'indices.csv': csv([names, ...rows]) })
  },
}
