import { readFileSync } from 'node:fs'
import { rangeText } from '../../src/cli/simulate/inputs.ts'
import { inputsOf, parseScenario } from '../../src/simulation/index.ts'
import { rangeOfInput } from '../../src/simulation/scenario/inputRanges.ts'
import { INPUT_BOUNDS, INPUTS, type ScheduledInput } from '../../src/simulation/scenario/schedule.ts'
import { tableOfCells } from './markdown.ts'

const scenarioNamed = (name: string) =>
  parseScenario(
    JSON.parse(readFileSync(new URL(`../../examples/simulation/${name}.json`, import.meta.url), 'utf8')),
  )

/** docs/reference/inputs.md: every number of a scenario that a study can vary, and the values that it may have. */
export function inputsPage(): string {
  const [baseline, drawn] = [scenarioNamed('baseline'), scenarioNamed('monte-carlo')].map(inputsOf)
  const paths = [...new Set([...Object.keys(baseline ?? {}), ...Object.keys(drawn ?? {})])]
  return `${[
    '# Inputs of a simulation',
    'This page is written by `npm run docs`.',
    'What `--vary`, `--point`, `--correlate` and the paths of `withInput` take, and the values that a scenario accepts; another is `INPUT_INVALID`, by name. The four parts of the mix sum to 1. Amounts of the economy are in uregen, volumes, prices and costs in USD, the median and the limits of a deposit in REGEN. `regen-fees simulate inputs <scenario>` says the same of any scenario.',
    tableOfCells(
      ['input', '`baseline`', '`monte-carlo`', 'values'],
      paths
        .filter(path => !path.startsWith('policy.'))
        .map(path => [
          `\`${path}\``,
          baseline?.[path] ?? '',
          drawn?.[path] ?? '',
          rangeText(rangeOfInput(path)),
        ]),
    ),
    'Every number of the policy is an input too, such as `policy.m013.shares.burn` and `policy.m012.baseRate`: [the knobs](knobs.md) say what each may be. A share of M013 takes from the other three, or gives to them, in proportion.',
    '## Inputs of a schedule',
    'A schedule may add and multiply as it likes: what comes of it is held within these bounds.',
    tableOfCells(
      ['input', 'what it is', 'values'],
      Object.entries(INPUTS).map(([input, what]) => {
        const range = rangeText(INPUT_BOUNDS[input as ScheduledInput])
        return [`\`${input}\``, what, range]
      }),
    ),
  ].join('\n\n')}\n`
}
