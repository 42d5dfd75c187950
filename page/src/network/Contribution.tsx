/** @jsxImportSource preact */
import type { Network } from '../../../src/network/readNetwork.ts'
import { compareRatios, floor } from '../../../src/primitives/ratio.ts'
import { Address, Amount, coinText } from '../parts/amounts.tsx'
import { Lines } from '../parts/Table.tsx'
import { Mechanism, toldBy } from './Mechanism.tsx'

const MOST = 20

/** Who contributed, and what they would earn. */
export function Contribution({ m015 }: { readonly m015: Network['m015'] }) {
  const { inflow, stability, activityPool, participants, unvalued, source, inForce } = m015
  const first = participants.toSorted((a, b) => compareRatios(b.score, a.score)).slice(0, MOST)
  return (
    <Mechanism name="M015" title="contribution" {...m015}>
      <p class="headline">
        <span class="big">
          <Amount
            amount={activityPool}
            about={{
              title: 'The activity pool',
              formula: 'inflow − stability tier − governance',
              operands: [
                ['inflow', coinText(inflow, 'uregen')],
                ['stability tier', stability === 'unknown' ? 'not known' : coinText(stability, 'uregen')],
              ],
              source: 'SPEC M015, Reward Calculation',
            }}
          />
        </span>
        <span class="beside">would be shared by {participants.length} accounts</span>
      </p>
      {inForce === null ? null : (
        <Lines
          label="M015 as it is in force"
          rows={[
            [
              toldBy(source),
              `${inForce.phase.toLowerCase()}, period ${inForce.currentPeriod}${
                inForce.lastDistribution === null
                  ? ''
                  : `; last distributed ${coinText(inForce.lastDistribution.activityPool, 'uregen')}`
              }`,
            ],
          ]}
        />
      )}
      {unvalued > 0 ? (
        <p class="quiet">{unvalued} acts could not be valued: they earn nothing here.</p>
      ) : null}
      {first.length === 0 ? (
        <p class="quiet">Nobody did anything that earns a score in the period.</p>
      ) : (
        <Lines
          label="Who would earn what"
          rows={first.map(({ address, score, reward }) => [
            <>
              <Address of={address} />{' '}
              <span class="quiet">score {coinText(floor(score), 'uregen').replace(' REGEN', '')}</span>
            </>,
            <Amount amount={reward} />,
          ])}
        />
      )}
    </Mechanism>
  )
}
