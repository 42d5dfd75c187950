import type { PricedOrder } from '../../preview/listOrders.ts'
import { formatCredits } from '../../primitives/credits.ts'
import { plain } from '../../primitives/plain.ts'
import { formatRatio } from '../../primitives/ratio.ts'
import { counted, ink, shorten, table } from './text.ts'

/** Orders as a table, the price of a whole credit as people write it. */
export function renderOrders(orders: readonly PricedOrder[], colors: boolean): string {
  if (orders.length === 0) return 'No sell orders like that.'
  const { yellow } = ink(colors)
  const expired = orders.filter(order => order.expired).length
  const rows = orders.map(order => [
    order.id,
    plain(order.batchDenom),
    formatCredits(order.quantity),
    priceText(order),
    shorten(plain(order.seller)),
    order.disableAutoRetire ? 'tradable or retired' : 'retired',
    order.expired ? yellow(`expired ${order.expiration}`) : (order.expiration ?? ''),
  ])
  return [
    table(['order', 'batch', 'credits', 'price of one', 'seller', 'sold as', 'expires'], rows, colors),
    `${counted(orders.length, 'order')}${expired > 0 ? `, ${expired} of them expired: the chain would still sell them` : ''}`,
  ].join('\n')
}

/** A denom that is not allowed any more has no display form: its smallest units are shown. */
const priceText = ({ price, displayDenom, askAmount, askDenom }: PricedOrder): string =>
  price === null
    ? `${askAmount} ${shorten(plain(askDenom))}`
    : `${formatRatio(price)} ${plain(displayDenom ?? '')}`
