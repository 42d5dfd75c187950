import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The root entry as it was at a commit, bundled from its sources with the packages that are installed now. */
export async function releaseOf(commit: string): Promise<object> {
  const { build } = await import('esbuild')
  const folder = mkdtempSync(join(tmpdir(), 'regen-fees-release-'))
  try {
    const sources = join(folder, 'sources')
    mkdirSync(sources)
    run('git', [
      'archive',
      '--format=tar',
      '--output',
      join(folder, 'src.tar'),
      commit,
      'src',
      'package.json',
    ])
    run('tar', ['xf', join(folder, 'src.tar'), '-C', sources])
    const outfile = join(folder, 'index.mjs')
    await build({
      entryPoints: [join(sources, 'src/index.ts')],
      outfile,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      platform: 'neutral',
      nodePaths: [join(root, 'node_modules')],
      logLevel: 'error',
    })
    return (await import(pathToFileURL(outfile).href)) as object
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${error?.message ?? stderr.slice(0, 300)}`)
}
