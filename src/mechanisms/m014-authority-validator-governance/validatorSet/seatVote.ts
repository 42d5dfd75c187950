/** One vote on a seat; a validator's weight is 1, a holder's its tokens. */
export type SeatVote = {
  readonly voter: string
  readonly track: 'validators' | 'holders'
  readonly option: 'yes' | 'no' | 'veto' | 'abstain'
  readonly weight: bigint
}

/** The votes of one of the two tracks of a seat's vote, and whether it passed there. */
export type TrackTally = { readonly yes: bigint; readonly no: bigint; readonly passed: boolean }

/** A vote on a seat, by track. */
export type SeatTally = {
  readonly validators: TrackTally
  readonly holders: TrackTally
  /** The holders passed it, and not only by tokens of those who also voted as validators. */
  readonly notByValidatorsAlone: boolean
  /** The candidate's own votes, which do not count. */
  readonly excluded: readonly SeatVote[]
}

/**
 * Counts the votes on a seat: a track passes when yes > no, vetoes being no.
 *
 * Validators cannot fill a seat by themselves: the holders' track must pass too, and the candidate has no vote.
 * Whether the vote as a whole passed is the governance layer's rule, not this one's.
 *
 * @see SPEC M014, invariant 3, No Self-Approval
 *
 * @example
 * const votes = [
 *   { voter: 'regen1river', track: 'validators', option: 'yes', weight: 1n },
 *   { voter: buyer, track: 'holders', option: 'yes', weight: 100n },
 *   { voter: seller, track: 'holders', option: 'veto', weight: 40n },
 * ] as const
 * tallySeat('regen1forest', votes).holders // { yes: 100n, no: 40n, passed: true }
 */
export function tallySeat(candidate: string, votes: readonly SeatVote[]): SeatTally {
  const tracks = { validators: { yes: 0n, no: 0n }, holders: { yes: 0n, no: 0n } }
  const insiders = new Set<string>()
  const excluded: SeatVote[] = []
  for (const vote of votes) {
    const { voter, track, option, weight } = vote
    if (voter === candidate) {
      excluded.push(vote)
      continue
    }
    if (track === 'validators') insiders.add(voter)
    if (option === 'yes') tracks[track].yes += weight
    else if (option !== 'abstain') tracks[track].no += weight
  }
  const independent = votes.some(
    ({ track, option, voter, weight }) =>
      voter !== candidate && track === 'holders' && option === 'yes' && weight > 0n && !insiders.has(voter),
  )
  const holders = passing(tracks.holders)
  return {
    validators: passing(tracks.validators),
    holders,
    notByValidatorsAlone: holders.passed && independent,
    excluded,
  }
}

const passing = ({ yes, no }: { readonly yes: bigint; readonly no: bigint }): TrackTally => ({
  yes,
  no,
  passed: yes > no,
})
