import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { RegenError } from '../primitives/errors.ts'
import { FILE_UNWRITABLE } from '../primitives/errorTable.ts'

/** Writes beside the file first and then puts it in its place, so that whatever happens there is the old file or the new one. */
export async function writeWhole(file: string, text: string, signal?: AbortSignal): Promise<void> {
  const beside = `${file}.${randomUUID()}.tmp`
  try {
    await writeFile(beside, text, { flag: 'wx', ...(signal && { signal }) })
    await rename(beside, file)
  } catch (cause) {
    await rm(beside, { force: true })
    throw new RegenError(FILE_UNWRITABLE, { file, reason: reasonOf(cause) }, { cause })
  }
}

/** 'ENOENT' says more to who reads it in a shell than the platform's sentence, which repeats the path. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
