import { OUTCOMES } from '../../simulation/run/outcome.ts'
import { type InputRange, rangeOfInput } from '../../simulation/scenario/inputRanges.ts'
import { grouped } from '../../simulation/study/answers/outcomeText.ts'
import { inputsOf } from '../../simulation/study/withInput.ts'
import { JSON_OPTION, type NamedCommand } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { table } from '../render/table.ts'
import { SCENARIO, SIMULATED_POLICY, scenarioOf } from './options.ts'

export const inputs: NamedCommand = {
  name: 'inputs',
  summary: 'every number of a scenario that a study can vary, and every outcome that it can look at',
  description:
    'Amounts are in uregen, volumes and prices in USD. These names are what --vary, --point, --correlate, --meets and --outcome take. ' +
    'What a knob of the policy may be stands in docs/reference/knobs.md.',
  arguments: [SCENARIO],
  options: [SIMULATED_POLICY, JSON_OPTION],
  examples: ['regen-fees simulate inputs baseline'],
  async run(input, io) {
    const found = inputsOf(await scenarioOf(input.args[0] ?? '', input, io))
    const ranges = Object.fromEntries(
      Object.keys(found).flatMap(path => {
        const range = rangeOfInput(path)
        return range === null ? [] : [[path, range]]
      }),
    )
    return answerOf(
      'simulation-inputs',
      { inputs: found, ranges, outcomes: OUTCOMES },
      {
        json: ({ ranges, ...rest }) => ({
          ...rest,
          ranges: Object.fromEntries(
            Object.entries(ranges).map(([path, { least, most }]) => [
              path,
              { least: decimal(least), most: most === null ? null : decimal(most) },
            ]),
          ),
        }),
        text: ({ inputs, ranges, outcomes }, page) => [
          table(
            ['input', { name: 'as it is', align: 'right' }, 'values'],
            Object.entries(inputs).map(([path, value]) => [path, value, rangeText(ranges[path] ?? null)]),
            page,
          ),
          '',
          table(['outcome', 'what it is'], Object.entries(outcomes), page),
        ],
      },
    )
  },
}

/** As the inputs themselves are said: as decimal text. */
const decimal = (value: number): string => (value > 0 && value < 1 ? value.toFixed(9) : `${value}`)

/** The values that an input may have, in words; nothing for a knob of the policy. */
export const rangeText = (range: InputRange | null): string =>
  range === null
    ? ''
    : range.most === null
      ? `${grouped(range.least)} or more`
      : `${spoken(range.least)} to ${spoken(range.most)}`

/** Powers of ten as such where they are long. */
const spoken = (value: number): string => (value === 1e15 ? '10¹⁵' : value === 1e-9 ? '10⁻⁹' : grouped(value))
