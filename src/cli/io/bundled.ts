import { fileURLToPath } from 'node:url'

/** The snapshot that comes with the package: the recorded test chain at its last height. */
export const BUNDLED_SNAPSHOT = fileURLToPath(new URL('../../../examples/snapshot.json', import.meta.url))
