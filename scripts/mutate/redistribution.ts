import type { Change } from './change.ts'

const FORMULAS = 'mechanisms/regen-value-redistribution'
const LAWS = `${FORMULAS}/laws.test.ts`
const SHARED = `${FORMULAS}/sharedLimits.test.ts`
const ROUNDS_SHARED = `${FORMULAS}/sharedLimitsOfRounds.test.ts`
const EDGES = `${FORMULAS}/edges.test.ts`
const PROGRAMS = `${FORMULAS}/programs.test.ts`
const BOX = 'redistribution/ballotBox.test.ts'
const FROM_CHAIN = 'redistribution/fromChain.test.ts'
const SETTLE = 'redistribution/settle.test.ts'
const MILESTONE =
  'certificates, grants and streams at their edges a milestone is submitted until its deadline and expires after it; a dispute ends with its last second; halved, half is paid'
const ALERTS =
  'alerts: an overdue milestone, a target missed or not measured, a stream near its end, a pool below its reserve'
const OPEN =
  'a ballot box a ballot that its voter signed is counted, from the moment the round opens until the one it closes'
const TWICE =
  'retroactive funding at its edges a second ballot of one voter is refused, of projects as of metrics'
const VERIFIED = 'a settlement is verified to the unit'

/** What a round pays by its formulas. */
const ROUNDS: readonly Change[] = [
  {
    what: 'each account is an identity of its own, whoever stands behind it',
    file: `${FORMULAS}/quadratic/contributions.ts`,
    from: 'own(identities, contributor) ?? contributor',
    to: 'own({}, contributor) ?? contributor',
    test: LAWS,
    title:
      'quadratic funding splitting an identity over accounts never pays when it is summed, and is reported',
  },
  {
    what: 'a gift of just the minimum is not counted',
    file: `${FORMULAS}/quadratic/contributions.ts`,
    from: 'amount < minimum ||',
    to: 'amount <= minimum ||',
    test: EDGES,
    title:
      'quadratic funding at its edges gifts of 0 are none; a gift below the minimum is not counted, one at the minimum is',
  },
  {
    what: 'weights are not applied',
    file: `${FORMULAS}/quadratic/contributions.ts`,
    from: '(amount * num * unit) / den',
    to: 'num > den * unit ? 0n : amount * unit',
    test: LAWS,
    title:
      'quadratic funding weights: an identity of weight 1 is as before, one of weight 0 as if it had not given',
  },
  {
    what: 'a match in full has no cap',
    file: `${FORMULAS}/shares/payInFull.ts`,
    from: 'most !== null && amount > most ? most : amount',
    to: 'most !== null && amount > most ? amount : amount',
    test: LAWS,
    title: 'quadratic funding a project gets at most the cap, and sharing ends after at most n + 1 passes',
  },
  {
    what: 'roots are floored before they are summed',
    file: `${FORMULAS}/quadratic/subsidy.ts`,
    from: 'sum + isqrt(gift << (2n * bits)), 0n)',
    to: 'sum + (isqrt(gift) << bits), 0n)',
    test: LAWS,
    title:
      'exact against a reference of 120 digits matches are the exact floors, and how often whole roots and doubles are not is counted',
  },
  {
    what: 'what is left goes to the smallest fractions',
    file: `${FORMULAS}/shares/largestRemainder.ts`,
    from: 'a.fraction > b.fraction ? -1 : 1',
    to: 'a.fraction < b.fraction ? -1 : 1',
    test: EDGES,
    title: 'the unit that floors leave goes to the largest fraction, whoever comes first',
  },
  {
    what: 'who is capped still takes from the rest as before',
    file: `${FORMULAS}/shares/fill.ts`,
    from: '[...capped.values(), ...[...full]',
    to: '[...[...full]',
    test: LAWS,
    title: 'sharing out cap and minimum hold after the fix-point, and it ends',
  },
  {
    what: 'two givers are trusted alike, however much they give together',
    file: `${FORMULAS}/quadratic/pairwise.ts`,
    from: 'one + m.den * sum]',
    to: 'one + m.den * root]',
    test: LAWS,
    title:
      'quadratic funding pairwise: no two givers get 2 M or more out of all projects, and never more than plain',
  },
  {
    what: 'what a group gives itself is matched',
    file: `${FORMULAS}/quadratic/clusterMatch.ts`,
    from: '(one - near) * amount +',
    to: 'one * amount +',
    test: `${FORMULAS}/published.test.ts`,
    title: 'QF-8: the cluster match on one project {1} and {1,2}',
  },
  {
    what: 'who is capped takes nothing of a limit that is shared',
    file: `${FORMULAS}/shares/fill.ts`,
    from: 'left - (amount ?? 0n), limit.most',
    to: 'left - 0n * (amount ?? 0n), limit.most',
    test: SHARED,
    title:
      'several limits over one budget no limit is exceeded, no project has more than its own, nothing is negative, Σ parts + dust = budget',
  },
  {
    what: 'a unit of rounding goes above a shared limit',
    file: `${FORMULAS}/shares/largestRemainder.ts`,
    from: 'take(name, 1n)',
    to: 'take(name, 0n)',
    test: ROUNDS_SHARED,
    title:
      'a round with shared limits a unit of rounding that a limit has no room for goes to the next largest fraction',
  },
  {
    what: 'a limit over several categories is one for each of them',
    file: `${FORMULAS}/round/runWithin.ts`,
    from: 'spread.includes(limit) ? pieces.get(limit)?.[index] : limit.most',
    to: 'spread.includes(limit) ? limit.most : limit.most',
    test: ROUNDS_SHARED,
    title:
      'a round with shared limits by every method and over categories: no limit is exceeded, and one that binds is said so',
  },
  {
    what: 'an abstention is a vote of 0',
    file: `${FORMULAS}/retroactive/retroMedian.ts`,
    from: 'const cast = votes.get(project) ?? []',
    to: 'const cast = [...input.ballots].map(({ votes }) => votes[project] ?? 0n)',
    test: LAWS,
    title:
      'retroactive funding conservation, quorum, order of ballots, and an abstention that is no vote of 0',
  },
  {
    what: 'just the quorum is no quorum',
    file: `${FORMULAS}/retroactive/retroMedian.ts`,
    from: 'voters < quorum',
    to: 'voters <= quorum',
    test: EDGES,
    title: 'retroactive funding at its edges as many votes as the quorum take part',
  },
  {
    what: 'just the minimum is too little',
    file: `${FORMULAS}/retroactive/retroMedian.ts`,
    from: 'compareRatios(score, ratio(minimum)) < 0',
    to: 'compareRatios(score, ratio(minimum)) <= 0',
    test: EDGES,
    title: 'retroactive funding at its edges a score that is just the minimum takes part, one below does not',
  },
  {
    what: 'a voter’s second ballot counts as well',
    file: `${FORMULAS}/retroactive/ballots.ts`,
    from: 'if (voters.has(voter))',
    to: "if (voters.has(voter) && voter === '')",
    test: EDGES,
    title: TWICE,
  },
  {
    what: 'a second ballot of metrics counts as well',
    file: `${FORMULAS}/retroactive/retroMetrics.ts`,
    from: 'if (voters.has(voter))',
    to: "if (voters.has(voter) && voter === '')",
    test: EDGES,
    title: TWICE,
  },
  {
    what: 'rounds of other denoms count in a share of several',
    file: `${FORMULAS}/round/concentrationLimits.ts`,
    from: 'earlier.filter(report => report.denom === denom)',
    to: 'earlier.filter(report => report.denom || denom)',
    test: PROGRAMS,
    title:
      'rounds after each other nobody has more than a share of two rounds together: what is left is the limit of the second',
  },
]

