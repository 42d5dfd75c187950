/** @jsxImportSource preact */
import { formatCredits } from '../../../src/primitives/credits.ts'
import { floor, ratio } from '../../../src/primitives/ratio.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { formatSeconds } from '../../../src/primitives/time.ts'
import { Amount, CreditsAmount, coinText } from '../parts/amounts.tsx'
import { Chart } from '../parts/Chart.tsx'
import { Moment } from '../parts/moment.tsx'
import { Table } from '../parts/Table.tsx'
import { PriceSources } from './PriceSources.tsx'
import type { PaidPrices } from './prices.ts'
import type { MarketTerms } from './terms.ts'

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
        <p class="quiet">No purchase of {sanitize(classId)} is known for the last seven days.</p>
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
            <Table
              label="Purchases, one by one"
              columns={[
                { name: 'when' },
                ...['credits', 'paid', 'for one credit'].map(name => ({ name, right: true })),
              ]}
              rows={trades.map(({ time, quantity, payment, denom }, index) => ({
                key: `${index}`,
                head: <Moment at={formatSeconds(time)} />,
                cells: [
                  <CreditsAmount
                    amount={quantity}
                    about={{ title: 'Credits', text: 'As many as were bought at once.', source }}
                  />,
                  <Amount
                    amount={payment}
                    {...{ denom, denoms }}
                    about={{ title: 'Paid', text: 'The price without fees.', source }}
                  />,
                  quantity === 0n ? null : (
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
                  ),
                ],
              }))}
            />
          </details>
        </>
      )}
      <h3>The price that M013 would take</h3>
      <PriceSources {...{ classId, bySource, chosen, denoms }} />
    </section>
  )
}
