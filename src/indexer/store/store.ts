/** A row as both stores give it: whole numbers of 64 bits and numerics are text, so that nothing is rounded. */
export type Row = { readonly [column: string]: unknown }

/** Statements of PostgreSQL, with $1, $2 … for values. */
export type Queries = {
  readonly query: (sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>
}

/** Where an index is kept: PostgreSQL in a folder of one's own, or on a server. The SQL is the same. */
export type Store = Queries & {
  readonly kind: 'folder' | 'server'
  /** For people: never a password. */
  readonly name: string
  /** All that happens in it, or nothing. */
  readonly transaction: <Result>(work: (within: Queries) => Promise<Result>) => Promise<Result>
  readonly close: () => Promise<void>
}
