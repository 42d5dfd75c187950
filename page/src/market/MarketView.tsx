/** @jsxImportSource preact */
import { useMemo } from 'preact/hooks'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { formatCredits } from '../../../src/primitives/credits.ts'
import { plain } from '../../../src/primitives/plain.ts'
import type { ViewProps } from '../App.tsx'
import { bundledSnapshot } from '../ledger/bundled.ts'
import { askNode } from '../ledger/node.ts'
import { useAsync } from '../ledger/useAsync.ts'
import { Address, Amount, coinText } from '../parts/amounts.tsx'
import { Moment } from '../parts/moment.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { Term } from '../parts/terms.tsx'
import { bookOf, classesOf, type DenomBook } from './book.ts'
import { FillForm } from './FillForm.tsx'
import { PriceHistory } from './PriceHistory.tsx'

/** What credits cost: the orders of a class, filling from them, and what was paid. */
export function MarketView({ source, navigation }: ViewProps) {
  const { state } = navigation.route
  const { value, loading, failure, retry } = useAsync<LedgerSnapshot>(JSON.stringify(source), signal =>
    source.kind === 'bundled'
      ? bundledSnapshot()
      : askNode('snapshot', [source.url, 'everything', {}], { signal }),
  )
  return (
    <>
      <div class="view-head">
        <div>
          <h1>What do credits cost?</h1>
          <p class="lead">
            Every open order, the cheapest first, with what it costs in the end, fees included. A price that a
            seller asks is not one that somebody has paid.
          </p>
        </div>
        <ShareButton />
      </div>
      {failure === null ? null : <FailureNotice failure={failure} onRetry={retry} />}
      {loading && source.kind === 'node' ? (
        <Notice tone="busy" title="Reading the market …">
          <p>All orders, classes and trades at one height. That can take a minute on a public node.</p>
        </Notice>
      ) : null}
      {value === null || failure !== null ? null : (
        <Market snapshot={value} state={state} navigation={navigation} isOld={loading} />
      )}
    </>
  )
}

function Market({
  snapshot,
  state,
  navigation,
  isOld,
}: {
  readonly snapshot: LedgerSnapshot
  readonly state: { readonly [name: string]: string }
  readonly navigation: ViewProps['navigation']
  readonly isOld: boolean
}) {
  const classes = useMemo(() => classesOf(snapshot), [snapshot])
  const classId = classes.find(id => id === state['class']) ?? classes[0]
  const books = useMemo(() => (classId === undefined ? [] : bookOf(snapshot, classId)), [snapshot, classId])
  if (classId === undefined) return <Notice tone="note" title="This chain has no credit classes" />
  return (
    <div class={`stack${isOld ? ' old' : ''}`}>
      <div class="pills" role="group" aria-label="Credit class">
        {classes.map(id => (
          <button
            key={id}
            type="button"
            aria-pressed={id === classId}
            onClick={() => navigation.go('market', { ...state, class: id })}
          >
            {plain(id)}
          </button>
        ))}
      </div>
      <div class="columns even">
        <div class="stack">
          {books.length === 0 ? (
            <Notice tone="note" title={`Nobody sells credits of ${plain(classId)} now`}>
              <p>Choose another class, or come back later.</p>
            </Notice>
          ) : (
            books.map(book => <Book key={book.denom} book={book} snapshot={snapshot} classId={classId} />)
          )}
        </div>
        <div class="stack">
          <FillForm {...{ snapshot, classId, state, navigation }} />
          <PriceHistory snapshot={snapshot} classId={classId} />
        </div>
      </div>
      <p class="quiet place">
        State of {plain(snapshot.chainId)} at height {`${snapshot.height}`}, <Moment at={snapshot.time} />.
      </p>
    </div>
  )
}

/** The orders in one denom. The bar behind a row is how much of the class is sold up to its price. */
function Book({
  book: { denom, rows },
  snapshot,
  classId,
}: {
  readonly book: DenomBook
  readonly snapshot: LedgerSnapshot
  readonly classId: string
}) {
  const denoms = snapshot.settings.allowedDenoms
  const all = rows.at(-1)
  const name = rows[0]?.displayDenom ?? denom
  const widest = all?.sumCredits ?? 0n
  return (
    <section class="card" aria-label={`Orders of ${classId} in ${name}`}>
      <h2>
        {plain(classId)} in {plain(name)}
      </h2>
      <p>
        {rows.length} {rows.length === 1 ? 'order' : 'orders'},{' '}
        {formatCredits((all?.sumCredits ?? 0n) as Parameters<typeof formatCredits>[0])}{' '}
        <Term name="credits" />
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
                source: `the book at height ${snapshot.height}`,
              }}
            />
          </>
        )}
        .
      </p>
      <div class="scroll" role="region" tabIndex={0} aria-label={`Orders in ${plain(name)}`}>
        <table class="grid book stacks">
          <thead>
            <tr>
              <th scope="col">order</th>
              <th scope="col" class="right">
                <Term name="ask">price of one</Term>
              </th>
              <th scope="col" class="right">
                credits
              </th>
              <th scope="col" class="right">
                all of it, with fees
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(row => [
              <tr key={row.id}>
                <th scope="row">
                  <span class="number-of">{plain(row.id)}</span>
                </th>
                <td class="right" data-label="price of one">
                  {coinText(row.askAmount, row.askDenom, denoms)}
                </td>
                <td class="right" data-label="credits">
                  {formatCredits(row.quantity)}
                </td>
                <td class="right" data-label="all of it">
                  {row.whole === null ? 'not known' : <Amount amount={row.whole} {...{ denom, denoms }} />}
                </td>
              </tr>,
              <tr key={`${row.id} more`} class="more-of-row">
                <td colSpan={4}>
                  <span class="quiet">
                    {row.disableAutoRetire ? 'tradable or retired' : 'only to retire'}
                    {row.expired ? ', expired' : ''} · {plain(row.batchDenom)} · <Address of={row.seller} />
                  </span>
                  <span class="depth" aria-hidden="true">
                    <span
                      style={{
                        width: `${widest === 0n ? 0 : Number((row.sumCredits * 1000n) / widest) / 10}%`,
                      }}
                    />
                  </span>
                </td>
              </tr>,
            ])}
          </tbody>
        </table>
      </div>
    </section>
  )
}
