/** @jsxImportSource preact */
import type { Network } from '../../../src/network/readNetwork.ts'
import { floor, formatRatio } from '../../../src/primitives/ratio.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { DAY } from '../../../src/primitives/time.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { Amount, Coins, coinText, percent } from '../parts/amounts.tsx'
import { Explained } from '../parts/explain.tsx'
import { PoolsBar } from '../parts/PoolsBar.tsx'
import { Lines } from '../parts/Table.tsx'
import { txTypeInWords } from '../parts/txTypes.ts'
import { Mechanism, toldBy } from './Mechanism.tsx'
import type { ShownNetwork } from './readShown.ts'
import type { SourceOf } from './sourceOf.ts'
import { Weeks } from './Weeks.tsx'

/** What the period would have paid by type and by week, where that would have gone, and what is in force today. */
export function Fees({
  m013,
  period,
  weeks,
  from,
}: {
  readonly m013: Network['m013']
  readonly period: Network['period']
  readonly weeks: ShownNetwork['weeks']
  readonly from: SourceOf
}) {
  const { wouldPay } = m013
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
              source: `SPEC M013, Fee Schedule; ${from('m013.wouldPay')}`,
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
      <FeeLines {...m013} from={from} />
      <Weeks {...{ weeks, period, from }} />
      <Prices {...m013} from={from} />
    </Mechanism>
  )
}

/** The fees by type under the policy, then what is in force, and what a contract says that it collected. */
function FeeLines({
  config,
  live,
  wouldPay,
  source,
  inForce,
  from,
}: Network['m013'] & { readonly from: SourceOf }) {
  const { marketplace } = live
  return (
    <Lines
      label="Fees by type, and in force today"
      rows={[
        ...wouldPay.totals.map(
          ({ txType, denom, charges, fee }) =>
            [
              `${txTypeInWords(txType)}, ${charges} charges at ${percent(config.feeRates[txType])}`,
              <Amount
                amount={fee}
                denom={denom}
                about={{
                  title: `Fees: ${txTypeInWords(txType)}`,
                  formula: 'Σ over its acts of max( floor( value × rate ), minimum )',
                  operands: [
                    ['acts', `${charges}`],
                    ['rate', percent(config.feeRates[txType])],
                    ['minimum', coinText(config.minFee, 'uregen')],
                  ],
                  source: `SPEC M013, Fee Schedule; ${from('m013.wouldPay')}`,
                }}
              />,
            ] as const,
        ),
        [
          'at least, each',
          <Amount
            amount={config.minFee}
            about={{ title: 'The minimum', text: 'No charged act pays less.', source: from('m013.config') }}
          />,
        ],
        [
          'in force today: buyer fee, seller fee',
          <Explained
            about={{
              title: 'Marketplace fees, in force',
              formula: 'ask × quantity × rate, for the buyer and for the seller',
              source: from('m013.live.marketplace'),
            }}
          >
            {marketplace === 'unknown'
              ? 'not known: the node does not show its store'
              : `${sanitize(marketplace.buyer) || '0'} and ${sanitize(marketplace.seller) || '0'} of the price`}
          </Explained>,
        ],
        [
          'in force today: class fee',
          <Coins
            coins={live.classFee === null ? [] : [live.classFee]}
            about={{
              title: 'Class fee, in force',
              text: 'What a new credit class costs. It is burned.',
              source: from('m013.live.classFee'),
            }}
          />,
        ],
        ...(inForce === null
          ? []
          : Object.entries(inForce.claimed).map(
              ([pool, amount]) =>
                [
                  `${toldBy(source)}: ${pool}`,
                  <Amount
                    amount={amount}
                    about={{
                      title: pool,
                      text: 'What it says that it collected for this pool. It is a claim: what the bank holds may be another amount.',
                      source: from('m013.inForce'),
                    }}
                  />,
                ] as const,
            )),
      ]}
    />
  )
}

/** What a credit of each class costs, and where that is from. */
function Prices({ trade, prices, from }: Network['m013'] & { readonly from: SourceOf }) {
  return (
    <details>
      <summary>Prices by class</summary>
      <Lines
        label="Prices by class"
        rows={prices.map(({ classId, price }) => {
          const bought = trade.find(row => row.classId === classId)?.purchases ?? 0
          return [
            `${sanitize(classId)}, bought ${bought === 1 ? 'once' : `${bought} times`}`,
            price === null ? (
              'no price'
            ) : (
              <>
                <Amount
                  amount={floor(price.price)}
                  denom={price.denom}
                  about={{
                    title: `Price of a credit of ${sanitize(classId)}`,
                    text: price.indicative ? 'What a seller asks; nobody has paid it yet.' : '',
                    operands: [
                      ['by', price.source],
                      ['exactly a credit', `${formatRatio(price.price)} ${sanitize(price.denom)}`],
                      ['samples', `${price.samples}`],
                      ['dropped as too far off', `${price.outliersDropped}`],
                      ['age', price.age === null ? 'now' : `${price.age / DAY} days`],
                    ],
                    source: from('m013.prices'),
                  }}
                />
                , {price.source}, {price.samples} samples{price.stale ? ', stale' : ''}
              </>
            ),
          ]
        })}
      />
    </details>
  )
}
