/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Fill } from '../../../src/orders/fill.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { OldState, Place } from '../chain/Place.tsx'
import { type Loaded, useAsync } from '../chain/useAsync.ts'
import { InTurns } from '../parts/InTurns.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { Term } from '../parts/terms.tsx'
import type { ViewProps } from '../viewProps.ts'
import { fillMarket, showMarket } from './ask.ts'
import { Book } from './Book.tsx'
import { FillForm } from './FillForm.tsx'
import { PriceHistory } from './PriceHistory.tsx'
import type { ShownMarket } from './readMarket.ts'
import { wantedIn } from './wanted.ts'

/** What credits cost: the orders of a class, filling from them, and what was paid. */
export function MarketView({ source, navigation }: ViewProps) {
  const { state } = navigation.route
  const [number, setNumber] = useState(0)
  const reading = { source, number }
  const asked = state['class']
  const wanted = wantedIn(state)
  const key = JSON.stringify(reading)
  const market = useAsync(JSON.stringify([reading, asked]), async signal => ({
    of: key,
    ...(await showMarket(reading, asked, signal)),
  }))
  const filled = useAsync<Fill | null>(JSON.stringify([reading, asked, wanted]), signal =>
    fillMarket(reading, asked, wanted, signal),
  )
  const isOld = market.value?.of !== key
  const readAgain = () => setNumber(number + 1)
  const isThere =
    market.value !== null && (filled.value !== null || filled.failure !== null || market.value.shown === null)
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
      {market.failure === null ? null : <FailureNotice failure={market.failure} onRetry={readAgain} />}
      {isOld && market.loading && source.kind === 'node' ? (
        <Notice tone="busy" title="Reading the market …">
          <p>All orders, classes and trades at one height. That can take a minute on a public node.</p>
        </Notice>
      ) : null}
      {market.value === null || market.failure !== null || !isThere ? null : (
        <Market
          {...{ source, state, navigation, filled, isOld }}
          market={market.value}
          onReadAgain={readAgain}
        />
      )}
    </>
  )
}

function Market({
  market: { terms, classes, shown },
  filled,
  source,
  state,
  navigation,
  isOld,
  onReadAgain,
}: Pick<ViewProps, 'source' | 'navigation'> & {
  readonly market: ShownMarket
  readonly filled: Loaded<Fill | null>
  readonly state: { readonly [name: string]: string }
  readonly isOld: boolean
  readonly onReadAgain: () => void
}) {
  if (shown === null) return <Notice tone="note" title="This chain has no credit classes" />
  const { classId, books } = shown
  return (
    <InTurns
      class={`stack${isOld ? ' old' : ''}`}
      parts={[
        <>
          <OldState snapshot={terms} {...{ source, onReadAgain }} />
          <p id="class-label">
            <Term name="class">Credit class</Term>
          </p>
          <div class="pills" role="group" aria-labelledby="class-label">
            {classes.map(id => (
              <button
                key={id}
                type="button"
                aria-pressed={id === classId}
                onClick={() => navigation.go('market', { ...state, class: id })}
              >
                {sanitize(id)}
              </button>
            ))}
          </div>
        </>,
        <InTurns
          key="columns"
          class="columns even"
          parts={[
            <div key="books" class="stack">
              {books.length === 0 ? (
                <Notice tone="note" title={`Nobody sells credits of ${sanitize(classId)} now`}>
                  <p>Choose another class, or come back later.</p>
                </Notice>
              ) : (
                books.map(book => <Book key={`${classId} ${book.denom}`} {...{ book, terms, classId }} />)
              )}
            </div>,
            <InTurns
              key="beside"
              class="stack"
              parts={[
                <FillForm key="fill" {...{ terms, classId, filled, state, navigation }} />,
                <PriceHistory key="history" {...{ terms, classId }} prices={shown} />,
              ]}
            />,
          ]}
        />,
        <Place key="place" snapshot={terms} {...{ source, onReadAgain }} />,
      ]}
    />
  )
}
