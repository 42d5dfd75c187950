import quadratic from '../../../examples/fund/quadratic.json' with { type: 'json' }
import retroMedian from '../../../examples/fund/retro-median.json' with { type: 'json' }
import retroMetrics from '../../../examples/fund/retro-metrics.json' with { type: 'json' }

/** The kinds of rounds, each with an example and the columns of its ballots. */
export const ROUNDS: {
  readonly [name: string]: {
    readonly title: string
    readonly what: string
    readonly columns: string
    readonly round: object
  }
} = {
  quadratic: {
    title: 'Quadratic',
    what: 'Gifts are matched: what many give counts more than what one gives.',
    columns: 'contributor,project,amount',
    round: quadratic,
  },
  'retro-median': {
    title: 'Retroactive, by ballots',
    what: 'Voters say what a project was worth; the middle of their answers counts.',
    columns: 'voter,project,amount',
    round: retroMedian,
  },
  'retro-metrics': {
    title: 'Retroactive, by metrics',
    what: 'Voters weigh metrics, and what projects did is measured by them.',
    columns: 'voter,metric,weight',
    round: retroMetrics,
  },
}
