import { open, rename, rm } from 'node:fs/promises'
import { RegenError } from '../../../primitives/errors.ts'
import { FILE_UNWRITABLE } from '../../../primitives/errorTable.ts'
import { reasonOf } from '../../io/reasonOf.ts'

/** A file that is written piece by piece, so that its size never is in memory; it has its name when it is whole. */
export type GrowingFile = {
  readonly add: (text: string) => Promise<void>
  readonly end: () => Promise<void>
  /** Leaves nothing of it. */
  readonly discard: () => Promise<void>
}

export async function growFile(file: string): Promise<GrowingFile> {
  const beside = `${file}.${process.pid}.tmp`
  const unwritable = async (cause: unknown): Promise<never> => {
    await rm(beside, { force: true })
    throw new RegenError(FILE_UNWRITABLE, { file, reason: reasonOf(cause) }, { cause })
  }
  const handle = await open(beside, 'w').catch(unwritable)
  return {
    add: text => handle.appendFile(text).catch(unwritable),
    async end() {
      await handle.close().catch(unwritable)
      await rename(beside, file).catch(unwritable)
    },
    async discard() {
      await handle.close()
      await rm(beside, { force: true })
    },
  }
}

/** Grows a file while something is done: whole when that succeeds, and not there when it fails. */
export async function growing(file: string, fill: (add: GrowingFile['add']) => Promise<void>): Promise<void> {
  const grown = await growFile(file)
  try {
    await fill(grown.add)
  } catch (error) {
    await grown.discard()
    throw error
  }
  await grown.end()
}
