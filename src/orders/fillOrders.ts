import { unusableRate } from '../mechanisms/live-marketplace-fees/params.ts'
import { quoteBuy } from '../mechanisms/live-marketplace-fees/quoteBuy.ts'
import { hasExpired } from '../messages/keeper/sellOrders.ts'
import { type Coin, sumCoins } from '../primitives/coin.ts'
import { CREDIT, type Credits, formatCredits } from '../primitives/credits.ts'
import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import { ratio } from '../primitives/ratio.ts'
import { bestFill, costOfAll } from './bestFill.ts'
import { buyMessages } from './buyMessages.ts'
import { candidates, whyNone } from './candidates.ts'
import { feeScale } from './cost.ts'
import type { Fill, FilledOrder, FillReason } from './fill.ts'
import type { FillInput, Retirement, Taken } from './fillInput.ts'
import { type FillEnd, sumOf, widestFill } from './greedyFill.ts'
import { pursesOf } from './purses.ts'

/**
 * Fills from an order book to the unit: which orders, how much of each, what leaves the account under the fees in force and the keeper's truncation of every
 * order, and the messages that buy it.
 *
 * By quantity or by budget. Never dearer than taking the cheapest order first, and the best there is where amounts are so small that truncation matters (see
 * `provenWithin`). The buyer's own orders and expired ones are left out. A budget is the most that the account must hold; where the book knows its
 * balance, that counts too. Fee rates that are not known are an error: they are not zero.
 *
 * @example
 * const { cost, messages } = fillOrders({
 *   book: snapshot,
 *   buyer,
 *   denoms: ['uregen'],
 *   quantity: parseCredits('10'),
 *   classId: 'C01',
 *   retire: 'US-WA',
 * })
 */
export function fillOrders(input: FillInput): Fill {
  check(input)
  const { book, buyer, leastOfEach = LEAST, maxOrders = 20, gasPerMessage = 2_000_000n } = input
  const { feeParams } = book.settings
  if (feeParams === 'unknown')
    throw invalid(
      'the marketplace fee rates are not known, which is not the same as no fees: take the snapshot from a node that shows them',
    )
  const scale = feeScale(feeParams)
  const orders = candidates(input)
  const stops = unusableRate(feeParams) !== null || scale.seller > scale.one
  if (orders.length === 0 || stops) return nothing(input, stops ? 'FEES_STOP_PURCHASES' : whyNone(input))
  const purseOf = pursesOf(input)
  const wanted = input.quantity ?? null
  const greedy = widestFill(orders, { scale, purseOf, wanted, maxOrders, leastOfEach })
  const [first] = orders
  const isOneDenom = orders.every(({ askDenom }) => askDenom === first?.askDenom)
  const limits = { scale, purse: purseOf(first?.askDenom ?? '').most, wanted, leastOfEach }
  const { taken, provenWithin } = isOneDenom
    ? bestFill(orders, greedy.taken, limits)
    : { taken: greedy.taken, provenWithin: null }
  const purchases = taken.map(item => filled(item, input))
  const credits = sumOf(taken) as Credits
  const byDenom = groups(taken).map(([denom, part]) => ({ denom, part, ...costOfAll(part, scale) }))
  return {
    purchases,
    credits,
    cost: byDenom.map(({ denom, debit: amount }) => ({ denom, amount })),
    requiredBalance: byDenom.map(({ denom, needed: amount }) => ({ denom, amount })),
    averagePrice: byDenom.map(({ denom, part, debit }) => ({
      denom,
      price: ratio(debit * CREDIT, sumOf(part)),
    })),
    left: leftOf(
      input,
      byDenom.map(({ denom, debit: amount }) => ({ denom, amount })),
    ),
    missing: wanted === null ? null : ((wanted - credits) as Credits),
    why: wanted !== null && credits === wanted ? 'FILLED' : whyOf(greedy.end, taken),
    next: greedy.next && {
      sellOrderId: greedy.next.id,
      price: { denom: greedy.next.askDenom, amount: greedy.next.askAmount },
    },
    provenWithin,
    messages: buyMessages(buyer, purchases, retirementOf(input), gasPerMessage),
  }
}

