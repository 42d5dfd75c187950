import { describe, expect, test } from 'vitest'
import bundled from '../../examples/snapshot.json' with { type: 'json' }
import { quoteBuy } from '../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'
import { messageType, WHOLE_CATALOG } from '../../src/messages/catalog.ts'
import { creditsOf, creditsWanted } from '../../src/messages/keeper/credits.ts'
import { parseFields } from '../../src/messages/parse/parseFields.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { formatAddress } from '../../src/primitives/address.ts'
import { parseChainDecimal } from '../../src/primitives/chainDecimal.ts'

/** found.md: "Small data that blocks the event loop (goal: linear, and a named limit)". Nothing here measures time. */

const snapshot = parseSnapshot(bundled)
const alice = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const [order] = snapshot.sellOrders
const addressOf = (index: number) =>
  formatAddress(Uint8Array.from({ length: 20 }, (_, byte) => (index >> (8 * (byte % 3))) & 255))

/** The length of the longest number in a preview: what work with digits is bounded by. */
const longestNumber = (value: unknown): number =>
  Math.max(0, ...[...JSON.stringify(value).matchAll(/\d+/g)].map(([digits]) => digits.length))

const codesOf = (messages: Parameters<typeof previewFees>[0]['messages']) => {
  const preview = previewFees({ messages, snapshot })
  expect(longestNumber(preview)).toBeLessThan(200)
  return [...new Set(preview.warnings.filter(({ blocks }) => blocks).map(({ code }) => code))]
}

describe('amounts of 100,000 digits are never computed with', () => {
  const buy = (quantity: string) => ({
    typeUrl: '/regen.ecocredit.marketplace.v1.MsgBuyDirect',
    value: {
      buyer: alice,
      orders: Array.from({ length: 64 }, () => ({
        sellOrderId: order?.id,
        quantity,
        bidPrice: { denom: order?.askDenom, amount: order?.askAmount },
        retirementJurisdiction: 'US',
      })),
    },
  })

  test('64 buy orders of quantity `1e99990`: the order is too small, as for any quantity that nobody can hold', () => {
    expect(codesOf([buy('1e99990')])).toEqual(['ORDER_TOO_SMALL'])
    expect(codesOf([buy('1e80')])).toContain('ORDER_TOO_SMALL')
  })

  test('sends, sales and cancellations of `1e99990`: too few credits', () => {
    const batchDenom = order?.batchDenom
    const credits = [{ batchDenom, amount: '1e99990' }]
    const send = { batchDenom, tradableAmount: '1e99990', retiredAmount: '0' }
    const askPrice = { denom: 'uregen', amount: '1' }
    expect(
      codesOf([
        { typeUrl: '/regen.ecocredit.v1.MsgRetire', value: { owner: alice, credits, jurisdiction: 'US' } },
        { typeUrl: '/regen.ecocredit.v1.MsgCancel', value: { owner: alice, credits, reason: 'r' } },
        {
          typeUrl: '/regen.ecocredit.v1.MsgSend',
          value: { sender: alice, recipient: addressOf(7), credits: [send] },
        },
        {
          typeUrl: '/regen.ecocredit.marketplace.v1.MsgSell',
          value: { seller: alice, orders: [{ batchDenom, quantity: '1e99990', askPrice }] },
        },
      ]),
    ).toEqual(['CREDITS_TOO_LOW'])
  })

  test('the limit: 10^90 millionths of a credit are as good as any larger amount', () => {
    expect(creditsOf('1e84')).toBe(null)
    expect(creditsOf('9e83')).toBe(9n * 10n ** 89n)
    expect(creditsOf('0e99990')).toBe(0n)
    for (const text of ['1e84', '1e85', '1e99990', '9'.repeat(1000)])
      expect(creditsWanted(text)).toBe(10n ** 90n)
    for (const text of ['-1', 'x', '1e-7']) expect(creditsWanted(text)).toBe(null)
    expect(parseChainDecimal('9'.repeat(1_101))).toBe(null)
  })

  test('a fee rate of 10^99994 in a snapshot stops all purchases, as none could be paid', () => {
    const rates = {
      ...snapshot,
      settings: { ...snapshot.settings, feeParams: { buyer: '1e99994', seller: '' } },
    }
    const preview = previewFees({ messages: [buy('1')], snapshot: rates })
    expect(preview.warnings.map(({ code }) => code)).toContain('FEE_PARAMS_UNUSABLE')
    expect(longestNumber(preview.messages.map(({ movements }) => movements.length))).toBeLessThan(200)
    expect(
      quoteBuy({ askAmount: 5n, quantity: '2', fees: { buyer: '', seller: '' }, denom: 'uregen' }).debit,
    ).toBe(10n)
  })
})

describe('lists are walked once', () => {
  test('`MsgUpdateClassIssuers`, 4,096 added, half of them twice in another case', () => {
    const [found] = snapshot.creditClasses
    const addIssuers = Array.from({ length: 4096 }, (_, index) =>
      index % 2 === 0 ? addressOf(index) : addressOf(index - 1).toUpperCase(),
    )
    // Counted: how often the list is asked for an item.
    let reads = 0
    const counted = new Proxy(addIssuers, {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++
        return Reflect.get(target, key, receiver)
      },
    })
    const type = messageType('/regen.ecocredit.v1.MsgUpdateClassIssuers')
    if (!type) throw new Error('the message is gone')
    parseFields(type, { admin: found?.admin, classId: found?.id, addIssuers: counted }, WHOLE_CATALOG)
    expect(reads).toBeLessThan(10 * addIssuers.length)
    const { warnings } = previewFees({
      messages: [
        {
          typeUrl: '/regen.ecocredit.v1.MsgUpdateClassIssuers',
          value: { admin: found?.admin, classId: found?.id, addIssuers },
        },
      ],
      snapshot,
    })
    expect(warnings.filter(({ code }) => code === 'ALREADY_EXISTS').length).toBe(2048)
  })

  test('a class id of 160,000 digits and `!` in a snapshot counts for nothing', () => {
    const id = `C${'1'.repeat(160_000)}!`
    const odd = {
      ...snapshot,
      creditClasses: [...snapshot.creditClasses, { id, admin: alice, creditType: 'C', issuers: [] }],
    }
    const message = {
      typeUrl: '/regen.ecocredit.v1.MsgCreateClass',
      value: { admin: alice, issuers: [alice], creditTypeAbbrev: 'C' },
    }
    const same = previewFees({ messages: [message], snapshot })
    expect(previewFees({ messages: [message], snapshot: odd }).warnings).toEqual(same.warnings)
  })
})
