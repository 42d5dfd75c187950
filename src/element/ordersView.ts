import type { PricedOrder } from '../preview/listOrders.ts'
import { formatCredits } from '../primitives/credits.ts'
import { formatRatio } from '../primitives/ratio.ts'
import { draw } from './draw.ts'
import type { Texts } from './texts.ts'

export type OrdersView = {
  readonly orders: readonly PricedOrder[]
  readonly texts: Texts
  readonly choose: (order: PricedOrder) => void
}

/** Orders as tables, one for each denom, since prices in different denoms cannot be compared. */
export function ordersView({ orders, texts, choose }: OrdersView): HTMLElement {
  const denoms = [...new Set(orders.map(({ askDenom }) => askDenom))]
  if (denoms.length === 0) return draw('article', { part: 'article' }, draw('p', {}, texts.noOrders))
  const tables = denoms.map(denom => {
    const asked = orders.filter(({ askDenom }) => askDenom === denom)
    const name = asked[0]?.displayDenom ?? denom
    const heads = [texts.order, texts.batch, texts.credits, texts.price, texts.soldAs, texts.choose]
    const label = `${texts.orders}: ${name}`
    return draw(
      'div',
      { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': label },
      draw(
        'table',
        { part: 'table' },
        draw('caption', {}, label),
        draw(
          'thead',
          {},
          draw(
            'tr',
            {},
            ...heads.map((head, index) => draw('th', { scope: 'col', class: isNumber(index) }, head)),
          ),
        ),
        draw('tbody', {}, ...asked.map(order => row(order, texts, choose))),
      ),
    )
  })
  return draw('article', { part: 'article' }, ...tables)
}

const isNumber = (index: number): string | null => ([2, 3].includes(index) ? 'number' : null)

function row(order: PricedOrder, texts: Texts, choose: (order: PricedOrder) => void): HTMLElement {
  const { id, batchDenom, quantity, price, displayDenom, askAmount, askDenom, disableAutoRetire, expired } =
    order
  const button = draw(
    'button',
    { type: 'button', 'aria-label': `${texts.choose} ${texts.order} ${id}` },
    texts.choose,
  )
  button.addEventListener('click', () => {
    choose(order)
  })
  return draw(
    'tr',
    {},
    draw('th', { scope: 'row' }, id),
    draw('td', {}, batchDenom),
    draw('td', { class: 'number' }, formatCredits(quantity)),
    draw(
      'td',
      { class: 'number' },
      price === null ? `${askAmount} ${askDenom}` : `${formatRatio(price)} ${displayDenom ?? ''}`,
    ),
    draw(
      'td',
      {},
      `${disableAutoRetire ? texts.tradable : texts.retired}${expired ? `, ${texts.expired}` : ''}`,
    ),
    draw('td', {}, button),
  )
}
