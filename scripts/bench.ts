import { parseArgs } from 'node:util'
import { benchAdvance } from './bench/advance.ts'
import { benchBundles } from './bench/bundles.ts'
import { benchEpoch } from './bench/epoch.ts'
import { benchFee } from './bench/fee.ts'
import { benchFill } from './bench/fill.ts'
import { benchImports } from './bench/imports.ts'
import { benchLinear } from './bench/linear.ts'
import type { Measure } from './bench/measure.ts'
import { benchPreview } from './bench/preview.ts'
import { benchRedistribution } from './bench/redistribution.ts'
import { benchSellOrders } from './bench/sellOrders.ts'
import { benchSimulation } from './bench/simulation.ts'

/**
 * Measures what the README promises, as ratios within one run: `npm run bench`, or only some of it by name, `--json` for
 * programs. It runs the build; nothing here is asserted, because a busy machine is not a defect.
 */
const BENCHES = {
  fee: benchFee,
  epoch: benchEpoch,
  advance: benchAdvance,
  simulation: benchSimulation,
  preview: benchPreview,
  import: benchImports,
  orders: benchSellOrders,
  linear: benchLinear,
  fill: benchFill,
  bundle: benchBundles,
  redistribution: benchRedistribution,
} as const

type Name = keyof typeof BENCHES

const isName = (name: string): name is Name => Object.hasOwn(BENCHES, name)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})

const unknown = positionals.filter(name => !isName(name))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark "${unknown.join('", "')}"; there are ${Object.keys(BENCHES).join(', ')}.`,
  )
  process.exit(1)
}

const names = positionals.length > 0 ? positionals.filter(isName) : (Object.keys(BENCHES) as Name[])
const measures: Measure[] = []
for (const name of names) measures.push(...(await BENCHES[name]()))

const isMet = ({ ratio, goal }: Measure) => goal === null || ratio >= goal

if (values.json)
  console.log(
    JSON.stringify(
      measures.map(measure => ({ ...measure, met: measure.goal === null ? null : isMet(measure) })),
      null,
      2,
    ),
  )
else console.log(table(measures))

/** One line a measure: what, how much, what was promised of it. */
function table(measures: readonly Measure[]): string {
  const rows = [
    ['', 'ratio', 'goal', ''],
    ...measures.map(measure => [
      measure.name,
      `${measure.ratio.toPrecision(3)} ×`,
      measure.goal === null ? 'reported' : `${measure.goal} × or more: ${isMet(measure) ? 'met' : 'missed'}`,
      measure.detail,
    ]),
  ]
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
