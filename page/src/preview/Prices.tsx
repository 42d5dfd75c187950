/** @jsxImportSource preact */
import { floor } from '../../../src/primitives/ratio.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { coinText } from '../parts/amounts.tsx'
import { TypedField } from '../parts/TypedField.tsx'
import { isPrice } from './isPrice.ts'
import type { Shown } from './shown.ts'

const isNone = (price: string | undefined): boolean => Boolean(price) && !isPrice(price ?? '')

/** Which classes are valued by a price, and a field to state another one. */
export function Prices({
  shown: { preview, snapshot },
  prices,
  onChange,
}: {
  readonly shown: Shown
  readonly prices: string
  readonly onChange: (prices: string) => void
}) {
  const parts = preview.messages
    .flatMap(({ proposed }) => proposed.parts)
    .filter(({ valuation: { source, classId } }) => source !== 'order' && classId !== null)
  const classes = [...new Set(parts.map(({ valuation }) => valuation.classId ?? ''))]
  if (classes.length === 0) return null
  const stated = Object.fromEntries(prices.split(',').map(part => part.split('=', 2)))
  return (
    <section class="card" aria-labelledby="prices-title">
      <h3 id="prices-title">If a credit were worth …</h3>
      <p class="quiet">
        What is issued, sent or retired has no price of its own. Without yours, the proposed side takes what
        the market says.
      </p>
      <div class="row wrap">
        {classes.map(classId => {
          const found = parts.find(({ valuation }) => valuation.classId === classId)?.valuation
          return (
            <TypedField
              key={classId}
              label={`A credit of ${sanitize(classId)}, in REGEN`}
              inputMode="decimal"
              invalid={isNone(stated[classId])}
              describedBy="price-problem"
              value={stated[classId] ?? ''}
              placeholder={
                found?.price == null
                  ? 'no price known'
                  : coinText(floor(found.price), found.denom ?? '', snapshot.settings.allowedDenoms)
              }
              onTyped={typed => {
                const next = { ...stated, [classId]: typed }
                onChange(
                  Object.entries(next)
                    .filter(([name, price]) => name !== '' && price)
                    .map(([name, price]) => `${name}=${price}`)
                    .join(','),
                )
              }}
            />
          )
        })}
      </div>
      <p id="price-problem" class="field-problem">
        {classes.some(classId => isNone(stated[classId]))
          ? 'A price is a number such as 30 or 5.5, with at most six decimals. Until then the market’s counts.'
          : ''}
      </p>
    </section>
  )
}
