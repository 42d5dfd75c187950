import { describe, expect, test } from 'vitest'
import { creditsOf } from '../../../src/messages/keeper/credits.ts'
import type { LedgerActivity } from '../../../src/node/history/activity.ts'
import { toActivity } from '../../../src/node/history/toActivity.ts'
import { formatCredits } from '../../../src/primitives/credits.ts'
import { attribute, recordedRpc, recordedTx, recordedTxs } from '../../support/recordings.ts'
import { ALICE, BOB, bridge, buy, CAROL, cancel, issueMore, send, within } from '../events/emit.ts'
import { historicTxs, made, named } from './historicTxs.ts'
import { retiredCredits } from './retiredCredits.ts'

/** How often each text occurs. */
const tally = (texts: readonly string[]) =>
  Object.fromEntries([...new Set(texts)].map(text => [text, texts.filter(other => other === text).length]))

const kinds = (activity: readonly LedgerActivity[]) => activity.map(({ kind }) => kind)

const all = toActivity(historicTxs())

test('the recorded chain: how often what was done', () => {
  expect(tally(kinds(all.activity))).toEqual({
    issuance: 8,
    send: 5,
    purchase: 15,
    retirement: 7,
    cancellation: 1,
    'basket put': 1,
    'basket take': 1,
    vote: 11,
    proposal: 8,
  })
  expect(all.oddities).toEqual([])
})

test('a purchase: who, what, for how much, and where it is written', () => {
  const name = 'buy USDC 0.333333 with fees, auto retire'
  expect(toActivity(named(name)).activity).toEqual([
    {
      kind: 'purchase',
      classId: 'C01',
      batchDenom: 'C01-001-20200101-20210101-001',
      buyer: 'regen1h7lp8m8t25qauh0azly634putlmaxw0nvkmsqd',
      seller: 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x',
      orderId: 2n,
      quantity: 333_333n,
      denom: 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653',
      payment: { sellerReceives: 489_999n, atLeast: 499_998n, below: 500_000n, ask: null },
      buyerFee: 4_999n,
      sellerFee: 9_999n,
      retirement: { jurisdiction: 'GB', reason: '' },
      txHash: expect.stringMatching(/^[0-9A-F]{64}$/),
      height: BigInt(recordedTx(name).tx?.height ?? 0),
      time: BigInt(Math.floor(Date.parse(recordedTx(name).header?.time ?? '') / 1000)),
      messageIndex: 0,
      path: [],
      part: 0,
    },
  ])
})

test('every activity has a place of its own', () => {
  const places = all.activity.map(({ txHash, messageIndex, part }) => `${txHash}/${messageIndex}/${part}`)
  expect(new Set(places).size).toBe(places.length)
})

test('votes: who voted on which proposal, and how', () => {
  const votes = all.activity.flatMap(item =>
    item.kind === 'vote' ? [`${item.proposalId} ${item.options.map(({ option }) => option).join()}`] : [],
  )
  expect(votes).toEqual([
    '1 yes',
    '1 yes',
    '1 no',
    '2 yes',
    '2 abstain',
    '3 yes',
    '4 yes',
    '5 yes',
    '6 yes',
    '7 yes',
    '8 yes',
  ])
})

