import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type * as policy from '../../src/policy/index.ts'
import type * as simulation from '../../src/simulation/index.ts'
import { built } from './built.ts'
import { type Measure, processorTimes } from './measure.ts'

const PERIODS = 260
const RUNS = 40
const START = 224_000_000_000_000n

/** What is traded in a period, in uregen; the script in Python has the same. */
const MARKET = [
  ['CreditIssuance', 1_900_000_000_000n, 50n],
  ['CreditTransfer', 1_000_000_000_000n, 20n],
  ['CreditRetirement', 2_000_000_000_000n, 40n],
  ['MarketplaceTrade', 5_100_000_000_000n, 100n],
] as const

type Theirs = {
  readonly [name: string]: { readonly rate: number; readonly supply: number; readonly rows: number }
}

/**
 * Periods a second of processor time, so that what else the machine does counts for none of them: a whole simulation of the ESS baseline, and
 * the same step of M013 and M012 as models of radCAD and cadCAD (BENCH_PYTHON names a Python that has them) and by `supplyPath`, every state of
 * every run kept by all three. The supplies at the end must be equal.
 */
export async function benchSimulation(): Promise<readonly Measure[]> {
  const { parseScenario, simulateRun, supplyPath }: typeof simulation = await import(built('simulation.js'))
  const { DEFAULT_POLICY }: typeof policy = await import(built('policy.js'))
  const file = new URL('../../examples/simulation/baseline.json', import.meta.url)
  const scenario = parseScenario(JSON.parse(readFileSync(file, 'utf8')))
  if (scenario.policy.version !== DEFAULT_POLICY.version) throw new Error('two builds')
  const uregen = (amount: bigint) => amount as simulation.Traded['value']
  let kept: readonly simulation.SupplyPath[] = []
  const times = processorTimes({
    whole() {
      for (let number = 0; number < RUNS; number++) simulateRun(scenario, number)
    },
    step() {
      kept = Array.from({ length: RUNS }, () =>
        supplyPath(
          {
            supply: uregen(START),
            periods: PERIODS,
            volumes: () =>
              MARKET.map(([txType, num, messages]) => ({
                txType,
                denom: 'uregen',
                value: { num, den: 1n },
                messages,
              })),
          },
          DEFAULT_POLICY,
        ),
      )
    },
  })
  const [whole, step] = [periodsPerSecond(times.whole), periodsPerSecond(times.step)]
  const supply = kept.at(-1)?.supply.at(-1)
  return [
    {
      name: 'a whole simulation, the ESS baseline: periods a second of processor time, against 20,000',
      ratio: whole / 20_000,
      goal: 1,
      detail: `${Math.round(whole)} periods a second and core; 260 periods × 1,000 runs are ${((PERIODS * 1_000) / whole).toFixed(1)} s of processor time`,
    },
    ...Object.entries(inPython()).flatMap(([name, theirs]): readonly Measure[] => {
      if (`${theirs.supply}` !== `${supply}`)
        throw new Error(`${name} has a supply of ${theirs.supply}, not ${supply}`)
      return [
        {
          name: `the step of M013 and M012, every state kept, against ${name}`,
          ratio: step / theirs.rate,
          goal: 10,
          detail: `${Math.round(step)} periods a second against ${Math.round(theirs.rate)}, equal to the unit`,
        },
        {
          name: `a whole simulation against that step by ${name}: not the same work`,
          ratio: whole / theirs.rate,
          goal: null,
          detail: `${Math.round(whole)} periods of four mechanisms with agents, records and proof against ${Math.round(theirs.rate)}`,
        },
      ]
    }),
  ]
}

const periodsPerSecond = (milliseconds: number): number => (RUNS * PERIODS * 1_000) / milliseconds

/** What the frameworks that this Python has come to; none where there is no Python. */
function inPython(): Theirs {
  const script = fileURLToPath(new URL('./simulation.py', import.meta.url))
  const { status, stdout } = spawnSync(
    process.env['BENCH_PYTHON'] ?? 'python3',
    [script, `${PERIODS}`, `${RUNS}`],
    { encoding: 'utf8' },
  )
  if (status !== 0) return {}
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Theirs
}
