/** @jsxImportSource preact */
import type { Network } from '../../../src/network/readNetwork.ts'
import { Amount, Coins, coinText } from '../parts/amounts.tsx'
import { Chart } from '../parts/Chart.tsx'
import { Explained, type Explanation } from '../parts/explain.tsx'
import { Lines } from '../parts/Table.tsx'
import { Term } from '../parts/terms.tsx'
import { Mechanism, toldBy } from './Mechanism.tsx'
import type { ShownNetwork } from './readShown.ts'
import type { SourceOf } from './sourceOf.ts'

type M012 = Network['m012']

/** The supply against the cap, and its path under the policy. */
export function Supply({
  m012,
  path,
  from,
}: {
  readonly m012: M012
  readonly path: ShownNetwork['path']
  readonly from: SourceOf
}) {
  const { supply, hardCap, capStatus, excess, headroom, inForce } = m012
  const proposed = inForce === null ? 'proposed ' : ''
  const fromCap = (field: 'excess' | 'headroom'): Explanation => ({
    title: field === 'excess' ? 'Above the cap' : 'Below the cap',
    formula: field === 'excess' ? 'S − C' : 'C − S',
    operands: [
      ['S, the supply', coinText(supply, 'uregen')],
      ['C, the cap', coinText(hardCap, 'uregen')],
    ],
    source: from(`m012.${field}`),
  })
  return (
    <Mechanism name="M012" title="supply" {...m012}>
      <p class="headline">
        <span class="big">
          <Amount
            amount={supply}
            about={{
              title: 'Supply',
              text: 'All uregen that the bank of the chain knows, in force.',
              source: from('m012.supply'),
            }}
          />
        </span>
        <span class="beside">
          in force;{' '}
          {capStatus === 'above' ? (
            <>
              <Amount amount={excess} about={fromCap('excess')} /> above the {proposed}
              <Term name="hard cap" />
            </>
          ) : (
            <>
              <Amount amount={headroom} about={fromCap('headroom')} /> below the {proposed}
              <Term name="hard cap" />
            </>
          )}
        </span>
      </p>
      <Path path={path} hardCap={hardCap} burned={m012.next.burned} />
      <SupplyLines {...m012} from={from} />
    </Mechanism>
  )
}

/** The supply over five years, beside the cap. */
function Path({
  path,
  hardCap,
  burned,
}: Pick<M012, 'hardCap'> & { readonly path: ShownNetwork['path']; readonly burned: M012['next']['burned'] }) {
  if (path === null)
    return <p class="quiet">This policy lets no period run from here: it refuses a supply above the cap.</p>
  const supplies = path.map(amount => Number(amount) / 1e6)
  return (
    <>
      <Chart
        label={`The supply over five years if every week burned ${coinText(burned, 'uregen')}, beside the cap`}
        x={supplies.map((_, week) => week / 52)}
        isTime={false}
        xLabel="years from now"
        unit="REGEN"
        series={[
          {
            label: 'cap',
            color: 'bad',
            dashed: true,
            width: 1.5,
            values: supplies.map(() => Number(hardCap) / 1e6),
          },
          { label: 'supply', color: 'community', values: supplies },
        ]}
      />
      <p class="quiet">
        <span class="swatch community" aria-hidden="true" />
        supply under the policy, with this period’s burn every week{' '}
        <span class="swatch cap" aria-hidden="true" /> cap
      </p>
    </>
  )
}

/** What is in force, what the next week would bring, and what a module or a contract says. */
function SupplyLines({
  supply,
  staked,
  communityPool,
  hardCap,
  capStatus,
  excess,
  next,
  periodsToCap,
  source,
  inForce,
  from,
}: M012 & { readonly from: SourceOf }) {
  const about = (field: string, title: string, more: Partial<Explanation>): Explanation => ({
    title,
    ...more,
    source: from(`m012.${field}`),
  })
  return (
    <Lines
      label="Supply, in force and next"
      rows={[
        [
          'staked, in force',
          <Amount
            amount={staked}
            about={about('staked', 'Staked', { text: 'What is bonded with validators.' })}
          />,
        ],
        [
          'community pool, in force',
          <Coins
            coins={communityPool}
            about={about('communityPool', 'Community pool', { text: 'What governance can spend.' })}
          />,
        ],
        [
          'hard cap',
          <Amount
            amount={hardCap}
            about={about('hardCap', 'Hard cap', { text: 'The most REGEN that M012 would ever allow.' })}
          />,
        ],
        [
          'next week would mint',
          <Amount
            amount={next.minted}
            about={{
              title: 'What the next period would mint',
              formula: 'floor( r × ( C − S ) ), and 0 while S ≥ C',
              operands: [
                ['C, the cap', coinText(hardCap, 'uregen')],
                ['S, the supply', coinText(supply, 'uregen')],
                ['staked', coinText(staked, 'uregen')],
              ],
              source: `SPEC M012, Supply Algorithm; ${from('m012.next')}`,
            }}
          />,
        ],
        [
          'and burn',
          <Amount
            amount={next.burned}
            about={about('next', 'What the next period would burn', {
              formula: 'the burn pool of what the period would have paid',
            })}
          />,
        ],
        ...(inForce === null
          ? []
          : [
              [
                toldBy(source),
                `${inForce.phase.toLowerCase()}, period ${inForce.periods}; a supply of ${coinText(inForce.supply, 'uregen')}`,
              ] as const,
            ]),
        ...(capStatus === 'above'
          ? [
              [
                'until it is at the cap',
                <Explained
                  about={about('periodsToCap', 'Until it is at the cap', {
                    formula: 'ceil( ( S − C ) ÷ burn of a week )',
                    operands: [
                      ['S − C', coinText(excess, 'uregen')],
                      ['burn of a week', coinText(next.burned, 'uregen')],
                    ],
                  })}
                >
                  {periodsToCap === null
                    ? 'never, as no burn lowers it'
                    : `${periodsToCap} weeks at that burn`}
                </Explained>,
              ] as const,
            ]
          : []),
      ]}
    />
  )
}
