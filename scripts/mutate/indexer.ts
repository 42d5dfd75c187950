import type { Change } from './change.ts'

const VIEWS = 'indexer/views.test.ts'
const CHAIN = 'indexer/indexChain.test.ts'
const REPORT = 'indexer/periodReport.test.ts'
const MIGRATIONS = 'indexer/store/migrations'
const EDGES = 'the edges of the views'
const SAME = 'the views of an index equal the pure functions on the same history'
const WEEK = `${EDGES} the seven days of the average: just seven days ago is too old, this very moment counts`
const PERIOD = `${EDGES} a period has its first second and not its last one; a purchase of just 1 REGEN counts, less does not`
const READ = `${EDGES} activity of a period, an account and the newest of it, in the order of the chain`
const RETIRED = `${EDGES} a retirement earns its credits at the price of the class; out of a basket, or without a price, it earns nothing`

/** The index: which blocks and rows it has, and what its views sum. */
export const INDEXER: readonly Change[] = [
  {
    what: 'a payment that is known to just one part in a hundred tells no price',
    file: `${MIGRATIONS}/views.ts`,
    from: 'payment >= error * 100',
    to: 'payment > error * 100',
    test: VIEWS,
    title: `${EDGES} a payment that is known to just one part in a hundred tells a price, a unit less does not`,
  },
  {
    what: 'the fees of sellers are summed as those of buyers',
    file: `${MIGRATIONS}/views.ts`,
    from: 'sum(buyer_fee) as buyer_fees',
    to: 'sum(seller_fee) as buyer_fees',
    test: VIEWS,
    title: `${SAME} volumes: purchases, quantity, payments and fees of a class in a denom by day`,
  },
  {
    what: 'volumes add up denoms',
    file: `${MIGRATIONS}/views.ts`,
    from: 'class_id, denom, count(*) as purchases',
    to: 'class_id, class_id as denom, count(*) as purchases',
    test: VIEWS,
    title: `${SAME} volumes: purchases, quantity, payments and fees of a class in a denom by day`,
  },
  {
    what: 'the buyer pays the seller’s fee',
    file: `${MIGRATIONS}/views.ts`,
    from: "'seller', seller, denom, seller_fee",
    to: "'seller', buyer, denom, seller_fee",
    test: VIEWS,
    title: `${EDGES} fees: the buyer pays the buyer’s, the seller the seller’s, and none of 0 is listed`,
  },
  {
    what: 'the average has a trade of seven days ago',
    file: `${MIGRATIONS}/views.ts`,
    from: 's.time > at - 604800',
    to: 's.time >= at - 604800',
    test: VIEWS,
    title: WEEK,
  },
  {
    what: 'the average has trades of the future',
    file: `${MIGRATIONS}/views.ts`,
    from: 's.time > at - 604800 and s.time <= at and',
    to: 's.time > at - 604800 and',
    test: VIEWS,
    title: WEEK,
  },
  {
    what: 'four trades drop outliers',
    file: `${MIGRATIONS}/views.ts`,
    from: 'x.n < 5 or',
    to: 'x.n < 4 or',
    test: VIEWS,
    title: `${EDGES} four trades drop no outlier, five do`,
  },
  {
    what: 'of several trades at one second the first of a block is the last',
    file: `${MIGRATIONS}/views.ts`,
    from: 's.height desc, s.tx_index desc',
    to: 's.height desc, s.tx_index asc',
    test: VIEWS,
    title: `${EDGES} of several trades at one second, the last in the order of the chain`,
  },
  {
    what: 'just the quorum is no quorum',
    file: `${MIGRATIONS}/scores.ts`,
    from: '* g.quorum_den >= g.quorum_num',
    to: '* g.quorum_den > g.quorum_num',
    test: VIEWS,
    title: `${EDGES} a vote with just the quorum reached it: a rejected proposal counts half, without the quorum nothing`,
  },
  {
    what: 'a purchase of just the least value earns nothing',
    file: `${MIGRATIONS}/scores.ts`,
    from: 'coalesce(p.ask * p.quantity, p.at_least) * r.num >= least_value',
    to: 'coalesce(p.ask * p.quantity, p.at_least) * r.num > least_value',
    test: VIEWS,
    title: PERIOD,
  },
  {
    what: 'a purchase counts in the period that ends with it',
    file: `${MIGRATIONS}/scores.ts`,
    from: 'p.time >= period_from and p.time < period_to',
    to: 'p.time >= period_from and p.time <= period_to',
    test: VIEWS,
    title: PERIOD,
  },
  {
    what: 'two votes on one proposal are two',
    file: `${MIGRATIONS}/scores.ts`,
    from: 'count(distinct v.proposal_id)',
    to: 'count(*)',
    test: VIEWS,
    title: `${EDGES} a vote counts once a proposal: not again in the period, nor after one before it`,
  },
  {
    what: 'a retirement out of a basket earns',
    file: `${MIGRATIONS}/scores.ts`,
    from: "t.way <> 'basket' and",
    to: '',
    test: VIEWS,
    title: RETIRED,
  },
  {
    what: 'a denom without a rate is worth as much as uregen',
    file: `${MIGRATIONS}/scores.ts`,
    from: 'from purchases p join rates r on r.denom = p.denom',
    to: "from purchases p join rates r on r.denom = p.denom or (r.denom = 'uregen' and p.denom not in (select denom from rates))",
    test: VIEWS,
    title: PERIOD,
  },
  {
    what: 'a week counts before it is over',
    file: `${MIGRATIONS}/scores.ts`,
    from: 'w.week_from + 604800 <= (select max(time)',
    to: 'w.week_from <= (select max(time)',
    test: VIEWS,
    title: `${EDGES} scores are of whole weeks: the last one counts when a block stands at its end`,
  },
  {
    what: 'what happens at the end of a period is read with it',
    file: 'indexer/read/readIndexed.ts',
    from: "['time >= $1', 'time < $2']",
    to: "['time >= $1', 'time <= $2']",
    test: VIEWS,
    title: READ,
  },
  {
    what: 'of the newest acts the oldest are kept',
    file: 'indexer/read/readIndexed.ts',
    from: 'inOrder.slice(-most)',
    to: 'inOrder.slice(0, most)',
    test: VIEWS,
    title: READ,
  },
  {
    what: 'an index goes on from a block of another chain of the same name',
    file: 'indexer/indexChain.ts',
    from: 'meta !== undefined && meta.hash !== lastHash',
    to: "meta !== undefined && meta.hash === ''",
    test: CHAIN,
    title: 'refused by name INDEX_FORKED for a chain of the same name with other blocks',
  },
  {
    what: 'a gap ends one block early',
    file: 'indexer/indexChain.ts',
    from: 'to: node.earliest - 1n }',
    to: 'to: node.earliest - 2n }',
    test: CHAIN,
    title:
      'refused by name BLOCKS_PRUNED where the node has thrown wanted blocks away; with the gap allowed it is noted',
  },
  {
    what: 'how votes stood earlier replaces how they stand',
    file: 'indexer/refreshGovernance.ts',
    from: '> chain.height) return',
    to: '< 0n) return',
    test: CHAIN,
    title: 'how votes stand may be written by many at once: they wait for each other',
  },
  {
    what: 'a period counts before the index has reached its end',
    file: 'indexer/report/coverage.ts',
    from: 'span.to < to ||',
    to: 'span.to < from ||',
    test: REPORT,
    title: 'the report of a period INDEX_RANGE for a period that the index has not reached the end of',
  },
  {
    what: 'nothing happened before an index began',
    file: 'indexer/report/coverage.ts',
    from: ' || span.lacksBefore(from)',
    to: '',
    test: 'oracles/indexPrices.test.ts',
    title:
      'an index of another chain, an empty one, one that begins within the week, and one with a gap in it are refused',
  },
  {
    what: 'every year has a week 53',
    file: 'indexer/report/parsePeriod.ts',
    from: 'if (formatSeconds(from + 3n * DAY).startsWith(year)) return',
    to: 'if (formatSeconds(from).length > 0) return',
    test: REPORT,
    title: 'periods: weeks from Monday to Monday in UTC, or two moments',
  },
]
