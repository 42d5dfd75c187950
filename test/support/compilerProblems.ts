import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TSC = join(ROOT, 'node_modules/typescript-7/bin/tsc')

/** What the compiler of `npm run check:types` says of programs that stand in a folder of this repository, one line each. */
export async function compilerProblems(
  files: readonly string[],
  options: { readonly [option: string]: boolean } = {},
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(ROOT, 'node_modules/.cache/compiled-'))
  try {
    const config = join(folder, 'tsconfig.json')
    const compilerOptions = { ...options, incremental: false, noEmit: true, noUnusedLocals: false }
    writeFileSync(
      config,
      JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), compilerOptions, files, include: [] }),
    )
    const { stdout } = await promisify(execFile)(process.execPath, [TSC, '-p', config, '--pretty', 'false'], {
      cwd: ROOT,
      maxBuffer: 100_000_000,
    }).catch((ended: { stdout: string; stderr: string }) => {
      // It ends with 1 or 2 where it found something, and says what; without a word it did not work.
      if (ended.stdout === '') throw new Error(`the compiler: ${ended.stderr}`)
      return ended
    })
    return stdout.split('\n').filter(line => line !== '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
