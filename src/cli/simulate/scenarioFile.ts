import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseScenario, type Scenario } from '../../simulation/scenario/scenario.ts'
import type { Io } from '../command.ts'
import { readJson } from '../input/readInput.ts'
import { optionError } from '../io/inputError.ts'
import { packageFile } from '../io/packageFolder.ts'
import { nearest } from '../render/nearest.ts'

const FOLDER = packageFile('examples/simulation')

/** The scenarios that come with the package, by name. */
export const scenarioNames = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter(file => file.endsWith('.json'))
    .map(file => file.slice(0, -5))
    .sort()

/** A scenario by its name, or from a file. */
export async function readScenario(what: string, io: Io): Promise<Scenario> {
  const known = scenarioNames().find(name => name.toLowerCase() === what.toLowerCase())
  if (known !== undefined) return parseScenario(await readJson(join(FOLDER, `${known}.json`), io))
  if (what === '-' || what.endsWith('.json') || existsSync(what))
    return parseScenario(await readJson(what, io))
  const meant = nearest(what, scenarioNames())
  throw optionError(
    'command line',
    `there is no scenario "${what.slice(0, 80)}"; ${meant === null ? 'there are' : `did you mean ${meant}? There are`} ${scenarioNames().join(', ')}, or a file`,
  )
}
