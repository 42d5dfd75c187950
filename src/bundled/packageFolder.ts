import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package: the nearest one above this file that holds a package.json, built or not. */
const PACKAGE = packageAbove(dirname(fileURLToPath(import.meta.url)))

function packageAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder
    ? folder
    : packageAbove(dirname(folder))
}

/** A file that comes with the package. */
export const packageFile = (name: string): string => join(PACKAGE, name)

/** The recorded test chain at its last height: what a preview is made on when it is told nothing else. */
export const bundledSnapshot = (): string => packageFile('examples/snapshot.json')
