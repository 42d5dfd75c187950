import { MIGRATIONS } from './migrations/migrations.ts'
import type { Store } from './store.ts'
import { unusable } from './unusable.ts'

/** Two programs that migrate at once wait for each other. */
const LOCK = 7_013_015

/** Brings the tables of a schema up to date: each migration once, all that are missing in one transaction. */
export async function migrate(store: Store, schema: string): Promise<void> {
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
