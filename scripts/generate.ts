/**
 * proto/ → src/wire/generated: buf reads the .proto files, and each becomes a module of types and codecs. The knobs →
 * src/policy/generated: the policy of all defaults. And what this SDK reads → schemas/: the JSON Schema of every file. No network.
 *
 *     npm run generate               replaces src/wire/generated, src/policy/generated and schemas
 *     npm run generate -- --check    only compares; exit code 1 and a list of files where the two differ
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultPolicy } from './generate/defaultPolicy.ts'
import { readDescriptors } from './generate/descriptors.ts'
import { jsonSchemas } from './generate/jsonSchemas.ts'
import { declaredIn, moduleOf, modulePath } from './generate/moduleOf.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What is made, and what it is made from. */
const TARGETS = [
  { folder: 'src/wire/generated', from: 'proto/', make: generate },
  { folder: 'src/policy/generated', from: 'src/policy/knobs/', make: defaultPolicy },
  { folder: 'schemas', from: 'the schemas of src/', make: jsonSchemas },
] as const

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
  const failed = TARGETS.filter(({ folder, from, make }) => {
    const [committed, fresh] = [join(ROOT, folder), make(cache)]
    return args.includes('--check') ? hasDrifted(folder, from, fresh) : write(folder, committed, fresh)
  })
  return failed.length > 0 ? 1 : 0
}

function write(folder: string, committed: string, fresh: Map<string, string>): boolean {
  rmSync(committed, { recursive: true, force: true })
  for (const [path, text] of fresh) {
    mkdirSync(dirname(join(committed, path)), { recursive: true })
    writeFileSync(join(committed, path), text)
  }
  console.log(`${fresh.size} files written to ${folder}.`)
  return false
}

function hasDrifted(folder: string, from: string, fresh: Map<string, string>): boolean {
  const drift = compare(readTree(join(ROOT, folder)), fresh)
  if (drift.length > 0)
    console.error(`${folder} is not what ${from} gives:\n  ${drift.join('\n  ')}\nRun: npm run generate`)
  else console.log(`${folder} is what ${from} gives: ${fresh.size} files compared.`)
  return drift.length > 0
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
