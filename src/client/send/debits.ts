import { coinAmount } from '../../messages/fields/numbers.ts'
import { creditsOf } from '../../messages/keeper/credits.ts'
import { isMessage, type Message } from '../../messages/message.ts'
import type { AbciEvent } from '../../node/events/abciEvent.ts'
import type { FeePreview, MessagePreview } from '../../preview/feePreview.ts'
import { type Coin, decodeCoin, parseCoin, sumCoins } from '../../primitives/coin.ts'
import { CREDIT } from '../../primitives/credits.ts'
import { RegenError } from '../../primitives/errors.ts'
import { DEBIT_TOO_HIGH } from '../../primitives/errorTable/sending.ts'
import { mulCeil, ratio } from '../../primitives/ratio.ts'
import type { MsgBuyDirect_Order } from '../../wire/generated/regen/ecocredit/marketplace/v1/tx.ts'
import { isPurchase, PURCHASE } from './fillMaxFees.ts'

/**
 * What can leave the accounts at most, whatever happens between the preview and the block, gas included: the debits of the preview, with each
 * purchase at its bounds. A seller may raise the price up to the bid.
 *
 *     purchase ≤ ceil( quantity × bid ) + maxFeeAmount
 */
function mostDebits(preview: FeePreview, messages: readonly Message[]): readonly Coin[] {
  const bought = messages.flatMap((message, index) => purchasesIn(message, index, [], preview))
  return sumCoins([...preview.live.debits, ...bought])
}

/** For each purchase what it can cost more than the preview says. */
function purchasesIn(
  message: Message,
  index: number,
  path: readonly number[],
  preview: FeePreview,
): readonly Coin[] {
  const { value } = message
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return []
  if (isPurchase(message)) {
    const seen = preview.messages.find(one => one.index === index && one.path.join() === path.join())
    if (seen === undefined || !seen.runs) return []
    return [...message.value.orders.flatMap(boundOf), ...seen.purchases.flatMap(previewed)]
  }
  return Object.values(value).flatMap((field: unknown) =>
    Array.isArray(field) && field.every(isMessage)
      ? field.flatMap((inner, place) => purchasesIn(inner, index, [...path, place], preview))
      : [],
  )
}

/** Both as the chain reads them; nothing for an order that the chain refuses. */
function boundOf({ quantity, bidPrice, maxFeeAmount }: MsgBuyDirect_Order): readonly Coin[] {
  const [credits, bid] = [creditsOf(quantity), coinAmount(bidPrice?.amount ?? '')]
  if (bidPrice === undefined || credits === null || bid === null) return []
  const price = { denom: bidPrice.denom, amount: mulCeil(bid, ratio(credits, CREDIT)) }
  const fee = maxFeeAmount && coinAmount(maxFeeAmount.amount)
  return fee ? [price, { denom: maxFeeAmount.denom, amount: fee }] : [price]
}

/** Taken off, as the preview's debits have it already. */
const previewed = ({ denom, debit }: MessagePreview['purchases'][number]): readonly Coin[] =>
  debit === null ? [] : [{ denom, amount: -debit }]

/** What messages take from accounts in a simulation, without gas. */
const simulatedDebits = (events: readonly AbciEvent[], accounts: ReadonlySet<string>): readonly Coin[] =>
  sumCoins(
    events.flatMap(({ type, attributes }) => {
      const of = (name: string) => attributes.find(({ key }) => key === name)?.value
      if (type !== 'coin_spent' || of('msg_index') === undefined || !accounts.has(of('spender') ?? ''))
        return []
      return (of('amount') ?? '').split(',').filter(Boolean).map(decodeCoin)
    }),
  )

type Bound = { readonly atMost: readonly string[] | undefined; readonly messages: readonly Message[] }

/** Throws DEBIT_TOO_HIGH when more could leave the accounts than the caller allows; without a limit of the caller, nothing is compared. */
export function requireAtMost(preview: FeePreview, { atMost, messages }: Bound, by: 'bids' | 'wallet'): void {
  if (atMost === undefined) return
  const most = atMost.map(parseCoin)
  if (!isKnown(preview)) throw new RegenError(DEBIT_TOO_HIGH, { ...first(most), amount: null, by })
  compare(mostDebits(preview, messages), most, by)
}

/** The same of what a simulation moves: against the caller's limit, or else against what the preview said. */
export function requireSimulated(
  events: readonly AbciEvent[],
  preview: FeePreview,
  { atMost }: Pick<Bound, 'atMost'>,
): void {
  const { gas, debits, complete } = preview.live
  if (atMost === undefined && !complete) return
  const accounts = new Set([
    ...debits.map(({ account }) => account),
    ...preview.messages.map(({ signer }) => signer),
  ])
  const fee = gas?.fee ? [{ denom: gas.denom, amount: gas.fee }] : []
  const moved = sumCoins([...simulatedDebits(events, accounts), ...fee])
  compare(moved, atMost === undefined ? sumCoins(debits) : atMost.map(parseCoin), 'simulation')
}

/** A message that nobody knows may take anything, and one without its price or fee too; but a purchase takes no more than its bid. */
const isKnown = ({ messages }: FeePreview): boolean =>
  messages.every(({ known, priced, typeUrl }) => known && (priced || typeUrl === PURCHASE))

function compare(moved: readonly Coin[], most: readonly Coin[], by: 'bids' | 'simulation' | 'wallet'): void {
  for (const { denom, amount } of moved) {
    const allowed = most.find(coin => coin.denom === denom)?.amount ?? 0n
    if (amount > allowed) throw new RegenError(DEBIT_TOO_HIGH, { denom, amount, most: allowed, by })
  }
}

const first = ([coin]: readonly Coin[]) => ({ denom: coin?.denom ?? 'coins', most: coin?.amount ?? 0n })
