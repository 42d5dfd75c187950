import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf } from '../../src/bundled/bundledFiles.ts'

/** All that a build reads: a test follows its imports. Which packages it takes is in the lock file. */
export const SOURCES = [
  'src',
  'page',
  'examples',
  'test/recordings',
  'scripts/build',
  'scripts/build.ts',
  'scripts/packFiles.ts',
  'scripts/entries.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/**
 * SHA-256 of the names and contents of all files at some paths below a folder, in the order of their names; without those of one folder that is
 * left out. A path that is not there counts as no file.
 */
export function digestOf(root: string, paths: readonly string[], leftOut = ''): string {
  const isFile = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true
  const files = paths.flatMap(path =>
    isFile(path)
      ? [{ name: path, bytes: () => readFileSync(join(root, path)) }]
      : [...filesOf(join(root, path))].map(([name, { bytes }]) => ({ name: `${path}/${name}`, bytes })),
  )
  const hash = createHash('sha256')
  for (const { name, bytes } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (leftOut !== '' && name.startsWith(`${leftOut}/`)) continue
    const content = bytes()
    hash.update(JSON.stringify([name, content.length])).update(content)
  }
  return hash.digest('hex')
}
