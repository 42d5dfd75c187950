import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { migrate } from './migrate.ts'
import { openFolder } from './openFolder.ts'
import { openServer } from './openServer.ts'
import type { Store } from './store.ts'

export type StoreOptions = {
  /** The PostgreSQL schema that holds the tables. Default: regen_fees. One index each. */
  readonly schema?: string
  /** False: a folder in which there is no index is STORE_UNUSABLE, and is not made. Default: true. */
  readonly create?: boolean
}

/**
 * Opens the store of an index, and brings its tables up to date: `postgres://…` is a server, anything else a folder (`memory:` is none).
 *
 * A folder needs the package `@electric-sql/pglite`, a server `pg`; without it PACKAGE_MISSING. A folder is used by one program at a time,
 * STORE_UNUSABLE for the second; a server by as many as like.
 *
 * @example
 * const store = await openStore('./regen-index')
 */
export async function openStore(
  where: string,
  { schema = 'regen_fees', create = true }: StoreOptions = {},
): Promise<Store> {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(schema))
    throw new RegenError(INPUT_INVALID, {
      what: 'schema of the index',
      issues: '✖ expected small letters, digits and _',
    })
  const store = /^postgres(ql)?:\/\//.test(where)
    ? await openServer(where, schema)
    : await openFolder(where, schema, create)
  try {
    await migrate(store, schema)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
