import type { ActivityHistory, HistoricOddity, LedgerActivity } from '../history/activity.ts'
import { toActivity } from '../history/toActivity.ts'
import { readGovParams, readProposals } from './governance.ts'
import { type Memos, readActivityBetween } from './history.ts'
import { type RewardActivities, toRewardActivities, type Votes, type Worth } from './rewardActivities.ts'
import { readStakingPool } from './staking.ts'
import { ACTIVITY_SEARCHES, type Blocks, type ChainAt, readBlockTimes, searchAllTxs } from './txSearch.ts'

/** What M015 credits in some blocks, and the events that could not be counted. */
export type PeriodActivities = RewardActivities & { readonly oddities: readonly HistoricOddity[] }

/** What happened in some blocks, and what it takes to tell how votes ended; not valued yet. */
export type PeriodHistory = ActivityHistory & {
  /** Proposals that were submitted before: one counts when its vote ends. */
  readonly submitted: readonly LedgerActivity[]
  readonly votes: Votes
  readonly memos: Memos
}

export async function readPeriodHistory(chain: ChainAt, blocks: Blocks): Promise<PeriodHistory> {
  const [{ activity, oddities, memos }, earlier, proposals, { quorum }, { bonded }] = await Promise.all([
    readActivityBetween(chain, blocks),
    searchAllTxs(chain, ACTIVITY_SEARCHES.proposals, { from: 1n, to: blocks.from - 1n }),
    readProposals(chain),
    readGovParams(chain),
    readStakingPool(chain),
  ])
  const before = toActivity(await readBlockTimes(chain, earlier)).activity
  const submitted = before.filter(({ kind }) => kind === 'proposal')
  return { activity, oddities, memos, submitted, votes: { proposals, quorum, bonded } }
}

/** A period's history as M015 counts it, with what things are worth. */
const toPeriodActivities = (
  { activity, submitted, votes, oddities }: PeriodHistory,
  worth: Worth,
): PeriodActivities => ({ ...toRewardActivities([...submitted, ...activity], votes, worth), oddities })

/**
 * What accounts did in some blocks, as M015 counts it, with block times. Proposals that were submitted before are among it: one counts
 * when its vote ends. Whether a rejected one reached the quorum is told by what is staked at the height of the reading.
 *
 * @example
 * const worth = { rates: {}, priceOf: () => parseRatio('25000000') }
 * const { activities } = await readRewardActivities(chain, { from: 100n, to: 200n }, worth)
 */
export const readRewardActivities = async (
  chain: ChainAt,
  blocks: Blocks,
  worth: Worth,
): Promise<PeriodActivities> => toPeriodActivities(await readPeriodHistory(chain, blocks), worth)
