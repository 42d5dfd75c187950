import { existsSync } from 'node:fs'
import { bundledFiles } from '../../../bundled/bundledFiles.ts'
import { parseScenario, type Scenario } from '../../../simulation/scenario/scenario.ts'
import type { Io } from '../../command.ts'
import { readJson } from '../../input/readInput.ts'
import { optionError } from '../../io/inputError.ts'
import { nearest } from '../../render/nearest.ts'

/** The scenarios that come with the package, by name. */
const bundledScenarios = (): ReadonlyMap<string, () => Buffer> =>
  new Map(
    [...bundledFiles('examples')].flatMap(([file, { bytes }]) => {
      const [, name] = /^simulation\/([^/]+)\.json$/.exec(file) ?? []
      return name === undefined ? [] : [[name, bytes] as const]
    }),
  )

export const scenarioNames = (): readonly string[] => [...bundledScenarios().keys()].sort()

/** A scenario by its name, or from a file. */
export async function readScenario(what: string, io: Io): Promise<Scenario> {
  const bundled = bundledScenarios()
  const known = [...bundled].find(([name]) => name.toLowerCase() === what.toLowerCase())
  if (known !== undefined) return parseScenario(JSON.parse(known[1]().toString('utf8')))
  if (what === '-' || what.endsWith('.json') || existsSync(what))
    return parseScenario(await readJson(what, io))
  const names = [...bundled.keys()].sort()
  const meant = nearest(what, names)
  throw optionError(
    'command line',
    `there is no scenario "${what.slice(0, 80)}"; ${meant === null ? 'there are' : `did you mean ${meant}? There are`} ${names.join(', ')}, or a file`,
  )
}
