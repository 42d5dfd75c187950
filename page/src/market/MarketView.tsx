/** @jsxImportSource preact */
import { useMemo } from 'preact/hooks'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { plain } from '../../../src/primitives/plain.ts'
import type { ViewProps } from '../App.tsx'
import { bundledSnapshot } from '../ledger/bundled.ts'
import { askNode } from '../ledger/node.ts'
import { OldState, Place } from '../ledger/Place.tsx'
import type { Source } from '../ledger/source.ts'
import { useAsync } from '../ledger/useAsync.ts'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { Book } from './Book.tsx'
import { bookOf, classesOf } from './book.ts'
import { FillForm } from './FillForm.tsx'
import { PriceHistory } from './PriceHistory.tsx'

/** What credits cost: the orders of a class, filling from them, and what was paid. */
export function MarketView({ source, navigation }: ViewProps) {
  const { state } = navigation.route
  const { value, loading, failure, retry } = useAsync<LedgerSnapshot>(JSON.stringify(source), signal =>
    source.kind === 'bundled'
      ? bundledSnapshot()
      : askNode('snapshot', [source, 'everything', {}], { signal }),
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
        <Market {...{ source, state, navigation }} snapshot={value} isOld={loading} onReadAgain={retry} />
      )}
    </>
  )
}

function Market({
  snapshot,
  source,
  state,
  navigation,
  isOld,
  onReadAgain,
}: {
  readonly snapshot: LedgerSnapshot
  readonly source: Source
  readonly state: { readonly [name: string]: string }
  readonly navigation: ViewProps['navigation']
  readonly isOld: boolean
  readonly onReadAgain: () => void
}) {
  const classes = useMemo(() => classesOf(snapshot), [snapshot])
  const classId = classes.find(id => id === state['class']) ?? classes[0]
  const books = useMemo(() => (classId === undefined ? [] : bookOf(snapshot, classId)), [snapshot, classId])
  if (classId === undefined) return <Notice tone="note" title="This chain has no credit classes" />
  return (
    <div class={`stack${isOld ? ' old' : ''}`}>
      <OldState {...{ snapshot, source, onReadAgain }} />
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
      <Place {...{ snapshot, source, onReadAgain }} />
    </div>
  )
}
