import type { RecordedEvent, RecordedTx } from '../recordings.ts'
import { internalError, type Reply } from '../reply.ts'

type Params = { readonly [name: string]: unknown }

/**
 * tx_search over the transactions up to a height. It knows what the recorded searches use: conditions joined by AND,
 * each `key EXISTS`, `key='value'` or a comparison of tx.height. A search in other words is not answered.
 */
export function txSearch(params: Params, txs: readonly RecordedTx[], height: bigint): Reply {
  const { query, page = '1', per_page = '30', order_by = 'asc', prove = false } = params
  const conditions = String(query).split(/ AND /i).map(toCondition)
  if (prove !== false || conditions.some(condition => condition === null))
    return { missing: `the search ${JSON.stringify(params)}` }
  const found = txs.filter(
    ({ tx }) =>
      tx &&
      BigInt(tx.height) <= height &&
      conditions.every(condition => condition?.(tx.tx_result.events, tx.height)),
  )
  if (order_by === 'desc') found.reverse()
  const [number, size] = [Number(page), Math.min(Number(per_page), 100)]
  const pages = Math.max(1, Math.ceil(found.length / size))
  if (number < 1 || number > pages)
    return internalError(`page should be within [1, ${pages}] range, given ${number}`)
  const rows = found.slice((number - 1) * size, number * size)
  return { result: { txs: rows.map(({ tx }) => tx), total_count: String(found.length) } }
}

type Condition = (events: readonly RecordedEvent[], height: string) => boolean

const COMPARE: { readonly [sign: string]: (a: bigint, b: bigint) => boolean } = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
}

function toCondition(text: string): Condition | null {
  const [, sign, bound] = /^\s*tx\.height\s*(<=|>=|=|<|>)\s*'?(\d+)'?\s*$/.exec(text) ?? []
  if (sign && bound) return (_, height) => COMPARE[sign]?.(BigInt(height), BigInt(bound)) ?? false
  const [, key = '', value] = /^\s*([\w./-]+)\s*(?:EXISTS|=\s*'(.*)')\s*$/.exec(text) ?? []
  if (!key.includes('.')) return null
  return events =>
    events.some(event =>
      event.attributes.some(
        attribute =>
          `${event.type}.${attribute.key}` === key && (value === undefined || attribute.value === value),
      ),
    )
}
