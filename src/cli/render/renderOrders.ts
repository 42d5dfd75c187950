import type { PricedOrder } from '../../preview/listOrders.ts'
import { formatCredits } from '../../primitives/credits.ts'
import { formatRatio } from '../../primitives/ratio.ts'
import { type Page, table } from './table.ts'
import { counted, shorten } from './text.ts'

/** What is left out where the page is narrower than this: the seller, and when an order expires. */
const WIDE = 112

/** Orders as tables, one for each denom: prices in different denoms cannot be compared. */
export function renderOrders(
  orders: readonly PricedOrder[],
  hints: readonly string[],
  page: Page,
): readonly string[] {
  if (orders.length === 0) return ['No sell orders like that.', ...hints]
  const denoms = [...new Set(orders.map(({ askDenom }) => askDenom))]
  const expired = orders.filter(order => order.expired)
  return [
    ...denoms.flatMap(denom => {
      const asked = orders.filter(({ askDenom }) => askDenom === denom)
      const name = asked[0]?.displayDenom ?? denom
      return [
        page.ink.bold(`For ${name}${name === denom ? '' : ` (${shorten(denom)})`}, the cheapest first`),
        denomTable(asked, page),
        '',
      ]
    }),
    ...(denoms.length > 1
      ? ['Prices in different denoms cannot be compared here: nothing says what one is worth in another.']
      : []),
    `${counted(orders.length, 'order')}${expired.length > 0 ? `, ${expired.length} of them expired: the chain would still sell them` : ''}`,
    ...hints,
  ]
}

function denomTable(orders: readonly PricedOrder[], page: Page): string {
  const isWide = page.width >= WIDE
  return table(
    [
      { name: 'order', align: 'right' },
      'batch',
      { name: 'credits', align: 'right' },
      { name: 'price of one', align: 'right' },
      'sold as',
      ...(isWide ? ['seller', 'expires'] : []),
    ],
    orders.map(order => [
      order.id,
      order.batchDenom,
      formatCredits(order.quantity),
      priceText(order),
      `${order.disableAutoRetire ? 'tradable' : 'retired'}${order.expired && !isWide ? ', expired' : ''}`,
      ...(isWide ? [shorten(order.seller), expiryText(order)] : []),
    ]),
    page,
  )
}

const expiryText = ({ expired, expiration }: PricedOrder): string =>
  expired ? `expired ${expiration?.slice(0, 10)}` : (expiration?.slice(0, 10) ?? '')

/** A denom that is not allowed any more has no display form: its smallest units are shown. */
const priceText = ({ price, askAmount }: PricedOrder): string =>
  price === null ? String(askAmount) : formatRatio(price)