/** Grants, streams and pools: what is paid, and when. */
const PAYMENTS: readonly Change[] = [
  {
    what: 'the last milestone is floored like the others',
    file: `${FORMULAS}/grants/grant.ts`,
    from: 'return [...floors, floors.reduce((left, amount) => left - amount, award)]',
    to: 'return [...floors, (award * BigInt(basisPoints.at(-1) ?? 0)) / 10_000n]',
    test: LAWS,
    title:
      'certificates, grants and streams a grant pays, returns and keeps open what it awards, and nothing twice for one milestone',
  },
  {
    what: 'a milestone may be called expired at its deadline',
    file: `${FORMULAS}/grants/grant.ts`,
    from: "act === 'expire' && nanosecondsOf(time) <= nanosecondsOf(deadline)",
    to: "act === 'expire' && nanosecondsOf(time) < nanosecondsOf(deadline)",
    test: EDGES,
    title: MILESTONE,
  },
  {
    what: 'a rejection is disputed whenever one likes',
    file: `${FORMULAS}/grants/grant.ts`,
    from: 'grant.disputeSeconds * 1_000_000_000n\n',
    to: 'grant.disputeSeconds * 1_000_000_000_000n\n',
    test: EDGES,
    title: MILESTONE,
  },
  {
    what: 'a milestone is overdue at its deadline',
    file: `${FORMULAS}/pool/fundAlerts.ts`,
    from: 'after * 1_000_000_000n > nanosecondsOf(time)',
    to: 'after * 1_000_000_000n >= nanosecondsOf(time)',
    test: PROGRAMS,
    title: ALERTS,
  },
  {
    what: 'a pool of just its reserve is below it',
    file: `${FORMULAS}/pool/fundAlerts.ts`,
    from: 'pool.balance < pool.reserve',
    to: 'pool.balance <= pool.reserve',
    test: PROGRAMS,
    title: ALERTS,
  },
  {
    what: 'a fund that expires with a block is not paid in it',
    file: `${FORMULAS}/grants/stream.ts`,
    from: '!isAfter(time, expiry)',
    to: 'isAfter(expiry, time)',
    test: EDGES,
    title:
      'certificates, grants and streams at their edges a stream of 0 or 1 is refused as by the chain; two of one half each take all, with floors; an expired one nothing',
  },
  {
    what: 'what is promised may be spent once more',
    file: `${FORMULAS}/pool/poolBalance.ts`,
    from: '(rest, { amount }) => rest - amount, balance',
    to: '(rest, { amount }) => (amount < 0n ? 0n : rest), balance',
    test: PROGRAMS,
    title:
      'pools and budgets free = balance − promised − reserve, at least 0; a budget is the sum of its sources',
  },
  {
    what: 'a round of a program spends more than its pool holds',
    file: `${FORMULAS}/round/roundSchedule.ts`,
    from: 'wanted < held ? wanted : held',
    to: 'wanted < held ? wanted : wanted',
    test: PROGRAMS,
    title: 'pools and budgets a schedule: when a round is open, and what it may spend',
  },
  {
    what: 'at the end of a group’s vote what is missing may still be yes',
    file: `${FORMULAS}/grants/groupDecision.ts`,
    from: 'canStill && !ended',
    to: 'canStill',
    test: PROGRAMS,
    title: 'what a group decides at the end of the vote, what is missing is no yes',
  },
  {
    what: 'credits of two denoms have one price',
    file: `${FORMULAS}/impact/impactMarket.ts`,
    from: 'JSON.stringify([project, denom])',
    to: 'JSON.stringify([project])',
    test: PROGRAMS,
    title: 'impact markets: volume and price of a whole credit, denom by denom; the cost of an outcome',
  },
]

