/** @jsxImportSource preact */
import type { Network } from '../../../src/network/readNetwork.ts'
import { Amount, coinsText, coinText } from '../parts/amounts.tsx'
import { Chart } from '../parts/Chart.tsx'
import type { Explanation } from '../parts/explain.tsx'
import { Lines } from '../parts/Table.tsx'
import { Term } from '../parts/terms.tsx'
import { Mechanism, toldBy } from './Mechanism.tsx'
import type { ShownNetwork } from './readShown.ts'

/** The supply against the cap, and its path under the policy. */
export function Supply({
  m012,
  path,
}: {
  readonly m012: Network['m012']
  readonly path: ShownNetwork['path']
}) {
  const {
    supply,
    staked,
    communityPool,
    hardCap,
    capStatus,
    headroom,
    excess,
    next,
    periodsToCap,
    source,
    inForce,
  } = m012
  const proposed = inForce === null ? 'proposed ' : ''
  const supplies = (path ?? []).map(amount => Number(amount) / 1e6)
  const about = (title: string, text: string): Explanation => ({
    title,
    text,
    source: 'the bank of the chain',
  })
  return (
    <Mechanism name="M012" title="supply" {...m012}>
      <p class="headline">
        <span class="big">
          <Amount
            amount={supply}
            about={about('Supply', 'All uregen that the bank of the chain knows, in force.')}
          />
        </span>
        <span class="beside">
          in force;{' '}
          {capStatus === 'above' ? (
            <>
              <Amount amount={excess} /> above the {proposed}
              <Term name="hard cap" />
            </>
          ) : (
            <>
              <Amount amount={headroom} /> below the {proposed}
              <Term name="hard cap" />
            </>
          )}
        </span>
      </p>
      {path === null ? (
        <p class="quiet">This policy lets no period run from here: it refuses a supply above the cap.</p>
      ) : (
        <>
          <Chart
            label={`The supply over five years if every week burned ${coinText(next.burned, 'uregen')}, beside the cap`}
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
      )}
      <Lines
        label="Supply, in force and next"
        rows={[
          ['staked, in force', <Amount amount={staked} />],
          ['community pool, in force', coinsText(communityPool)],
          ['hard cap', <Amount amount={hardCap} />],
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
                source: 'SPEC M012, Supply Algorithm',
              }}
            />,
          ],
          ['and burn', <Amount amount={next.burned} />],
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
                  periodsToCap === null ? 'never, without a burn' : `${periodsToCap} weeks at that burn`,
                ] as const,
              ]
            : []),
        ]}
      />
    </Mechanism>
  )
}
