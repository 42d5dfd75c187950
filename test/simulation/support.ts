import { readdirSync, readFileSync } from 'node:fs'
import { parseScenario, type Scenario } from '../../src/simulation/index.ts'

const FOLDER = new URL('../../examples/simulation/', import.meta.url)

/** The scenarios that come with the package, by name. */
export const SCENARIO_NAMES = readdirSync(FOLDER)
  .filter(file => file.endsWith('.json'))
  .map(file => file.slice(0, -5))
  .sort()

export const scenarioText = (name: string): string => readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')

export const scenarioNamed = (name: string): Scenario => parseScenario(JSON.parse(scenarioText(name)))

/** A scenario with some of its fields replaced, deeply. */
export function changed(name: string, change: object): Scenario {
  const merge = (a: unknown, b: unknown): unknown =>
    typeof a === 'object' &&
    a !== null &&
    typeof b === 'object' &&
    b !== null &&
    !Array.isArray(a) &&
    !Array.isArray(b)
      ? Object.fromEntries(
          [...new Set([...Object.keys(a), ...Object.keys(b)])].map(key => [
            key,
            key in b
              ? merge((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])
              : (a as Record<string, unknown>)[key],
          ]),
        )
      : b
  return parseScenario(merge(JSON.parse(scenarioText(name)), change))
}
