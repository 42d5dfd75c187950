/** @jsxImportSource preact */
import { useMemo } from 'preact/hooks'
import { readCoin } from '../../../src/cli/io/readCoins.ts'
import type { Fill } from '../../../src/orders/fill.ts'
import { fillOrders } from '../../../src/orders/fillOrders.ts'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { parseCredits } from '../../../src/primitives/credits.ts'
import { plain } from '../../../src/primitives/plain.ts'
import { type Failure, FailureNotice, failureOf } from '../parts/notice.tsx'
import { type Navigation, packText } from '../route.ts'
import { FillResult } from './FillResult.tsx'

/** Buys nothing by itself: whoever buys is named in the message. */
const EXAMPLE_BUYER = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'

/** Which orders to buy from, by quantity or by budget, to the unit, and on to the preview of the purchase. */
export function FillForm({
  snapshot,
  classId,
  state,
  navigation: { go, stay },
}: {
  readonly snapshot: LedgerSnapshot
  readonly classId: string
  readonly state: { readonly [name: string]: string }
  readonly navigation: Navigation
}) {
  const by = state['by'] === 'budget' ? 'budget' : 'quantity'
  const amount = state['amount'] ?? (by === 'budget' ? '100' : '10')
  const denom = state['denom'] ?? 'uregen'
  const buyer = state['buyer'] ?? EXAMPLE_BUYER
  const retire = state['retire'] ?? ''
  const { allowedDenoms } = snapshot.settings
  const denoms = allowedDenoms === 'unknown' ? [] : allowedDenoms
  const shownDenom = denoms.find(({ bankDenom }) => bankDenom === denom)?.displayDenom ?? 'REGEN'
  // biome-ignore lint/correctness/useExhaustiveDependencies: the denoms are those of the snapshot
  const filled = useMemo<{ fill: Fill | null; failure: Failure | null }>(() => {
    try {
      const what =
        by === 'quantity'
          ? { quantity: parseCredits(amount) }
          : { budget: readCoin(`${amount}${shownDenom}`, 'the budget', denoms) }
      const given = { book: snapshot, buyer, classId, denoms: [denom], ...what }
      return { fill: fillOrders(retire === '' ? given : { ...given, retire }), failure: null }
    } catch (error) {
      return { fill: null, failure: failureOf(error) }
    }
  }, [snapshot, classId, by, amount, denom, buyer, retire])
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
            onClick={() =>
              stay({ ...state, class: classId, by: name, amount: name === 'budget' ? '100' : '10' })
            }
          >
            {name === 'quantity' ? 'So many credits' : 'For so much'}
          </button>
        ))}
      </div>
      <div class="row wrap">
        <label class="grow">
          {by === 'quantity' ? 'Credits' : `At most, in ${plain(shownDenom)}`}
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
                  {plain(displayDenom)}
                </option>
              ),
            )}
          </select>
        </label>
      </div>
      <div class="row wrap">
        <label class="grow">
          Retire them in (empty: keep them tradable)
          <input
            value={retire}
            placeholder="US-WA"
            autocomplete="off"
            onChange={event => set('retire', event.currentTarget.value)}
          />
        </label>
        <label class="grow">
          Who buys
          <input
            value={buyer}
            spellcheck={false}
            autocomplete="off"
            onChange={event => set('buyer', event.currentTarget.value)}
          />
        </label>
      </div>
      {filled.failure === null ? null : <FailureNotice failure={filled.failure} />}
      {filled.fill === null ? null : (
        <FillResult
          fill={filled.fill}
          snapshot={snapshot}
          onPreview={messages => go('preview', { in: packText(messages), mode: 'build' })}
        />
      )}
    </section>
  )
}
