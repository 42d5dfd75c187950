/** @jsxImportSource preact */
import { floor, formatRatio } from '../../../src/primitives/ratio.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { Amount } from '../parts/amounts.tsx'
import { Explained, type Explanation } from '../parts/explain.tsx'
import { Lines } from '../parts/Table.tsx'
import type { PaidPrices } from './prices.ts'
import type { MarketTerms } from './terms.ts'

const SOURCES: { readonly [source: string]: readonly [string, string] } = {
  explicit: ['stated by you', 'A price that whoever asks states for now.'],
  'twap-7d': [
    'average of the trades of seven days',
    'Each trade counts by its quantity; what is far off is dropped.',
  ],
  'last-trade': ['the last trade', 'What was paid last.'],
  'governance-reference': ['a reference of governance', 'A price that governance has stated.'],
  'lowest-ask': ['the lowest ask', 'What a seller wants; nobody has paid it yet.'],
  external: ['a price from elsewhere', 'A price of another market.'],
}

/** The price of a credit from each source, in the order in which M013 would look for it. */
export function PriceSources({
  classId,
  bySource,
  chosen,
  denoms,
}: Pick<PaidPrices, 'bySource' | 'chosen'> & {
  readonly classId: string
  readonly denoms: MarketTerms['settings']['allowedDenoms']
}) {
  return (
    <Lines
      label={`Prices of a credit of ${sanitize(classId)} by their source, the first that is fresh counts`}
      rows={bySource.map(({ rule, price }) => {
        const about = aboutOf(rule, price)
        const isChosen = chosen === rule.source
        return [
          <>
            <Explained kind="term" about={about}>
              {about.title}
            </Explained>
            {isChosen ? ' — this one counts' : ''}
          </>,
          price === null ? (
            'none'
          ) : (
            <>
              <Amount amount={floor(price.price)} denom={price.denom} {...{ denoms, about }} />
              {price.stale ? ', stale' : ''}
            </>
          ),
          isChosen ? 'sum' : undefined,
        ] as const
      })}
    />
  )
}

type BySource = PaidPrices['bySource'][number]

function aboutOf(
  { source, maxAgeDays, leastSamples }: BySource['rule'],
  price: BySource['price'],
): Explanation {
  const [title, text] = SOURCES[source] ?? [source, '']
  return {
    title,
    text,
    operands: [
      ['stale after', `${maxAgeDays} days`],
      ['samples needed', `${leastSamples}`],
      ['samples', price === null ? '0' : `${price.samples}`],
      ['dropped as too far off', price === null ? '0' : `${price.outliersDropped}`],
      [
        'price of a credit',
        price === null ? 'no price' : `${formatRatio(price.price)} ${sanitize(price.denom)}`,
      ],
    ],
    source: 'SPEC M013, OQ-M013-2; the default policy',
  }
}
