import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillMaxFees } from '../../src/client/send/fillMaxFees.ts'
import { cosmos, ecocredit } from '../../src/index.ts'
import type { Message } from '../../src/messages/message.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import type { LedgerSnapshot } from '../../src/preview/snapshot.ts'
import { parseRatio, ratio } from '../../src/primitives/ratio.ts'
import { MsgBuyDirect } from '../../src/wire/generated/regen/ecocredit/marketplace/v1/tx.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { network } from '../support/recordings.ts'
import { RUNS } from '../support/runs.ts'
import { broadcasts } from './interpose.ts'
import { asRecorded, rightBefore } from './live.ts'
import { step } from './steps.ts'

const address = (name: string) => network.accounts[name]?.address ?? ''
const buyer = address('bob')

/** The ledger with a buyer fee of 1 % and a seller fee of 2 %. Order 1 asks 25 REGEN, order 6 asks 999999 uregen. */
const snapshot = step('buy with fees, exact max fee').before
const uregen = (amount: bigint) => ({ denom: 'uregen', amount: amount.toString() })

type Wanted = {
  sellOrderId: bigint
  quantity: string
  bidPrice?: { denom: string; amount: string }
  maxFeeAmount?: { denom: string; amount: string }
}

const BUY = '/regen.ecocredit.marketplace.v1.MsgBuyDirect'

/** Without a builder, which refuses a maxFeeAmount in another denom than the bid. */
const buy = (...orders: readonly Wanted[]): Message => ({
  typeUrl: BUY,
  value: {
    buyer,
    orders: orders.map(order => ({
      bidPrice: uregen(30_000_000n),
      disableAutoRetire: true,
      retirementJurisdiction: '',
      retirementReason: '',
      ...order,
    })),
  },
})

/** What each order of a purchase says after it was filled in. */
const maxFees = ({ value }: Message) =>
  (value as { orders: readonly Wanted[] }).orders.map(({ maxFeeAmount }) => maxFeeAmount)

const fill = (messages: readonly Message[], slippage = '0', ledger: LedgerSnapshot = snapshot) =>
  fillMaxFees(messages, previewFees({ messages, snapshot: ledger }), parseRatio(slippage))

const filled = (message: Message, slippage?: string, ledger?: LedgerSnapshot) =>
  maxFees(fill([message], slippage, ledger)[0] as Message)

