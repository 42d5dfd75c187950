/** One vote on a seat; a validator's weight is 1, a holder's its tokens. */
export type SeatVote = {
  readonly voter: string
  readonly track: 'validators' | 'holders'
  readonly option: 'yes' | 'no' | 'veto' | 'abstain'
  readonly weight: bigint
}

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
  const counted = votes.filter(({ voter }) => voter !== candidate)
  const validators = counted.filter(({ track }) => track === 'validators')
  const holders = tally(counted.filter(({ track }) => track === 'holders'))
  const insiders = new Set(validators.map(({ voter }) => voter))
  const independent = counted.some(
    ({ track, option, voter, weight }) =>
      track === 'holders' && option === 'yes' && weight > 0n && !insiders.has(voter),
  )
  return {
    validators: tally(validators),
    holders,
    notByValidatorsAlone: holders.passed && independent,
    excluded: votes.filter(({ voter }) => voter === candidate),
  }
}

function tally(votes: readonly SeatVote[]): TrackTally {
  const weightOf = (...options: readonly SeatVote['option'][]) =>
    votes.reduce((sum, { option, weight }) => (options.includes(option) ? sum + weight : sum), 0n)
  const yes = weightOf('yes')
  const no = weightOf('no', 'veto')
  return { yes, no, passed: yes > no }
}
