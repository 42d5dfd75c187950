import type { Change } from './change.ts'

const TIMELINE = 'epoch/clocks.test.ts'
const STEPS = 'epoch/sumOfSteps.test.ts'
const MEET = 'epoch/whereClocksMeet.test.ts'
const SUM = 'one period is the sum of its steps'
const PAY = `${SUM} M014’s pay and M015’s scores, interest and rewards do not see how often M012 burns`
const MINT = `${SUM} what M012 mints and burns in a period does not see how often M015 distributes`
const ONCE = 'nothing counts twice or is lost where clocks meet'
const SPENT =
  'conservation per denom, over clocks of any lengths what waits for the end of the distribution period is spent by nobody before it'

/** The clocks: what waits for the end of a period, and what of it is lost or counted twice when that is forgotten. */
export const CLOCKS: readonly Change[] = [
  {
    what: 'a block mints what a week does',
    file: 'epoch/epochParams.ts',
    from: "const whole = periodLength.kind === 'days' ? own : WEEK",
    to: 'const whole = own + (WEEK - WEEK)',
    test: 'epoch/denomsAndClocks.test.ts',
    title:
      'OQ-M012-3: per-block mints per block its part of a week one block mints a hundred-thousandth of a week, and 6 seconds promise no 6 REGEN',
  },
  {
    what: 'a period that runs mints by the length of the next one',
    file: 'epoch/epochParams.ts',
    from: 'const length = period === null ? own :',
    to: 'const length = period === null || period.start < period.end ? own :',
    test: TIMELINE,
    title: 'the timeline another length is that of the next period, and what runs mints by its own',
  },
  {
    what: 'a step ends with the period that ends last',
    file: 'epoch/clocks.ts',
    from: 'isBefore(m015.end, m012.end) ? m015.end : m012.end',
    to: 'isBefore(m012.end, m015.end) ? m015.end : m012.end',
    test: TIMELINE,
    title: 'the timeline M012 by the day',
  },
  {
    what: 'M012 has a period while it is INFLATIONARY',
    file: 'epoch/clocks.ts',
    from: "phases.m012.phase === 'INFLATIONARY'",
    to: "phases.m015 === 'INACTIVE'",
    test: TIMELINE,
    title: 'the timeline while M012 is INFLATIONARY it has no period; its first one begins with TRANSITION',
  },
  {
    what: 'what waits may be spent',
    file: 'epoch/runEpoch.ts',
    from: 'besideWaiting(released.state.pools, clocks.m015.inflow, free',
    to: 'besideWaiting(released.state.pools, NOTHING_WAITS, free',
    test: TIMELINE,
    title: SPENT,
  },
  {
    what: 'validators are paid for the last step alone',
    file: 'epoch/validators/members.ts',
    from: 'openClocks(start, end, served)',
    to: 'openClocks(start, end, [])',
    test: STEPS,
    title: PAY,
  },
  {
    what: 'an early exit of an earlier step earns its bonus',
    file: 'epoch/validators/runValidators.ts',
    from: 'left: [...opening.left, ...set.left]',
    to: 'left: set.left',
    test: STEPS,
    title: PAY,
  },
  {
    what: 'the inflow of earlier steps is forgotten',
    file: 'epoch/rewards/runRewards.ts',
    from: 'sumCoins([...opening.inflow.community, ...inflow])',
    to: 'sumCoins([...inflow])',
    test: STEPS,
    title: PAY,
  },
  {
    what: 'the activities of earlier steps are lost',
    file: 'epoch/rewards/runRewards.ts',
    from: '[...opening.activities, ...(ends ? counted : counted.map(inLowestTerms))]',
    to: '[...(ends ? counted : counted.map(inLowestTerms))]',
    test: MEET,
    title: `${ONCE} each activity is scored once, in the distribution period in which it happened`,
  },
  {
    what: 'an activity may be put to two steps',
    file: 'epoch/rewards/distribute.ts',
    from: 'if (hasNews) requireProof(activities)',
    to: 'if (hasNews && activities.length === 0) requireProof(activities)',
    test: MEET,
    title: `${ONCE} an activity that is put to two steps of one distribution period is refused`,
  },
  {
    what: 'who asks in the middle of a distribution period is admitted at once',
    file: 'epoch/rewards/runRewards.ts',
    from: 'const admits = distributing && ends',
    to: 'const admits = distributing || (distributing && ends)',
    test: MEET,
    title:
      'nothing counts twice or is lost where clocks meet who asks for the stability tier in the middle of a distribution period is admitted when it ends, not before',
  },
  {
    what: 'interest comes with every step',
    file: 'epoch/rewards/runRewards.ts',
    from: '  const { scored, paid } = ends\n',
    to: '  const { scored, paid } = ends || distributing\n',
    test: MEET,
    title: `${ONCE} a commitment is promised A(k) after k distribution periods, and is paid what they funded and no more`,
  },
  {
    what: 'burns of earlier steps are forgotten',
    file: 'epoch/supply/runSupply.ts',
    from: '(opening.otherBurns + inputs.otherBurns)',
    to: '(opening.otherBurns * 0n + inputs.otherBurns)',
    test: STEPS,
    title: MINT,
  },
  {
    what: 'M012 mints with every step',
    file: 'epoch/supply/runSupply.ts',
    from: 'ends: m012?.ends ?? false',
    to: 'ends: m012 !== null',
    test: STEPS,
    title: MINT,
  },
  {
    what: 'the multiplier reads what is committed when the mint comes',
    file: 'epoch/clocks.ts',
    from: '      otherBurns: none,\n      ...state.clocks?.m012,\n',
    to: '      otherBurns: state.clocks?.m012?.otherBurns ?? none,\n',
    test: STEPS,
    title: MINT,
  },
  {
    what: 'M015 starts in the middle of a distribution period',
    file: 'epoch/phases/m015After.ts',
    from: "m013Active: m013.phase !== 'FLAT_GAS', distributionEnds }",
    to: "m013Active: m013.phase !== 'FLAT_GAS' }",
    test: TIMELINE,
    title: 'the timeline M015 begins with a distribution period, however early it was decided',
  },
  {
    what: 'what was decided early is forgotten',
    file: 'epoch/rewards/runRewards.ts',
    from: 'inputs.decisions.m015Approved ?? opening.approved',
    to: 'inputs.decisions.m015Approved',
    test: TIMELINE,
    title: 'the timeline M015 begins with a distribution period, however early it was decided',
  },
]
