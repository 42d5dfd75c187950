import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runEpoch } from '../../src/epoch/index.ts'
import { purchaseValue } from '../../src/mechanisms/m015-contribution-weighted-rewards/activity.ts'
import { toEpochInputs } from '../../src/network/period/toEpochInputs.ts'
import { rewardView } from '../../src/network/views/rewardView.ts'
import { wouldPay } from '../../src/network/views/wouldPay.ts'
import type { LedgerActivity, OnChain } from '../../src/node/history/activity.ts'
import { toActivity } from '../../src/node/history/toActivity.ts'
import { toRewardActivities, type Worth } from '../../src/node/read/rewardActivities.ts'
import { type PolicyConfig, parsePolicy } from '../../src/policy/policy.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import type { Credits } from '../../src/primitives/credits.ts'
import { formatRatio, parseRatio, ratio } from '../../src/primitives/ratio.ts'
import { parseTime } from '../../src/primitives/time.ts'
import type { Uregen } from '../../src/primitives/uregen.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { anyPolicyJson } from '../epoch/anyPolicy.ts'
import { addressOf, economy, hash, START } from '../epoch/economy.ts'
import { holds } from '../support/arbitraries.ts'
import { replay } from '../support/replay.ts'
import { RUNS } from '../support/runs.ts'

/**
 * Rewards from the chain, one rule: what the network and an index say that a period would pay is what `runEpoch` pays for the same acts
 * under the same policy.
 */

const FROM = parseTime(START).seconds
const SPAN = { from: FROM, to: FROM + 604_800n }
const BONDED = (10n ** 14n) as Uregen
const USD = 'uusdc'

const anyAccount = fc.integer({ min: 1, max: 5 }).map(addressOf)
const anyCredits = fc.bigInt({ min: 1n, max: 10n ** 11n }) as fc.Arbitrary<Credits>
const anyClass = fc.constantFrom('C01', 'C02', 'UNPRICED01')
const note = { jurisdiction: 'US', reason: '' }

/** An act without its place. */
type Bare = LedgerActivity extends infer Act
  ? Act extends OnChain
    ? Omit<Act, keyof OnChain>
    : never
  : never

const anyPurchase = fc
  .record({
    classId: anyClass,
    buyer: anyAccount,
    seller: anyAccount,
    quantity: anyCredits,
    ask: fc.constantFrom(33n, 20_000_000n),
    denom: fc.constantFrom('uregen', USD, 'unrated'),
    retires: fc.boolean(),
    known: fc.boolean(),
  })
  .map(({ ask, retires, known, quantity, ...act }): Bare => {
    const value = purchaseValue(quantity, ask)
    const atLeast = value.num / value.den
    return {
      ...{ kind: 'purchase', ...act, quantity, batchDenom: `${act.classId}-001`, orderId: 1n },
      ...{ buyerFee: 0n, sellerFee: 0n, retirement: retires ? note : null },
      payment: { sellerReceives: atLeast, atLeast, below: atLeast + 2n, ask: known ? ask : null },
    }
  })

const anyAct: fc.Arbitrary<Bare> = fc.oneof(
  anyPurchase,
  fc
    .record({
      classId: anyClass,
      owner: anyAccount,
      from: anyAccount,
      amount: anyCredits,
      by: fc.constantFrom('owner', 'send', 'basket'),
    })
    .map((act): Bare => ({ kind: 'retirement', batchDenom: `${act.classId}-001`, ...note, ...act })),
  fc
    .record({ classId: anyClass, sender: anyAccount, recipient: anyAccount, amount: anyCredits })
    .map((act): Bare => ({ kind: 'send', batchDenom: `${act.classId}-001`, ...act })),
  fc.record({ classId: anyClass, recipient: anyAccount, tradable: anyCredits, bridged: fc.boolean() }).map(
    (act): Bare => ({
      ...{ kind: 'issuance', batchDenom: `${act.classId}-001`, retired: 0n as Credits, retirement: null },
      ...act,
    }),
  ),
  fc
    .record({ voter: anyAccount, proposalId: fc.bigInt({ min: 1n, max: 3n }) })
    .map((act): Bare => ({ kind: 'vote', options: [], ...act })),
  fc
    .record({ proposer: anyAccount, proposalId: fc.bigInt({ min: 1n, max: 3n }) })
    .map((act): Bare => ({ kind: 'proposal', ...act })),
)

/** Acts in one to six messages of some transactions, in the days around a week. */
const anyActivity = fc
  .array(fc.tuple(anyAct, fc.bigInt({ min: -100_000n, max: 700_000n }), fc.boolean()), { maxLength: 12 })
  .map(acts => {
    let [tx, time, part] = [0, FROM, 0]
    const proposed = new Set<bigint>()
    return acts.flatMap(([act, since, sameTx], index): readonly LedgerActivity[] => {
      if (act.kind === 'proposal') {
        if (proposed.has(act.proposalId)) return []
        proposed.add(act.proposalId)
      }
      if (!sameTx || index === 0) [tx, time, part] = [tx + 1, FROM + since, 0]
      else part += 1
      const at = { txHash: hash(tx), height: BigInt(tx), time, messageIndex: 0, path: [], part }
      return [{ ...act, ...at } as LedgerActivity]
    })
  })

