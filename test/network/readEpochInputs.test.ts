import { afterEach, describe, expect, test } from 'vitest'
import { runEpoch } from '../../src/epoch/index.ts'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import {
  type EpochInputOptions,
  facilitatorOf,
  readEpochInputs,
  readEpochState,
  readNetwork,
} from '../../src/network/index.ts'
import { readCoinAmount } from '../../src/node/read/bank.ts'
import { readStatus } from '../../src/node/read/node.ts'
import { connectRpc } from '../../src/node/rpc/connectRpc.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { parseRatio } from '../../src/primitives/ratio.ts'
import { formatTime, parseTime } from '../../src/primitives/time.ts'
import { type RecordedNode, startRecordedNode } from '../../src/testing.ts'
import { recordings } from '../support/recordedNode.ts'

/** The recorded chain as the inputs of `runEpoch`, and one run of it. */

const nodes: RecordedNode[] = []
afterEach(async () => {
  for (const node of nodes.splice(0)) {
    expect(node.missing).toEqual([])
    await node.close()
  }
})

/** The genesis of the recorded chain is dated months before its blocks; its transactions are all of the last of these weeks. */
const WEEKS = 58
const WHOLE_CHAIN = 400n * 86_400n

async function replay(options: EpochInputOptions = {}) {
  const node = await startRecordedNode(recordings)
  nodes.push(node)
  node.standAt('end')
  const rpc = connectRpc(node.url)
  const policy = options.policy ?? DEFAULT_POLICY
  try {
    const read = await readEpochInputs(rpc, { periods: WEEKS, ...options })
    const time = formatTime({
      seconds: parseTime(read.start).seconds + 604_800n * BigInt(WEEKS - 1),
      nanos: 0,
    })
    const state = await readEpochState(rpc, { time, blocks: read.period.blocks, policy })
    const { rates = {} } = options
    const network = await readNetwork(rpc, { policy, rates, periodSeconds: WHOLE_CHAIN })
    return { read, state, network, policy }
  } finally {
    rpc.disconnect()
  }
}

type Replayed = Awaited<ReturnType<typeof replay>>
const runOf = ({ state, read, policy }: Replayed) => {
  const period = read.periods.at(-1)
  if (period === undefined) throw new Error('no period')
  return runEpoch(state, period.inputs, policy)
}

const HOLDER = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

const RATES = {
  'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653': parseRatio('12.5'),
}

