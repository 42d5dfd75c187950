/** @jsxImportSource preact */
import type { ProposedPart } from '../../../src/preview/proposed/proposedParts.ts'
import { floor, formatRatio } from '../../../src/primitives/ratio.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { DAY } from '../../../src/primitives/time.ts'
import { coinText } from '../parts/amounts.tsx'
import { Explained } from '../parts/explain.tsx'

const SOURCES: { readonly [source: string]: string } = {
  order: 'ask × quantity of the order',
  explicit: 'the price you stated',
  'twap-7d': 'average of the trades of seven days',
  'last-trade': 'the last trade',
  'lowest-ask': 'the lowest ask; nobody has paid it yet',
  'governance-reference': 'a reference price of governance',
  external: 'a price from elsewhere',
}

/** What a charge is worth, and by which price. */
export function Worth({ part: { value, valuation } }: { readonly part: ProposedPart }) {
  const { source, price, denom, samples, age, rate } = valuation
  if (value === null) return <span class="quiet">a value that is not known</span>
  return (
    <Explained
      about={{
        title: 'What it is worth',
        formula: source === 'order' ? 'ask × quantity' : 'credits × price of the class',
        operands: [
          [
            'price of a credit',
            price === null ? 'not known' : `${formatRatio(price)} ${sanitize(denom ?? '')}`,
          ],
          ['price from', source === null ? 'nowhere' : (SOURCES[source] ?? source)],
          ...(source === 'order' || source === 'explicit'
            ? []
            : ([
                ['samples', `${samples}`],
                ['age', age === null ? 'now' : `${age / DAY} days`],
              ] as const)),
          ...(rate === null || denom === 'uregen' ? [] : ([['rate', formatRatio(rate)]] as const)),
        ],
        source: 'the state of the chain; OQ-M013-2',
      }}
    >
      {coinText(floor(value), 'uregen')}
    </Explained>
  )
}
