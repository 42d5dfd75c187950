import { roundCommand } from './roundCommand.ts'

export const quadratic = roundCommand({
  name: 'quadratic',
  methods: ['quadratic'],
  summary: 'match contributions from a budget: plain, capital-constrained, pairwise, cluster match',
  description:
    'Matches contributions quadratically: what many give counts more than what one gives. Contributions of one identity are summed first; ' +
    'roots are exact. The policy of the round says which variant, cap and rounding; "fund knobs" lists them.',
  examples: [
    'regen-fees fund quadratic --round examples/fund/quadratic.json',
    'regen-fees fund quadratic --round examples/fund/quadratic.json --ballots examples/fund/contributions.csv --csv',
    'regen-fees fund quadratic --round examples/fund/quadratic.json --explain soil',
  ],
})
