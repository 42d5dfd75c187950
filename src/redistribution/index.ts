/** regen-fees/redistribution: value redistribution, exact: rounds, grants, certificates, ballots, and the transactions that pay them. Pure. */
export * from '../mechanisms/regen-value-redistribution/index.ts'
export type { VoteOption } from '../primitives/voteOption.ts'
export { adr36Bytes, type StdSignature } from './adr36.ts'
export { type BallotRule, type BallotText, ballotText, requireBallot, roundTerms } from './ballot.ts'
export { type BallotBox, openBallotBox, type SignedBallot } from './ballotBox.ts'
export { ballotsFromVotes, type OnChainVote } from './ballotsFromVotes.ts'
export {
  contributionsFromGifts,
  contributionsFromPurchases,
  type Gift,
  type PurchaseFact,
  projectOfBatch,
  salesFromPurchases,
  type UncountedGift,
} from './contributionsFromChain.ts'
export { type Eligibility, eligibleProjects, type ProjectFact } from './eligibleProjects.ts'
export { type CommunitySpend, communitySpends } from './epochSpends.ts'
export {
  type ActivityFact,
  activityMetrics,
  type MeasuredValue,
  measureActivity,
} from './measureActivity.ts'
export { parseReport } from './parseReport.ts'
export { type Recomputation, recompute } from './recompute.ts'
export { type RawHash, rawIri, reportBytes, reportIri, reportRawHash } from './reportIri.ts'
export { type Settlement, type SettlementBy, type SettlementOptions, settle } from './settle.ts'
export { signatureProblem } from './signatureProblem.ts'
export { type Payment, requireSettled, type SettlementCheck, verifySettlement } from './verifySettlement.ts'
