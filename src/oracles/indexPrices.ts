import { readEvidence } from '../indexer/read/readMarket.ts'
import { readCoverage, readNewestTime } from '../indexer/report/coverage.ts'
import type { Store } from '../indexer/store/store.ts'
import { readProgress } from '../indexer/store/writeBlocks.ts'
import { RegenError } from '../primitives/errors.ts'
import { CHAIN_MISMATCH, INDEX_RANGE } from '../primitives/errorTable.ts'
import { sanitize } from '../primitives/sanitize.ts'
import { WEEK } from '../primitives/time.ts'
import type { PriceSource } from './priceSource.ts'
import { requireFresh } from './rules.ts'

/** The index may be behind the ledger by so many days. */
const MAX_BEHIND_DAYS = 1

/**
 * The trades of an index as a source: the average of seven days and the last trade, as `readIndexedPrices` has them, are computed from them by the policy's
 * rules. Throws CHAIN_MISMATCH for the index of another chain, INDEX_RANGE for one that does not have the seven days whole, SOURCE_STALE for one that is more
 * than a day behind.
 *
 * @example
 * const source = indexPrices(store, 'regen-1')
 */
export const indexPrices = (store: Store, chainId: string): PriceSource => ({
  name: `the index of ${chainId}`,
  readPrices: async at => {
    const progress = await readProgress(store)
    if (progress !== null && progress.chainId !== chainId)
      throw new RegenError(OTHER_CHAIN, { expected: chainId, got: progress.chainId })
    const newest = await readNewestTime(store)
    // An index that is ahead knows all that the ledger knew at that moment.
    const to = newest < at ? newest : at
    const from = `the index of ${chainId}`
    requireFresh({ from, what: 'The newest block', time: to }, { maxAgeDays: MAX_BEHIND_DAYS }, at)
    const { gaps } = await readCoverage(store, { from: at - WEEK, to })
    const [gap] = gaps
    if (gap !== undefined)
      throw new RegenError(INDEX_RANGE, {
        wanted: 'seven days without a gap',
        indexed: `no blocks ${gap.from} to ${gap.to}`,
      })
    return { stated: [], trades: (await readEvidence(store, at)).trades }
  },
})

const OTHER_CHAIN = {
  code: CHAIN_MISMATCH.code,
  problem: ({ expected, got }: { expected: string; got: string }) =>
    `The index is of the chain "${sanitize(got)}", not "${sanitize(expected)}".`,
  fix: 'Name an index of that chain.',
}
