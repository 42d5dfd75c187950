import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { BundledFiles } from '../../bundled/bundledFiles.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { FILE_UNWRITABLE } from '../../primitives/errorTable.ts'
import { nullIfMissing, unwritable } from './writeWhole.ts'

const NEW_FOLDER = 'Name a new folder. What is in this one is as it was.'

/**
 * Writes files into a new folder, or an empty one, whole or not at all: beside it first, and then into its place. A folder that holds something
 * is left as it is.
 */
export async function writeFolder(folder: string, files: BundledFiles, signal: AbortSignal): Promise<void> {
  const place = resolve(folder)
  const refused = (reason: string) =>
    new RegenError({ ...FILE_UNWRITABLE, fix: NEW_FOLDER }, { file: folder, reason })
  const beside = `${place}.${randomUUID()}.tmp`
  try {
    if (place === process.cwd()) throw refused('it is the folder you are in')
    const held = await readdir(place).catch(nullIfMissing)
    if (held !== null && held.length > 0) throw refused('there is something in it already')
    await mkdir(beside)
    for (const [name, file] of files) {
      await mkdir(dirname(join(beside, name)), { recursive: true })
      await writeFile(join(beside, name), file.bytes(), { signal })
    }
    if (held !== null) await rmdir(place)
    await rename(beside, place)
  } catch (cause) {
    await rm(beside, { recursive: true, force: true }).catch(() => {})
    throw isRegenError(cause) ? cause : unwritable(folder, cause)
  }
}
