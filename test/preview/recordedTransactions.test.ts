import { expect, test } from 'vitest'
import { previewFees } from '../../src/preview/previewFees.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { attribute, type RecordedEvent, type RecordedTx } from '../support/recordings.ts'
import { replay } from '../support/replay.ts'

const steps = [...replay()]
const messagesOf = (tx: RecordedTx) =>
  decodeTx(new Uint8Array(Buffer.from(tx.txBytes, 'base64'))).body.messages as never

const isPurchase = ({ messages }: RecordedTx) =>
  messages.some(({ typeUrl }) => typeUrl.endsWith('MsgBuyDirect'))
const succeeded = ({ tx }: RecordedTx) => tx?.tx_result.code === 0

/** Bank transfers and burns of the messages of a transaction, as 'from → to amount', without the gas fee. */
function coinsMoved(events: readonly RecordedEvent[]): string[] {
  return events
    .filter(event => attribute(event, 'msg_index') !== '' && attribute(event, 'amount') !== '')
    .flatMap(event => {
      const amount = attribute(event, 'amount')
      if (event.type === 'transfer')
        return [`${attribute(event, 'sender')} → ${attribute(event, 'recipient')} ${amount}`]
      if (event.type === 'burn') return [`${attribute(event, 'burner')} → nobody ${amount}`]
      if (event.type === 'coinbase') return [`nobody → ${attribute(event, 'minter')} ${amount}`]
      return []
    })
}

/** Why the node refused each purchase that it refused: the warning, or the rule of its own validation. */
const CAUSES: { readonly [transaction: string]: readonly string[] } = {
  'buy a missing order (fails)': ['ORDER_MISSING'],
  'buy more than the order holds (fails)': ['ORDER_TOO_SMALL'],
  'buy own order (fails)': ['OWN_ORDER'],
  'buy to retire, no jurisdiction (fails)': ['jurisdiction'],
  'buy tradable from a retire-only order (fails)': ['RETIRE_ONLY_ORDER'],
  'buy while the fee is the text 0 (fails)': ['FEE_PARAMS_UNUSABLE'],
  'buy with fees, max fee one too low (fails)': ['MAX_FEE_TOO_LOW'],
  'buy with fees, no max fee (fails)': ['MAX_FEE_MISSING'],
  'buy with max fee in another denom (fails)': ['MAX_FEE_WRONG_DENOM'],
  'buy with seven decimals (fails)': ['amount'],
  'buy with too little money (fails)': ['BALANCE_TOO_LOW'],
  'buy, bid below ask (fails)': ['BID_BELOW_ASK'],
  'buy, bid in another denom (fails)': ['BID_WRONG_DENOM', 'MAX_FEE_MISSING'],
}

const purchases = steps.filter(({ tx }) => isPurchase(tx))
const others = steps.filter(({ tx }) => !isPurchase(tx))

test('there is something to compare: 26 purchases, 13 of which the node filled', () => {
  expect([purchases.length, purchases.filter(({ tx }) => succeeded(tx)).length]).toEqual([26, 13])
})

test.each(purchases.filter(({ tx }) => succeeded(tx)).map(step => [step.tx.name, step] as const))(
  'the purchase "%s" moved exactly the coins of its preview, and reported its fees',
  (_, { tx, before }) => {
    const preview = previewFees({ messages: messagesOf(tx), snapshot: before })
    const events = tx.tx?.tx_result.events ?? []
    const moved = preview.messages.flatMap(({ movements }) =>
      movements.map(
        ({ from, to, denom, amount }) => `${from ?? 'nobody'} → ${to ?? 'nobody'} ${amount}${denom}`,
      ),
    )
    expect(moved).toEqual(coinsMoved(events))
    const reported = events
      .filter(({ type }) => type === 'regen.ecocredit.marketplace.v1.EventBuyDirect')
      .map(({ attributes }) => Object.fromEntries(attributes.map(({ key, value }) => [key, value])))
    const quoted = preview.messages.flatMap(({ purchases }) => purchases)
    expect(
      quoted.map(({ sellOrderId, denom, buyerFee, sellerFee }) => [sellOrderId, denom, buyerFee, sellerFee]),
    ).toEqual(
      reported.map(event => {
        const [paid, received] = [event['buyer_fee_paid'] ?? '', event['seller_fee_paid'] ?? ''].map(
          text => JSON.parse(text) as { denom: string; amount: string },
        )
        return [
          JSON.parse(event['sell_order_id'] ?? ''),
          paid?.denom,
          BigInt(paid?.amount ?? 0),
          BigInt(received?.amount ?? 0),
        ]
      }),
    )
    expect(preview.warnings.filter(({ blocks }) => blocks)).toEqual([])
  },
)

test.each(purchases.filter(({ tx }) => !succeeded(tx)).map(step => [step.tx.name, step] as const))(
  'the preview of "%s" says why the node refuses it',
  (_, { tx, before }) => {
    const preview = previewFees({ messages: messagesOf(tx), snapshot: before })
    const causes = preview.warnings
      .filter(({ blocks }) => blocks)
      .map(({ code, facts }) => facts['rule'] ?? code)
    expect(causes).toEqual(CAUSES[tx.name])
  },
)

test.each(others.filter(({ tx }) => succeeded(tx)).map(step => [step.tx.name, step] as const))(
  '"%s" moved exactly the coins of its preview',
  (_, { tx, before }) => {
    const messages = messagesOf(tx)
    const preview = previewFees({ messages, snapshot: before })
    expect(preview.warnings.filter(({ blocks }) => blocks)).toEqual([])
    if (preview.warnings.some(({ code }) => code === 'MESSAGE_UNKNOWN')) return
    const moved = preview.messages
      .filter(({ runs }) => runs)
      .flatMap(({ movements }) =>
        movements.map(
          ({ from, to, denom, amount }) => `${from ?? 'nobody'} → ${to ?? 'nobody'} ${amount}${denom}`,
        ),
      )
    expect(moved).toEqual(coinsMoved(tx.tx?.tx_result.events ?? []))
  },
)

test('every message that failed in a block or before, for a reason of its own, gets a blocking warning', () => {
  const ours = /^(?!.*(out of gas|wrong sequence|fee below|legacy name)).*\(fails\)/
  const unseen = others
    .filter(({ tx }) => ours.test(tx.name) && !succeeded(tx))
    .filter(({ tx, before }) => {
      const { warnings } = previewFees({ messages: messagesOf(tx), snapshot: before })
      return !warnings.some(({ blocks }) => blocks)
    })
  expect(unseen.map(({ tx }) => tx.name)).toEqual([])
})
