/** Where coins of the economy lie. Each is a ledger of its own; nothing is drawn from another without a movement. */
export const ACCOUNTS = [
  'burn pool',
  'validator fund',
  'community pool',
  'agent fund',
  'validator escrow',
  'stability principal',
  'stability rewards',
  'activity carry-over',
  'unclaimed rewards',
  'governance reserve',
  'forfeited rewards',
  'burn reserve',
  'mint reserve',
] as const

/** An account of the books of a period, such as a pool or the holders of REGEN. */
export type Account = (typeof ACCOUNTS)[number]

/** The accounts, everybody else, and what comes into being or ceases to be. */
export type Place = Account | 'everybody else' | 'mint' | 'burn'

/** The account of each of M013's pools. */
export const POOL_ACCOUNT = {
  burn: 'burn pool',
  validator: 'validator fund',
  community: 'community pool',
  agent: 'agent fund',
} as const
