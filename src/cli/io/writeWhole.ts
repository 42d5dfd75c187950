import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { RegenError } from '../../primitives/errors.ts'
import { FILE_UNWRITABLE } from '../../primitives/errorTable.ts'

/** Writes beside the file first and then puts it in its place, so that whatever happens there is the old file or the new one. */
export async function writeWhole(file: string, text: string, signal?: AbortSignal): Promise<void> {
  const beside = `${file}.${randomUUID()}.tmp`
  try {
    await writeFile(beside, text, { flag: 'wx', ...(signal && { signal }) })
    await rename(beside, file)
  } catch (cause) {
    await rm(beside, { force: true })
    const reason = reasonOf(cause) === REASONS['ENOENT'] ? 'no such folder' : reasonOf(cause)
    throw new RegenError(FILE_UNWRITABLE, { file, reason }, { cause })
  }
}

/** What the codes of the platform say, for those that people meet. */
const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
}

/** Why a file could not be read or written, in a few words; the platform's own sentence repeats the path. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) return String(error)
  const code = String(error.code)
  return REASONS[code] ?? code
}
