import { join } from 'node:path'
import { PACKAGE } from './packageFolder.ts'

/** The snapshot that comes with the package: the recorded test chain at its last height. */
export const BUNDLED_SNAPSHOT = join(PACKAGE, 'examples', 'snapshot.json')
