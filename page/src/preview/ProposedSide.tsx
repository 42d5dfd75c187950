/** @jsxImportSource preact */
import type { MessagePreview } from '../../../src/preview/feePreview.ts'
import { floor, formatRatio } from '../../../src/primitives/ratio.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { Amount, coinText, percent } from '../parts/amounts.tsx'
import { PoolsBar } from '../parts/PoolsBar.tsx'
import { type Line, Lines } from '../parts/Table.tsx'
import { Term } from '../parts/terms.tsx'
import { txTypeInWords } from '../parts/txTypes.ts'
import { numberOf } from './messageNumber.ts'
import type { Shown } from './shown.ts'
import { Worth } from './Worth.tsx'

/** Not in force: what M013 would charge, and where it would go. */
export function ProposedSide({ shown: { preview } }: { readonly shown: Shown }) {
  const { status, source, inDebits, total, atLeast, pools, gas, marketplaceFees } = preview.proposed
  const isInForce = status === 'in-force'
  return (
    <section class={`side ${isInForce ? 'live' : 'proposed'}`} aria-labelledby="proposed-title">
      <header>
        <h3 id="proposed-title">
          <Term name="proposed">{isInForce ? 'M013' : 'Proposed'}</Term>
        </h3>
        <p class="state">
          <Term name="M013" />
          {isInForce ? `, in force by ${sanitize(source)}` : ', not in force'}
        </p>
      </header>
      <p class="headline" data-proposed={`${total ?? atLeast}uregen`}>
        <span class="big">
          {total === null ? <span class="at-least">at least </span> : null}
          <Amount
            amount={total ?? atLeast}
            about={{
              title: total === null ? 'The least the fee can be' : 'The fee',
              formula: 'sum of the messages’ fees;  each: max( floor( value × rate ), minimum )',
              operands: preview.messages.map(message => [
                numberOf(message),
                message.proposed.fee === null
                  ? `at least ${coinText(message.proposed.atLeast, 'uregen')}`
                  : coinText(message.proposed.fee, 'uregen'),
              ]),
              source: `SPEC M013, Fee Schedule; policy ${preview.policyHash.slice(0, 12)}`,
            }}
          />
        </span>
        <span class="beside">
          {gas === 'charged' ? 'beside gas' : 'and no gas'};{' '}
          {inDebits ? 'part of what leaves the accounts' : 'never added to the live side'}
        </span>
      </p>
      {marketplaceFees === 'included' ? (
        <p class="quiet">Today’s buyer and seller fees would be part of it.</p>
      ) : null}
      <PoolsBar pools={pools} label="Where the fee would go" />
      <Lines label="What would be charged, line by line" rows={preview.messages.flatMap(proposedLines)} />
    </section>
  )
}

function proposedLines(message: MessagePreview): readonly Line[] {
  const { parts, fee, atLeast, minFeeApplied } = message.proposed
  const number = numberOf(message)
  if (parts.length === 0)
    return [
      [
        <>
          <span class="number-of">{number}</span>
          {fee === null ? 'not known' : 'nothing'}
        </>,
        '',
      ],
    ]
  return parts.map((part, at) => [
    <>
      {at === 0 ? <span class="number-of">{number}</span> : null}
      {txTypeInWords(part.txType)}
      {part.valuation.classId === null ? '' : ` of ${sanitize(part.valuation.classId)}`}, {percent(part.rate)}{' '}
      of <Worth part={part} />
    </>,
    at > 0 ? (
      ''
    ) : (
      <>
        {fee === null ? 'at least ' : ''}
        <Amount
          amount={fee ?? atLeast}
          about={{
            title: `Fee of message ${number}`,
            formula: 'max( Σ floor( value × rate ), minimum )',
            operands: [
              ...parts.map(({ txType, value, rate }): readonly [string, string] => [
                `${txTypeInWords(txType)}: value × rate`,
                `${value === null ? 'not known' : coinText(floor(value), 'uregen')} × ${formatRatio(rate)}`,
              ]),
              ['the minimum counts', minFeeApplied ? 'yes' : 'no'],
            ],
            source: 'SPEC M013, Fee Value Calculation',
          }}
        />
        {minFeeApplied ? <span class="quiet"> (the minimum)</span> : null}
      </>
    ),
  ])
}
