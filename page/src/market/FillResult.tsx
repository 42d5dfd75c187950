/** @jsxImportSource preact */
import { type Fill, fillSentence } from '../../../src/orders/fill.ts'
import { toJson } from '../../../src/primitives/canonical.ts'
import { formatCredits } from '../../../src/primitives/credits.ts'
import { floor } from '../../../src/primitives/ratio.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { Amount, coinText } from '../parts/amounts.tsx'
import { Lines } from '../parts/Table.tsx'
import type { MarketTerms } from './terms.ts'
import { wholePrice } from './wholePrice.ts'

/** What a fill costs, and from which orders it is. */
export function FillResult({
  fill,
  terms,
  isExample,
  isOld,
  onPreview,
}: {
  readonly fill: Fill
  readonly terms: MarketTerms
  readonly isExample: boolean
  /** Something newer is on its way: it cannot be taken further. */
  readonly isOld: boolean
  readonly onPreview: (messages: string) => void
}) {
  const { purchases, credits, cost, averagePrice, left, missing, why, provenWithin, messages } = fill
  const denoms = terms.settings.allowedDenoms
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
                    source: `the book at height ${terms.height}`,
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
          <Lines
            label="Which orders"
            rows={purchases.map(({ sellOrderId, quantity, debit, denom, batchDenom, askAmount }) => [
              <>
                <span class="number-of">{sanitize(sellOrderId)}</span>
                {formatCredits(quantity)} of {sanitize(batchDenom)}
              </>,
              <Amount
                amount={debit}
                {...{ denom, denoms }}
                about={{
                  title: `Order ${sanitize(sellOrderId)}`,
                  text: 'What leaves the account for it, fees included, without gas.',
                  ...wholePrice({ askAmount, quantity, denom }, terms),
                }}
              />,
            ])}
          />
          <button
            type="button"
            class="main-button"
            aria-disabled={isOld}
            onClick={() => {
              if (!isOld) onPreview(JSON.stringify({ messages: toJson(messages.slice(0, 1)) }))
            }}
          >
            {isExample ? 'Preview this purchase by the example account' : 'Preview this purchase'}
          </button>
          {messages.length < 2 ? null : (
            <p class="quiet">It takes {messages.length} transactions; this is the first of them.</p>
          )}
        </>
      )}
    </>
  )
}
