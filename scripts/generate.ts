/**
 * proto/ → src/wire/generated: buf reads the .proto files, and each becomes a module of types and codecs. No network.
 *
 *     npm run generate               replaces src/wire/generated
 *     npm run generate -- --check    only compares; exit code 1 and a list of files where the two differ
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDescriptors } from './generate/descriptors.ts'
import { declaredIn, moduleOf, modulePath } from './generate/moduleOf.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const COMMITTED = join(ROOT, 'src/wire/generated')

/** The module of each .proto file, by its path below src/wire/generated. */
function generate(cache: string): Map<string, string> {
  const files = readDescriptors(ROOT, cache)
  const declared = declaredIn(files)
  return new Map(files.map(file => [modulePath(file.name), moduleOf(file, declared)]))
}

/** Every file below a folder, by its path inside it. */
function readTree(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [relative(folder, path), readFileSync(path, 'utf8')]
    }),
  )
}

/** One line for each file that is not the same on both sides. */
function compare(committed: Map<string, string>, fresh: Map<string, string>): string[] {
  return [...new Set([...committed.keys(), ...fresh.keys()])].sort().flatMap(file => {
    if (committed.get(file) === fresh.get(file)) return []
    if (!committed.has(file)) return [`missing   ${file}`]
    return [fresh.has(file) ? `differs   ${file}` : `left over ${file}`]
  })
}

function main(cache: string, args: readonly string[]): number {
  const unknown = args.filter(arg => arg !== '--check')
  if (unknown.length > 0) {
    console.error(`Unknown argument ${unknown.join(' ')}. The only one is --check.`)
    return 1
  }
  const fresh = generate(cache)
  if (!args.includes('--check')) {
    rmSync(COMMITTED, { recursive: true, force: true })
    for (const [path, text] of fresh) {
      mkdirSync(dirname(join(COMMITTED, path)), { recursive: true })
      writeFileSync(join(COMMITTED, path), text)
    }
    console.log(`${fresh.size} files written to src/wire/generated.`)
    return 0
  }
  const drift = compare(readTree(COMMITTED), fresh)
  if (drift.length === 0) {
    console.log(`src/wire/generated is what proto/ gives: ${fresh.size} files compared.`)
    return 0
  }
  console.error(
    `src/wire/generated is not what proto/ gives:\n  ${drift.join('\n  ')}\nRun: npm run generate`,
  )
  return 1
}

const cache = mkdtempSync(join(tmpdir(), 'regen-fees-generate-'))
try {
  process.exitCode = main(cache, process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(cache, { recursive: true, force: true })
}
