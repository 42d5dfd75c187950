import type { Erratum } from './erratum.ts'

/** M014, Authority Validator Governance. */
export const M014_ERRATA: readonly Erratum[] = [
  {
    id: 'ERR-M014-01',
    title: 'Yearly income of a validator',
    where: ['Simulation specification, 4.3, 4.4 and 4.7 against 6.4'],
    input: '$260,000 of fees a year, validator share 40 %, 18 validators',
    published: '$28,889 (4.3, 4.4, 4.7); $5,778 (6.4)',
    exact: '$5,777.77',
    formula: 'revenue × share / validators',
    note: 'The tables are five times too high in every row, so that “validators earn approximately $28,889, which exceeds the $15,000 minimum” is not so.',
  },
  {
    id: 'ERR-M014-02',
    title: 'The least average fee that sustains validators',
    where: ['Simulation specification, 4.3 (Critical threshold)'],
    input: '$15,000 a validator and year, 18 validators, $500,000 a week, validator share 40 %',
    published: '52 bps',
    exact: '259.62 bps',
    formula: 'income × validators / ( volume × 52 × share )',
    note: 'The same factor of five. 6.4 arrives at “2.6x baseline”, which is this rate.',
  },
  {
    id: 'ERR-M014-03',
    title: 'A base rounded to two decimals',
    where: ['m014_kpi.js, compensation, on M014’s fixture v0_transition_sample.json'],
    input:
      'fund 75,000, six active validators and one on probation; funds of 1 to 10,000 with 15 to 21 validators',
    published: 'base 9,642.86 each: 67,500.02 in all; above 90 % of the fund in 21,941 of 70,000 cases',
    exact: 'base 9,642.857142 each: 67,499.999994 in all; never',
    formula: 'base = floor( fund × (1 − b) / n )',
    note: 'Seven times 9,642.86 is more than the 67,500 there are, against invariant 5, Compensation Cap. The fixture itself prints no base; the figure is what the reference makes of it. The unit is not named; here it is REGEN with six decimals.',
  },
  {
    id: 'ERR-M014-04',
    title: 'Base plus bonus is 110 % of the fund',
    where: ['Specification, Compensation Model'],
    input: 'fund 100 REGEN, four validators with equal scores',
    published: 'base 25 REGEN, bonus 2.5 REGEN each: 110 REGEN',
    exact: 'base 22.5 REGEN, bonus 2.5 REGEN each: 100 REGEN',
    formula: 'base = floor( fund × (1 − b) / n ), bonus = floor( fund × b × score / Σ score )',
    note: 'The base of the text is the whole balance and the bonus pool 10 % on top; that breaks invariant 5, Compensation Cap. m014_kpi.js takes the base from 90 %.',
  },
  {
    id: 'ERR-M014-05',
    title: 'Byzantine tolerance',
    where: [
      'Specification, invariant 2 (“Active set > 3f + 1 … (standard Tendermint)”)',
      'Reboot proposals, Proposal 2 (max_validators)',
    ],
    input: '4, 15, 19 and 21 validators of equal power',
    published: 'f 0, 4, 5, 6 by n > 3f + 1',
    exact: 'f 1, 4, 6, 6 by n ≥ 3f + 1',
    formula: 'f = floor( (n − 1) / 3 )',
    note: 'CometBFT tolerates less than a third of the power. The proposal states “>3f+1” and gives 19 as the minimum for f = 6, which is n ≥ 3f + 1; m014_kpi.js computes the latter too.',
  },
  {
    id: 'ERR-M014-06',
    title: 'Scores and bonuses in floating point',
    where: ['Specification, Compensation Model, evaluated in doubles', 'm014_score.js, before its rounding'],
    input:
      'three equal metrics of 0 to 1 in thousandths; funds of 50,000,000,000 to 50,000,009,999 uregen for scores 0.93, 0.85, 0.73, 0.60, 0.83',
    published: '0.4x + 0.3x + 0.3x is not x for 153 of 1,001; bonus 1 uregen low for 7 of 50,000',
    exact: '0 of 1,001; 0 of 50,000',
    formula: 'score = Σ w × x / Σ w, bonus = floor( fund × b × score / Σ score )',
    note: 'm014_score.js rounds its scores to four decimals, after which none of the 1,001 differs; it computes no bonus of a validator.',
  },
  {
    id: 'ERR-M014-07',
    title: 'What a percentage point of burn share costs the others',
    where: ['Simulation specification, 10 (finding 7)'],
    input: '$260,000 of fees a year; one point more of burn, taken from 40/25/5 % in proportion',
    published: '$2,600 from the validators and $1,625 from the community pool',
    exact:
      '$1,485.71 from the validators, $928.57 from the community pool, $185.71 from the agents: $2,600 in all',
    formula: 'revenue × 0.01 × share / (1 − burn share)',
    note: 'A point is $2,600, so that $4,225 cannot be diverted by it.',
  },
]