/** From the chain and back to it: ballots, gifts, metrics, and the payments. */
const ON_CHAIN: readonly Change[] = [
  {
    what: 'a ballot of the very last moment is late',
    file: 'redistribution/ballot.ts',
    from: 'nanosecondsOf(time) > nanosecondsOf(closes)',
    to: 'nanosecondsOf(time) >= nanosecondsOf(closes)',
    test: BOX,
    title: OPEN,
  },
  {
    what: 'when a ballot was received does not matter',
    file: 'redistribution/ballotBox.ts',
    from: '...(receivedAt === undefined ? [] : [receivedAt])',
    to: '...(receivedAt === undefined ? [] : [])',
    test: BOX,
    title: OPEN,
  },
  {
    what: 'the last ballot of a voter in the file counts, not the first one received',
    file: 'redistribution/ballotBox.ts',
    from: '.sort(inOrder)',
    to: '.sort(() => 0 * Number(inOrder !== null))',
    test: BOX,
    title:
      'a ballot box one ballot an account: a replay and a second ballot are refused, the first one received counts',
  },
  {
    what: 'whoever signs may vote',
    file: 'redistribution/ballot.ts',
    from: 'voters !== undefined && !voters.includes(ballot.voter)',
    to: 'voters !== undefined && voters.length === 0',
    test: BOX,
    title: 'a ballot box a round that lists its voters counts no other',
  },
  {
    what: 'an abstention is a no',
    file: 'redistribution/ballotsFromVotes.ts',
    from: "sum(['yes', 'no', 'no with veto'])",
    to: "sum(['yes', 'no', 'no with veto', 'abstain'])",
    test: FROM_CHAIN,
    title:
      'votes on chain as ballots yes is the weight, no is 0, an abstention says nothing, and other proposals are left out',
  },
  {
    what: 'gifts in other denoms count as uregen',
    file: 'redistribution/contributionsFromChain.ts',
    from: 'coin.denom === denom ? sum + coin.amount : sum',
    to: 'coin.denom !== "" ? sum + coin.amount : sum',
    test: FROM_CHAIN,
    title:
      'gifts to the address of a round: the memo names the project; what does not count is listed with its reason',
  },
  {
    what: 'purchases in other denoms are contributions',
    file: 'redistribution/contributionsFromChain.ts',
    from: 'purchase => purchase.denom === denom',
    to: 'purchase => purchase.denom || denom',
    test: FROM_CHAIN,
    title: 'the examples on recorded data are what the recordings come to',
  },
  {
    what: 'credits that are issued retired were not issued',
    file: 'redistribution/measureActivity.ts',
    from: 'add(sums.issued, item.batchDenom, item.tradable + item.retired)',
    to: 'add(sums.issued, item.batchDenom, item.tradable)',
    test: FROM_CHAIN,
    title:
      'what the recorded transactions of a node tell credits issued are the tradable and the retired ones; those of two classes stand apart',
  },
  {
    what: 'a project that gets nothing gets a payment of 0',
    file: 'redistribution/settle.ts',
    from: 'report.allocations.filter(({ amount }) => amount > 0n)',
    to: 'report.allocations.filter(({ amount }) => amount >= 0n)',
    test: SETTLE,
    title: 'a settlement has no payment for a project that gets nothing',
  },
  {
    what: 'a payment of anybody settles a round',
    file: 'redistribution/verifySettlement.ts',
    from: 'from === payer && to !== null',
    to: 'payer !== null && to !== null',
    test: SETTLE,
    title: VERIFIED,
  },
  {
    what: 'more than is due is paid all the same',
    file: 'redistribution/verifySettlement.ts',
    from: 'verified: lines.every(line => line.due === line.paid)',
    to: 'verified: lines.every(line => line.due <= line.paid)',
    test: SETTLE,
    title: VERIFIED,
  },
  {
    what: 'any denom pays what is due',
    file: 'redistribution/verifySettlement.ts',
    from: 'if (denom === report.denom) paid',
    to: 'if (denom) paid',
    test: SETTLE,
    title: VERIFIED,
  },
]

export const REDISTRIBUTION: readonly Change[] = [...ROUNDS, ...PAYMENTS, ...ON_CHAIN]