describe('maxFeeAmount', () => {
  test('is filled in where the caller left it out', () => {
    expect(filled(buy({ sellOrderId: 1n, quantity: '2' }))).toEqual([uregen(500_000n)])
  })

  test.each(['500000', '499999', '500001', '0'])('of %s uregen, set by the caller, stays', amount => {
    const maxFeeAmount = { denom: 'uregen', amount }
    expect(filled(buy({ sellOrderId: 1n, quantity: '2', maxFeeAmount }))).toEqual([maxFeeAmount])
  })

  test('in another denom, set by the caller, stays too', () => {
    const maxFeeAmount = { denom: 'uatom', amount: '1' }
    expect(filled(buy({ sellOrderId: 1n, quantity: '2', maxFeeAmount }))).toEqual([maxFeeAmount])
  })

  test.each([
    ['0', 500_000n],
    ['0.01', 505_000n],
    ['1', 1_000_000n],
    ['0.000001', 500_001n],
    ['0.0000021', 500_002n],
    ['0.000000000000000001', 500_001n],
  ])('with a slippage of %s is rounded up to %s', (slippage, expected) => {
    expect(filled(buy({ sellOrderId: 1n, quantity: '2' }), slippage)).toEqual([uregen(expected)])
  })

  test('of each order of a purchase is its own', () => {
    const orders = [
      { sellOrderId: 1n, quantity: '2' },
      { sellOrderId: 6n, quantity: '1.000001' },
    ]
    expect(filled(buy(...orders))).toEqual([uregen(500_000n), uregen(9_999n)])
    expect(filled(buy(...orders.toReversed()))).toEqual([uregen(9_999n), uregen(500_000n)])
  })

  test('is that of each when one order is bought from twice', () => {
    const twice = buy({ sellOrderId: 6n, quantity: '1.000001' }, { sellOrderId: 6n, quantity: '0.7' })
    expect(filled(twice)).toEqual([uregen(9_999n), uregen(6_999n)])
  })

  test('of an order that does not exist is not guessed, and does not shift those of the others', () => {
    const gaps = buy(
      { sellOrderId: 4242n, quantity: '1' },
      { sellOrderId: 1n, quantity: '2' },
      { sellOrderId: 4243n, quantity: '1' },
      { sellOrderId: 6n, quantity: '1.000001' },
      { sellOrderId: 4244n, quantity: '1' },
    )
    expect(filled(gaps)).toEqual([undefined, uregen(500_000n), undefined, uregen(9_999n), undefined])
  })

  test('is filled in where the caller left it out, between orders where he did not', () => {
    const mixed = buy(
      { sellOrderId: 6n, quantity: '1.000001', maxFeeAmount: uregen(7n) },
      { sellOrderId: 6n, quantity: '1.000001' },
    )
    expect(filled(mixed)).toEqual([uregen(7n), uregen(9_999n)])
  })

  test('of the second of two messages is its own', () => {
    const messages = [buy({ sellOrderId: 1n, quantity: '2' }), buy({ sellOrderId: 6n, quantity: '1.000001' })]
    expect(fill(messages).map(maxFees)).toEqual([[uregen(500_000n)], [uregen(9_999n)]])
  })

  test('stays out when no fee is due', () => {
    const free = step('buy from two orders').before
    expect(filled(buy({ sellOrderId: 1n, quantity: '2' }), '0.5', free)).toEqual([undefined])
    expect(filled(buy({ sellOrderId: 6n, quantity: '0.00001' }), '0.5')).toEqual([undefined])
  })

  test('stays out when the fee rates are not known, or stop all purchases', () => {
    const unknown = {
      ...snapshot,
      settings: { ...snapshot.settings, feeParams: 'unknown' },
    } as LedgerSnapshot
    expect(filled(buy({ sellOrderId: 1n, quantity: '2' }), '0', unknown)).toEqual([undefined])
    const stopped = step('buy while the fee is the text 0 (fails)').before
    expect(filled(buy({ sellOrderId: 1n, quantity: '2' }), '0', stopped)).toEqual([undefined])
  })
})

describe('a purchase inside another message', () => {
  const inner = buy({ sellOrderId: 1n, quantity: '2' })
  const exec = (...msgs: readonly Message[]) =>
    cosmos.authzExec({ grantee: address('dave'), msgs: [...msgs] })
  const innerOf = ({ value }: Message): readonly Message[] => {
    const { msgs = [], messages = msgs } = value as { msgs?: Message[]; messages?: Message[] }
    return messages
  }

  test('is filled in when authz runs it', () => {
    const [message] = fill([exec(inner)])
    expect(innerOf(message as Message).map(maxFees)).toEqual([[uregen(500_000n)]])
  })

  test('is filled in two deep, each with its own', () => {
    const other = buy({ sellOrderId: 6n, quantity: '1.000001' })
    const [, message] = fill([inner, exec(exec(other), inner)])
    const [deep, beside] = innerOf(message as Message)
    expect(innerOf(deep as Message).map(maxFees)).toEqual([[uregen(9_999n)]])
    expect(maxFees(beside as Message)).toEqual([uregen(500_000n)])
  })

  test('is left alone when it is only proposed to a vote: the rates of that day are not known', () => {
    const proposal = cosmos.groupSubmitProposal({
      groupPolicyAddress: buyer,
      proposers: [address('erin')],
      metadata: '',
      messages: [inner],
      exec: 'EXEC_UNSPECIFIED',
      title: 't',
      summary: 's',
    })
    const [message] = fill([proposal])
    expect(innerOf(message as Message).map(maxFees)).toEqual([[undefined]])
  })
})

