import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Builds after `npm ci`, or says in one line why it cannot. Plain JavaScript, since nothing else runs without the build tools. */
if (!existsSync(fileURLToPath(new URL('../node_modules/tsx', import.meta.url)))) {
  console.error(
    'The build tools are not installed, because NODE_ENV is "production": run "npm ci --include=dev".',
  )
  process.exit(1)
}
process.exit(
  spawnSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1,
)
