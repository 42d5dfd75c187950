/**
 * proto/ → src/wire/generated, with buf and ts-proto from node_modules and no network.
 *
 *     npm run generate               replaces src/wire/generated
 *     npm run generate -- --check    only compares; exit code 1 and a list of files where the two differ
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const COMMITTED = join(ROOT, 'src/wire/generated')

const interrupted = new AbortController()

/**
 * Runs buf; what it writes lands under `folder`, at the path that buf.gen.yaml names.
 * The well-known types lose their comments: those are Google's text, not ours.
 */
async function generateInto(folder: string): Promise<string> {
  const buf = spawn(join(ROOT, 'node_modules/.bin/buf'), ['generate', '--output', folder], {
    cwd: ROOT,
    env: { ...process.env, BUF_CACHE_DIR: join(folder, 'cache') },
    stdio: 'inherit',
    signal: interrupted.signal,
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    buf.once('error', reject)
    buf.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`buf generate failed with exit code ${code}; its own message is above.`)
  const generated = join(folder, 'src/wire/generated')
  for (const [file, text] of readTree(join(generated, 'google')))
    writeFileSync(join(generated, 'google', file), text.replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, ''))
  return generated
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

async function main(folder: string, args: readonly string[]): Promise<number> {
  const unknown = args.filter(arg => arg !== '--check')
  if (unknown.length > 0) {
    console.error(`Unknown argument ${unknown.join(' ')}. The only one is --check.`)
    return 1
  }
  const generated = await generateInto(folder)
  const fresh = readTree(generated)
  if (!args.includes('--check')) {
    rmSync(COMMITTED, { recursive: true, force: true })
    cpSync(generated, COMMITTED, { recursive: true })
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

const folder = mkdtempSync(join(tmpdir(), 'regen-fees-generate-'))
const clean = () => rmSync(folder, { recursive: true, force: true })
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
for (const [signal, code] of Object.entries(signals))
  process.once(signal, () => {
    interrupted.abort()
    clean()
    process.exit(code)
  })

try {
  process.exitCode = await main(folder, process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  clean()
}
