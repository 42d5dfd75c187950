import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readIndexedActivity, type Store } from '../../src/indexer/index.ts'
import { readEvidence } from '../../src/indexer/read/readMarket.ts'
import { columnsOf } from '../../src/indexer/rows/activityRows.ts'
import { pricesFrom } from '../../src/mechanisms/m013-value-based-fee-routing/prices/priceSources.ts'
import { valueClass } from '../../src/mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import {
  activitiesIn,
  creditActivities,
  M015_V0,
  scoreActivities,
} from '../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import type { LedgerActivity, OnChain, Proposal, Purchase } from '../../src/node/history/activity.ts'
import { toRewardActivities, type Votes } from '../../src/node/read/rewardActivities.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { CREDIT, type Credits } from '../../src/primitives/credits.ts'
import { mulRatio, parseRatio, ratio } from '../../src/primitives/ratio.ts'
import { formatTime } from '../../src/primitives/time.ts'
import type { Uregen } from '../../src/primitives/uregen.ts'
import { RUNS } from '../support/runs.ts'
import { toTradeSamples } from '../support/tradeSamples.ts'
import { newStore, type Place, startPlace } from './stores.ts'

/** Views hold against the pure functions on the same random history. */

let place: Place
let store: Store
beforeAll(async () => {
  place = await startPlace()
  store = await newStore(place.where)
})
afterAll(async () => {
  await store?.close()
  await place?.stop()
})

const DAY = 86_400n
const START = 1_795_000_000n
const PEOPLE = ['regen1ann', 'regen1ben', 'regen1cyd']
const CLASSES = ['C01', 'USS01']
const USDC = 'ibc/USDC'
const RATES = { [USDC]: parseRatio('12.5') }

const quantity = fc.oneof(
  fc.bigInt({ min: 1n, max: 40n }).map(tenths => tenths * 100_000n),
  fc.bigInt({ min: 1n, max: 50_000_000n }),
)
const person = fc.constantFrom(...PEOPLE)
const classId = fc.constantFrom(...CLASSES)
const batch = (id: string) => ({ classId: id, batchDenom: `${id}-001-20200101-20210101-001` })

const purchase = fc
  .record({
    buyer: person,
    seller: person,
    classId,
    quantity,
    ask: fc.bigInt({ min: 1n, max: 30_000_000n }),
    denom: fc.constantFrom('uregen', 'uregen', USDC, 'unknown'),
    told: fc.boolean(),
    outlier: fc.nat(9),
    buyerFee: fc.bigInt({ min: 0n, max: 9n }),
    sellerFee: fc.bigInt({ min: 0n, max: 9n }),
  })
  .map(({ buyer, seller, classId, quantity, ask, denom, told, outlier, buyerFee, sellerFee }): object => {
    const price = outlier === 0 ? ask * 1000n : ask
    const atLeast = (price * quantity) / CREDIT
    return {
      kind: 'purchase',
      ...batch(classId),
      buyer,
      seller,
      orderId: 1n,
      quantity: quantity as Credits,
      denom,
      payment: { sellerReceives: atLeast, atLeast, below: atLeast + 2n, ask: told ? price : null },
      buyerFee,
      sellerFee,
      retirement: null,
    } satisfies Omit<Purchase, keyof OnChain>
  })

const retired = (owner: string, from: string, classId: string, quantity: bigint, by: string): object => ({
  kind: 'retirement',
  ...batch(classId),
  ...{ owner, from, by, amount: quantity as Credits },
  ...{ jurisdiction: 'FR', reason: '' },
})

const retirement = fc
  .tuple(person, person, classId, quantity, fc.constantFrom('owner', 'send', 'basket'))
  .map(given => retired(...given))

const vote = fc
  .record({ voter: person, proposalId: fc.bigInt({ min: 1n, max: 4n }) })
  .map(({ voter, proposalId }): object => ({
    kind: 'vote',
    voter,
    proposalId,
    options: [{ option: 'yes', weight: parseRatio('1') }],
  }))