const anyPolicy = fc
  .record({
    fees: anyPolicyJson,
    acts: fc.record({
      sendWithRetire: fc.constantFrom('split', 'transfer-only', 'max'),
      bridge: fc.constantFrom('none', 'transfer'),
      bridgeReceive: fc.constantFrom('none', 'issuance'),
      basket: fc.constantFrom('none', 'transfer'),
    }),
    m015: fc.record({
      scoring: fc.constantFrom('raw', 'normalised-per-activity'),
      facilitationId: fc.constantFrom('memo', 'none'),
      pairTrades: fc.constantFrom('count', 'exclude'),
      rewardCapPerOwnFees: fc.constantFrom(null, '0.5'),
      minScorers: fc.constantFrom(1, 3),
      noActivity: fc.constantFrom('return-to-community', 'carry-over', 'governance-reserve'),
      rejectedProposalShare: fc.constantFrom('0', '0.5'),
    }),
  })
  .map(({ fees, m015, acts }) =>
    parsePolicy({ ...fees, m013: { ...fees.m013, ...acts }, m015: { ...fees.m015, ...m015 } }),
  )

const votes = {
  proposals: [1n, 2n, 3n].map(id => ({
    ...{ id, title: '', summary: '', messages: [], proposer: '', depositEnd: null },
    status: (['passed', 'rejected', 'failed'] as const)[Number(id) - 1] ?? 'passed',
    ...{ votingStart: START, votingEnd: id === 3n ? '2029-01-01T00:00:00Z' : '2027-01-03T00:00:00Z' },
    tally: { yes: id === 2n ? 1n : BONDED, abstain: 0n, no: 0n, noWithVeto: 0n },
  })),
  quorum: parseRatio('0.4'),
  bonded: BONDED,
} as unknown as Parameters<typeof toEpochInputs>[0]['votes']

test('the view of a chain = the period, for fees, pools, scores and rewards, under every combination of knobs', () => {
  let rewarded = 0
  holds(anyActivity, anyPolicy, (activity, policy) => {
    const worth: Worth = {
      rates: { [USD]: parseRatio('12.5') },
      priceOf: classId => (classId === 'UNPRICED01' ? null : ratio(25_000_000n)),
    }
    const history = { activity, oddities: [], memos: {}, submitted: [], votes }
    const { inputs, unvalued } = toEpochInputs(history, SPAN, { worth, policy })
    const { report } = runEpoch(economy(), inputs, policy)

    const inside = activity.filter(({ time }) => time >= SPAN.from && time < SPAN.to)
    const said = activity.filter(({ kind }) => kind === 'vote' || kind === 'proposal')
    const seen = wouldPay(
      { activity: inside, said: toRewardActivities(said, votes, worth).activities },
      { worth, policy, span: SPAN },
    )
    const view = rewardView({
      ...{ activities: seen.counted, inflow: seen.inflow, unvalued: 0, oddities: 0, inForce: null },
      ...{ source: { kind: 'policy' }, policy },
    })

    const { fees, rewards } = report
    expect(seen.charged.unvalued).toEqual(unvalued)
    expect([seen.collected.revenue, seen.collected.pools, seen.collected.totals]).toEqual([
      fees.revenue,
      fees.pools,
      fees.totals,
    ])
    expect([view.inflow, view.governance, view.activityPool, view.undistributed]).toEqual([
      ...[rewards.record.inflow, rewards.record.governance],
      ...[rewards.record.activity, rewards.record.undistributed],
    ])
    const paid = new Map(rewards.record.rewards.map(({ address, reward }) => [address, reward]))
    expect(
      view.participants.map(({ address, score, reward }) => [address, formatRatio(score), reward]),
    ).toEqual(
      rewards.scores.map(({ address, score }) => [address, formatRatio(score), paid.get(address) ?? 0n]),
    )
    rewarded += paid.size
  })
  expect(rewarded).toBeGreaterThan(0)
})

/** The recorded transactions that succeeded and that M013 could charge, each with the ledger before it. */
const steps = [...replay()].filter(({ tx }) => tx.tx?.tx_result.code === 0)
const CLASSES = ['C01', 'C02', 'C03', 'BIO01', 'BIO02', 'USS01', 'BT01']
const PRICES = Object.fromEntries(CLASSES.map(classId => [classId, '25000000uregen']))
const IBC = 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653'

test('a preview of each recorded transaction = the replay of what it did, under every combination of knobs', () => {
  const charged = new Set<string>()
  const holdsFor = ({ tx, before }: (typeof steps)[number], policy: PolicyConfig) => {
    const bytes = new Uint8Array(Buffer.from(tx.txBytes, 'base64'))
    const { proposed } = previewFees({
      messages: decodeTx(bytes).body.messages as never,
      snapshot: before,
      policy,
      prices: PRICES,
      rates: { [IBC]: '12.5uregen' },
    })
    const { activity } = toActivity([
      { hash: tx.hash, height: 1n, time: START, events: tx.tx?.tx_result.events ?? [] },
    ])
    const worth: Worth = { rates: { [IBC]: parseRatio('12.5') }, priceOf: () => ratio(25_000_000n) }
    const { collected } = wouldPay({ activity, said: [] }, { worth, policy, span: SPAN })
    // Events tell some payments to less than two units only: several whole asks fit, and the replay takes the least.
    if (activity.some(act => act.kind === 'purchase' && act.payment.ask === null)) return
    // A message that the catalog does not know, such as one of x/staking, has no preview to hold against it.
    if (proposed.total === null && activity.length === 0) return
    expect([tx.name, collected.revenue]).toEqual([tx.name, proposed.total])
    if (collected.revenue > 0n) charged.add(tx.name)
  }
  const numRuns = Math.ceil(RUNS / steps.length) + 2
  for (const step of steps)
    fc.assert(
      fc.property(anyPolicy, policy => holdsFor(step, policy)),
      { numRuns },
    )
  expect(charged.size).toBeGreaterThan(20)
})
