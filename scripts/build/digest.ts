import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The names of all files that some paths below a folder hold; a path that is not there is listed as itself. */
function filesAt(root: string, paths: readonly string[], isLeftOut: (name: string) => boolean): string[] {
  return paths
    .filter(path => !isLeftOut(path))
    .flatMap(path => {
      const found = statSync(join(root, path), { throwIfNoEntry: false })
      if (found === undefined || found.isFile()) return [path]
      const inside = readdirSync(join(root, path)).map(name => `${path}/${name}`)
      return filesAt(root, inside, isLeftOut)
    })
}

/** SHA-256 of the names and contents of all files at some paths below a folder, in the order of their names. */
export function digestOf(
  root: string,
  paths: readonly string[],
  isLeftOut: (name: string) => boolean = () => false,
): string {
  const hash = createHash('sha256')
  for (const name of filesAt(root, paths, isLeftOut).sort()) {
    const isThere = statSync(join(root, name), { throwIfNoEntry: false }) !== undefined
    const bytes = isThere ? readFileSync(join(root, name)) : null
    hash.update(JSON.stringify([name, bytes?.length ?? null]))
    if (bytes !== null) hash.update(bytes)
  }
  return hash.digest('hex')
}
