import { DAY } from '../../primitives/time.ts'
import type { EpochState } from '../state/epochState.ts'

export type Votes = NonNullable<EpochState['rewards']['votes']>

/** Votes are remembered for longer than any vote is open: the chain lets a voter vote again, which replaces the first vote. */
const REMEMBERED = 92n * DAY

/** The votes that may be cast again in a period that starts at `from`, in seconds since 1970. */
export const openVotes = (votes: Votes | undefined, from: bigint): Votes =>
  (votes ?? []).filter(({ time }) => time >= from - REMEMBERED)

/** The votes of a period put to those before it; absent when there are none. */
export const withVotes = (open: Votes, news: Votes): { readonly votes?: Votes } =>
  open.length + news.length === 0 ? {} : { votes: [...open, ...news] }
