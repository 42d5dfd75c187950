/** regen-fees/monitor: alerts about a market, its fees and its validators, as blocks come. */

export type { Rpc } from '../node/rpc/connectRpc.ts'
export type { Alert, AlertCode, AlertFacts, Severity } from './alert.ts'
export { alertSentence } from './alertSentence.ts'
export type { Socket } from './newBlocks.ts'
export { DEFAULT_WATCH_RULES, parseWatchRules, type WatchRules } from './rules.ts'
export { type WatchOptions, watch } from './watch.ts'
