import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
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

/**
 * The package as its users get it: packed, resolved as each kind of TypeScript project does (attw), unpacked into an empty project,
 * and the README's first program and main command run from there. Dependencies are taken from this checkout, so that nothing is fetched.
 */

/** So many files are in the package at most. */
const MOST_FILES = 190

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
  const installed = join(modules, 'regen-fees')
  mkdirSync(installed, { recursive: true })
  run('tar', ['-xzf', join(project, filename), '--strip-components=1', '-C', installed], project)
  const files = filesIn(installed)
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)

  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>
  }
  for (const name of neededBy(Object.keys(dependencies)))
    cpSync(join(root, 'node_modules', name), join(modules, name), { recursive: true })

  writeFileSync(join(project, 'package.json'), '{ "type": "module" }\n')
  const [, program = ''] = /```ts\n(.*?)```/s.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? []
  writeFileSync(join(project, 'program.js'), program)
  const printed = run(process.execPath, ['program.js'], project)
  for (const wanted of ['59228369n', 'proposed 2'])
    if (!printed.includes(wanted))
      throw new Error(`The README's first program did not print ${wanted}:\n${printed}`)
  const preview = run(
    process.execPath,
    [join(installed, 'dist/cli/main.js'), 'preview', join(installed, 'examples/mixed.json')],
    project,
  )
  if (!/PROPOSED/i.test(preview)) throw new Error(`The main command did not print a preview:\n${preview}`)
  console.log(`packed: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB; runs from an empty project`)
  // The page, which runs without any of the rest, is 1.3 MB of it; the entries and their types are 52 files, examples and schemas 49.
  if (bytes > 4_000_000) throw new Error('The package is larger than 4 MB')
  if (files.length > MOST_FILES) throw new Error(`The package is more than ${MOST_FILES} files`)
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