describe('nothing is counted twice', () => {
  test('trap 1: Transfer.retired_amount and Retire.amount are the same credits', () => {
    const { activity } = toActivity(named('send tradable and retired'))
    expect(activity).toMatchObject([
      { kind: 'send', amount: 10_500_000n, part: 0 },
      { kind: 'retirement', amount: 2_000_000n, by: 'send', part: 1 },
    ])
  })

  test('trap 2: a transfer from the module is an issuance, one from or to the baskets is no send', () => {
    expect(
      kinds(toActivity(named('create batch C02', 'basket put', 'basket take tradable')).activity),
    ).toEqual(['issuance', 'basket put', 'basket take'])
  })

  test('trap 3: transfer and retirement inside a purchase belong to the purchase', () => {
    const { activity } = toActivity(named('buy and retire 1 C01 in USDC'))
    expect(kinds(activity)).toEqual(['purchase'])
    expect(activity).toMatchObject([{ quantity: 1_000_000n, retirement: { jurisdiction: 'US-NY' } }])
  })

  test('trap 4: credits received over a bridge are issued once, whatever the number of events', () => {
    const { activity } = toActivity(named('bridge receive'))
    expect(activity).toMatchObject([{ kind: 'issuance', tradable: 12_500_000n, bridged: true }])
    expect(activity).toHaveLength(1)
  })

  test('trap 5: what authz and groups run is found, once', () => {
    const { activity } = toActivity(named('authz exec retire', 'group proposal executed at once: retire'))
    expect(activity).toMatchObject([
      { kind: 'retirement', amount: 250_000n, path: [0] },
      { kind: 'retirement', amount: 1_500_000n, path: [] },
    ])
    expect(activity).toHaveLength(2)
  })

  test('trap 6: the two parts of one send are two parts of one message', () => {
    const parts = toActivity(named('send tradable and retired')).activity.map(({ messageIndex, part }) => [
      messageIndex,
      part,
    ])
    expect(parts).toEqual([
      [0, 0],
      [0, 1],
    ])
    expect(kinds(toActivity([made(within(send(ALICE, BOB, '0', '2'), 0))]).activity)).toEqual(['retirement'])
  })

  test('trap 7: two entries of one send, one of which only retires, are no single entry', () => {
    const entries = [...send(ALICE, BOB, '1', '0'), ...send(ALICE, BOB, '0', '2')]
    expect(toActivity([made(within(entries, 0))]).activity).toMatchObject([
      { kind: 'send', amount: 1_000_000n, part: 0 },
      { kind: 'retirement', amount: 2_000_000n, by: 'send', part: 2 },
    ])
  })

  test('trap 7: a send of nothing is a send of 0', () => {
    expect(toActivity(named('send nothing: both amounts 0')).activity).toMatchObject([
      { kind: 'send', amount: 0n },
    ])
  })

  test('trap 8: the same order twice in one message is two purchases', () => {
    const { activity } = toActivity(named('buy two orders with fees, same order twice'))
    expect(activity).toMatchObject([
      { kind: 'purchase', orderId: 6n, quantity: 1_000_001n, part: 0 },
      { kind: 'purchase', orderId: 6n, quantity: 700_000n, part: 1 },
    ])
  })

  test('trap 9: which batches a basket gave is in the events, not in the message', () => {
    expect(toActivity(named('basket take and retire')).activity).toMatchObject([
      { kind: 'retirement', by: 'basket', amount: 2_500_000n, batchDenom: 'C01-001-20200101-20210101-001' },
    ])
  })

  test('the same transaction from two searches counts once, whatever the case of its hash', () => {
    const [tx] = named('retire')
    expect(tx && toActivity([tx, { ...tx, hash: tx.hash.toLowerCase() }]).activity).toHaveLength(1)
  })

  test('a failed transaction counts nothing, although it paid gas', () => {
    expect(toActivity(named('retire more than owned (fails)'))).toEqual({ activity: [], oddities: [] })
  })

  test('credits retired on issuance are part of the issuance', () => {
    expect(toActivity([made(within(issueMore(ALICE, '0', '5'), 0))]).activity).toMatchObject([
      { kind: 'issuance', tradable: 0n, retired: 5_000_000n, retirement: { jurisdiction: 'US-WA' } },
    ])
  })

  test('bridged credits are cancelled once', () => {
    expect(toActivity([made(within([cancel(ALICE, '2'), bridge(ALICE, '2')], 0))]).activity).toMatchObject([
      { kind: 'cancellation', amount: 2_000_000n, bridgedTo: 'polygon' },
    ])
  })
})

test('all that was retired, whichever way, is each recorded EventRetire once', () => {
  const recorded = recordedTxs()
    .flatMap(({ tx }) => tx?.tx_result.events ?? [])
    .filter(({ type }) => type === 'regen.ecocredit.v1.EventRetire')
    .map(
      event =>
        `${attribute(event, 'owner')} ${formatCredits(creditsOf(attribute(event, 'amount')) ?? (0n as never))}`,
    )
  const retired = retiredCredits(all.activity)
  expect(recorded).toHaveLength(11)
  expect(retired.map(({ owner, amount }) => `${owner} ${formatCredits(amount)}`).sort()).toEqual(
    recorded.sort(),
  )
  expect(tally(retired.map(({ by }) => by))).toEqual({
    issuance: 2,
    purchase: 2,
    send: 1,
    owner: 5,
    basket: 1,
  })
})

test('retirements by owner are the transactions that the node finds for the owner', () => {
  const { txs } = recordedRpc('tx_search retirements by owner') as { txs: { hash: string }[] }
  const ofAlice = retiredCredits(all.activity).filter(({ owner }) => owner === ALICE)
  expect(ofAlice.map(({ txHash }) => txHash)).toEqual(txs.map(({ hash }) => hash))
})

test('votes are the transactions that the node finds for votes', () => {
  const pages = [1, 2, 3].map(
    page => recordedRpc(`tx_search all votes, page ${page} of 5`) as { txs: { hash: string }[] },
  )
  expect(all.activity.flatMap(item => (item.kind === 'vote' ? [item.txHash] : []))).toEqual(
    pages.flatMap(({ txs }) => txs.map(({ hash }) => hash)),
  )
})

test('what does not fit is listed with its transaction, and counted nowhere', () => {
  const { activity, oddities } = toActivity([made(within(buy(CAROL, ALICE, '1', false).slice(1), 0))])
  expect(activity).toEqual([])
  expect(oddities).toMatchObject([{ txHash: 'AB'.repeat(32), kind: 'unmatched', msgIndex: 0 }])
})
