import { spawnSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Builds dist/ from src/ with the TypeScript compiler; nothing is bundled. */
const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

rmSync(path('dist'), { recursive: true, force: true })
const { status } = spawnSync(
  process.execPath,
  [path('node_modules/typescript/bin/tsc'), '-p', path('tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
)
if (status !== 0) process.exit(status ?? 1)
chmodSync(path('dist/cli/main.js'), 0o755)
