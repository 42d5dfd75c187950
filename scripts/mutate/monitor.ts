import type { Change } from './change.ts'

const FINDINGS = 'monitor/findings.test.ts'
const OUTLIERS =
  'a market a price is told from the first deviation on: 14 beside 9, 11, 9, 11 is four of them, 12 two'
const MOVED =
  'a market a price moves where it is more than 20 % from the average of seven days, weighed by quantity'
const DOMINATES =
  'a market who bought more than 30 % of a week is told; of other classes and denoms nothing counts'
const PAIRS =
  'a market two that buy from each other are a pair within the days of the rules, also where those are more than thirty'
const UNRETIRED =
  'a market more than 10,000 REGEN in seven days without a retirement is told; a retirement of these days ends it'

/** Alerts: what is told, from which threshold on, and when it ends. */
export const MONITOR: readonly Change[] = [
  {
    what: 'a price that is just so many deviations away is not told',
    file: 'monitor/marketFindings.ts',
    from: 'compareRatios(squared, mulRatio(z, z)) >= 0',
    to: 'compareRatios(squared, mulRatio(z, z)) > 0',
    test: FINDINGS,
    title: OUTLIERS,
  },
  {
    what: 'a price counts among those that it is held against',
    file: 'monitor/marketFindings.ts',
    from: 'const told = month.filter(hasPrice)',
    to: 'const told = [...month, item].filter(hasPrice)',
    test: FINDINGS,
    title: OUTLIERS,
  },
  {
    what: 'another price than equal ones is no outlier',
    file: 'monitor/deviation.ts',
    from: 'isOff: spread === 0n && distance !== 0n',
    to: 'isOff: spread === 0n && distance > 1n << 200n',
    test: FINDINGS,
    title: 'a market another price than equal ones is told though no deviation measures it',
  },
  {
    what: 'a deviation is rounded up',
    file: 'monitor/deviation.ts',
    from: 'ratio(squareRoot((num * 10_000n) / den), 100n)',
    to: 'ratio(squareRoot((num * 10_000n) / den) + 1n, 100n)',
    test: 'monitor/deviation.test.ts',
    title: 'hundredths of z are cut, never rounded up',
  },
  {
    what: 'a price that is just 20 % away has moved',
    file: 'monitor/marketFindings.ts',
    from: 'distance * share.den > right * share.num',
    to: 'distance * share.den >= right * share.num',
    test: FINDINGS,
    title: MOVED,
  },
  {
    what: 'the average of seven days has thirty',
    file: 'monitor/marketFindings.ts',
    from: 'averageOf(week.filter(hasPrice))',
    to: 'averageOf(month.filter(hasPrice))',
    test: FINDINGS,
    title: MOVED,
  },
  {
    what: 'purchases of another class count in a market',
    file: 'monitor/marketFindings.ts',
    from: 'classId === item.classId && denom === item.denom && time',
    to: 'denom === item.denom && time',
    test: FINDINGS,
    title: DOMINATES,
  },
  {
    what: 'just 30 % of a week dominate it',
    file: 'monitor/marketFindings.ts',
    from: 'compareRatios(share, rules.actorShare) <= 0',
    to: 'compareRatios(share, rules.actorShare) < 0',
    test: FINDINGS,
    title: DOMINATES,
  },
  {
    what: 'purchases older than thirty days are forgotten, however far back pairs are looked for',
    file: 'monitor/marketFindings.ts',
    from: 'pairs > MONTH ? pairs : MONTH',
    to: 'pairs > MONTH ? MONTH : MONTH',
    test: FINDINGS,
    title: PAIRS,
  },
  {
    what: 'who bought from anybody that buys is a pair with them',
    file: 'monitor/marketFindings.ts',
    from: 'earlier.buyer === seller && earlier.seller === buyer &&',
    to: 'earlier.buyer === seller &&',
    test: FINDINGS,
    title: PAIRS,
  },
  {
    what: 'somebody else’s retirement is one’s own',
    file: 'monitor/marketFindings.ts',
    from: 'retirements.some(({ account }) => account === buyer)',
    to: 'retirements.some(({ account }) => account !== "")',
    test: FINDINGS,
    title: UNRETIRED,
  },
  {
    what: 'a retirement never grows old',
    file: 'monitor/marketFindings.ts',
    from: 'retirements[0].time <= now - WEEK',
    to: 'retirements[0].time <= now - MONTH',
    test: FINDINGS,
    title: UNRETIRED,
  },
  {
    what: 'proposals whose vote is over are still told',
    file: 'monitor/stateFindings.ts',
    from: "(status !== 'deposit' && status !== 'voting') || changes.length === 0",
    to: 'status === undefined || changes.length === 0',
    test: FINDINGS,
    title: 'a state proposals are told while they are open, and only where they change a rule',
  },
  {
    what: 'an uptime that was not measured is 0',
    file: 'monitor/stateFindings.ts',
    from: 'uptime !== null && compareRatios(uptime, rules.minUptime)',
    to: 'compareRatios(uptime ?? ratio(0n), rules.minUptime)',
    test: FINDINGS,
    title:
      'a state an uptime below 99.5 % is told; one that was not measured is unknown, and whoever is not bonded need not sign',
  },
  {
    what: 'validators that are not bonded have power',
    file: 'monitor/stateFindings.ts',
    from: "validators.filter(({ validator }) => validator.status === 'bonded')",
    to: 'validators.filter(({ validator }) => validator.status)',
    test: FINDINGS,
    title: 'a state a jailed validator is told, and adds neither to the set nor to its power',
  },
  {
    what: 'just a third of the power stops the chain',
    file: 'monitor/stateFindings.ts',
    from: 'held * 3n > all',
    to: 'held * 3n >= all',
    test: FINDINGS,
    title: 'a state who together hold exactly a third cannot stop the chain: 7 of 21 cannot, 8 can',
  },
  {
    what: 'an order that expires at this very moment has not expired',
    file: 'monitor/stateFindings.ts',
    from: 'nanosecondsOf(expiration) > nanosecondsOf(time)',
    to: 'nanosecondsOf(expiration) >= nanosecondsOf(time)',
    test: FINDINGS,
    title: 'a state an order is expired from the moment it names on, as the chain has it',
  },
  {
    what: 'an alert that ended is remembered for ever',
    file: 'monitor/watch.ts',
    from: 'before = new Set(now.map(keyOf))',
    to: 'before = new Set([...before, ...now.map(keyOf)])',
    test: FINDINGS,
    title: 'what lasts is told once; what ended and comes back is told again',
  },
  {
    what: 'a block is left out after each look',
    file: 'monitor/watch.ts',
    from: 'next = upTo + 1n',
    to: 'next = upTo + 2n',
    test: 'monitor/watch.test.ts',
    title:
      'the recorded chain from its first purchase on every alert, once, at its block; lasting ones at the first look at them',
  },
  {
    what: 'refusals that were answered in between are in a row',
    file: 'monitor/countRefusals.ts',
    from: '    answered: () => {\n      refusals = 0',
    to: '    answered: () => {\n      refusals += 0',
    test: 'monitor/watch.test.ts',
    title: 'a node that fails nine refusals in a row are waited for, however often they come',
  },
]