/** What happened one after another, so many hours apart; heights count up, and two things may share a block. */
function inOrder(items: readonly { readonly what: object; readonly wait: bigint }[]): LedgerActivity[] {
  let [time, height] = [START, 10n]
  return items.map(({ what, wait }, index) => {
    if (wait > 0n) height += 1n
    time += wait * 3600n
    const txHash = index.toString(16).toUpperCase().padStart(64, '0')
    return { ...what, txHash, height, time, messageIndex: 0, path: [], part: 0 } as unknown as LedgerActivity
  })
}

const history = fc
  .array(
    fc.record({
      what: fc.oneof({ weight: 5, arbitrary: purchase }, { weight: 2, arbitrary: retirement }, vote),
      wait: fc.bigInt({ min: 0n, max: 60n }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map(inOrder)

const endings = fc.array(
  fc.record({
    proposer: person,
    status: fc.constantFrom('passed', 'rejected', 'failed', 'voting'),
    yes: fc.bigInt({ min: 0n, max: 100n }),
    end: fc.bigInt({ min: 0n, max: 80n * DAY }),
  }),
  { maxLength: 4 },
)

/** Writes activities as the indexer does, and how votes ended. */
async function fill(
  activities: readonly LedgerActivity[],
  states: readonly (typeof ENDING)[],
): Promise<void> {
  await store.query(
    'truncate purchases, retirements, votes, proposals, blocks, proposal_states, governance, rates cascade',
  )
  await store.query("insert into rates values ('uregen', 1, 1), ($1, 25, 2)", [USDC])
  await store.query('insert into governance (height, quorum_num, quorum_den, bonded) values (1, 2, 5, 100)')
  const rows = new Map<string, object[]>([['blocks', []]])
  const add = (table: string, row: object) => rows.set(table, [...(rows.get(table) ?? []), row])
  const seen = new Set<bigint>()
  activities.forEach((item, index) => {
    const { height, time, txHash } = item
    if (!seen.has(height)) {
      seen.add(height)
      add('blocks', { height: `${height}`, time: `${time}`, nanos: 0, hash: '', tx_count: 1, source: 'x' })
    }
    const { table, columns } = columnsOf(item)
    const at = { height: `${height}`, tx_index: index, tx_hash: txHash, time: `${time}` }
    add(table, { ...at, message_index: 0, path: '', part: 0, ordinal: 0, ...columns })
  })
  for (const [index, { status, yes, end }] of states.entries())
    add('proposal_states', {
      proposal_id: `${index + 1}`,
      status,
      voting_end: status === 'voting' ? null : `${START + end}`,
      yes: `${yes}`,
      abstain: '0',
      no: '0',
      no_with_veto: '0',
    })
  for (const [table, list] of rows)
    await store.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(list),
    ])
}
declare const ENDING: { proposer: string; status: string; yes: bigint; end: bigint }

const proposalsOf = (states: readonly (typeof ENDING)[]): readonly Proposal[] =>
  states.map(({ proposer }, index) => ({
    kind: 'proposal',
    proposer,
    proposalId: BigInt(index + 1),
    txHash: (1000 + index).toString(16).toUpperCase().padStart(64, '0'),
    height: 5n,
    time: START - DAY,
    messageIndex: 0,
    path: [],
    part: 0,
  }))

const votesOf = (states: readonly (typeof ENDING)[]): Votes => ({
  proposals: states.map(
    ({ status, yes, end }, index) =>
      ({
        id: BigInt(index + 1),
        status,
        votingEnd: status === 'voting' ? null : formatTime({ seconds: START + end, nanos: 0 }),
        tally: { yes, abstain: 0n, no: 0n, noWithVeto: 0n },
      }) as unknown as Votes['proposals'][number],
  ),
  quorum: parseRatio('0.4'),
  bonded: 100n as Uregen,
})

const RULES = DEFAULT_POLICY.m013.valuation
const CASES = { numRuns: Math.ceil(RUNS / 8) }

/** One credit at 10 REGEN. */
const bought = (changed: object = {}): object => ({
  ...{ kind: 'purchase', ...batch('C01'), buyer: 'regen1ann', seller: 'regen1ben', orderId: 1n },
  ...{ quantity: CREDIT, denom: 'uregen', buyerFee: 0n, sellerFee: 0n, retirement: null },
  payment: { sellerReceives: 10_000_000n, atLeast: 10_000_000n, below: 10_000_002n, ask: 10_000_000n },
  ...changed,
})

/** A purchase in the second week, which tells a price, and then each person retires. */
const EVERYBODY_RETIRES = inOrder([
  { what: bought(), wait: 240n },
  ...PEOPLE.map(owner => ({ what: retired(owner, owner, 'C01', CREDIT, 'owner'), wait: 1n })),
])

describe('the views of an index equal the pure functions on the same history', () => {
  test('activities come back as they went in', async () => {
    await fc.assert(
      fc.asyncProperty(history, async activities => {
        await fill(activities, [])
        expect(await readIndexedActivity(store, { from: 0n, to: 10n ** 12n })).toEqual(activities)
      }),
      CASES,
    )
  })

  test('price_samples and twap_7d: the average of seven days, without outliers, to the unit', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.bigInt({ min: 0n, max: 60n * DAY }), async (activities, later) => {
        await fill(activities, [])
        const at = START + later
        const samples = toTradeSamples(activities)
        const evidence = { trades: samples, stated: [], asks: [] }
        const rule = { source: 'twap-7d', maxAgeDays: 7, leastSamples: 1 } as const
        const pure = CLASSES.flatMap(id =>
          pricesFrom(rule, id, evidence, at).map(
            ({ denom, price, samples, outliersDropped, age }) =>
              `${id} ${denom} ${price.num}/${price.den} ${samples} ${outliersDropped} ${age}`,
          ),
        )
        const rows = await store.query('select * from twap_7d($1)', [at.toString()])
        const inSql = rows.map(row => {
          const millionths = BigInt(String(row['quantity']).replace('.', ''))
          const price = ratio(BigInt(String(row['payment'])) * CREDIT, millionths)
          const age = at - BigInt(String(row['newest']))
          return `${row['class_id']} ${row['denom']} ${price.num}/${price.den} ${row['samples']} ${row['outliers_dropped']} ${age}`
        })
        expect([...inSql].sort()).toEqual([...pure].sort())
      }),
      CASES,
    )
  })

  test('scores and class_prices: what M015 credits and weighs in a period, as exact fractions', async () => {
    const earned: number[] = []
    await fc.assert(
      fc.asyncProperty(history, endings, fc.bigInt({ min: 0n, max: 40n }), async (happened, states, day) => {
        const activities = [...proposalsOf(states), ...happened]
        await fill(activities, states)
        const period = { from: START + day * DAY, to: START + (day + 14n) * DAY }
        const evidence = { trades: toTradeSamples(activities), stated: [], asks: [] }
        const worth = {
          rates: RATES,
          priceOf: (id: string) => {
            const found = valueClass(id, { evidence, rates: RATES, rules: RULES, at: period.to })
            return found.status === 'known' ? mulRatio(found.price.price, found.rate) : null
          },
        }
        const votedBefore = new Set(
          activities.flatMap(item =>
            item.kind === 'vote' && item.time < period.from ? [`${item.proposalId}/${item.voter}`] : [],
          ),
        )
        // A retirement out of a basket is not charged by default, and earns nothing.
        const counted = activities.filter(item =>
          item.kind === 'vote'
            ? !votedBefore.has(`${item.proposalId}/${item.voter}`)
            : item.kind !== 'retirement' || item.by !== 'basket',
        )
        const rewarded = toRewardActivities(counted, votesOf(states), worth)
        const { contributions } = creditActivities(activitiesIn(rewarded.activities, period), M015_V0)
        const pure = scoreActivities(contributions, M015_V0)
          .scores.filter(({ score }) => score.num > 0n)
          .map(({ address, score }) => `${address} ${score.num}/${score.den}`)
        const rows = await store.query('select * from scores($1, $2)', [
          period.from.toString(),
          period.to.toString(),
        ])
        expect(rows.map(row => `${row['account']} ${row['num']}/${row['den']}`).sort()).toEqual(pure)
        earned.push(pure.length)
        // What the reports read is the same evidence.
        expect(
          CLASSES.map(id => valueClass(id, { evidence, rates: RATES, rules: RULES, at: period.to })),
        ).toEqual(
          await readEvidence(store, period.to).then(found =>
            CLASSES.map(id => valueClass(id, { evidence: found, rates: RATES, rules: RULES, at: period.to })),
          ),
        )
      }),
      { ...CASES, examples: [[EVERYBODY_RETIRES, [], 0n]] },
    )
    expect(Math.max(...earned)).toBe(PEOPLE.length)
  })

  test('volumes: purchases, quantity, payments and fees of a class in a denom by day', async () => {
    await fc.assert(
      fc.asyncProperty(history, async activities => {
        await fill(activities, [])
        const pure = new Map<string, [number, ...bigint[]]>()
        for (const item of activities) {
          if (item.kind !== 'purchase') continue
          const key = `${(item.time / DAY) * DAY} ${item.classId} ${item.denom}`
          const [count, quantity = 0n, paid = 0n, ofBuyers = 0n, ofSellers = 0n] = pure.get(key) ?? [0]
          pure.set(key, [
            ...[count + 1, quantity + item.quantity, paid + item.payment.atLeast],
            ...[ofBuyers + item.buyerFee, ofSellers + item.sellerFee],
          ] as [number, ...bigint[]])
        }
        const rows = await store.query('select * from volumes')
        expect(
          new Map(
            rows.map(row => [
              `${row['day']} ${row['class_id']} ${row['denom']}`,
              [
                Number(row['purchases']),
                BigInt(String(row['quantity']).replace('.', '')),
                ...['at_least', 'buyer_fees', 'seller_fees'].map(column => BigInt(String(row[column]))),
              ],
            ]),
          ),
        ).toEqual(pure)
      }),
      CASES,
    )
  })
})

