import type { AbciEvent } from '../../../src/node/events/abciEvent.ts'
import type { HistoricTx } from '../../../src/node/history/activity.ts'
import { type RecordedTx, recordedTx, recordedTxs } from '../../support/recordings.ts'

const historic = ({ hash, tx, header }: RecordedTx): readonly HistoricTx[] =>
  tx && header ? [{ hash, height: BigInt(tx.height), time: header.time, events: tx.tx_result.events }] : []

/** Every recorded transaction that reached a block, the failed ones too. */
export const historicTxs = (): readonly HistoricTx[] => recordedTxs().flatMap(historic)

/** The recorded transactions of some names. */
export const named = (...names: readonly string[]): readonly HistoricTx[] =>
  names.flatMap(name => historic(recordedTx(name)))

/** A transaction of events that were not recorded. */
export const made = (events: readonly AbciEvent[]): HistoricTx => ({
  hash: 'AB'.repeat(32),
  height: 7n,
  time: '2026-11-21T14:41:00.5Z',
  events,
})
