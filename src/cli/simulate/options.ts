import { availableParallelism } from 'node:os'
import { type Scenario, withPolicy } from '../../simulation/scenario/scenario.ts'
import { type CommandInput, type Io, textOption } from '../command.ts'
import { optionError } from '../io/inputError.ts'
import { readPolicy } from '../io/readInput.ts'
import { readScenario } from './scenarioFile.ts'

/** A mistake of the command line. */
export const wrong = (issue: string) => optionError('command line', issue)

/** A whole number that was given, or another. */
export function numberOption(input: CommandInput, name: string, otherwise: number, least = 0): number {
  const text = textOption(input, name)
  if (text === undefined) return otherwise
  if (/^\d{1,8}$/.test(text) && Number(text) >= least) return Number(text)
  throw wrong(
    `--${name} is a whole number${least > 0 ? ` of ${least} or more` : ''}, not "${text.slice(0, 40)}"`,
  )
}

/** How many threads. */
export const workersOf = (input: CommandInput): number =>
  numberOption(input, 'workers', availableParallelism(), 1)

/** The scenario that was named, under the policy that was. */
export async function scenarioOf(what: string, input: CommandInput, io: Io): Promise<Scenario> {
  const scenario = await readScenario(what, io)
  return textOption(input, 'policy') === undefined
    ? scenario
    : withPolicy(scenario, await readPolicy(input, io))
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