/**
 * One fill for each denom that orders ask for, apart: for buyers who state no rates, and see what each of their coins would buy.
 *
 * @example
 * const fills = fillOrdersByDenom({ book: snapshot, buyer, quantity: parseCredits('1') })
 * for (const [denom, { credits, cost }] of fills) console.error(denom, credits, cost)
 */
export function fillOrdersByDenom(input: FillInput): readonly (readonly [denom: string, fill: Fill])[] {
  check(input)
  const asked = new Set(input.book.sellOrders.map(({ askDenom }) => askDenom))
  return [...asked]
    .filter(denom => input.denoms?.includes(denom) ?? true)
    .sort()
    .map(denom => [denom, fillOrders({ ...input, denoms: [denom] })] as const)
    .filter(([, { why }]) => !/^(NO_ORDERS|ONLY_)/.test(why))
}

const LEAST = 1n as Credits

const invalid = (issue: string) => new RegenError(INPUT_INVALID, { what: 'fill', issues: `✖ ${issue}` })

function check({ quantity, budget, maxOrders = 20, leastOfEach = LEAST }: FillInput): void {
  if ((quantity === undefined) === (budget === undefined)) throw invalid('name either a quantity or a budget')
  if (quantity !== undefined && quantity <= 0n) throw invalid('the quantity is not above zero')
  if (!Number.isSafeInteger(maxOrders) || maxOrders < 1)
    throw invalid('maxOrders is not a whole number above zero')
  if (leastOfEach < 1n) throw invalid('leastOfEach is not above zero')
}

const retirementOf = ({ retire }: FillInput): Retirement | null =>
  retire === undefined ? null : typeof retire === 'string' ? { jurisdiction: retire } : retire

function filled({ order, millionths }: Taken, { book }: FillInput): FilledOrder {
  const { id, seller, batchDenom, askDenom: denom, askAmount, expiration } = order
  const fees = book.settings.feeParams === 'unknown' ? { buyer: '', seller: '' } : book.settings.feeParams
  const quote = quoteBuy({ askAmount, quantity: formatCredits(millionths as Credits), fees, denom })
  return {
    sellOrderId: id,
    seller,
    batchDenom,
    quantity: millionths as Credits,
    denom,
    askAmount,
    debit: quote.debit,
    requiredBalance: quote.requiredBalance,
    buyerFee: quote.buyerFee,
    sellerReceives: quote.sellerReceives,
    maxFee: { denom, amount: quote.leastMaxFee },
    expired: hasExpired(expiration, { time: book.time }),
  }
}

function groups(taken: readonly Taken[]): readonly (readonly [string, readonly Taken[]])[] {
  const denoms = [...new Set(taken.map(({ order }) => order.askDenom))].sort()
  return denoms.map(denom => [denom, taken.filter(({ order }) => order.askDenom === denom)] as const)
}

const leftOf = ({ budget }: FillInput, cost: readonly Coin[]): readonly Coin[] =>
  budget === undefined
    ? []
    : sumCoins([...[budget].flat(), ...cost.map(({ denom, amount }) => ({ denom, amount: -amount }))])

const whyOf = (end: FillEnd, taken: readonly Taken[]): FillReason =>
  end === 'FILLED' && taken.length === 0 ? 'NO_ORDERS' : end

const nothing = (input: FillInput, why: FillReason): Fill => ({
  purchases: [],
  credits: 0n as Credits,
  cost: [],
  requiredBalance: [],
  averagePrice: [],
  left: leftOf(input, []),
  missing: input.quantity ?? null,
  why,
  next: null,
  provenWithin: null,
  messages: [],
})
