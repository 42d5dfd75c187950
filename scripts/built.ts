import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf, SOURCES } from './build/digest.ts'

/**
 * Whether what was built is what the sources give: exit code 0 where it is, 1 where not. With --write, the last step of a build, it notes that it is.
 * So `npm test` after `npm ci`, which builds, does not build the same again.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const note = `${root}node_modules/.cache/regen-fees/built`

const now = JSON.stringify({
  node: process.version,
  sources: digestOf(root, SOURCES, 'page/dist'),
  built: digestOf(root, ['dist', 'page/dist']),
})

function noted(): string | null {
  try {
    return readFileSync(note, 'utf8')
  } catch {
    return null
  }
}

if (process.argv.includes('--write')) {
  mkdirSync(dirname(note), { recursive: true })
  writeFileSync(note, now)
} else process.exitCode = noted() === now ? 0 : 1
