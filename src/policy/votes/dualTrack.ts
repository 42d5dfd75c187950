import { SUPERMAJORITY } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/changeHardCap.ts'
import { addRatio, compareRatios, complement, mulRatio, type Ratio, ZERO } from '../../primitives/ratio.ts'
import type { PolicyConfig } from '../policy.ts'
import {
  check,
  isAbove,
  isAtLeast,
  isNotVetoed,
  type LayerCheck,
  reachesQuorum,
  type Tally,
  twice,
  yesShare,
} from './meetsLayer.ts'

/** A vote after M014: validators with one vote each, holders with their tokens (`eligible` is the supply). */
export type TrackTallies = { readonly validators: Tally; readonly holders: Tally }

/** What is voted on; the weights of `weighted` differ by it (OQ-GOV-POA-1). */
export type Purpose = 'upgrade' | 'treasury' | 'other'

const VALIDATOR_QUORUM = { num: 2n, den: 3n }
const HOLDER_QUORUM = { num: 1n, den: 10n }
const HALF = { num: 1n, den: 2n }
const THREE_QUARTERS = { num: 3n, den: 4n }

/**
 * Whether a vote of both tracks passes.
 *
 *     both-tracks   quorum of validators, and:  both > 50 %,  or validators ≥ 75 %,  or holders ≥ 75 %
 *     weighted      both quorums, and:  w × yes of validators + (1 − w) × yes of holders > 50 %
 *
 * The quorums are 2/3 of the validators and 10 % of the supply; in `both-tracks` the yes of holders counts only with theirs. More than 33.4 %
 * of vetoes on either track refuses the vote. The weights 60/40 have no part in `both-tracks`.
 *
 * @see readings 2.5, dual track; OQ-GOV-POA-1
 *
 * @example
 * passesDualTrack(tracks, 'upgrade', DEFAULT_POLICY.governance) // { met: true, guards: { validatorQuorum: true, threshold: true, noVeto: true } }
 */
export function passesDualTrack(
  { validators, holders }: TrackTallies,
  purpose: Purpose,
  { dualTrack }: Pick<PolicyConfig['governance'], 'dualTrack'>,
): LayerCheck {
  const validatorQuorum = reachesQuorum(validators, VALIDATOR_QUORUM)
  const holderQuorum = reachesQuorum(holders, HOLDER_QUORUM)
  const noVeto = isNotVetoed(validators) && isNotVetoed(holders)
  if (dualTrack.kind === 'weighted')
    return check({
      validatorQuorum,
      holderQuorum,
      threshold: compareRatios(weigh(validators, holders, dualTrack[purpose]), HALF) > 0,
      noVeto,
    })
  return check({
    validatorQuorum,
    threshold:
      (holderQuorum && isAbove(validators, HALF) && isAbove(holders, HALF)) ||
      isAtLeast(validators, THREE_QUARTERS) ||
      (holderQuorum && isAtLeast(holders, THREE_QUARTERS)),
    noVeto,
  })
}

/**
 * Layer 4 after M014: 67 % or more on both tracks, with quorums of 2/3 of the validators and 20 % of the supply.
 *
 * @example
 * passesBothTracks(tracks) // { met: false, guards: { validatorQuorum: true, holderQuorum: true, threshold: false, noVeto: true } }
 */
export const passesBothTracks = ({ validators, holders }: TrackTallies): LayerCheck =>
  check({
    validatorQuorum: reachesQuorum(validators, VALIDATOR_QUORUM),
    holderQuorum: reachesQuorum(holders, twice(HOLDER_QUORUM)),
    threshold: isAtLeast(validators, SUPERMAJORITY) && isAtLeast(holders, SUPERMAJORITY),
    noVeto: isNotVetoed(validators) && isNotVetoed(holders),
  })

const weigh = (validators: Tally, holders: Tally, weight: Ratio): Ratio =>
  addRatio(
    mulRatio(yesShare(validators) ?? ZERO, weight),
    mulRatio(yesShare(holders) ?? ZERO, complement(weight)),
  )
