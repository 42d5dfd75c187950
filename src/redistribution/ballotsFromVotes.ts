import type { Ballot } from '../mechanisms/regen-value-redistribution/retroactive/ballots.ts'
import { divideRatio, mulFloor, ONE, type Ratio, sumRatios } from '../primitives/ratio.ts'
import type { VoteOption } from '../primitives/voteOption.ts'

/** A vote on chain: of x/gov, split over options, or of x/group, whole. */
export type OnChainVote = {
  readonly proposalId: bigint
  readonly voter: string
} & (
  | { readonly option: VoteOption }
  | { readonly options: readonly { readonly option: VoteOption; readonly weight: Ratio }[] }
)

/**
 * Votes on chain as ballots, where each project has a proposal of its own: yes gives the voter’s weight, no gives 0, and who abstains
 * or does not vote says nothing of the project. Of a split vote the part that says yes counts:
 *
 *     amount = floor( weight of the voter × yes / ( 1 − abstain ) )
 *
 * Who votes twice on a proposal has the last vote, as in x/gov; proposals that stand for no project are left out.
 *
 * @param projects proposal id → project
 * @param weightOf the weight of a member, or the stake of a voter, in whole units; 0 gives votes of 0
 * @example
 * const vote = { voter: buyer, proposalId: 7n, options: [{ option: 'yes', weight: parseRatio('1') }] } as const
 * ballotsFromVotes([vote], { 7: 'soil' }, () => 1_000n) // [ { voter: 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg', votes: { soil: 1000n } } ]
 */
export function ballotsFromVotes(
  votes: Iterable<OnChainVote>,
  projects: { readonly [proposalId: string]: string },
  weightOf: (voter: string) => bigint,
): readonly Ballot[] {
  const ballots = new Map<string, Map<string, bigint>>()
  for (const vote of votes) {
    const id = vote.proposalId.toString()
    const project = Object.hasOwn(projects, id) ? projects[id] : undefined
    if (project === undefined) continue
    const own = ballots.get(vote.voter) ?? new Map<string, bigint>()
    const yes = yesOf('option' in vote ? [{ option: vote.option, weight: ONE }] : vote.options)
    if (yes === null) own.delete(project)
    else own.set(project, mulFloor(weightOf(vote.voter), yes))
    ballots.set(vote.voter, own)
  }
  return [...ballots].map(([voter, own]) => ({ voter, votes: Object.fromEntries(own) }))
}

/** The part of a vote that says yes, of what does not abstain; null where all of it abstains. */
function yesOf(options: readonly { readonly option: VoteOption; readonly weight: Ratio }[]): Ratio | null {
  const sum = (kinds: readonly VoteOption[]) =>
    sumRatios(...options.filter(({ option }) => kinds.includes(option)).map(({ weight }) => weight))
  const [yes, said] = [sum(['yes']), sum(['yes', 'no', 'no with veto'])]
  return said.num === 0n ? null : divideRatio(yes, said)
}
