import { spawnSync } from 'node:child_process'
import { built } from './built.ts'
import { type Measure, median } from './measure.ts'

const PROCESSES = 9

/** Milliseconds that a fresh Node process needs to import a module. */
function importTime(module: string): number {
  const program = `const start = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - start)`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  if (status !== 0) throw new Error(`${module} could not be imported: ${stderr.slice(0, 400)}`)
  return Number(stdout)
}

/** The import of the built root entry, beside that of @cosmjs/stargate, each in processes of their own, by turns. */
export async function benchImports(): Promise<readonly Measure[]> {
  const [root, stargate] = [built('index.js'), import.meta.resolve('@cosmjs/stargate')]
  importTime(root)
  importTime(stargate)
  const times = Array.from({ length: PROCESSES }, () => ({
    ours: importTime(root),
    theirs: importTime(stargate),
  }))
  return [
    {
      name: 'import of the root entry, time against @cosmjs/stargate',
      ratio: median(times.map(({ ours, theirs }) => ours / theirs)),
      goal: null,
      detail: `${median(times.map(({ ours }) => ours)).toFixed(0)} ms against ${median(times.map(({ theirs }) => theirs)).toFixed(0)} ms, median of ${PROCESSES} processes each`,
    },
  ]
}
