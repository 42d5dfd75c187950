import { expect, test } from 'vitest'
import { POOLS } from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import type { Message } from '../../src/messages/message.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import type { PreviewInput } from '../../src/preview/feePreview.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { parseRegen } from '../../src/primitives/uregen.ts'
import {
  BATCH,
  BUYER,
  buy,
  buying,
  createBatch,
  put,
  retire,
  SMALL,
  send,
  small,
} from '../support/snapshots.ts'

/** What a good fee preview shows (readings, 6). A credit is worth 25 REGEN here. */

const preview = (messages: readonly Message[], m013: object = {}, change: Partial<PreviewInput> = {}) =>
  previewFees({ messages, snapshot: SMALL, policy: parsePolicy({ m013 }), ...change })

const retiring = (amount: string) => retire({ credits: [{ batchDenom: BATCH, amount }] })
const sending = send({
  credits: [{ batchDenom: BATCH, tradableAmount: '2', retiredAmount: '3', retirementJurisdiction: 'US' }],
})

const all = [buy(buying()), retiring('10'), sending, createBatch(), put()]

test('reading 6: pools add up to the proposed total, and movements to what each account pays', () => {
  const { messages, proposed, live } = preview(all)
  expect(POOLS.reduce((sum, pool) => sum + proposed.pools[pool], 0n)).toBe(proposed.total)
  expect(messages.reduce((sum, { proposed }) => sum + proposed.atLeast, 0n)).toBe(proposed.total)
  const paid = messages
    .flatMap(({ movements }) => movements)
    .filter(({ from, denom }) => from === BUYER && denom === 'uregen')
    .reduce((sum, { amount }) => sum + amount, 0n)
  expect(live.debits.find(({ account, denom }) => account === BUYER && denom === 'uregen')?.amount).toBe(paid)
})

test('reading 6: the same input gives the same bytes, and carries the hash of the policy it used', () => {
  const text = (m013: object) => JSON.stringify(previewJson(preview(all, m013)))
  expect(text({})).toBe(text({}))
  expect(preview(all).policyHash).not.toBe(preview(all, { minFee: '1' }).policyHash)
})

test('reading 6: a purchase names the least max fee that the chain takes, in the denom of the order', () => {
  const suggested = preview([buy(buying({ maxFeeAmount: undefined }))]).messages[0]?.purchases[0]
  expect(suggested?.suggestedMaxFeeAmount).toEqual({ denom: 'uregen', amount: 400_000n })
})

test('reading 6: a price says its source, age and samples, and an ask is flagged as indicative', () => {
  const valuation = preview([retiring('1')]).messages[0]?.proposed.parts[0]?.valuation
  expect(valuation).toMatchObject({ source: 'twap-7d', denom: 'uregen', samples: 4, indicative: false })
  const { warnings } = preview([retiring('1')], {}, { snapshot: small({ trades: [] }) })
  expect(warnings.map(({ code }) => code)).toContain('PRICE_INDICATIVE')
})

test('reading 6: proposed is not in force, and nothing of it is among what is due', () => {
  const { proposed, live } = preview([retiring('100')])
  expect([proposed.status, proposed.total, live.debits]).toEqual(['proposed', parseRegen('12.5'), []])
})