test('other messages are passed on as they are', () => {
  const others = [
    ecocredit.msgRetire({
      owner: buyer,
      credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '1' }],
      jurisdiction: 'US',
    }),
    { typeUrl: '/foreign.Msg', value: new Uint8Array([1, 2, 3]) },
  ]
  expect(fill(others)).toEqual(others)
})

test('law: what was filled in is enough, is the least when there is no slippage, and is ceil(suggested × (1 + slippage))', () => {
  const quantity = fc
    .integer({ min: 1, max: 40_000_000 })
    .map(millionths => `${Math.floor(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`)
  fc.assert(
    fc.property(
      fc.array(fc.record({ sellOrderId: fc.constantFrom(1n, 6n), quantity }), { minLength: 1, maxLength: 4 }),
      fc.bigInt(0n, 10n ** 6n),
      (orders, millionths) => {
        const slippage = ratio(millionths, 10n ** 6n)
        const given = previewFees({ messages: [buy(...orders)], snapshot })
        const messages = fillMaxFees([buy(...orders)], given, slippage)
        const codes = previewFees({ messages, snapshot }).warnings.map(({ code }) => code)
        expect(codes).not.toContain('MAX_FEE_MISSING')
        expect(codes).not.toContain('MAX_FEE_TOO_LOW')
        const suggested = (given.messages[0]?.purchases ?? []).map(
          ({ suggestedMaxFeeAmount }) => suggestedMaxFeeAmount?.amount ?? 0n,
        )
        expect(maxFees(messages[0] as Message).map(coin => BigInt(coin?.amount ?? 0))).toEqual(
          suggested.map(amount => {
            const exact = amount * (10n ** 6n + millionths)
            return exact / 10n ** 6n + (exact % 10n ** 6n === 0n ? 0n : 1n)
          }),
        )
      },
    ),
    { numRuns: RUNS },
  )
})

describe('through a node', () => {
  const NAME = 'buy with fees, exact max fee'
  const leftOut = (): Message => {
    const [{ typeUrl, value } = buy()] = messagesOf(NAME)
    const { orders } = value as { orders: readonly Wanted[] }
    return {
      typeUrl,
      value: { ...(value as object), orders: orders.map(order => ({ ...order, maxFeeAmount: undefined })) },
    }
  }

  test('the bytes sent are those recorded with the exact amount', async () => {
    const { tx, node, regen, wallet } = await rightBefore(NAME)
    const sent = await regen.connectSigner(wallet).signAndBroadcast([leftOut()], asRecorded(tx))
    expect(broadcasts(node)).toEqual([tx.txBytes])
    expect(sent.reconciliation.differences).toEqual([])
  })

  test('a purchase that is packed as bytes is filled in as well', async () => {
    const { tx, node, regen, wallet } = await rightBefore(NAME)
    const packed = MsgBuyDirect.encode(MsgBuyDirect.fromPartial(leftOut().value as MsgBuyDirect)).finish()
    await regen.connectSigner(wallet).signAndBroadcast([{ typeUrl: BUY, value: packed }], asRecorded(tx))
    expect(broadcasts(node)).toEqual([tx.txBytes])
  })

  test('the preview that is shown has it filled in, and blocks nothing', async () => {
    const { tx, regen, wallet } = await rightBefore(NAME)
    const { preview } = await regen.connectSigner(wallet).signAndBroadcast([leftOut()], asRecorded(tx))
    expect(preview.warnings.filter(({ blocks }) => blocks)).toEqual([])
    expect(preview.messages[0]?.purchases[0]?.suggestedMaxFeeAmount).toEqual({
      denom: 'uregen',
      amount: 500_000n,
    })
  })
})
