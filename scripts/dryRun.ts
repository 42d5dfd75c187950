import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { checkExamples, checkPage } from './dryRun/installed.ts'

/**
 * The package as its users get it: packed, resolved as each kind of TypeScript project does (attw), installed into an empty project by npm, and run
 * from there: programs of the README and of docs/, commands with their examples, the page.
 *
 * Its dependencies are there before, from this checkout, and npm may fetch nothing: it links the command, and fails where one of its own dependencies is
 * missing, or has a version that package.json does not allow.
 */

/** So many files are in the package at most. */
const MAX_FILES = 98

/** Pages whose first program is run, with what it must print: they read examples and recordings of the package. */
const PROGRAMS = [
  ['README.md', /59228369n.*proposed 2/s],
  ['docs/period.md', /^30054\.669703\ntrue$/m],
  ['docs/redistribution.md', /^19318182 30681818 50000000\ntrue\ntrue true$/m],
  ['docs/testing.md', /^regen-devnet-1$/m],
] as const

const root = fileURLToPath(new URL('..', import.meta.url))
const project = mkdtempSync(join(tmpdir(), 'regen-fees-'))
const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

try {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], root),
  ) as [{ filename: string }]
  run('npx', ['attw', join(project, filename), '--profile', 'esm-only', '--format', 'ascii'], root)
  const modules = join(project, 'node_modules')
  const { dependencies, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>
    version: string
  }
  for (const name of neededBy(Object.keys(dependencies)))
    cpSync(join(root, 'node_modules', name), join(modules, name), { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }\n')
  // A cache of its own, which is empty: what else is on this machine does not count.
  const alone = ['--offline', '--cache', join(project, 'cache'), '--loglevel', 'error']
  run('npm', ['install', `./${filename}`, ...alone], project)
  if (run('npx', [...alone, 'regen-fees', '--version'], project).trim() !== version)
    throw new Error('npm has not linked the command')
  const installed = join(modules, 'regen-fees')
  const files = filesIn(installed)
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)

  for (const [page, wanted] of PROGRAMS) {
    const [, program = ''] = /```ts\n(.*?)```/s.exec(readFileSync(join(root, page), 'utf8')) ?? []
    const { outputText } = ts.transpileModule(program, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    })
    writeFileSync(join(project, 'program.js'), outputText)
    const printed = run(process.execPath, ['program.js'], project)
    if (!wanted.test(printed))
      throw new Error(`The first program of ${page} did not print ${wanted}:\n${printed}`)
  }
  const main = join(installed, 'dist/cli/main.js')
  checkExamples(main, project)
  await checkPage(main, project)
  console.log(
    `packed: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB; installs into an empty project, and runs from it`,
  )
  // The page, the examples and the recordings are 1.2 MB of it, in one file; the entries and their types are 54 files, the schemas 14.
  if (bytes > 4_000_000) throw new Error('The package is larger than 4 MB')
  if (files.length > MAX_FILES) throw new Error(`The package is more than ${MAX_FILES} files`)
} finally {
  rmSync(project, { recursive: true, force: true })
}

/** Packages with all that they need in turn, as they lie in this checkout. */
function neededBy(names: readonly string[]): ReadonlySet<string> {
  const needed = new Set<string>()
  const visit = (name: string) => {
    const manifest = join(root, 'node_modules', name, 'package.json')
    if (needed.has(name) || !existsSync(manifest)) return
    needed.add(name)
    const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      dependencies?: Readonly<Record<string, string>>
    }
    Object.keys(dependencies).forEach(visit)
  }
  names.forEach(visit)
  return needed
}
