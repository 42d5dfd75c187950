/** @jsxImportSource preact */
import type { Network } from '../../../src/network/readNetwork.ts'
import { compareRatios, floor, formatRatio, type Ratio } from '../../../src/primitives/ratio.ts'
import { Address, Amount, coinText } from '../parts/amounts.tsx'
import { Explained } from '../parts/explain.tsx'
import { Lines } from '../parts/Table.tsx'
import { Mechanism, toldBy } from './Mechanism.tsx'
import type { SourceOf } from './sourceOf.ts'

const MOST = 20

/** The kinds of acts that count for an account. */
const kindsOf = (amounts: { readonly [kind: string]: Ratio }) =>
  Object.entries(amounts).filter(([, { num }]) => num > 0n)

/** Who contributed, and what they would earn. */
export function Contribution({ m015, from }: { readonly m015: Network['m015']; readonly from: SourceOf }) {
  const { inflow, governance, stability, activityPool, participants, unvalued, source, inForce } = m015
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
                ['governance', coinText(governance, 'uregen')],
                ['stability tier', stability === 'unknown' ? 'not known' : coinText(stability, 'uregen')],
              ],
              source: `SPEC M015, Reward Calculation; ${from('m015.activityPool')}`,
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
        <>
          {participants.length <= MOST ? null : (
            <p class="quiet">
              The {MOST} with the highest scores, of {participants.length}.
            </p>
          )}
          <Lines
            label="Who would earn what"
            rows={first.map(({ address, amounts, score, reward }) => [
              <>
                <Address of={address} />{' '}
                <Explained
                  kind="term"
                  about={{
                    title: 'Score',
                    formula: 'Σ over kinds of value × weight',
                    operands: kindsOf(amounts).map(([kind, amount]) => [
                      `value, ${kind}`,
                      formatRatio(amount),
                    ]),
                    source: `SPEC M015, Activity Scoring; ${from('m015.participants')}`,
                  }}
                >
                  score {coinText(floor(score), 'uregen').replace(' REGEN', '')}
                </Explained>
              </>,
              <Amount
                amount={reward}
                about={{
                  title: 'Would earn',
                  formula: 'floor( activity pool × score ÷ Σ scores ); the largest score takes what is left',
                  operands: [
                    ['activity pool', coinText(activityPool, 'uregen')],
                    ['score', formatRatio(score)],
                  ],
                  source: `SPEC M015, Reward Calculation; ${from('m015.participants')}`,
                }}
              />,
            ])}
          />
        </>
      )}
    </Mechanism>
  )
}
