import { randomUUID } from 'node:crypto'
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { RegenError } from '../../primitives/errors.ts'
import { FILE_UNWRITABLE } from '../../primitives/errorTable.ts'
import { reasonOf } from './reasonOf.ts'

/**
 * Writes beside the file first and then puts it in its place, so that whatever happens there is the old file or the new one. A file that is
 * there keeps its mode, and a link goes on pointing to it. A pipe or a device is written to, and stays what it is.
 */
export async function writeWhole(file: string, text: string, signal?: AbortSignal): Promise<void> {
  try {
    const there = await stat(file).catch(nullIfMissing)
    if (there !== null && !there.isFile() && !there.isDirectory()) await pour(file, text, signal)
    else await replace(there === null ? file : await realpath(file), text, there?.mode, signal)
  } catch (cause) {
    throw unwritable(file, cause)
  }
}

/** The error of a file, or a folder, that the platform did not let be written. */
export function unwritable(file: string, cause: unknown) {
  const reason = reasonOf(cause).replace('no such file', 'no such folder')
  return new RegenError(FILE_UNWRITABLE, { file, reason }, { cause })
}

async function replace(
  file: string,
  text: string,
  mode: number | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const beside = `${file}.${randomUUID()}.tmp`
  try {
    await writeFile(beside, text, {
      flag: 'wx',
      ...(signal && { signal }),
      ...(mode !== undefined && { mode: mode & 0o600 }),
    })
    if (mode !== undefined) await chmod(beside, mode & 0o7777)
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** Opening a pipe takes until somebody reads it: who stops meanwhile does not wait for that. */
async function pour(file: string, text: string, signal: AbortSignal | undefined): Promise<void> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(new Error('stopped'))
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
  })
  await Promise.race([writeFile(file, text), stopped])
}

export function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
