/** @jsxImportSource preact */
import type { Network } from '../../../src/network/readNetwork.ts'
import { compareRatios, type Ratio, ratio } from '../../../src/primitives/ratio.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { Address, Amount, coinText, percent } from '../parts/amounts.tsx'
import { Explained } from '../parts/explain.tsx'
import { Lines, Table } from '../parts/Table.tsx'
import { Mechanism, toldBy } from './Mechanism.tsx'
import type { SourceOf } from './sourceOf.ts'

const share = (value: Ratio | null | undefined): string => (value ? percent(value) : 'not measured')

/** The bonded validators: how many, of which kinds, how reliable, and what they would be paid. */
export function Validators({ m014, from }: { readonly m014: Network['m014']; readonly from: SourceOf }) {
  const { validators, size, byzantineTolerance, composition, fund, fundFrom, source, inForce } = m014
  return (
    <Mechanism name="M014" title="validators" {...m014}>
      <p class="headline">
        <span class="big">
          <Explained
            about={{
              title: 'Bonded validators',
              text: 'Those who sign blocks now. With equal power fewer than a third of them may fail.',
              operands: [
                ['M014 asks for', `${size.min} to ${size.max}`],
                ['may fail', `${byzantineTolerance}`],
              ],
              source: from('m014.size'),
            }}
          >
            {size.bonded}
          </Explained>
        </span>
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
          [
            'fund that would pay them',
            <Amount
              amount={fund}
              about={{
                title: 'The fund',
                formula:
                  fundFrom === 'stated'
                    ? 'as stated'
                    : 'the validator pool of what the period would have paid',
                source: from('m014.fund'),
              }}
            />,
          ],
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
      <People validators={validators} from={from} />
    </Mechanism>
  )
}

/** Each validator by stake: its uptime, and what it would be paid. */
function People({ validators, from }: Pick<Network['m014'], 'validators'> & { readonly from: SourceOf }) {
  const byStake = validators.toSorted((a, b) => compareRatios(ratio(b.tokens), ratio(a.tokens)))
  return (
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
            {sanitize(moniker) || <Address of={operator} />}
            {jailed ? <span class="tag">jailed</span> : null}
            {belowMinUptime ? <span class="tag">below the least uptime</span> : null}
          </>
        ),
        cells: [
          <Amount
            amount={tokens}
            about={{
              title: 'Staked',
              text: 'What is staked with this validator.',
              source: from('m014.validators.tokens'),
            }}
          />,
          <Explained
            about={{
              title: 'Uptime',
              formula: 'blocks signed ÷ blocks of the window',
              text: 'The blocks are those that the chain itself counts for slashing.',
              source: from('m014.validators.metrics'),
            }}
          >
            {share(metrics['uptime'])}
          </Explained>,
          pay === null ? (
            ''
          ) : (
            <Amount
              amount={pay.pay}
              about={{
                title: 'Would be paid',
                formula: 'base + bonus',
                operands: [
                  ['base', coinText(pay.base, 'uregen')],
                  ['bonus', coinText(pay.bonus, 'uregen')],
                  ['of it, kept to the end of the quarter', coinText(pay.escrowed, 'uregen')],
                ],
                source: `SPEC M014, Compensation Model; ${from('m014.validators.pay')}`,
              }}
            />
          ),
        ],
      }))}
    />
  )
}
