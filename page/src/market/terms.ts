import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'

/** On which chain and at which height a market was read, and what everybody pays there. */
export type MarketTerms = Pick<LedgerSnapshot, 'chainId' | 'height' | 'time'> & {
  readonly settings: Pick<LedgerSnapshot['settings'], 'feeParams' | 'allowedDenoms'>
}

export const termsOf = ({
  chainId,
  height,
  time,
  settings: { feeParams, allowedDenoms },
}: LedgerSnapshot): MarketTerms => ({ chainId, height, time, settings: { feeParams, allowedDenoms } })
