import { rule } from '../fields/rules.ts'
import { enumeration } from './enumeration.ts'

/** What may be voted, in governance and in groups. */
export const voteOption = enumeration({
  VOTE_OPTION_UNSPECIFIED: 0,
  VOTE_OPTION_YES: 1,
  VOTE_OPTION_ABSTAIN: 2,
  VOTE_OPTION_NO: 3,
  VOTE_OPTION_NO_WITH_VETO: 4,
}).check(rule('vote', option => (option === 0 ? 'it is missing' : null)))

/** Each option in a sentence, by its number. */
export const VOTE_WORDS = ['nothing', 'yes', 'abstain', 'no', 'no with veto'] as const
