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
  const heads = [texts.order, texts.batch, texts.credits, texts.price, texts.soldAs, texts.choose]
  const tables = denoms.map(denom => {
    const asked = orders.filter(({ askDenom }) => askDenom === denom)
    const label = `${texts.orders}: ${asked[0]?.displayDenom ?? denom}`
    return draw(
      'div',
      { class: 'scroll', role: 'group', tabindex: '0', 'aria-label': label },
      draw(
        'table',
        { part: 'table', role: 'table' },
        draw('caption', {}, label),
        draw(
          'thead',
          { role: 'rowgroup' },
          draw(
            'tr',
            { role: 'row' },
            ...heads.map((head, index) =>
              draw('th', { scope: 'col', role: 'columnheader', class: isNumber(index) }, head),
            ),
          ),
        ),
        draw('tbody', { role: 'rowgroup' }, ...asked.map(order => row(order, heads, texts, choose))),
      ),
    )
  })
  return draw('article', { part: 'article' }, ...tables)
}

const isNumber = (index: number): string | null => ([2, 3].includes(index) ? 'number' : null)

/** Roles are named since a narrow page lays rows out as cards, and a table laid out otherwise is none to a screen reader. */
function row(
  order: PricedOrder,
  heads: readonly string[],
  texts: Texts,
  choose: (order: PricedOrder) => void,
): HTMLElement {
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
  const cells = [
    batchDenom,
    formatCredits(quantity),
    price === null ? `${askAmount} ${askDenom}` : `${formatRatio(price)} ${displayDenom ?? ''}`,
    `${disableAutoRetire ? texts.tradable : texts.retired}${expired ? `, ${texts.expired}` : ''}`,
    button,
  ]
  return draw(
    'tr',
    { role: 'row' },
    draw('th', { scope: 'row', role: 'rowheader', 'data-head': heads[0] ?? null }, id),
    ...cells.map((cell, index) =>
      draw('td', { role: 'cell', class: isNumber(index + 1), 'data-head': heads[index + 1] ?? null }, cell),
    ),
  )
}
