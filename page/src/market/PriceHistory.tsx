/** @jsxImportSource preact */
import { formatCredits } from '../../../src/primitives/credits.ts'
import { plain } from '../../../src/primitives/plain.ts'
import { floor, formatRatio, ratio } from '../../../src/primitives/ratio.ts'
import { formatSeconds } from '../../../src/primitives/time.ts'
import { Amount, CreditsAmount, coinText } from '../parts/amounts.tsx'
import { Chart } from '../parts/Chart.tsx'
import { Explained, type Explanation } from '../parts/explain.tsx'
import { Moment } from '../parts/moment.tsx'
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

/** What was paid for credits of a class, and which price M013 would take. */
export function PriceHistory({
  terms,
  classId,
  prices: { trades, bySource, chosen },
}: {
  readonly terms: MarketTerms
  readonly classId: string
  readonly prices: PaidPrices
}) {
  const denoms = terms.settings.allowedDenoms
  const source = `purchases in blocks up to height ${terms.height}`
  const inRegen = trades.filter(({ denom }) => denom === 'uregen')
  return (
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">What was paid</h2>
      {trades.length === 0 ? (
        <p class="quiet">No purchase of {plain(classId)} is known for the last seven days.</p>
      ) : (
        <>
          {inRegen.length < 2 ? null : (
            <Chart
              label={`Prices that were paid for a credit of ${classId} in REGEN; the table below has each`}
              x={inRegen.map(({ time }) => Number(time))}
              isTime
              unit="REGEN a credit"
              height={200}
              series={[
                {
                  label: 'paid',
                  color: 'validator',
                  points: true,
                  values: inRegen.map(({ payment, quantity }) => Number(payment) / Number(quantity)),
                },
              ]}
            />
          )}
          <details>
            <summary>
              {trades.length} {trades.length === 1 ? 'purchase' : 'purchases'}, one by one
            </summary>
            <div class="scroll" role="region" tabIndex={0} aria-label="Purchases, one by one">
              <table class="grid">
                <thead>
                  <tr>
                    <th scope="col">when</th>
                    <th scope="col" class="right">
                      credits
                    </th>
                    <th scope="col" class="right">
                      paid
                    </th>
                    <th scope="col" class="right">
                      for one credit
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {trades.map(({ time, quantity, payment, denom }, index) => (
                    <tr key={index}>
                      <td>
                        <Moment at={formatSeconds(time)} />
                      </td>
                      <td class="right">
                        <CreditsAmount
                          amount={quantity}
                          about={{ title: 'Credits', text: 'As many as were bought at once.', source }}
                        />
                      </td>
                      <td class="right">
                        <Amount
                          amount={payment}
                          {...{ denom, denoms }}
                          about={{ title: 'Paid', text: 'The price without fees.', source }}
                        />
                      </td>
                      <td class="right">
                        {quantity === 0n ? null : (
                          <Amount
                            amount={floor(ratio(payment * 1_000_000n, quantity))}
                            {...{ denom, denoms }}
                            about={{
                              title: 'For one credit',
                              formula: 'floor( paid ÷ credits )',
                              operands: [
                                ['paid', coinText(payment, denom, denoms)],
                                ['credits', formatCredits(quantity)],
                              ],
                              source,
                            }}
                          />
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
      <h3>The price that M013 would take</h3>
      <table class="lines">
        <caption class="visually-hidden">
          Prices of a credit of {plain(classId)} by their source, the first that is fresh counts
        </caption>
        <tbody>
          {bySource.map(({ rule: { source, maxAgeDays, leastSamples }, price }) => {
            const [name, text] = SOURCES[source] ?? [source, '']
            const isChosen = chosen === source
            const about: Explanation = {
              title: name,
              text,
              operands: [
                ['stale after', `${maxAgeDays} days`],
                ['samples needed', `${leastSamples}`],
                ['samples', price === null ? '0' : `${price.samples}`],
                ['dropped as too far off', price === null ? '0' : `${price.outliersDropped}`],
                [
                  'price of a credit',
                  price === null ? 'no price' : `${formatRatio(price.price)} ${plain(price.denom)}`,
                ],
              ],
              source: 'SPEC M013, OQ-M013-2; the default policy',
            }
            return (
              <tr key={source} class={isChosen ? 'sum' : undefined}>
                <th scope="row">
                  <Explained kind="term" about={about}>
                    {name}
                  </Explained>
                  {isChosen ? ' — this one counts' : ''}
                </th>
                <td>
                  {price === null ? (
                    'none'
                  ) : (
                    <>
                      <Amount amount={floor(price.price)} denom={price.denom} {...{ denoms, about }} />
                      {price.stale ? ', stale' : ''}
                    </>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
