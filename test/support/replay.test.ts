import { expect, test } from 'vitest'
import { creditsOf } from '../../src/messages/keeper/credits.ts'
import { bankAllBalances } from '../../src/node/endpoints/bank.ts'
import { basketBalances } from '../../src/node/endpoints/baskets.ts'
import {
  balances,
  batch,
  classIssuers,
  creditClass,
  projects,
  sellOrders,
  storedFeeParams,
} from '../../src/node/endpoints/credits.ts'
import { formatTime } from '../../src/primitives/time.ts'
import { network, type RecordedQuery, recordedQueries } from './recordings.ts'
import { feeParamsAt, replay, stateAtEnd } from './replay.ts'

/** The replay stands in for the ledger in many tests, so it is held against the node's own answers first. */

const MARKS = ['before fees', 'high fees', 'end'] as const

const stateAt = (mark: (typeof MARKS)[number]) => {
  if (mark === 'end') return stateAtEnd()
  const height = BigInt(network.marks[mark === 'before fees' ? 'noFees' : 'highFees'] ?? 0)
  for (const { before } of replay()) if (before.height > height) return before
  throw new Error(`nothing was recorded after ${mark}`)
}

const answers = (mark: string, path: string): readonly RecordedQuery[] =>
  recordedQueries().filter(
    query => query.name.startsWith(`${mark}: `) && query.path === path && query.response.code === 0,
  )

const bytes = (text: string | null) => new Uint8Array(Buffer.from(text ?? '', 'base64'))

test.each(MARKS)('at the mark "%s" the replayed coins are what the node answered', mark => {
  const state = stateAt(mark)
  const asked = answers(mark, bankAllBalances.path).filter(({ name }) =>
    /bank all balances (?!val)/.test(name),
  )
  expect(asked.length).toBeGreaterThan(4)
  for (const { name, response } of asked) {
    const address = network.accounts[name.split(' ').at(-1) ?? '']?.address
    const held = state.coinBalances.find(({ account }) => account === address)
    const answered = bankAllBalances.decode(bytes(response.value)).balances
    expect(held?.coins.map(({ denom, amount }) => ({ denom, amount: String(amount) }))).toEqual(answered)
  }
})

test.each(MARKS)(
  'at the mark "%s" the replayed credits, orders and baskets are what the node answered',
  mark => {
    const state = stateAt(mark)
    for (const { response } of answers(mark, balances.path))
      for (const { address, batchDenom, ...held } of balances.decode(bytes(response.value)).balances) {
        const row = state.creditBalances.find(row => row.account === address && row.batchDenom === batchDenom)
        const { tradable = 0n, retired = 0n, escrowed = 0n } = row ?? {}
        expect([tradable, retired, escrowed]).toEqual(
          [held.tradableAmount, held.retiredAmount, held.escrowedAmount].map(creditsOf),
        )
      }
    const [orders] = answers(mark, sellOrders.path).filter(({ name }) => name.endsWith('sell orders'))
    expect(state.sellOrders).toEqual(
      sellOrders.decode(bytes(orders?.response.value ?? '')).sellOrders.map(order => ({
        id: String(order.id),
        seller: order.seller,
        batchDenom: order.batchDenom,
        quantity: creditsOf(order.quantity),
        askDenom: order.askDenom,
        askAmount: BigInt(order.askAmount),
        disableAutoRetire: order.disableAutoRetire,
        expiration: order.expiration ? formatTime(order.expiration) : null,
      })),
    )
    const [basket] = answers(mark, basketBalances.path)
    expect(state.baskets[0]?.balances).toEqual(
      basketBalances
        .decode(bytes(basket?.response.value ?? ''))
        .balancesInfo.map(({ batchDenom, balance }) => ({ batchDenom, amount: creditsOf(balance) })),
    )
  },
)

test('at the end classes, issuers, projects and batches are what the node answered', () => {
  const state = stateAtEnd()
  for (const { response } of answers('end', creditClass.path)) {
    const answered = creditClass.decode(bytes(response.value)).class
    const { id, admin, creditType } = state.creditClasses.find(({ id }) => id === answered?.id) ?? {}
    expect({ id, admin, creditType }).toEqual({
      id: answered?.id,
      admin: answered?.admin,
      creditType: answered?.creditTypeAbbrev,
    })
  }
  const [issuers] = answers('end', classIssuers.path)
  expect([...(state.creditClasses[0]?.issuers ?? [])].sort()).toEqual(
    [...classIssuers.decode(bytes(issuers?.response.value ?? '')).issuers].sort(),
  )
  const [all] = answers('end', projects.path)
  expect(state.projects).toEqual(
    projects
      .decode(bytes(all?.response.value ?? ''))
      .projects.map(({ id, classId, admin, referenceId }) => ({ id, classId, admin, referenceId })),
  )
  for (const { response } of answers('end', batch.path)) {
    const answered = batch.decode(bytes(response.value)).batch
    const found = state.batches.find(({ denom }) => denom === answered?.denom)
    expect(found).toEqual({
      denom: answered?.denom,
      projectId: answered?.projectId,
      issuer: answered?.issuer,
      open: answered?.open,
      startDate: answered?.startDate && formatTime(answered.startDate),
    })
  }
})

test('the fee rates in force are those in the raw store at every mark', () => {
  for (const { request, response, height } of recordedQueries()) {
    if (Buffer.from(request, 'base64').toString('hex') !== '070305' || response.code !== 0) continue
    const { buyerPercentageFee, sellerPercentageFee } = storedFeeParams.decode(bytes(response.value))
    expect({ height, buyer: buyerPercentageFee, seller: sellerPercentageFee }).toEqual({
      height,
      ...feeParamsAt(BigInt(height)),
    })
  }
})
