import { decodeGasFee } from '../../node/events/gasFee.ts'
import { toActivity } from '../../node/history/toActivity.ts'
import { parseTime } from '../../primitives/time.ts'
import type { BlockSource, ChainBlock } from '../chain/chainBlock.ts'
import { columnsOf, type NewRow } from './activityRows.ts'

/** New rows by table, each table in the order of the chain. */
export type NewRows = ReadonlyMap<string, readonly NewRow[]>

/** Everything that some blocks put into the tables. Pure: the same blocks give the same rows. */
export function rowsOf(blocks: readonly ChainBlock[], source: BlockSource): NewRows {
  const rows = new Map<string, NewRow[]>()
  const add = (table: string, row: NewRow) => {
    const there = rows.get(table)
    if (there) there.push(row)
    else rows.set(table, [row])
  }
  for (const block of blocks) addBlock(block, source, add)
  return rows
}

function addBlock(block: ChainBlock, source: BlockSource, add: (table: string, row: NewRow) => void): void {
  const { time, txs, hash } = block
  const height = block.height.toString()
  const { seconds, nanos } = parseTime(time)
  add('blocks', { height, time: seconds.toString(), nanos, hash, tx_count: txs.length, source })
  const happened = [...txs, ...(block.events === null ? [] : [{ hash, code: 0, events: block.events }])]
  happened.forEach(({ hash: tx_hash, code, events }, tx_index) => {
    if (tx_index < txs.length) add('transactions', { height, tx_index, tx_hash, code })
    const gas = decodeGasFee(events)
    for (const [part, { denom, amount }] of (gas?.coins ?? []).entries())
      add('gas_fees', {
        height,
        tx_hash,
        part,
        time: seconds.toString(),
        payer: gas?.payer ?? '',
        denom,
        amount: amount.toString(),
      })
    const { activity, oddities } = toActivity([{ hash: tx_hash, height: block.height, time, events }])
    activity.forEach((item, ordinal) => {
      const { table, columns } = columnsOf(item)
      const { messageIndex: message_index, path, part } = item
      const place = { height, tx_index, tx_hash, message_index, path: path.join('/'), part, ordinal }
      add(table, { ...place, time: seconds.toString(), ...columns })
    })
    for (const { position, msgIndex, path, type, kind, problem } of oddities)
      add('oddities', {
        height,
        tx_hash,
        position,
        message_index: msgIndex,
        path: path.join('/'),
        type,
        kind,
        problem,
      })
  })
}
