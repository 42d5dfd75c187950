/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { Address, Amount, CreditsAmount } from '../parts/amounts.tsx'
import { type Row, Table } from '../parts/Table.tsx'
import { Term } from '../parts/terms.tsx'
import type { BookRow, DenomBook } from './book.ts'
import type { MarketTerms } from './terms.ts'
import { wholePrice } from './wholePrice.ts'

/** So many orders are drawn at once; the sums are those of all. */
const AT_ONCE = 10

/** The orders in one denom. The bar behind a row is how much of the class is sold up to its price. */
export function Book({
  book: { denom, rows },
  terms,
  classId,
}: {
  readonly book: DenomBook
  readonly terms: MarketTerms
  readonly classId: string
}) {
  const [count, setCount] = useState(AT_ONCE)
  const denoms = terms.settings.allowedDenoms
  const all = rows.at(-1)
  const name = rows[0]?.displayDenom ?? denom
  const widest = all?.sumCredits ?? 0n
  const source = `the book at height ${terms.height}`
  return (
    <section class="card book" aria-label={`Orders of ${classId} in ${name}`}>
      <h2>
        {sanitize(classId)} in {sanitize(name)}
      </h2>
      <p>
        {rows.length} {rows.length === 1 ? 'order' : 'orders'},{' '}
        <CreditsAmount
          amount={widest}
          about={{ title: 'Credits on sale', formula: 'Σ credits of the orders below', source }}
        />
        {all?.sumCost == null ? (
          '; what they cost is not known, as the node does not show the fee rates'
        ) : (
          <>
            , all together{' '}
            <Amount
              amount={all.sumCost}
              {...{ denom, denoms }}
              about={{
                title: 'All of it',
                text: 'What leaves the account of somebody who buys every order to the end, fees included, without gas.',
                formula: 'Σ over orders of trunc( buyer fee + seller fee ) + trunc( price − seller fee )',
                source,
              }}
            />
          </>
        )}
        .
      </p>
      <Table
        label={`Orders in ${sanitize(name)}`}
        columns={[
          { name: 'order' },
          { name: 'price of one', head: <Term name="ask">price of one</Term>, right: true },
          { name: 'credits', right: true },
          { name: 'all of it, with fees', right: true },
        ]}
        rows={rows.slice(0, count).map(row => orderRow(row, terms, widest))}
      />
      {rows.length <= count ? null : (
        <button type="button" onClick={() => setCount(count + AT_ONCE)}>
          Show {Math.min(AT_ONCE, rows.length - count)} more of {rows.length} orders
        </button>
      )}
    </section>
  )
}

/** An order in two rows: its numbers; and whose it is, with a bar of how much is sold up to its price. */
function orderRow(row: BookRow, terms: MarketTerms, widest: bigint): Row {
  const { id, askAmount, askDenom: denom, quantity, whole, sumCredits } = row
  const denoms = terms.settings.allowedDenoms
  const source = `sell order ${sanitize(id)} at height ${terms.height}`
  return {
    key: id,
    head: <span class="number-of">{sanitize(id)}</span>,
    cells: [
      <Amount
        amount={askAmount}
        {...{ denom, denoms }}
        about={{ title: 'Price of one credit', text: 'What the seller asks, without fees.', source }}
      />,
      <CreditsAmount
        amount={quantity}
        about={{ title: 'Credits', text: 'As many as the order still sells.', source }}
      />,
      whole === null ? (
        'not known'
      ) : (
        <Amount
          amount={whole}
          {...{ denom, denoms }}
          about={{
            title: 'All of it',
            text: 'What leaves the account of somebody who buys the whole order, without gas.',
            ...wholePrice({ askAmount, quantity, denom }, terms),
          }}
        />
      ),
    ],
    more: (
      <>
        <span class="quiet">
          {row.expired ? <span class="tag">expired: left out below</span> : null}
          {row.disableAutoRetire ? 'tradable or retired' : 'only to retire'} · {sanitize(row.batchDenom)} ·{' '}
          <Address of={row.seller} />
        </span>
        <span class="depth" aria-hidden="true">
          <span style={{ width: `${widest === 0n ? 0 : Number((sumCredits * 1000n) / widest) / 10}%` }} />
        </span>
      </>
    ),
  }
}
