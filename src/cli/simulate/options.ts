import { availableParallelism } from 'node:os'
import { PRESETS } from '../../policy/presets.ts'
import { type Scenario, withPolicy } from '../../simulation/scenario/scenario.ts'
import { type CommandInput, type CommandOption, type Io, textOption } from '../command.ts'
import { readPolicyNamed } from '../input/readInput.ts'
import { optionError } from '../io/inputError.ts'
import { readScenario } from './files/scenarioFile.ts'

/** A mistake of the command line. */
export const wrong = (issue: string) => optionError('command line', issue)

export const SCENARIO = { name: '<scenario>', summary: 'a scenario by its name, or a file' }
export const SIMULATED_POLICY: CommandOption = {
  flags: '--policy <policy>',
  summary: `a policy: a preset (${Object.keys(PRESETS).join(', ')}) or a file; default: that of the scenario`,
}
export const WORKERS: CommandOption = {
  flags: '--workers <number>',
  summary: 'how many threads; default: one a core',
}
export const RUNS: CommandOption = {
  flags: '--runs <number>',
  summary:
    'runs at each point, the same random numbers at all; default: 100; 1 is enough where nothing is random',
}
export const OUT: CommandOption = {
  flags: '--out <folder>',
  summary: 'keep every part, and write the results; goes on where it stopped, and computes only what is new',
}
export const PERIODS: CommandOption = {
  flags: '--periods',
  summary: 'also write every period of every run as periods.csv',
}

/** The whole number that an option was given, within its bounds; `otherwise` where it was not given. */
export function numberOption(
  input: CommandInput,
  name: string,
  otherwise: number,
  least = 0,
  most = 99_999_999,
): number {
  const text = textOption(input, name)
  if (text === undefined) return otherwise
  if (/^\d{1,8}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text)
  const between = most < 99_999_999 ? ` from ${least} to ${most}` : least > 0 ? ` of ${least} or more` : ''
  throw wrong(`--${name} is a whole number${between}, not "${text.slice(0, 40)}"`)
}

const MAX_WORKERS = 512

/** How many threads. */
export const workersOf = (input: CommandInput): number =>
  numberOption(input, 'workers', Math.min(availableParallelism(), MAX_WORKERS), 1, MAX_WORKERS)

/** The scenario that was named, under the policy that was. */
export async function scenarioOf(what: string, input: CommandInput, io: Io): Promise<Scenario> {
  const scenario = await readScenario(what, io)
  const policy = textOption(input, 'policy')
  return policy === undefined ? scenario : withPolicy(scenario, await readPolicyNamed(policy, '--policy', io))
}

/** The folder that was named with --out. */
export function outOf(input: CommandInput): string {
  const folder = textOption(input, 'out')
  if (folder !== undefined) return folder
  throw wrong('name a folder with --out')
}

/** k and n of --shard k/n; the whole when none was named. */
export function shardOf(input: CommandInput): readonly [number, number] {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(textOption(input, 'shard') ?? '1/1')
  if (match === null) throw wrong('a shard is k/n, such as 3/10')
  return [Number(match[1]), Number(match[2])]
}
