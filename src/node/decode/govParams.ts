import type { Coin } from '../../primitives/coin.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Params } from '../../wire/generated/cosmos/gov/v1/gov.ts'
import { toCoin } from './coin.ts'
import type { Fields } from './fields.ts'

export type GovParams = {
  readonly minDeposit: readonly Coin[]
  readonly depositSeconds: bigint
  readonly votingSeconds: bigint
  readonly expeditedMinDeposit: readonly Coin[]
  readonly expeditedVotingSeconds: bigint
  readonly expeditedThreshold: Ratio
  /** The share of all that is bonded that has to vote. */
  readonly quorum: Ratio
  readonly threshold: Ratio
  readonly vetoThreshold: Ratio
  readonly minInitialDepositRatio: Ratio
  readonly minDepositRatio: Ratio
}

export const toGovParams = (wire: Params, read: Fields): GovParams => ({
  minDeposit: read.each('min_deposit', wire.minDeposit, toCoin),
  depositSeconds: read.seconds('max_deposit_period', wire.maxDepositPeriod),
  votingSeconds: read.seconds('voting_period', wire.votingPeriod),
  expeditedMinDeposit: read.each('expedited_min_deposit', wire.expeditedMinDeposit, toCoin),
  expeditedVotingSeconds: read.seconds('expedited_voting_period', wire.expeditedVotingPeriod),
  expeditedThreshold: read.decimal('expedited_threshold', wire.expeditedThreshold),
  quorum: read.decimal('quorum', wire.quorum),
  threshold: read.decimal('threshold', wire.threshold),
  vetoThreshold: read.decimal('veto_threshold', wire.vetoThreshold),
  minInitialDepositRatio: read.decimal('min_initial_deposit_ratio', wire.minInitialDepositRatio),
  minDepositRatio: read.decimal('min_deposit_ratio', wire.minDepositRatio),
})
