import { RegenError } from '../../primitives/errors.ts'
import { STORE_UNUSABLE } from '../../primitives/errorTable.ts'
import { unusable } from './unusable.ts'

/**
 * Takes a folder for this process: PostgreSQL in a folder has no server, so two programs at once would destroy it.
 *
 * The lock is a file with the number of the process; it appears whole, by a link. One of a process that is no more, as after a power cut,
 * is taken over. Gives back what ends it. Without `create`, a folder that holds no index is STORE_UNUSABLE.
 */
export async function lockFolder(folder: string, create = true): Promise<() => Promise<void>> {
  const { access, link, mkdir, readFile, rm, writeFile } = await import('node:fs/promises')
  const file = `${folder}/in-use`
  const own = `${folder}/.in-use.${process.pid}`
  if (!create && !(await access(`${folder}/data`).then(yes, () => false)))
    throw unusable(folder, new Error('there is no index in it; "regen-fees index" makes one'))
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(own, String(process.pid))
    while (!(await link(own, file).then(yes, noIfThere))) {
      const holder = (await readFile(file, 'utf8').catch(() => '')).trim()
      if (isAlive(holder))
        throw new RegenError(STORE_UNUSABLE, {
          store: folder,
          reason: `process ${holder} uses it; if that is no program of ours, delete ${file}`,
        })
      await rm(file, { force: true })
    }
    return () => rm(file, { force: true })
  } catch (error) {
    throw error instanceof RegenError ? error : unusable(folder, error)
  } finally {
    await rm(own, { force: true }).catch(() => {})
  }
}

const yes = () => true

function noIfThere(error: unknown): false {
  if (Object(error).code === 'EEXIST') return false
  throw error
}

/** Signal 0 asks only; not to be allowed to is also a yes. */
function isAlive(pid: string): boolean {
  if (!/^\d{1,9}$/.test(pid)) return false
  try {
    process.kill(parseInt(pid, 10), 0)
    return true
  } catch (error) {
    return Object(error).code === 'EPERM'
  }
}
