import { BatchContract, Batch as StoredBatch } from '../../wire/generated/regen/ecocredit/v1/state.ts'
import { toHex } from '../rpc/bytes.ts'
import type { QueryPort } from '../rpc/query.ts'
import { pairKeys } from './storePairs.ts'

/** Where raw reads are asked: of one connection, at one height, or first at the newest. */
export type StoreAt = {
  readonly port: QueryPort
  readonly height: bigint | 'latest'
  readonly signal?: AbortSignal | undefined
}

/** What was read, and at which height. 'unknown' where the store is not laid out as v7's. */
export type Stored<Value> = { readonly height: bigint; readonly value: Value | 'unknown' }

/**
 * Bridged credits in the ecocredit module's raw store: no query of the chain shows them. Keys are those of its ORM, all in the file
 * 0x02 of the module 0x07; a row's key is known by its name only, so that it is read first, and written behind as it came:
 *
 *     07 02 02 01  class id                                  the key of a class
 *     07 02 05 01  batch denom                               the key of a batch
 *     07 02 05 00  key of the batch                          the batch
 *     07 02 0c 00  key of the batch                          its contract
 *     07 02 0c 01  key of the class  contract                the key of the contract's batch
 *     07 02 0b 00  key of the class  id 00 source            an origin transaction that credits were issued for; it has no value
 *
 * @see regen-ledger proto/regen/ecocredit/v1/state.proto Class, Batch, OriginTxIndex, BatchContract; the ORM's key codecs
 */
const MODULE = [0x07, 0x02]
const CLASS_BY_ID = [0x02, 0x01]
const BATCH = [0x05, 0x00]
const BATCH_BY_DENOM = [0x05, 0x01]
const CONTRACT_OF_BATCH = [0x0c, 0x00]
const CONTRACT_OF_CLASS = [0x0c, 0x01]
const ORIGIN = [0x0b, 0x00]

const bytesOf = (text: string) => new TextEncoder().encode(text)

const storeKey = (table: readonly number[], ...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from([...MODULE, ...table, ...parts.flatMap(part => [...part])])

const read = ({ port, height, signal }: StoreAt, data: Uint8Array, how: 'key' | 'subspace' = 'key') =>
  port.abciQuery({ path: `/store/ecocredit/${how}`, data, height, signal })

/** The contract that a batch came from over a bridge; null for a batch that was made otherwise. */
export async function readContractOfBatch(at: StoreAt, batchDenom: string): Promise<Stored<string | null>> {
  const { value: batch, height } = await read(at, storeKey(BATCH_BY_DENOM, bytesOf(batchDenom)))
  if (batch.length === 0) return { height, value: 'unknown' }
  const { value } = await read({ ...at, height }, storeKey(CONTRACT_OF_BATCH, batch))
  if (value.length === 0) return { height, value: null }
  return { height, value: exactly(BatchContract, value)?.contract || 'unknown' }
}

/** The batch that a class keeps for a contract on another chain; null when there is none yet. */
export async function readBatchOfContract(
  at: StoreAt,
  classId: string,
  contract: string,
): Promise<Stored<string | null>> {
  const { value: ofClass, height } = await read(at, storeKey(CLASS_BY_ID, bytesOf(classId)))
  if (ofClass.length === 0) return { height, value: 'unknown' }
  const there = { ...at, height }
  const { value: batch } = await read(there, storeKey(CONTRACT_OF_CLASS, ofClass, bytesOf(contract)))
  if (batch.length === 0) return { height, value: null }
  const { value } = await read(there, storeKey(BATCH, batch))
  const denom = exactly(StoredBatch, value)?.denom ?? ''
  return { height, value: denom.startsWith(`${classId}-`) ? denom : 'unknown' }
}

/** Whether a class has issued credits for a transaction on another chain or registry. */
export async function readOriginUsed(
  at: StoreAt,
  { classId, source, id }: { readonly classId: string; readonly source: string; readonly id: string },
): Promise<Stored<boolean>> {
  const { value: ofClass, height } = await read(at, storeKey(CLASS_BY_ID, bytesOf(classId)))
  if (ofClass.length === 0) return { height, value: 'unknown' }
  const key = storeKey(ORIGIN, ofClass, bytesOf(id), Uint8Array.of(0), bytesOf(source))
  // The row has no value, and an empty value is also what there is of a row that does not exist: its key is looked for.
  const { value } = await read({ ...at, height }, key, 'subspace')
  const keys = pairKeys(value)
  return { height, value: keys === null ? 'unknown' : keys.some(found => toHex(found) === toHex(key)) }
}

type Codec<Row> = {
  readonly decode: (bytes: Uint8Array) => Row
  readonly encode: (row: Row) => { readonly finish: () => Uint8Array }
}

/** A row that is written exactly so; null for bytes of anything else. */
function exactly<Row>({ decode, encode }: Codec<Row>, bytes: Uint8Array): Row | null {
  try {
    const row = decode(bytes)
    return toHex(encode(row).finish()) === toHex(bytes) ? row : null
  } catch {
    return null
  }
}
