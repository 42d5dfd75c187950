import type { Change } from './changes.ts'

const EPOCH = 'epoch'
const GOVERNANCE = 'epoch/governance.test.ts'
const VALIDATORS = 'epoch/validators.test.ts'
const DENOMS = 'epoch/denomsAndClocks.test.ts'
const COMPUTED = 'the set invariant 3 and the other guards of an approval are computed:'

/** The economy: who may do what in a period, what changes a policy, and where money goes. */
export const ECONOMY: readonly Change[] = [
  {
    what: 'a line of value 0 beside others pays the minimum, though zeroValue is exempt',
    file: 'mechanisms/m013-value-based-fee-routing/chargeFee.ts',
    from: "rules.zeroValue === 'exempt' && lines.every",
    to: "rules.zeroValue === 'min-fee' && lines.every",
    test: 'epoch/previewEqualsEpoch.test.ts',
    title: 'line, exempt',
  },
  {
    what: 'cap-wins lifts a fee to the whole minimum',
    file: 'mechanisms/m013-value-based-fee-routing/chargeFee.ts',
    from: 'return most < minFee ? { fee: most, minFeeApplied: false }',
    to: 'return most < 0n ? { fee: most, minFeeApplied: false }',
    test: 'epoch/previewEqualsEpoch.test.ts',
    title: 'line, cap-wins',
  },
  {
    what: 'a pool with share 0 takes the remainder',
    file: 'mechanisms/m013-value-based-fee-routing/split.ts',
    from: "(remainder === 'agent' || remainder === 'burn') && shares[remainder].num > 0n",
    to: "remainder === 'agent' || remainder === 'burn'",
    test: 'mechanisms/m013-value-based-fee-routing/split.test.ts',
    title: 'a pool whose share is 0 gets nothing, with the remainder "burn"',
  },
  {
    what: 'the tag of the community pool is not set apart',
    file: 'mechanisms/m013-value-based-fee-routing/routeFee.ts',
    from: "if (agentFund.kind !== 'community-tag') return pools",
    to: 'if (agentFund.kind !== undefined) return pools',
    test: 'epoch/fees.test.ts',
    title: 'OQ-M013-4 community-tag: a share of the community pool for agents, which governance spends',
  },
  {
    what: 'a policy changes without a decision',
    file: `${EPOCH}/policyChange.ts`,
    from: 'if (before === null || before === policyHash(policy)) return UNCHANGED',
    to: 'if (before !== undefined) return UNCHANGED',
    test: GOVERNANCE,
    title:
      'a change of parameters is a decision with its tally and layer invariant 3, Monotonic Cap: another cap without a vote is refused',
  },
  {
    what: 'a step out of bounds is decided all the same',
    file: `${EPOCH}/policyChange.ts`,
    from: '...changes.flatMap(({ outOfBounds }) => outOfBounds),',
    to: '',
    test: GOVERNANCE,
    title:
      'a change of parameters is a decision with its tally and layer a change of another policy, and one out of bounds, is refused',
  },
  {
    what: 'agents decide what belongs to a vote',
    file: 'policy/votes/passesDecision.ts',
    from: 'check({ votedOn: false })',
    to: 'check({ votedOn: true })',
    test: GOVERNANCE,
    title: 'a change of parameters is a decision with its tally and layer agents is not enough for the cap',
  },
  {
    what: 'x/mint issues beside proof of authority',
    file: `${EPOCH}/requirePossible.ts`,
    from: 'inflation === 0n',
    to: 'inflation >= 0n',
    test: GOVERNANCE,
    title: 'impossible worlds M014, phase 3: no inflationary fallback beside proof of authority',
  },
  {
    what: 'a vote counts again in the next period',
    file: `${EPOCH}/rewards/tallyActivities.ts`,
    from: '!before.has(voteOf(activity))',
    to: '!before.has(voteOf(activity) + 1)',
    test: GOVERNANCE,
    title:
      'M015 across periods invariant 5: a vote counts once per proposal, also when it is cast again in the next period',
  },
  {
    what: 'activities may be worth more than what was charged',
    file: `${EPOCH}/inputs/requireCharged.ts`,
    from: 'if (value > charged) throw',
    to: 'if (value < 0n) throw',
    test: GOVERNANCE,
    title: 'M015 across periods invariant 3: an activity is no more than what was charged for it',
  },
  {
    what: 'the base rate has no bound in the formula',
    file: 'mechanisms/m012-fixed-cap-dynamic-supply/mint.ts',
    from: "checkParameter('baseRate', params.baseRate)",
    to: 'void checkParameter',
    test: GOVERNANCE,
    title: 'Parameter Bound Safety holds in the formulas M012: a base rate above 0.10',
  },
  {
    what: 'prices are compared on a coarse grid',
    file: 'mechanisms/m013-value-based-fee-routing/outliers.ts',
    from: 'payment * (common / quantity)',
    to: '(payment * common * 1000n) / (quantity * common)',
    test: GOVERNANCE,
    title: 'M013, prices: a trade exactly at three standard deviations of the others is kept',
  },
  {
    what: 'validators fill a seat by themselves',
    file: 'mechanisms/m014-authority-validator-governance/guards.ts',
    from: 'notByValidatorsAlone: facts.tally.notByValidatorsAlone',
    to: 'notByValidatorsAlone: true',
    test: VALIDATORS,
    title: `${COMPUTED} notByValidatorsAlone`,
  },
  {
    what: 'more seats than max_validators',
    file: 'mechanisms/m014-authority-validator-governance/composition.ts',
    from: 'total(shortOf(counts, compositionMinimum)) <= maxValidators',
    to: 'total(shortOf(counts, compositionMinimum)) <= maxValidators + 9',
    test: VALIDATORS,
    title: 'the set 25 validators with max_validators 21: not any more',
  },
  {
    what: 'votes of strangers count as those of validators',
    file: `${EPOCH}/validators/seatDecision.ts`,
    from: "track === 'holders' || serving.has(voter)",
    to: "track === 'holders' || voter !== ''",
    test: VALIDATORS,
    title: 'the set the candidate’s own vote and those of strangers do not count',
  },
  {
    what: 'probation ends at once',
    file: 'mechanisms/m014-authority-validator-governance/guards.ts',
    from: 'probationStart !== null && isReached(addDays(probationStart, probationDays), at)',
    to: 'probationStart !== null && probationDays > 0 && at !== ""',
    test: VALIDATORS,
    title: 'the set PROBATION lasts 30 days, is by report or motion, and is paid by the day',
  },
  {
    what: 'a term that ends in a period is paid to the end of it',
    file: `${EPOCH}/validators/validatorSet.ts`,
    from: 'validator.termEnd ?? at',
    to: 'at',
    test: VALIDATORS,
    title:
      'the set a term that ends in the period is paid until its end, and is then over; a decision is due',
  },
  {
    what: 'who leaves early earns the bonus',
    file: `${EPOCH}/validators/paidBy.ts`,
    from: 'score: left.has(address) ? null :',
    to: 'score: left.has("") ? null :',
    test: VALIDATORS,
    title: 'the set an early exit is paid its base for the time it served, and no bonus of the quarter',
  },
  {
    what: 'an exit keeps the bonus of the quarter that ends',
    file: `${EPOCH}/validators/validatorSet.ts`,
    from: 'forfeitBonus(bonuses, address, start)',
    to: 'forfeitBonus(bonuses, address, end)',
    test: VALIDATORS,
    title: 'the set an exit in a period that spans the end of a quarter forfeits the quarter that ends',
  },
  {
    what: 'a low uptime is not reported',
    file: `${EPOCH}/validators/setChanges.ts`,
    from: "status === 'below' && uptime",
    to: "status === 'unknown' && uptime",
    test: VALIDATORS,
    title: 'the set uptime below the minimum is reported, and a metric that nothing weighs is named',
  },
  {
    what: 'what is converted is no inflow',
    file: `${EPOCH}/runEpoch.ts`,
    from: 'pool === of ?',
    to: 'pool !== pool ?',
    test: DENOMS,
    title:
      'OQ-M013-3: what is collected in another denom reaches everybody once it is changed native: a conversion is the deferred inflow of its pool',
  },
  {
    what: 'hybrid converts nothing by itself',
    file: `${EPOCH}/fees/feePeriod.ts`,
    from: "m013.collection === 'hybrid'",
    to: "m013.collection === 'regen-only'",
    test: DENOMS,
    title:
      'OQ-M013-3: what is collected in another denom reaches everybody once it is changed hybrid: the burn part is changed at once, the rest like native',
  },
  {
    what: 'a block accrues what a week would',
    file: `${EPOCH}/epochParams.ts`,
    from: ', ...distributionClock(policy) }',
    to: ' }',
    test: DENOMS,
    title:
      'OQ-M012-3: per-block mints and accrues per block what a week would per week one block mints a hundred-thousandth of a week, and 6 seconds promise no 6 REGEN',
  },
  {
    what: 'wash trading does not see what was carried over',
    file: `${EPOCH}/wash/honestPeriod.ts`,
    from: '    carriedIn,\n    tier',
    to: '    carriedIn: 0n as Uregen,\n    tier',
    test: DENOMS,
    title: 'washTrading sees the pool as it is, and running the attack agrees carry-over',
  },
]
