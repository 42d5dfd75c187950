import type { Change } from './change.ts'

const OUTCOME = 'simulation/outcome.test.ts'
const RULES = 'simulation/scenarioRules.test.ts'
const STUDY = 'simulation/study/study.test.ts'
const EARLY = 'simulation/endedEarly.test.ts'
const WORLDS = 'another seed and another run are another world; the same are the same'
const CAP = 'one run a period is above the cap of its own time, and just at the cap is not above it'
const RAISED =
  'a cap that governance changes in the middle of a run counts from then on: the periods before it were above theirs'
const SHORT =
  'one run the stability tier is short only where it gets less than it was promised; without a promise it is covered'
const BALANCED = 'one run minted and burned are in balance below 1 % of the supply, and not at it'
const FEW = 'one run fewer validators than wanted then; pay of just the cost is not below it'
const SCHEDULE = 'a schedule holds from its first period to its last one, both included'
const AGAINST = 'a target is met only if it were with each of them against it'
const QUANTILE = 'a quantile is the smallest value with at least that share at or below it'
const SCORED =
  'where fees are scored, whoever pays them earns the fees of all participants are the fees of the period: issuers and senders pay theirs'

/** Years of the economy: what is drawn, what is counted, and what is said of many runs. */
export const SIMULATION: readonly Change[] = [
  {
    what: 'the seed is not used',
    file: 'simulation/random/streams.ts',
    from: 'JSON.stringify([seed, run, name])',
    to: "JSON.stringify(['', run, name && seed ? name : name])",
    test: OUTCOME,
    title: WORLDS,
  },
  {
    what: 'every run draws the same shocks',
    file: 'simulation/run/simulateRun.ts',
    from: 'SHOCKS.map(shock => openStream(seed, run,',
    to: 'SHOCKS.map(shock => openStream(seed, 0,',
    test: OUTCOME,
    title: WORLDS,
  },
  {
    what: 'a supply of just the cap is above it',
    file: 'simulation/run/outcome.ts',
    from: "at('supply', p) > (hardCaps[p] ?? Number.NaN)",
    to: "at('supply', p) >= (hardCaps[p] ?? Number.NaN)",
    test: OUTCOME,
    title: CAP,
  },
  {
    what: 'every period is held against the cap that the scenario begins with',
    file: 'simulation/run/simulateRun.ts',
    from: 'Number(done.state.supply.hardCap ?? policy.m012.hardCap)',
    to: 'Number(done.state.supply.hardCap ?? scenario.policy.m012.hardCap)',
    test: OUTCOME,
    title: RAISED,
  },
  {
    what: 'a change that governance makes is in force in the period of its vote',
    file: 'simulation/run/simulateRun.ts',
    from: 'hardCaps[period] = Number(done.state.supply.hardCap ?? policy.m012.hardCap)',
    to: 'hardCaps[period] = Number(done.state.supply.hardCap ?? next.m012.hardCap)',
    test: OUTCOME,
    title: RAISED,
  },
  {
    what: 'a vote changes the policy, however few took part',
    file: 'simulation/agents/governance.ts',
    from: 'meetsLayer(tally, layer, before.governance).met ? after : before',
    to: 'meetsLayer(tally, layer, before.governance).met ? after : after',
    test: 'simulation/scenarios.test.ts',
    title: 'a knob that governance changes is changed only by a vote that is enough for its layer',
  },
  {
    what: 'a tier that is paid in full is short',
    file: 'simulation/run/outcome.ts',
    from: "at('stability_paid', p) < at('stability_promised', p)",
    to: "at('stability_paid', p) <= at('stability_promised', p)",
    test: OUTCOME,
    title: SHORT,
  },
  {
    what: 'a tier to which nothing was promised is not covered',
    file: 'simulation/run/outcome.ts',
    from: '? 1e6\n',
    to: '? 0\n',
    test: OUTCOME,
    title: SHORT,
  },
  {
    what: 'just 1 % of the supply is in balance',
    file: 'simulation/run/outcome.ts',
    from: "* 100 < at('supply', p)",
    to: "* 100 <= at('supply', p)",
    test: OUTCOME,
    title: BALANCED,
  },
  {
    what: 'how many periods it took does not count the last one',
    file: 'simulation/run/outcome.ts',
    from: 'found < 0 ? -1 : found + 1',
    to: 'found < 0 ? -1 : found',
    test: OUTCOME,
    title: BALANCED,
  },
  {
    what: 'just enough validators are too few',
    file: 'simulation/run/outcome.ts',
    from: "at('validators', p) < (minValidators[p] ?? Number.NaN)",
    to: "at('validators', p) <= (minValidators[p] ?? Number.NaN)",
    test: OUTCOME,
    title: FEW,
  },
  {
    what: 'a pulse ends one period early',
    file: 'simulation/scenario/schedule.ts',
    from: 'entry.to !== null && period > entry.to',
    to: 'entry.to !== null && period >= entry.to',
    test: RULES,
    title: SCHEDULE,
  },
  {
    what: 'a ramp reaches its end one period late',
    file: 'simulation/scenario/schedule.ts',
    from: '(entry.to - entry.from || 1)',
    to: '(entry.to - entry.from + 1)',
    test: RULES,
    title: SCHEDULE,
  },
  {
    what: 'who only pays fees earns nothing where fees are scored',
    file: 'simulation/agents/market.ts',
    from: '    ...payersOf(volumes, policy),\n',
    to: '    ...payersOf([], policy),\n',
    test: RULES,
    title: SCORED,
  },
  {
    what: 'what nobody commits is left out in silence',
    file: 'simulation/scenario/scenario.ts',
    from: 'amount === 0n || commitments > 0',
    to: 'amount >= 0n || commitments > 0',
    test: RULES,
    title: 'an amount that nobody commits is refused; by so many it is split evenly',
  },
  {
    what: 'two that are one may each have a correlation of their own to a third',
    file: 'simulation/random/correlation.ts',
    from: 'else if (Math.abs(rest) > NEARLY_ZERO) return null',
    to: 'else if (Math.abs(rest) > 9) return null',
    test: RULES,
    title: 'correlations two that are one have the same correlation to a third; another one is none',
  },
  {
    what: 'a run that ended early counts as one that came to its end',
    file: 'simulation/study/answers/outcomes.ts',
    from: 'const known = outcomes.filter(isKnown)',
    to: 'const known = outcomes.filter(outcome => isKnown(outcome) || outcome)',
    test: EARLY,
    title: 'a goal is not met by it, and a comparison looks at runs that came to their end twice',
  },
  {
    what: 'a run that ended early is not held against a target',
    file: 'simulation/study/answers/targets.ts',
    from: 'met: of.count / outcomes.runs >= least',
    to: 'met: of.share >= least',
    test: EARLY,
    title: AGAINST,
  },
  {
    what: 'what may never be is too often where it never is',
    file: 'simulation/study/answers/targets.ts',
    from: 'met: most <= target',
    to: 'met: most < target',
    test: EARLY,
    title: AGAINST,
  },
  {
    what: 'a quantile is one value too high',
    file: 'simulation/study/answers/statistics.ts',
    from: 'Math.ceil(p * sorted.length) - 1',
    to: 'Math.floor(p * sorted.length)',
    test: STUDY,
    title: QUANTILE,
  },
  {
    what: 'the last part of a study has the runs of the first of the next',
    file: 'simulation/study/plan.ts',
    from: 'part % n === k - 1',
    to: 'part % n === k % n',
    test: STUDY,
    title: 'parts of a study a plan of 5 parts in 3 shards: the first has the first part',
  },
  {
    what: 'two policies are compared over different runs',
    file: 'simulation/study/questions/compare.ts',
    from: 'const b = second.outcomes[run]',
    to: 'const b = second.outcomes[run - run]',
    test: 'simulation/study/sensitivity.test.ts',
    title: 'two policies on one scenario: less burned is more for validators, run by run',
  },
]
