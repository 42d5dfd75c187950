/** What can be voted, in governance and in groups, by its number on the wire. */
export const VOTE_OPTIONS = ['unspecified', 'yes', 'abstain', 'no', 'no with veto'] as const

/** What one can vote on a proposal of the chain. */
export type VoteOption = (typeof VOTE_OPTIONS)[number]
