import { addRatio, compareRatios, minRatio, mulRatio, type Ratio, ZERO } from '../../../primitives/ratio.ts'

/** When a group agrees: yes weighs so much, or is such a share of the weight of all members. */
export type GroupRule = (
  | { readonly kind: 'threshold'; readonly threshold: Ratio }
  | { readonly kind: 'percentage'; readonly percentage: Ratio }
) & {
  readonly votingSeconds: bigint
  /** From the proposal on; before, nothing is run. */
  readonly minExecutionSeconds: bigint
}

/** The votes of a group's proposal, weighed by the members' weights. */
export type GroupTally = {
  readonly yes: Ratio
  readonly no: Ratio
  readonly abstain: Ratio
  readonly noWithVeto: Ratio
}

/** 'open': neither side has won, and the vote goes on. */
export type GroupDecision = 'passes' | 'fails' | 'open'

/**
 * What a group has decided: as soon as no vote that is still missing could change it.
 *
 *     threshold   passes: Σ yes ≥ min( T, W );   fails: Σ yes + missing < min( T, W )
 *     percentage  passes: Σ yes ≥ p × W;         fails: ( Σ yes + missing ) / W < p
 *
 * W is the weight of all members, missing = W − what was cast. At the end of the vote what is missing is no yes.
 *
 * @see cosmos-sdk x/group types.go, ThresholdDecisionPolicy.Allow and PercentageDecisionPolicy.Allow
 *
 * @example
 * const [none, two, three] = [parseRatio('0'), parseRatio('2'), parseRatio('3')]
 * const rule = { kind: 'threshold', threshold: two, votingSeconds: 86_400n, minExecutionSeconds: 0n } as const
 * groupDecision({ yes: two, no: none, abstain: none, noWithVeto: none }, three, rule) // 'passes'
 */
export function groupDecision(
  tally: GroupTally,
  totalWeight: Ratio,
  rule: GroupRule,
  ended = false,
): GroupDecision {
  const needed =
    rule.kind === 'threshold' ? minRatio(rule.threshold, totalWeight) : mulRatio(rule.percentage, totalWeight)
  if (compareRatios(tally.yes, needed) >= 0) return 'passes'
  const against = [tally.no, tally.abstain, tally.noWithVeto].reduce(addRatio, ZERO)
  // Whether it would pass if everybody who has not voted said yes.
  const canStill = compareRatios(totalWeight, addRatio(needed, against)) >= 0
  return canStill && !ended ? 'open' : 'fails'
}
