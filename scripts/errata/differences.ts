/** A point where the contract drafts compute otherwise than the specification is read here: a difference, and no fault of either. */
export type Difference = {
  /** A document by its name in `SOURCES`. */
  readonly where: string
  readonly draft: string
  readonly reading: string
  /** The knob, and what it is set to in the preset `contract-drafts`. */
  readonly knob: string
  /** One input and both numbers, recomputed in `test/errata/differences.ts`; empty where there is no number. */
  readonly example: string
}

const M012 = 'dynamic-supply draft'
const M013 = 'fee-router draft'
const M014 = 'validator-governance draft'
const M015 = 'contribution-rewards draft'

const row = (where: string, knob: string, draft: string, reading: string, example = ''): Difference => ({
  where,
  knob,
  draft,
  reading,
  example,
})

/** Every knob that the preset `contract-drafts` turns; the test holds this list against the preset. */
export const DIFFERENCES: readonly Difference[] = [
  row(
    M012,
    'm012.overCapPolicy',
    'refuses to start above its cap',
    'starts, and mints nothing until the supply is below it',
  ),
  row(
    M012,
    'm012.rateRounding',
    'multipliers and rates are cut to 18 decimals, step by step',
    'exact fractions, one floor',
    'S 180,095,379,654,217, staked 102,530,356,610,796: mint 1,283,841,758,079 against 1,283,841,758,080 uregen',
  ),
  row(M012, 'm012.aboveSupply', 'a burn or a stake above the supply is cut to it', 'an error'),
  row(M012, 'm012.transitionMint', 'mints in TRANSITION', 'TRANSITION burns and does not mint'),
  row(
    M012,
    'm012.dynamicStart',
    'the first period with a burn is DYNAMIC, and counts towards the balance',
    'DYNAMIC begins after a period in which fees came in, were burned, and validators were paid',
  ),
  row(
    M012,
    'm012.equilibriumThreshold',
    'an amount of uregen, set when it is instantiated (recorded: 22,100 REGEN)',
    'a ten-thousandth of the cap, which is 22,100 REGEN at 221 million',
  ),
  row(M013, 'm013.zeroValue', 'refuses a value of 0', 'a known value of 0 pays the minimum'),
  row(
    M013,
    'm013.valueRounding',
    'is told values in whole uregen',
    'exact values',
    'two retirements worth 100.5 and 99.5 uregen, without a minimum: fee 0 against 1 uregen',
  ),
  row(
    M013,
    'm013.remainder',
    'the remainder is the validator fund’s, also with a share of 0',
    'a pool with a share of 0 gets none of it',
    'fee 1,000,003 uregen at 50/0/40/10: validator fund 1 against 0 uregen',
  ),
  row(
    M013,
    'm013.minFeeScope',
    'charges one type and one value at a time, each with the minimum',
    'the minimum counts once a message',
  ),
  row(
    M014,
    'm014.performanceBasis',
    'probation by the score, below 0.70',
    'probation by the uptime, below 99.5 %',
  ),
  row(
    M014,
    'm014.scoreRounding',
    'scores in whole basis points, cut',
    'exact scores',
    'uptime 0.99999, the others 0.5: score 0.6999 against 0.699996',
  ),
  row(M014, 'm014.nullMetric', 'what was not measured is 0', 'what was not measured is left out'),
  row(M014, 'm014.payoutBasis', 'a payout pays all that the fund holds', 'a payout pays what came in'),
  row(
    M014,
    'm014.payRounding',
    '90 % and 10 % of the fund are floored before they are shared out',
    'one floor each',
    'fund 11 uregen, scores 1 and 0.1: pays 4 and 4 against 5 and 4 uregen',
  ),
  row(
    M014,
    'm014.noScores',
    'without scores the bonus is paid in equal parts',
    'without scores there is no bonus',
    'fund 100 uregen, two validators: pays 50 and 50 against 45 and 45 uregen',
  ),
  row(
    M014,
    'm014.probationCounts',
    'PROBATION counts neither in the composition nor in the pay',
    'it counts in both',
  ),
  row(M014, 'm014.probationPay', 'nothing in PROBATION', 'half of the pay'),
  row(M014, 'm014.bonusVesting', 'a bonus is due at once', 'a bonus waits for the end of the quarter'),
  row(
    M014,
    'm014.removalAtMinimum',
    'a removal that leaves a category below its minimum is refused',
    'it is allowed, and governance is called',
  ),
  row(M014, 'm014.termUnit', 'a term is 31,536,000 seconds', 'a term is twelve calendar months'),
  row(
    M015,
    'm015.scoring',
    'votes and proposals count as a share of the period’s largest, worth 1,000,000 uregen',
    'a vote adds 0.10 to the score, whatever the others do',
    'two votes, the most of the period: 100,000 against 0.2 points',
  ),
  row(
    M015,
    'm015.scoreRounding',
    'each term of a score is floored',
    'exact scores',
    'bought for 9 and retired for 9 uregen: score 4 against 5.4',
  ),
  row(
    M015,
    'm015.minActivityValue',
    'every value counts',
    'a purchase or retirement below 1 REGEN earns nothing',
  ),
  row(
    M015,
    'm015.selfFacilitation',
    'does not look at who facilitated whose trade',
    'nobody facilitates their own trade',
  ),
  row(
    M015,
    'm015.rewardDust',
    'what the floors leave is nobody’s',
    'it goes to the largest score',
    '100 uregen for three equal scores: 1 against 0 uregen left',
  ),
  row(M015, 'm015.autoShare', 'the whole inflow is distributed', '70 % of it; governance directs the rest'),
  row(
    M015,
    'm015.accrual',
    'one sum is owed to all commitments and shared out by amount, without the dust',
    'each commitment is owed its own return',
    'two commitments of 500.4 REGEN, a week of 52: 1,154,769 against 1,154,768 uregen',
  ),
  row(M015, 'm015.accrualEnd', 'a commitment earns until it is taken out', 'it earns until its lock is over'),
  row(M015, 'm015.queueFill', 'everybody is admitted at once', 'a queue admits what the last inflow can pay'),
  row(
    M015,
    'm015.forfeitTo',
    'what an early exit forfeits stays in the contract',
    'it goes to the community pool',
  ),
  row(
    M015,
    'm015.clock',
    'a year is 31,556,926 seconds and a month 2,629,744',
    'a year is 52 periods and a month a twelfth of them',
    '1,000 REGEN committed, one week: 1,149,921 against 1,153,846 uregen',
  ),
  row(M015, 'm015.trackingMonths', 'an admin ends TRACKING at any time', 'TRACKING lasts three months'),
]
