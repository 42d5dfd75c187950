/** @jsxImportSource preact */
import type { Network } from '../../../src/network/readNetwork.ts'
import { plain } from '../../../src/primitives/plain.ts'
import { floor } from '../../../src/primitives/ratio.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { Amount, coinsText, coinText, percent } from '../parts/amounts.tsx'
import { Moment } from '../parts/moment.tsx'
import { PoolsBar } from '../parts/PoolsBar.tsx'
import { Lines, Table } from '../parts/Table.tsx'
import { txTypeInWords } from '../parts/txTypes.ts'
import { Mechanism, toldBy } from './Mechanism.tsx'
import type { ShownNetwork } from './readShown.ts'

/** What the period would have paid by type and by week, where that would have gone, and what is in force today. */
export function Fees({
  m013,
  period,
  weeks,
}: {
  readonly m013: Network['m013']
  readonly period: Network['period']
  readonly weeks: ShownNetwork['weeks']
}) {
  const { config, live, trade, wouldPay, prices, source, inForce } = m013
  const { marketplace } = live
  const poolOf = (pool: keyof typeof wouldPay.pools) =>
    (wouldPay.pools[pool].find(({ denom }) => denom === 'uregen')?.amount ?? 0n) as Uregen
  return (
    <Mechanism name="M013" title="fees" {...m013}>
      <p class="headline">
        <span class="big">
          {wouldPay.unvalued > 0 ? <span class="at-least">at least </span> : null}
          <Amount
            amount={wouldPay.revenue}
            about={{
              title: 'What the period would have paid',
              formula: 'Σ over its acts of max( floor( value × rate ), minimum )',
              operands: [
                ['acts that are charged', `${wouldPay.charged}`],
                ['without a price or rate', `${wouldPay.unvalued}`],
              ],
              source: 'the transactions of the period; SPEC M013',
            }}
          />
        </span>
        <span class="beside">would the period’s {wouldPay.charged} charged transactions have paid</span>
      </p>
      <PoolsBar
        label="Where it would have gone"
        pools={{
          burn: poolOf('burn'),
          validator: poolOf('validator'),
          community: poolOf('community'),
          agent: poolOf('agent'),
        }}
      />
      <Lines
        label="Fees by type, and in force today"
        rows={[
          ...wouldPay.totals.map(
            ({ txType, denom, charges, fee }) =>
              [
                `${txTypeInWords(txType)}, ${charges} charges at ${percent(config.feeRates[txType])}`,
                <Amount amount={fee} denom={denom} />,
              ] as const,
          ),
          ['at least, each', <Amount amount={config.minFee} />],
          [
            'in force today: buyer fee, seller fee',
            marketplace === 'unknown'
              ? 'not known: the node does not show its store'
              : `${plain(marketplace.buyer) || '0'} and ${plain(marketplace.seller) || '0'} of the price`,
          ],
          ['in force today: class fee', live.classFee === null ? 'none' : coinsText([live.classFee])],
          ...(inForce === null
            ? []
            : Object.entries(inForce.claimed).map(
                ([pool, amount]) =>
                  [`${toldBy(source)}: ${pool}`, <Amount amount={amount} denom="uregen" />] as const,
              )),
        ]}
      />
      <Weeks weeks={weeks} period={period} />
      <details>
        <summary>Prices by class</summary>
        <Lines
          label="Prices by class"
          rows={prices.map(({ classId, price }) => {
            const bought = trade.find(row => row.classId === classId)?.purchases ?? 0
            return [
              `${plain(classId)}, bought ${bought === 1 ? 'once' : `${bought} times`}`,
              price === null
                ? 'no price'
                : `${coinText(floor(price.price), price.denom)}, ${price.source}, ${price.samples} samples${price.stale ? ', stale' : ''}`,
            ]
          })}
        />
      </details>
    </Mechanism>
  )
}

/** What each week would have paid, by type, worth in REGEN. */
function Weeks({
  weeks,
  period,
}: {
  readonly weeks: ShownNetwork['weeks']
  readonly period: Network['period']
}) {
  const types = [...new Set(weeks.flatMap(({ totals }) => totals.map(({ txType }) => txType)))]
  return weeks.length === 0 ? null : (
    <details>
      <summary>Week by week</summary>
      <p class="quiet">{whichWeeks(weeks.length, period)}</p>
      <Table
        label="Fees by week"
        columns={['week to', ...types.map(txTypeInWords), 'all'].map((name, index) => ({
          name,
          right: index > 0,
        }))}
        rows={weeks.map(({ to, totals, revenue }) => ({
          key: to,
          head: <Moment at={to} />,
          cells: [
            ...types.map(type => (
              <Amount
                amount={totals
                  .filter(({ txType }) => txType === type)
                  .reduce((sum, { worth }) => sum + worth, 0n)}
              />
            )),
            <Amount amount={revenue} />,
          ],
        }))}
      />
    </details>
  )
}

const WEEK = 7 * 86_400_000

/** Why no more weeks are shown. */
const whichWeeks = (count: number, { from, to }: Network['period']): string =>
  Date.parse(to) - Date.parse(from) <= WEEK
    ? 'The period is one week: look back over more days to see several.'
    : `Weeks are counted back from the end of the period. ${count === 1 ? 'Everything that is charged lies in this one' : `${count} of them have something that is charged`}; the others are left out.`
