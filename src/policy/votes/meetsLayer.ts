import { SUPERMAJORITY } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/changeHardCap.ts'
import type { Layer } from '../../primitives/parameter.ts'
import { compareRatios, minRatio, mulRatio, ONE, type Ratio, ratio } from '../../primitives/ratio.ts'

/** A vote, in tokens or in validators; `eligible` is all that could have voted. */
export type Tally = {
  readonly yes: bigint
  readonly no: bigint
  readonly veto: bigint
  readonly abstain: bigint
  readonly eligible: bigint
}

/** Each rule by name and whether it holds; `met` when all do. */
export type LayerCheck = { readonly met: boolean; readonly guards: { readonly [guard: string]: boolean } }

const HALF = { num: 1n, den: 2n }
const MAX_VETO = { num: 334n, den: 1000n }

/**
 * Whether a vote is enough for a layer.
 *
 *     L1   no vote
 *     L2   no vote either: agents decide, unless a vote overrides them, no + veto > yes
 *     L3   yes / (yes + no + veto) > 1/2,  votes ≥ quorum,  veto ≤ 33.4 % of the votes
 *     L4   the same with 67 % or more, and twice the quorum
 *
 * A chain knows one threshold for all its proposals: this checks a tally against a rule of process, and enforces nothing.
 *
 * @see readings 2.5, Governance layers
 *
 * @example
 * meetsLayer({ yes: 60n, no: 30n, veto: 0n, abstain: 10n, eligible: 200n }, 'L4', DEFAULT_POLICY.governance) // { met: false, guards: { quorum: false, threshold: false, noVeto: true } }
 */
export function meetsLayer(tally: Tally, layer: Layer, { quorum }: { readonly quorum: Ratio }): LayerCheck {
  if (layer === 'L1') return check({})
  if (layer === 'L2') return check({ notOverridden: tally.no + tally.veto <= tally.yes })
  const isConstitutional = layer === 'L4'
  return check({
    quorum: reachesQuorum(tally, isConstitutional ? twice(quorum) : quorum),
    threshold: isConstitutional ? isAtLeast(tally, SUPERMAJORITY) : isAbove(tally, HALF),
    noVeto: isNotVetoed(tally),
  })
}

/** A decision of agents in Layer 2. */
export type AgentDecision = {
  /** How sure the agent is, 0 to 1. */
  readonly confidence: Ratio
  /** A significant one waits 72 hours for an override, another 24. */
  readonly significant: boolean
  readonly hoursOpen: number
  readonly overridden: boolean
}

const MIN_CONFIDENCE = { num: 85n, den: 100n }

/**
 * Whether a Layer 2 decision may be carried out: sure enough, its override window over, and nobody objected.
 *
 * @example
 * const decision = { confidence: parseRatio('0.9'), significant: true, hoursOpen: 24, overridden: false }
 * meetsOverrideWindow(decision) // { met: false, guards: { confidence: true, windowOver: false, notOverridden: true } }
 */
export const meetsOverrideWindow = (decision: AgentDecision): LayerCheck =>
  check({
    confidence: compareRatios(decision.confidence, MIN_CONFIDENCE) >= 0,
    windowOver: decision.hoursOpen >= (decision.significant ? 72 : 24),
    notOverridden: !decision.overridden,
  })

/** yes / (yes + no + veto), exact; null when nobody took a side. */
export const yesShare = ({ yes, no, veto }: Tally): Ratio | null =>
  yes + no + veto === 0n ? null : ratio(yes, yes + no + veto)

export const isAbove = (tally: Tally, threshold: Ratio): boolean => {
  const share = yesShare(tally)
  return share !== null && compareRatios(share, threshold) > 0
}

export const isAtLeast = (tally: Tally, threshold: Ratio): boolean => {
  const share = yesShare(tally)
  return share !== null && compareRatios(share, threshold) >= 0
}

/** votes / eligible ≥ quorum; where nobody could vote, no. */
export const reachesQuorum = (tally: Tally, quorum: Ratio): boolean =>
  tally.eligible > 0n && cast(tally) * quorum.den >= tally.eligible * quorum.num

/** Vetoes are at most 33.4 % of the votes. */
export const isNotVetoed = (tally: Tally): boolean => tally.veto * MAX_VETO.den <= cast(tally) * MAX_VETO.num

export const twice = (quorum: Ratio): Ratio => minRatio(ONE, mulRatio(quorum, { num: 2n, den: 1n }))

export const check = (guards: LayerCheck['guards']): LayerCheck => ({
  met: Object.values(guards).every(Boolean),
  guards,
})

const cast = ({ yes, no, veto, abstain }: Tally) => yes + no + veto + abstain
