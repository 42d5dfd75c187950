import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package: the nearest one above that has a manifest, wherever the build has put this code. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

/** A file that comes with the package. */
export const packageFile = (name: string): string => join(packageFolder(), name)

/** The recorded test chain at its last height: what a preview is made on when it is told nothing else. */
export const bundledSnapshot = (): string => packageFile('examples/snapshot.json')