describe('a week of the recorded chain', () => {
  test('is charged, burned, shared out and conserved', async () => {
    const replayed = await replay({ rates: RATES })
    const { report } = runOf(replayed)
    // Five transfers: one of them sends nothing, which a preview charges too.
    expect(report.fees.totals.map(({ txType, charges }) => [txType, charges])).toMatchInlineSnapshot(`
      [
        [
          "CreditIssuance",
          7n,
        ],
        [
          "CreditTransfer",
          5n,
        ],
        [
          "CreditRetirement",
          6n,
        ],
        [
          "MarketplaceTrade",
          15n,
        ],
      ]
    `)
    expect(report.conservation.every(({ equal }) => equal)).toBe(true)
    expect(report.supply.before).toBe(replayed.state.supply.supply)
    expect(report.rewards.record.rewards.length).toBeGreaterThan(0)
  })

  test('one answer: the network’s view and the period pay the same fees, pools, scores and rewards', async () => {
    for (const m015 of [{}, { scoreBasis: 'fee-paid' }, { minScorers: 3 }]) {
      const replayed = await replay({ rates: RATES, policy: parsePolicy({ m015 }) })
      const { report } = runOf(replayed)
      const { m013, m015: seen } = replayed.network
      expect(m013.wouldPay.totals).toEqual(report.fees.totals)
      expect(m013.wouldPay.pools).toEqual(report.fees.pools)
      expect(seen.participants.map(({ address, amounts, score }) => ({ address, amounts, score }))).toEqual(
        report.rewards.scores.map(({ address, amounts, score }) => ({ address, amounts, score })),
      )
      expect(seen.activityPool).toBe(report.rewards.record.activity)
      expect(seen.undistributed).toBe(report.rewards.record.undistributed)
    }
  })

  test('what cannot be valued is told, and is not among the charged', async () => {
    const [without, rated] = [await replay(), await replay({ rates: RATES })]
    const [one, other] = [without, rated].map(({ read }) => read.periods.at(-1))
    expect(one?.unvalued.length).toBeGreaterThan(other?.unvalued.length ?? 0)
    expect(other?.inputs.transactions.length).toBeGreaterThan(one?.inputs.transactions.length ?? 0)
  })

  test('a retirement is credited to whom it is made for, and paid by who gave the credits', async () => {
    const { read } = await replay({ rates: RATES })
    const retired = read.periods.flatMap(({ inputs }) =>
      inputs.transactions.flatMap(({ payer, credited }) =>
        credited?.kind === 'retirement' ? [{ payer, retirer: credited.retirer }] : [],
      ),
    )
    expect(retired.some(({ payer, retirer }) => retirer !== payer)).toBe(true)
    expect(retired.every(({ retirer }) => typeof retirer === 'string')).toBe(true)
  })

  test('what the chain itself burned is told by module, and is the burn beside M013 of the period', async () => {
    const { read, state } = await replay({ rates: RATES })
    const period = read.periods.at(-1)
    const burned = recordings.txs.flatMap(({ tx }) =>
      (tx?.tx_result.events ?? []).flatMap(({ type, attributes }) =>
        type === 'burn' ? attributes.filter(({ key }) => key === 'amount').map(({ value }) => value) : [],
      ),
    )
    const uregen = burned.flatMap(value => /^(\d+)uregen$/.exec(value ?? '')?.slice(1) ?? [])
    const expected = uregen.reduce((sum, amount) => sum + BigInt(amount), 0n)
    expect(expected).toBeGreaterThan(0n)
    expect(period?.inputs.otherBurns).toBe(expected)
    expect(period?.paid.burned.map(({ by }) => by)).toEqual([
      'ecocredit',
      'ecocredit-basket',
      'marketplace-feepool',
    ])
    expect(period?.paid.buyerFees.length).toBeGreaterThan(0)
    // A replay burns it again: it starts from the supply before it.
    const { supply } = runOf({ read, state, policy: DEFAULT_POLICY } as Replayed).state
    const rpc = connectRpc(nodes.at(-1)?.url ?? '')
    const bank = await readEpochState(rpc)
    rpc.disconnect()
    expect(state.supply.supply).toBe(bank.supply.supply + expected)
    expect(supply.bankLessSupply).toBe(-expected)
  })

  test('readings 2.1 #2: on a circulating basis S is the bank’s total without the accounts named, which still exist', async () => {
    const policy = parsePolicy({
      m012: { supplyBasis: { kind: 'circulating', exclusions: [HOLDER, 'marketplace-feepool'] } },
    })
    const [whole, circulating] = [await replay(), await replay({ policy })]
    const rpc = connectRpc(nodes.at(-1)?.url ?? '')
    const { height } = await readStatus(rpc)
    const left = await Promise.all(
      [HOLDER, MODULE_ACCOUNTS['marketplace-feepool']].map(account =>
        readCoinAmount({ port: rpc, height }, account, 'uregen'),
      ),
    )
    rpc.disconnect()
    const excluded = left.reduce((sum, amount) => sum + amount, 0n)
    expect(excluded).toBeGreaterThan(0n)
    expect(circulating.state.supply.supply).toBe(whole.state.supply.supply - excluded)
    expect(circulating.state.supply.bankLessSupply).toBe(excluded)
    expect(circulating.network.m012.supply).toBe(whole.network.m012.supply - excluded)
  })

  test('several periods are cut where they end, and run one after another', async () => {
    const { read, state: last, policy } = await replay({ rates: RATES })
    expect(read.periods).toHaveLength(WEEKS)
    let state = { ...last, time: read.start }
    const revenues = read.periods.map(({ inputs }) => {
      const done = runEpoch(state, inputs, policy)
      state = done.state
      return done.report.fees.revenue
    })
    expect(state.time).toBe(runOf({ read, state: last, policy } as Replayed).report.end)
    expect(revenues.slice(0, -1).every(revenue => revenue === 0n)).toBe(true)
    expect(revenues.at(-1)).toBeGreaterThan(0n)
  })
})

describe('who facilitated', () => {
  const [ALICE, BOB] = [
    'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x',
    'regen1h7lp8m8t25qauh0azly634putlmaxw0nvkmsqd',
  ] as const
  const registered = new Set([ALICE])
  test.each([
    [`facilitator=${ALICE}`, { address: ALICE, inMemo: true, registered: true }],
    [`order 7; facilitator=${BOB}, thanks`, { address: BOB, inMemo: true, registered: false }],
    [`facilitator=${ALICE} facilitator=${ALICE}`, { address: ALICE, inMemo: true, registered: true }],
    [`facilitator=${ALICE} facilitator=${BOB}`, null],
    [`facilitator=${ALICE.slice(0, -1)}q`, null],
    [`xfacilitator=${ALICE}`, null],
    ['', null],
    [undefined, null],
  ])('%s', (memo, expected) => {
    expect(facilitatorOf(memo, registered)).toEqual(expected)
  })
})
