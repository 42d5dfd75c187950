import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { SCORES } from './migrations/scores.ts'
import { TABLES } from './migrations/tables.ts'
import { VIEWS } from './migrations/views.ts'
import { openFolder } from './openFolder.ts'
import { openServer } from './openServer.ts'
import type { Store } from './store.ts'
import { unusable } from './unusable.ts'

/** Which PostgreSQL schema holds an index, and whether a folder without one is made. */
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

/** Two programs that migrate at once wait for each other. */
const LOCK = 7_013_015

/** Every change of the tables, in order; one that was released never changes. */
const MIGRATIONS: readonly (readonly string[])[] = [[...TABLES, ...VIEWS, ...SCORES]]

/** Brings the tables of a schema up to date: each migration once, all that are missing in one transaction. */
async function migrate(store: Store, schema: string): Promise<void> {
  await store.transaction(async ({ query }) => {
    await query(`select pg_advisory_xact_lock(${LOCK})`)
    await query(`create schema if not exists ${schema}`)
    await query(`create table if not exists ${schema}.migrations (version int primary key)`)
    const [row] = await query(`select coalesce(max(version), 0) as version from ${schema}.migrations`)
    const version = row?.['version'] as number
    if (version > MIGRATIONS.length)
      throw unusable(store.name, new Error('a newer version of regen-fees has made it'))
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index < version) continue
      for (const statement of statements) await query(statement)
      await query(`insert into ${schema}.migrations values ($1)`, [index + 1])
    }
  })
}
