import { describe, expect, test } from 'vitest'
import type { PreviewInput } from '../../src/preview/feePreview.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { retire, SMALL } from '../support/snapshots.ts'

/** Unknown is not zero: what the SDK cannot see is not shown as costing nothing. */

const unknown = (typeUrl: string) => ({ typeUrl, value: {} })

describe.each(['/cosmos.staking.v1beta1.MsgCreateValidator', '/regen.ecocredit.v1.MsgRetir', 'constructor'])(
  '%s',
  typeUrl => {
    test('has no known fee, and the transaction no known total', () => {
      const { messages, proposed, live } = previewFees({ messages: [unknown(typeUrl)], snapshot: SMALL })
      expect(messages[0]).toMatchObject({ known: false, proposed: { fee: null, atLeast: 0n } })
      expect(proposed).toMatchObject({ total: null, atLeast: 0n })
      expect(live).toMatchObject({ complete: false, debits: [] })
    })

    test('leaves what is known of the others as a lower bound', () => {
      const alone = previewFees({ messages: [retire()], snapshot: SMALL })
      const beside = previewFees({ messages: [retire(), unknown(typeUrl)], snapshot: SMALL })
      expect(alone.live.complete).toBe(true)
      expect(alone.proposed.total).not.toBe(null)
      expect(beside.proposed.total).toBe(null)
      expect(beside.proposed.atLeast).toBe(alone.proposed.atLeast)
    })
  },
)

test('a transaction without a message would be refused', () => {
  const { warnings } = previewFees({ messages: [], snapshot: SMALL })
  expect(warnings).toMatchObject([{ code: 'WOULD_FAIL', blocks: true, facts: { field: 'messages' } }])
})

test('a price whose denom has no rate is said to be unused, and another source is taken', () => {
  const { messages, warnings } = previewFees({
    messages: [retire()],
    snapshot: SMALL,
    prices: { C01: '5uusdc' },
  })
  expect(messages[0]?.proposed.parts[0]?.valuation.source).not.toBe('explicit')
  expect(warnings.map(({ code }) => code)).toContain('PRICE_UNUSED')
})

test.each([
  ['nothing', undefined],
  ['a snapshot that was not parsed', { messages: [retire()], snapshot: { height: '1' } }],
  ['an empty snapshot', { messages: [retire()], snapshot: {} }],
])('%s is INPUT_INVALID', (_, input) => {
  try {
    previewFees(input as unknown as PreviewInput)
  } catch (error) {
    expect(isRegenError(error, 'INPUT_INVALID')).toBe(true)
    return
  }
  throw new Error('it was accepted')
})
