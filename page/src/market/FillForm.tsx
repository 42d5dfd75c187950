/** @jsxImportSource preact */
import type { Fill } from '../../../src/orders/fill.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import type { Loaded } from '../chain/useAsync.ts'
import { Address } from '../parts/amounts.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { TypedField } from '../parts/TypedField.tsx'
import { type Navigation, packText } from '../route.ts'
import { displayName } from './displayName.ts'
import { FillResult } from './FillResult.tsx'
import type { MarketTerms } from './terms.ts'
import { FIRST_AMOUNT, wantedIn } from './wanted.ts'

/** Which orders to buy from, by quantity or by budget, to the unit, and on to the preview of the purchase. */
export function FillForm({
  terms,
  classId,
  filled: { value: fill, loading, failure },
  state,
  navigation: { go, stay },
}: {
  readonly terms: MarketTerms
  readonly classId: string
  readonly filled: Loaded<Fill | null>
  readonly state: { readonly [name: string]: string }
  readonly navigation: Navigation
}) {
  const { by, amount, denom, buyer, retire } = wantedIn(state)
  const { allowedDenoms } = terms.settings
  const denoms = allowedDenoms === 'unknown' ? [] : allowedDenoms
  const isExample = !state['buyer']
  const set = (name: string, value: string) => stay({ ...state, class: classId, [name]: value.trim() })
  return (
    <section class="card" aria-labelledby="fill-title">
      <h2 id="fill-title">Buy from the book</h2>
      <div class="modes" role="group" aria-label="Fill by">
        {(['quantity', 'budget'] as const).map(name => (
          <button
            key={name}
            type="button"
            aria-pressed={by === name}
            onClick={() => stay({ ...state, class: classId, by: name, amount: FIRST_AMOUNT[name] })}
          >
            {name === 'quantity' ? 'A number of credits' : 'A budget'}
          </button>
        ))}
      </div>
      <div class="row wrap">
        <label class="grow">
          {by === 'quantity' ? 'Credits' : `At most, in ${sanitize(displayName(denom, denoms))}`}
          <input
            value={amount}
            inputMode="decimal"
            autocomplete="off"
            onInput={event => set('amount', event.currentTarget.value)}
          />
        </label>
        <label>
          Paid in
          <select value={denom} onChange={event => set('denom', event.currentTarget.value)}>
            {(denoms.length === 0 ? [{ bankDenom: 'uregen', displayDenom: 'REGEN' }] : denoms).map(
              ({ bankDenom, displayDenom }) => (
                <option key={bankDenom} value={bankDenom}>
                  {sanitize(displayDenom)}
                </option>
              ),
            )}
          </select>
        </label>
      </div>
      <TypedField
        label="Retire them in (empty: keep them tradable)"
        value={retire}
        placeholder="US-WA"
        onTyped={typed => set('retire', typed)}
      />
      <TypedField
        label="Who buys"
        value={state['buyer'] ?? ''}
        placeholder="an example account"
        describedBy="buyer-hint"
        onTyped={typed => set('buyer', typed)}
      />
      <p id="buyer-hint" class="hint">
        {isExample ? (
          <>
            Empty: an example account of the test chain, <Address of={buyer} />. Put your own address there to
            buy for yourself.
          </>
        ) : null}
      </p>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {fill === null || failure !== null ? null : (
        <FillResult
          {...{ fill, terms, isExample }}
          isOld={loading}
          onPreview={messages => go('preview', { in: packText(messages), mode: 'build' })}
        />
      )}
    </section>
  )
}
