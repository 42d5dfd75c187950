/** regen-fees/indexer: what happened on a chain, in PostgreSQL: in a folder (PGlite) or on a server. */

export type { LedgerActivity } from '../node/history/activity.ts'
export type { Rpc } from '../node/rpc/connectRpc.ts'
export type { BlockSource } from './chain/chainBlock.ts'
export { type IndexOptions, type IndexProgress, type IndexRun, indexChain } from './indexChain.ts'
export { type IndexDigest, indexDigest } from './read/indexDigest.ts'
export {
  type ActivityFilter,
  type Period,
  readIndexedActivity,
  readIndexedTrades,
} from './read/readIndexed.ts'
export { type IndexedPrice, readIndexedPrices } from './read/readMarket.ts'
export { type AnchoredReport, anchorReport } from './report/anchorReport.ts'
export { type Coverage, readNewestTime } from './report/coverage.ts'
export { lastWeek, parsePeriod } from './report/parsePeriod.ts'
export { type PeriodReport, type PeriodReportOptions, readPeriodReport } from './report/periodReport.ts'
export { openStore, type StoreOptions } from './store/openStore.ts'
export type { Queries, Row, Store } from './store/store.ts'
export { type Progress, readProgress } from './store/writeBlocks.ts'
