/** @jsxImportSource preact */
import type { Network } from '../../../src/network/readNetwork.ts'
import { plain } from '../../../src/primitives/plain.ts'
import { compareRatios, type Ratio, ratio } from '../../../src/primitives/ratio.ts'
import { Address, Amount, coinText, percent } from '../parts/amounts.tsx'
import { Lines, Table } from '../parts/Table.tsx'
import { Mechanism, toldBy } from './Mechanism.tsx'

const share = (value: Ratio | null | undefined): string => (value ? percent(value) : 'not measured')

/** The bonded validators: how many, of which kinds, how reliable, and what they would be paid. */
export function Validators({ m014 }: { readonly m014: Network['m014'] }) {
  const { validators, size, byzantineTolerance, composition, fund, source, inForce } = m014
  const byStake = validators.toSorted((a, b) => compareRatios(ratio(b.tokens), ratio(a.tokens)))
  return (
    <Mechanism name="M014" title="validators" {...m014}>
      <p class="headline">
        <span class="big">{size.bonded}</span>
        <span class="beside">
          bonded, in force; M014 asks for {size.min} to {size.max}
          {size.holds ? '' : ': not met'}. {byzantineTolerance} may fail.
        </span>
      </p>
      <Lines
        label="The set of validators"
        rows={[
          [
            'composition',
            composition === 'unknown'
              ? 'unknown: categories are not on chain'
              : Object.entries(composition)
                  .map(([category, count]) => `${category.replaceAll('_', ' ')} ${count}`)
                  .join(', '),
          ],
          ['fund that would pay them', <Amount amount={fund} />],
          ...(inForce === null
            ? []
            : [
                [
                  toldBy(source),
                  `${inForce.active} active, ${inForce.validators.length} known; a fund of ${coinText(inForce.fund, 'uregen')}`,
                ] as const,
              ]),
        ]}
      />
      <Table
        label="Validators"
        columns={[
          { name: 'validator' },
          { name: 'staked', right: true },
          { name: 'uptime', right: true },
          { name: 'would be paid', right: true },
        ]}
        rows={byStake.map(({ operator, moniker, tokens, metrics, pay, jailed, belowMinUptime }) => ({
          key: operator,
          head: (
            <>
              {plain(moniker) || <Address of={operator} />}
              {jailed ? <span class="tag">jailed</span> : null}
              {belowMinUptime ? <span class="tag">below the least uptime</span> : null}
            </>
          ),
          cells: [
            <Amount amount={tokens} />,
            share(metrics['uptime']),
            pay === null ? '' : <Amount amount={pay.pay} />,
          ],
        }))}
      />
    </Mechanism>
  )
}
