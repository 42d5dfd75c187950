import { Batch, BatchContract } from '../../wire/generated/regen/ecocredit/v1/state.ts'
import { classOf, type LedgerState } from '../replay/state.ts'
import type { Answerer } from './answer.ts'

/** Rows are numbered in the order in which they were made; small numbers are written in two bytes. */
const numbered = (ids: Iterable<string>, id: string): Uint8Array => {
  const number = [...ids].indexOf(id) + 1
  return number === 0 ? new Uint8Array() : Uint8Array.of(number >> 8, number & 255)
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

const named = (ids: Iterable<string>, bytes: Uint8Array): string =>
  [...ids][((bytes[0] ?? 0) << 8) + (bytes[1] ?? 0) - 1] ?? ''

/** The rows of bridged credits in the ecocredit store, by table and index; see src/node/read/bridge.ts for their keys. */
const ROWS: { readonly [place: string]: (key: Uint8Array, state: LedgerState) => Uint8Array } = {
  '2 1': (key, { classes }) => numbered(classes.keys(), text(key)),
  '5 1': (key, { batches }) => numbered(batches.keys(), text(key)),
  '5 0': (key, { batches }) => {
    const denom = named(batches.keys(), key)
    return denom === ''
      ? new Uint8Array()
      : Batch.encode({ ...Batch.decode(new Uint8Array()), denom }).finish()
  },
  '12 0': (key, { batches, contracts, classes }) => {
    const denom = named(batches.keys(), key)
    const contract = contracts.get(denom)
    if (contract === undefined) return new Uint8Array()
    const classKey = BigInt([...classes.keys()].indexOf(classOf(denom)) + 1)
    return BatchContract.encode({ batchKey: 0n, classKey, contract }).finish()
  },
  '12 1': (key, { batches, contracts, classes }) => {
    const [classId, contract] = [named(classes.keys(), key), text(key.subarray(2))]
    const of = [...contracts].find(([denom, found]) => found === contract && classOf(denom) === classId)
    return of ? numbered(batches.keys(), of[0]) : new Uint8Array()
  },
}

/** Null for a key of which the recordings tell nothing. */
export const storeAnswer: Answerer = (key, state) => {
  if (key[0] !== 7 || key[1] !== 2) return null
  return ROWS[`${key[2]} ${key[3]}`]?.(key.subarray(4), state) ?? null
}

/** What is kept below the key of an origin transaction: itself, without a value, or nothing. */
export const subspaceAnswer: Answerer = (key, state) => {
  if (text(key.subarray(0, 4)) !== '\x07\x02\x0b\x00') return null
  const [id = '', source = ''] = text(key.subarray(6)).split('\0')
  const origin = `${named(state.classes.keys(), key.subarray(4))} ${source} ${id}`
  return state.origins.has(origin)
    ? Uint8Array.of(10, key.length + 2, 10, key.length, ...key)
    : new Uint8Array()
}
