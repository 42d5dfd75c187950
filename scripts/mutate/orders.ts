import type { Change } from './change.ts'

const FILL = 'orders/fillOrders.test.ts'
const ROUNDING = 'costs are the keeper’s costOf = quoteBuy, also above 34 digits'
const LEFT_OUT = 'which orders the buyer’s own are left out, in upper case too; expired ones unless asked for'
const CHOSEN = 'which orders by class, batch, denom and highest price'
const MAX_SPEND = 'maxSpend: the gas is kept back, and the rest buys the most'

/** What is bought of an order book, and what it costs. */
export const ORDERS: readonly Change[] = [
  {
    what: 'both parts of a payment are cut once, together',
    file: 'orders/cost.ts',
    from: '(payment * (buyer + seller)) / unit + (payment * (one - seller)) / unit',
    to: '(payment * (one + buyer)) / unit',
    test: FILL,
    title: ROUNDING,
  },
  {
    what: 'above 34 digits the keeper is taken to be exact',
    file: 'orders/cost.ts',
    from: 'const EXACT = 10n ** 34n',
    to: 'const EXACT = 10n ** 64n',
    test: FILL,
    title: ROUNDING,
  },
  {
    what: 'a purse buys a millionth too few',
    file: 'orders/cost.ts',
    from: 'fits(exact) && !fits(exact + 1n)) return exact',
    to: 'fits(exact) && !fits(exact + 1n)) return exact > 0n ? exact - 1n : exact',
    test: FILL,
    title: 'costs are the keeper’s mostFor: so much fits a purse, and a millionth more does not',
  },
  {
    what: 'one’s own order in upper case is somebody else’s',
    file: 'orders/candidates.ts',
    from: 'order.seller.toLowerCase() === buyer.toLowerCase()',
    to: 'order.seller === buyer',
    test: FILL,
    title: LEFT_OUT,
  },
  {
    what: 'expired orders are bought from unasked',
    file: 'orders/candidates.ts',
    from: 'includeExpired !== true && hasExpired',
    to: 'includeExpired === false && hasExpired',
    test: FILL,
    title: LEFT_OUT,
  },
  {
    what: 'an ask of exactly the highest price is too dear',
    file: 'orders/candidates.ts',
    from: 'order.askAmount <= maxPrice.amount',
    to: 'order.askAmount < maxPrice.amount',
    test: FILL,
    title: CHOSEN,
  },
  {
    what: 'an order of exactly the least quantity is too small',
    file: 'orders/candidates.ts',
    from: 'order.quantity >= (leastOfEach ?? 1n)',
    to: 'order.quantity > (leastOfEach ?? 0n)',
    test: FILL,
    title: CHOSEN,
  },
  {
    what: 'orders of one price stand by the text of their number: 10 before 9',
    file: 'orders/candidates.ts',
    from: 'BigInt(a.id) < BigInt(b.id)',
    to: 'a.id < b.id',
    test: FILL,
    title: 'which orders of one price, the older one first: 9 before 10',
  },
  {
    what: 'a denom whose rate is 0 is the cheapest of all',
    file: 'orders/candidates.ts',
    from: 'rate === undefined || rate.num === 0n',
    to: 'rate === undefined',
    test: FILL,
    title: 'which orders several denoms need rates, or stand apart',
  },
  {
    what: 'a balance that is not known is nothing',
    file: 'orders/purses.ts',
    from: "book.complete?.includes('coinBalances') ? [] : null",
    to: "book.complete?.includes('coinBalances') ? null : []",
    test: FILL,
    title: 'which orders of budget and balance the smaller one ends it, and is named',
  },
  {
    what: 'a budget above the balance is spent',
    file: 'orders/purses.ts',
    from: 'budgeted === null || balance < budgeted',
    to: 'budgeted === null',
    test: FILL,
    title: 'which orders of budget and balance the smaller one ends it, and is named',
  },
  {
    what: 'one order more than allowed',
    file: 'orders/greedyFill.ts',
    from: 'taken.length >= maxOrders',
    to: 'taken.length > maxOrders',
    test: FILL,
    title: 'which orders where the number of orders ends it, small orders give way to larger ones',
  },
  {
    what: 'the average price of a denom is over the credits of all denoms',
    file: 'orders/fillOrders.ts',
    from: 'ratio(debit * CREDIT, sumOf(part))',
    to: 'ratio(debit * CREDIT, part.length > 0 ? credits : 1n)',
    test: FILL,
    title: 'which orders of two denoms each has its own cost and average price, fees included',
  },
  {
    what: 'the gas that is kept back is rounded down',
    file: 'orders/maxSpend.ts',
    from: 'mulCeil(gasLimit, gasPrice.amount)',
    to: '(gasLimit * gasPrice.amount.num) / gasPrice.amount.den',
    test: FILL,
    title: MAX_SPEND,
  },
  {
    what: 'a purchase in a message may take no fee',
    file: 'orders/buyMessages.ts',
    from: 'maxFee.amount > 0n &&',
    to: 'maxFee.amount < 0n &&',
    test: FILL,
    title: 'which orders tradable credits only from orders that sell them; to retire, from all',
  },
]
