import type { FeePreview, MessagePreview } from '../../preview/feePreview.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import type { TxTerms } from '../options/txTerms.ts'
import type { GasCost } from './gasCost.ts'
import type { Verdict } from './verdict.ts'

/** All that the command preview says. */
export type PreviewReport = {
  readonly preview: FeePreview
  readonly verdict: Verdict
  readonly gas: GasCost
  readonly terms: TxTerms | null
  readonly snapshot: LedgerSnapshot
  /** Where the state is from. */
  readonly note: string
}

/** The number of a message, '2', or of one inside it, '2.1'. */
export const labelOf = ({ index, path }: Pick<MessagePreview, 'index' | 'path'>): string =>
  [index + 1, ...path.map(inner => inner + 1)].join('.')
