import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type * as policy from '../../src/policy/policy.ts'
import type * as simulation from '../../src/simulation/index.ts'
import { built } from './built.ts'
import type { Measure } from './measure.ts'

const PERIODS = 260
const RUNS = 20

/**
 * Periods a second and core: the ESS baseline with its agents, records and invariants, beside cadCAD and radCAD on the same M012 and M013 step
 * in this run. Both are timed by processor time, so that what else the machine does counts for neither. Without Python, or without the two, the
 * comparison is left out.
 */
export async function benchSimulation(): Promise<readonly Measure[]> {
  const { parseScenario, simulateRun }: typeof simulation = await import(built('simulation.js'))
  const { DEFAULT_POLICY }: typeof policy = await import(built('policy.js'))
  const file = new URL('../../examples/simulation/baseline.json', import.meta.url)
  const scenario = parseScenario(JSON.parse(readFileSync(file, 'utf8')))
  if (scenario.policy.version !== DEFAULT_POLICY.version) throw new Error('two builds')
  const run = (runs: number) => {
    for (let number = 0; number < runs; number++) simulateRun(scenario, number)
  }
  run(RUNS)
  const start = process.cpuUsage().user
  run(RUNS)
  const seconds = (process.cpuUsage().user - start) / 1e6
  const ours = (RUNS * PERIODS) / seconds
  const python = pythonStepsPerSecond()
  return [
    {
      name: 'the ESS baseline: periods a second of processor time, against 20,000',
      ratio: ours / 20_000,
      goal: null,
      detail: `${Math.round(ours)} periods a second and core; 260 periods × 1,000 runs are ${((PERIODS * 1_000) / ours).toFixed(1)} s of processor time`,
    },
    ...Object.entries(python).map(([name, steps]) => ({
      name: `the same against ${name}`,
      ratio: ours / steps,
      goal: 10,
      detail: `${Math.round(ours)} periods of four mechanisms, exact, with agents and proof, against ${Math.round(steps)} steps of M012 and M013 in floating point`,
    })),
  ]
}

/** Steps a second of the frameworks that this Python has; none where there is no Python. */
function pythonStepsPerSecond(): { readonly [name: string]: number } {
  const script = fileURLToPath(new URL('./simulation.py', import.meta.url))
  const { status, stdout } = spawnSync(process.env['BENCH_PYTHON'] ?? 'python3', [script], {
    encoding: 'utf8',
  })
  if (status !== 0) return {}
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { readonly [name: string]: number }
}
