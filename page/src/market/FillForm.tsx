/** @jsxImportSource preact */
import { useMemo } from 'preact/hooks'
import { readCoin } from '../../../src/cli/io/readCoins.ts'
import { type Fill, fillSentence } from '../../../src/orders/fill.ts'
import { fillOrders } from '../../../src/orders/fillOrders.ts'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { toJson } from '../../../src/primitives/canonical.ts'
import { formatCredits, parseCredits } from '../../../src/primitives/credits.ts'
import { plain } from '../../../src/primitives/plain.ts'
import { floor } from '../../../src/primitives/ratio.ts'
import { Amount, coinText } from '../parts/amounts.tsx'
import { type Failure, FailureNotice, failureOf } from '../parts/notice.tsx'
import type { Navigation } from '../route.ts'
import { packText } from '../route.ts'

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
      <h3 id="fill-title">Buy from the book</h3>
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

function FillResult({
  fill,
  snapshot,
  onPreview,
}: {
  readonly fill: Fill
  readonly snapshot: LedgerSnapshot
  readonly onPreview: (messages: string) => void
}) {
  const { purchases, credits, cost, averagePrice, left, missing, why, provenWithin, messages } = fill
  const denoms = snapshot.settings.allowedDenoms
  return (
    <>
      <div class="headline">
        <span class="big">
          {cost.length === 0
            ? 'nothing'
            : cost.map(({ denom, amount }) => (
                <Amount
                  key={denom}
                  amount={amount}
                  {...{ denom, denoms }}
                  about={{
                    title: 'What leaves the account',
                    text: 'The orders together, fees included, without gas.',
                    formula: 'Σ over orders of trunc( buyer fee + seller fee ) + trunc( price − seller fee )',
                    operands: purchases.map(({ sellOrderId, quantity, debit }) => [
                      `order ${sellOrderId}: ${formatCredits(quantity)} credits`,
                      coinText(debit, denom, denoms),
                    ]),
                    source: `the book at height ${snapshot.height}`,
                  }}
                />
              ))}
        </span>
        <span class="beside">
          for {formatCredits(credits)} credits from {purchases.length}{' '}
          {purchases.length === 1 ? 'order' : 'orders'}
          {averagePrice
            .map(({ denom, price }) => `, ${coinText(floor(price), denom, denoms)} each on average`)
            .join('')}
        </span>
      </div>
      <p class="quiet">
        {fillSentence(why)}
        {missing !== null && missing > 0n ? ` ${formatCredits(missing)} credits are missing.` : ''}
        {left
          .filter(({ amount }) => amount > 0n)
          .map(({ denom, amount }) => ` ${coinText(amount, denom, denoms)} of the budget stay.`)}
        {provenWithin === 0n && purchases.length > 0 ? ' Nobody can do it for less from as many orders.' : ''}
      </p>
      {purchases.length === 0 ? null : (
        <>
          <table class="lines">
            <caption class="visually-hidden">Which orders</caption>
            <tbody>
              {purchases.map(({ sellOrderId, quantity, debit, denom, batchDenom }) => (
                <tr key={sellOrderId}>
                  <th scope="row">
                    <span class="number-of">{plain(sellOrderId)}</span>
                    {formatCredits(quantity)} of {plain(batchDenom)}
                  </th>
                  <td>
                    <Amount amount={debit} {...{ denom, denoms }} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <button
            type="button"
            class="main-button"
            onClick={() => onPreview(JSON.stringify({ messages: toJson(messages.slice(0, 1)) }))}
          >
            Preview this purchase
          </button>
        </>
      )}
    </>
  )
}
