import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { built } from './built.ts'
import { type Measure, median } from './measure.ts'

const PROCESSES = 9

/** Milliseconds of a whole process of Node. */
function processTime(...args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr.slice(0, 400)}`)
  return performance.now() - start
}

/** Milliseconds that a fresh process of Node needs to import a module. */
function importTime(module: string): number {
  const program = `const start = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - start)`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  if (status !== 0) throw new Error(`${module} could not be imported: ${stderr.slice(0, 400)}`)
  return Number(stdout)
}

/** One against the other by turns, each in processes of their own. */
function compare(name: string, ours: () => number, theirs: () => number): Measure {
  ours()
  theirs()
  const times = Array.from({ length: PROCESSES }, () => ({ ours: ours(), theirs: theirs() }))
  const ms = (key: 'ours' | 'theirs') => `${median(times.map(time => time[key])).toFixed(0)} ms`
  return {
    name,
    ratio: median(times.map(({ ours, theirs }) => ours / theirs)),
    goal: null,
    detail: `${ms('ours')} against ${ms('theirs')}, median of ${PROCESSES} processes each`,
  }
}

/** What it takes to start: imports beside that of @cosmjs/stargate, commands beside a Node that does nothing. */
export async function benchImports(): Promise<readonly Measure[]> {
  const stargate = () => importTime(import.meta.resolve('@cosmjs/stargate'))
  const nothing = () => processTime('-e', '0')
  const command = fileURLToPath(built('cli/main.js'))
  return [
    compare('import of the root, against @cosmjs/stargate', () => importTime(built('index.js')), stargate),
    compare(
      'import of regen-fees/m013, against @cosmjs/stargate',
      () => importTime(built('m013.js')),
      stargate,
    ),
    compare('regen-fees --help, against node -e 0', () => processTime(command, '--help'), nothing),
    compare(
      'regen-fees preview, against node -e 0',
      () => processTime(command, 'preview', 'examples/mixed.json'),
      nothing,
    ),
  ]
}
