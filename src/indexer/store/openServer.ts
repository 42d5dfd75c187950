import type { Pool, PoolClient } from 'pg'
import type { Queries, Row, Store } from './store.ts'
import { loadOptional, unusable } from './unusable.ts'

/** An index on a PostgreSQL server, version 13 or later. */
export async function openServer(url: string, schema: string): Promise<Store> {
  const { default: pg } = await loadOptional('pg', 'An index on a PostgreSQL server', () => import('pg'))
  const name = nameOf(url)
  let pool: Pool
  try {
    pool = new pg.Pool({
      connectionString: url,
      max: 4,
      options: `-c search_path=${schema}`,
      connectionTimeoutMillis: 15_000,
    })
  } catch (error) {
    throw unusable(name, error)
  }
  // A connection that ends while it rests is replaced by the pool.
  pool.on('error', () => {})
  const connect = async (): Promise<PoolClient> => {
    try {
      return await pool.connect()
    } catch (error) {
      throw unusable(name, error)
    }
  }
  const on = (client: PoolClient): Queries => ({
    query: async (sql, values = []) => (await client.query<Row>(sql, [...values])).rows,
  })
  async function withClient<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await connect()
    let broken = true
    try {
      const result = await work(client)
      broken = false
      return result
    } finally {
      // What a failed statement leaves behind is thrown away with its connection.
      client.release(broken)
    }
  }
  return {
    kind: 'server',
    name,
    query: (sql, values) => withClient(client => on(client).query(sql, values)),
    transaction: work =>
      withClient(async client => {
        await client.query('begin')
        const result = await work(on(client))
        await client.query('commit')
        return result
      }),
    close: () => pool.end(),
  }
}

/** Host and database of an address, without user and password. */
function nameOf(url: string): string {
  const [, host = '', path = ''] = /^[^:]+:\/\/(?:[^@/]*@)?([^/?]*)(\/[^?]*)?/.exec(url) ?? []
  return `postgres://${host}${path}`
}
