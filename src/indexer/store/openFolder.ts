import { lockFolder } from './folderLock.ts'
import type { Queries, Row, Store } from './store.ts'
import { loadOptional, unusable } from './unusable.ts'

/** 64-bit whole numbers stay text, as a server gives them. */
const INT8 = 20

/** An index in a folder, by PostgreSQL compiled to WebAssembly; `memory:` keeps nothing. */
export async function openFolder(folder: string, schema: string, create: boolean): Promise<Store> {
  const { PGlite } = await loadOptional(
    '@electric-sql/pglite',
    'An index in a folder',
    () => import('@electric-sql/pglite'),
  )
  const inMemory = folder === 'memory:'
  const unlock = inMemory ? async () => {} : await lockFolder(folder, create)
  try {
    const database = await PGlite.create({
      ...(!inMemory && { dataDir: `${folder}/data` }),
      parsers: { [INT8]: (text: string) => text },
    })
    const on = (port: Pick<typeof database, 'query'>): Queries => ({
      query: async (sql, values = []) => (await port.query<Row>(sql, [...values])).rows,
    })
    await database.query(`set search_path to ${schema}`)
    return {
      kind: 'folder',
      name: folder,
      ...on(database),
      transaction: work => database.transaction(within => work(on(within))),
      close: async () => {
        await database.close()
        await unlock()
      },
    }
  } catch (error) {
    await unlock()
    throw unusable(folder, error)
  }
}
