import type { TradeSample } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { LedgerActivity } from '../../node/history/activity.ts'
import { type Credits, parseCredits } from '../../primitives/credits.ts'
import type { Queries, Row } from '../store/store.ts'
import { FROM_ROW } from './activityFromRows.ts'

/** Seconds since 1970; `from` belongs to it, `to` does not. */
export type Period = { readonly from: bigint; readonly to: bigint }

/** Who and what is asked for; everything that is left out is anything. */
export type ActivityFilter = {
  readonly account?: string
  readonly classId?: string
  readonly kinds?: readonly LedgerActivity['kind'][]
  /** No more than that many, the newest ones. */
  readonly most?: number
}

/** The columns that name an account, by table. */
const ACCOUNTS: { readonly [table: string]: readonly string[] } = {
  purchases: ['buyer', 'seller'],
  retirements: ['owner', 'giver'],
  sends: ['sender', 'recipient'],
  issuances: ['recipient'],
  basket_swaps: ['owner'],
  cancellations: ['owner'],
  votes: ['voter'],
  proposals: ['proposer'],
}

const WITHOUT_CLASS: readonly string[] = ['votes', 'proposals']

const TABLE_OF: { readonly [kind in LedgerActivity['kind']]: string } = {
  purchase: 'purchases',
  retirement: 'retirements',
  send: 'sends',
  issuance: 'issuances',
  'basket put': 'basket_swaps',
  'basket take': 'basket_swaps',
  cancellation: 'cancellations',
  vote: 'votes',
  proposal: 'proposals',
}

/**
 * What accounts did in a period, in the order of the chain: the same as toActivity finds in the events.
 *
 * @example
 * const bought = await readIndexedActivity(store, period, { kinds: ['purchase'], classId: 'C01' })
 */
export async function readIndexedActivity(
  { query }: Queries,
  { from, to }: Period,
  { account, classId, kinds, most }: ActivityFilter = {},
): Promise<readonly LedgerActivity[]> {
  const wanted = kinds === undefined ? null : new Set(kinds.map(kind => TABLE_OF[kind]))
  const found: { readonly row: Row; readonly activity: LedgerActivity }[] = []
  for (const [table, fromRow] of Object.entries(FROM_ROW)) {
    if ((wanted !== null && !wanted.has(table)) || (classId !== undefined && WITHOUT_CLASS.includes(table)))
      continue
    const values: unknown[] = [from.toString(), to.toString()]
    const conditions = ['time >= $1', 'time < $2']
    if (classId !== undefined) conditions.push(`class_id = $${values.push(classId)}`)
    if (account !== undefined) {
      const place = `$${values.push(account)}`
      conditions.push(`(${(ACCOUNTS[table] ?? []).map(column => `${column} = ${place}`).join(' or ')})`)
    }
    const order = most === undefined ? '' : `order by height desc, tx_index desc, ordinal desc limit ${most}`
    for (const row of await query(
      `select * from ${table} where ${conditions.join(' and ')} ${order}`,
      values,
    )) {
      const activity = fromRow(row)
      if (kinds === undefined || kinds.includes(activity.kind)) found.push({ row, activity })
    }
  }
  const inOrder = found.sort((a, b) => compare(a.row, b.row)).map(({ activity }) => activity)
  return most === undefined ? inOrder : inOrder.slice(-most)
}

const ORDER = ['height', 'tx_index', 'ordinal'] as const

function compare(a: Row, b: Row): number {
  for (const column of ORDER) {
    const [left, right] = [BigInt(String(a[column])), BigInt(String(b[column]))]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/**
 * Price samples of the days before a moment, that moment included, in the order of the chain.
 *
 * @example
 * const trades = await readIndexedTrades(store, { after: 1_800_000_000n, to: 1_800_604_800n })
 */
export async function readIndexedTrades(
  { query }: Queries,
  { after, to }: { readonly after: bigint; readonly to: bigint },
): Promise<readonly TradeSample[]> {
  const rows = await query(
    `select class_id, denom, time, quantity, payment from price_samples
      where time > $1 and time <= $2 order by height, tx_index, ordinal`,
    [after.toString(), to.toString()],
  )
  return rows.map(row => ({
    classId: String(row['class_id']),
    denom: String(row['denom']),
    time: BigInt(String(row['time'])),
    quantity: parseCredits(String(row['quantity'])) as Credits,
    payment: BigInt(String(row['payment'])),
  }))
}