/** What happened one after the other, each in a block of its own unless heights are said. */
const happened = (...items: readonly object[]): readonly LedgerActivity[] =>
  items.map(
    (item, index) =>
      ({
        ...{
          txHash: `${index}`,
          height: BigInt(index + 10),
          time: START,
          messageIndex: 0,
          path: [],
          part: 0,
        },
        ...item,
      }) as unknown as LedgerActivity,
  )
const voted = (changed: object = {}): object => ({
  ...{ kind: 'vote', voter: 'regen1ann', proposalId: 1n, options: [] },
  ...changed,
})
const rowsOf = async (sql: string, ...values: readonly bigint[]) =>
  (await store.query(sql, values.map(String))).map(row => Object.values(row).map(String))

describe('the edges of the views', () => {
  test('a payment that is known to just one part in a hundred tells a price, a unit less does not', async () => {
    const known = (atLeast: bigint) =>
      bought({ payment: { sellerReceives: atLeast, atLeast, below: atLeast + 2n, ask: null } })
    await fill(happened(known(200n), known(199n)), [])
    expect(await rowsOf('select payment from price_samples')).toEqual([['200']])
  })

  test('the seven days of the average: just seven days ago is too old, this very moment counts', async () => {
    const week = 7n * DAY
    await fill(
      happened(
        bought({ time: START - week }),
        bought({ time: START - week + 1n }),
        bought({ time: START }),
        bought({ time: START + 1n }),
      ),
      [],
    )
    expect(await rowsOf('select samples from twap_7d($1)', START)).toEqual([['2']])
  })

  test('four trades drop no outlier, five do', async () => {
    const ask = (asked: bigint) =>
      bought({ payment: { sellerReceives: asked, atLeast: asked, below: asked + 1n, ask: asked } })
    const trades = [9n, 11n, 9n, 11n, 1000n].map(regen => ask(regen * 1_000_000n))
    await fill(happened(...trades), [])
    expect(await rowsOf('select samples, outliers_dropped from twap_7d($1)', START)).toEqual([['4', '1']])
    await fill(happened(...trades.slice(1)), [])
    expect(await rowsOf('select samples, outliers_dropped from twap_7d($1)', START)).toEqual([['4', '0']])
  })

  test('of several trades at one second, the last in the order of the chain', async () => {
    const ask = (asked: bigint, place: object) =>
      bought({ payment: { sellerReceives: asked, atLeast: asked, below: asked + 1n, ask: asked }, ...place })
    // In the second block the later transaction stands second; the first block has the dearest.
    await fill(
      happened(
        ask(30_000_000n, { height: 9n }),
        ask(20_000_000n, { height: 10n }),
        ask(10_000_000n, { height: 10n }),
      ),
      [],
    )
    expect(await rowsOf('select payment from last_trade($1)', START)).toEqual([['10000000']])
  })

  test('a vote with just the quorum reached it: a rejected proposal counts half, without the quorum nothing', async () => {
    const ended = (status: string, yes: bigint) => ({ proposer: 'regen1ann', status, yes, end: 0n })
    await fill(
      [],
      [
        ended('rejected', 40n),
        ended('rejected', 39n),
        ended('passed', 0n),
        ended('failed', 0n),
        ended('voting', 99n),
      ],
    )
    expect(await rowsOf('select proposal_id, credit from proposal_outcomes order by 1')).toEqual([
      ['1', '(1,2)'],
      ['2', 'null'],
      ['3', '(1,1)'],
      ['4', '(1,1)'],
    ])
  })

  test('a period has its first second and not its last one; a purchase of just 1 REGEN counts, less does not', async () => {
    const worth = (time: bigint, uregen: bigint) =>
      bought({ time, payment: { sellerReceives: uregen, atLeast: uregen, below: uregen + 1n, ask: uregen } })
    await fill(
      happened(
        worth(START - 1n, 2_000_000n),
        worth(START, 3_000_000n),
        worth(START + DAY - 1n, 1_000_000n),
        worth(START + DAY - 1n, 999_999n),
        worth(START + DAY, 5_000_000n),
        // Nobody says what a unit of it is worth.
        bought({ denom: 'unknown' }),
      ),
      [],
    )
    const amounts = 'select account, (amount).num / (amount).den::numeric from activity_amounts($1, $2)'
    const [[account, amount] = []] = await rowsOf(amounts, START, START + DAY)
    expect([account, parseRatio(String(amount).replace(/\.?0*$/, ''))]).toEqual([
      'regen1ann',
      ratio(4_000_000n),
    ])
  })

  test('a retirement earns its credits at the price of the class; out of a basket, or without a price, it earns nothing', async () => {
    const retired = (changed: object) => ({
      ...{ kind: 'retirement', ...batch('C01'), owner: 'regen1ben', from: 'regen1cyd', by: 'send' },
      ...{ amount: 3n * CREDIT, jurisdiction: 'FR', reason: '' },
      ...changed,
    })
    await fill(
      happened(
        bought(),
        retired({}),
        retired({ by: 'basket' }),
        retired(batch('USS01')),
        // Worth less than 1 REGEN.
        retired({ amount: 99_999n }),
      ),
      [],
    )
    const amounts =
      "select account, trunc((amount).num / (amount).den) from activity_amounts($1, $2) where kind = 'retirement'"
    expect(await rowsOf(amounts, START, START + DAY)).toEqual([['regen1ben', '30000000']])
  })

  test('a vote counts once a proposal: not again in the period, nor after one before it', async () => {
    const later = { time: START + 60n }
    await fill(
      happened(
        voted({ time: START - 1n }),
        voted({ ...later, proposalId: 2n }),
        voted({ ...later, proposalId: 2n }),
        voted(later),
        voted({ ...later, voter: 'regen1ben' }),
      ),
      [],
    )
    const votes = "select account, (amount).num from activity_amounts($1, $2) where kind = 'vote' order by 1"
    expect(await rowsOf(votes, START, START + DAY)).toEqual([
      ['regen1ann', '1'],
      ['regen1ben', '1'],
    ])
  })

  test('scores are of whole weeks: the last one counts when a block stands at its end', async () => {
    const [week, first] = [7n * DAY, 4n * DAY]
    const monday = ((START - first) / week) * week + first
    const weeks = () => rowsOf('select week_from from weekly_scores order by 1')
    const acts = [
      bought({ time: monday }),
      bought({ time: monday + week }),
      voted({ time: monday + 2n * week - 1n }),
    ]
    await fill(happened(...acts), [])
    expect(await weeks()).toEqual([[`${monday}`]])
    await fill(happened(...acts, voted({ time: monday + 2n * week })), [])
    expect(await weeks()).toEqual([[`${monday}`], [`${monday + week}`]])
  })

  test('fees: the buyer pays the buyer’s, the seller the seller’s, and none of 0 is listed', async () => {
    await fill(
      happened(bought({ buyerFee: 3n, sellerFee: 5n }), bought({ buyerFee: 0n, sellerFee: 7n, denom: USDC })),
      [],
    )
    expect(
      await rowsOf("select kind, payer, denom, amount from fees where kind <> 'gas' order by 4"),
    ).toEqual([
      ['buyer', 'regen1ann', 'uregen', '3'],
      ['seller', 'regen1ben', 'uregen', '5'],
      ['seller', 'regen1ben', USDC, '7'],
    ])
  })

  test('activity of a period, an account and the newest of it, in the order of the chain', async () => {
    const acts = happened(
      bought({ time: START }),
      voted({ time: START + 1n }),
      bought({ time: START + 2n, buyer: 'regen1cyd', ...batch('USS01') }),
      voted({ time: START + 3n, voter: 'regen1ben' }),
      voted({ time: START + 4n }),
    )
    await fill(acts, [])
    const read = async (from: bigint, to: bigint, filter: object = {}) =>
      (await readIndexedActivity(store, { from, to }, filter)).map(item =>
        acts.findIndex(act => act.height === item.height),
      )
    expect(await read(START + 1n, START + 4n)).toEqual([1, 2, 3])
    expect(await read(0n, START + 9n, { most: 2 })).toEqual([3, 4])
    expect(await read(0n, START + 9n, { account: 'regen1ben' })).toEqual([0, 2, 3])
    expect(await read(0n, START + 9n, { classId: 'USS01' })).toEqual([2])
    expect(await read(0n, START + 9n, { kinds: ['vote'], most: 2 })).toEqual([3, 4])
  })
})

test('weights and price rules in the tables are those of the default policy', async () => {
  const weights = await store.query('select kind, num, den from score_weights order by kind')
  const { facilitation, ...scored } = M015_V0.weights
  expect(facilitation).toEqual(parseRatio('0.2'))
  expect(
    Object.fromEntries(
      weights.map(({ kind, num, den }) => [kind, ratio(BigInt(String(num)), BigInt(String(den)))]),
    ),
  ).toEqual(scored)
  const rules = await store.query('select source, max_age, least_samples from price_rules order by rank')
  expect(rules.map(({ source, max_age, least_samples }) => [source, max_age, least_samples])).toEqual(
    RULES.filter(({ source }) => source === 'twap-7d' || source === 'last-trade').map(
      ({ source, maxAgeDays, leastSamples }) => [source, String(maxAgeDays * 86_400), leastSamples],
    ),
  )
})
