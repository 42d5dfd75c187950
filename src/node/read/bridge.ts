import type { BridgedBatch, OriginTx } from '../../messages/ledger.ts'
import { BYTES, readBytes, readUint32, skip } from '../../wire/wireFormat.ts'
import { toHex } from '../rpc/http/bytes.ts'
import type { QueryPort } from '../rpc/query.ts'

/** Where raw reads are asked: of one connection, at one height, or first at the newest. */
type StoreAt = {
  readonly port: QueryPort
  readonly height: bigint | 'latest'
  readonly signal?: AbortSignal | undefined
}

/** What was read, and at which height. 'unknown' where the store is not laid out as v7's. */
type Stored<Value> = { readonly height: bigint; readonly value: Value | 'unknown' }

/**
 * Bridged credits in the ecocredit module's raw store: no query of the chain shows them. A row is found by the key of its class or
 * batch, which is read first, and written behind as it came:
 *
 *     07 02 02 01  class id                          the key of a class
 *     07 02 05 01  batch denom                       the key of a batch
 *     07 02 05 00  key of the batch                  the batch             { 4: denom }
 *     07 02 0c 00  key of the batch                  its contract          { 3: contract }
 *     07 02 0c 01  key of the class, contract        the key of the contract's batch
 *     07 02 0b 00  key of the class, id, 00, source  an origin transaction that credits were issued for; it has no value
 *
 * @see regen-ledger proto/regen/ecocredit/v1/state.proto Class, Batch, OriginTxIndex, BatchContract, and the key codecs of its ORM
 */
const TABLES = {
  classById: [7, 2, 2, 1],
  batchByDenom: [7, 2, 5, 1],
  batch: [7, 2, 5, 0],
  contractOfBatch: [7, 2, 12, 0],
  batchOfContract: [7, 2, 12, 1],
  origin: [7, 2, 11, 0],
} as const

/** Bytes as they are, and texts as UTF-8. */
const keyOf = (table: keyof typeof TABLES, ...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  Uint8Array.from([
    ...TABLES[table],
    ...parts.flatMap(part => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]),
  ])

const read = ({ port, height, signal }: StoreAt, data: Uint8Array, how: 'key' | 'subspace' = 'key') =>
  port.abciQuery({ path: `/store/ecocredit/${how}`, data, height, signal })

/** What a snapshot keeps of what was read. */
type Found =
  | { readonly bridgedBatches: readonly BridgedBatch[] }
  | { readonly originTxs: readonly OriginTx[] }

type Read = (at: StoreAt, ...name: readonly string[]) => Promise<Stored<Found | null>>

/** How to read each of them by its name; null where there is none. */
export const READS = {
  /** The contract that a batch came from. */
  'bridged batch': async (at, batchDenom = '') => {
    const { value: batch, height } = await read(at, keyOf('batchByDenom', batchDenom))
    if (batch.length === 0) return { height, value: 'unknown' }
    const { value } = await read({ ...at, height }, keyOf('contractOfBatch', batch))
    if (value.length === 0) return { height, value: null }
    const contract = textOf(value, 3)
    const isContract = /^0x[0-9a-fA-F]{40}$/.test(contract)
    return { height, value: isContract ? { bridgedBatches: [{ batchDenom, contract }] } : 'unknown' }
  },
  /** The batch that a class keeps for a contract. */
  'bridge contract': async (at, classId = '', contract = '') => {
    const { value: ofClass, height } = await read(at, keyOf('classById', classId))
    if (ofClass.length === 0) return { height, value: 'unknown' }
    const there = { ...at, height }
    const { value: batch } = await read(there, keyOf('batchOfContract', ofClass, contract))
    if (batch.length === 0) return { height, value: null }
    const batchDenom = textOf((await read(there, keyOf('batch', batch))).value, 4)
    const isOfClass = batchDenom.startsWith(`${classId}-`)
    return { height, value: isOfClass ? { bridgedBatches: [{ batchDenom, contract }] } : 'unknown' }
  },
  /** Whether a class has issued credits for a transaction on another chain or registry. */
  'origin transaction': async (at, classId = '', source = '', ...rest) => {
    const id = rest.join('/')
    const { value: ofClass, height } = await read(at, keyOf('classById', classId))
    if (ofClass.length === 0) return { height, value: 'unknown' }
    const key = keyOf('origin', ofClass, `${id}\0${source}`)
    // What does not exist has an empty value, and so has this row: it is looked for in a list, of { 1: { 1: key } }.
    const { value } = await read({ ...at, height }, key, 'subspace')
    const rows = fieldsOf(value, 1)
    if (rows === null) return { height, value: 'unknown' }
    const isUsed = rows.some(row => toHex(fieldsOf(row, 1)?.[0] ?? row) === toHex(key))
    return { height, value: isUsed ? { originTxs: [{ classId, source, id }] } : null }
  },
} as const satisfies { readonly [kind: string]: Read }

/** The bytes of each field of a number; null for what is no protobuf. */
function fieldsOf(bytes: Uint8Array, wanted: number): readonly Uint8Array[] | null {
  try {
    const cursor = { bytes, at: 0 }
    const fields = []
    while (cursor.at < bytes.length) {
      const tag = readUint32(cursor)
      if (tag === ((wanted << 3) | BYTES)) fields.push(readBytes(cursor))
      else skip(cursor, tag)
    }
    return fields
  } catch {
    return null
  }
}

const textOf = (bytes: Uint8Array, wanted: number): string =>
  new TextDecoder().decode(fieldsOf(bytes, wanted)?.[0] ?? new Uint8Array())
