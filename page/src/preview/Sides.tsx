/** @jsxImportSource preact */
import type { GasCost } from '../../../src/cli/io/gasCost.ts'
import type { MessagePreview } from '../../../src/preview/feePreview.ts'
import type { ProposedPart } from '../../../src/preview/proposed/proposedFees.ts'
import { plain } from '../../../src/primitives/plain.ts'
import { floor, formatRatio } from '../../../src/primitives/ratio.ts'
import { Address, Amount, coinText, type Denoms, percent } from '../parts/amounts.tsx'
import { Explained } from '../parts/explain.tsx'
import { PoolsBar } from '../parts/PoolsBar.tsx'
import { Term } from '../parts/terms.tsx'
import { liveRows } from './liveRows.ts'
import type { Shown } from './shown.ts'

/** Which message, as people count: '2', or inside it '2.1'. */
export const numberOf = ({ index, path }: Pick<MessagePreview, 'index' | 'path'>): string =>
  [index + 1, ...path.map(inner => inner + 1)].join('.')

/** In force today: what each account pays, and of what it is made. */
export function LiveSide({ shown: { preview, snapshot, gas } }: { readonly shown: Shown }) {
  const { debits, complete } = preview.live
  const denoms = snapshot.settings.allowedDenoms
  const isIn = gas.basis !== 'typical' && gas.basis !== 'unknown'
  const rows = preview.messages.map(message => ({ message, rows: liveRows(message, snapshot) }))
  const isOnlyGas = debits.length === 0
  return (
    <section class="side live" aria-labelledby="live-title">
      <header>
        <h3 id="live-title">
          <Term name="live">Live</Term>
        </h3>
        <p class="state">in force today</p>
      </header>
      {isOnlyGas ? (
        <p class="headline">
          <span class="big">nothing</span>
          <span class="beside">but gas</span>
        </p>
      ) : (
        debits.map(({ account, denom, amount }) => (
          <p key={`${account} ${denom}`} class="headline" data-debit={`${account} ${amount}${denom}`}>
            <span class="big">
              <Amount
                amount={amount}
                denom={denom}
                denoms={denoms}
                about={{
                  title: 'What leaves the account',
                  formula: `sum over all messages${isIn ? ', and gas' : ''}`,
                  operands: rows.flatMap(({ message, rows }) =>
                    rows
                      .filter(({ sum, denom: of }) => of === denom && (sum || message.purchases.length === 0))
                      .map(({ what, amount }) => [
                        `${numberOf(message)} ${what}`,
                        amount === null ? 'not known' : coinText(amount, denom, denoms),
                      ]),
                  ),
                  source: `the state of ${plain(preview.chainId)} at height ${preview.height}`,
                }}
              />
            </span>
            <span class="beside">
              leave <Address of={account} />
              {isIn ? ', gas included' : ''}
            </span>
          </p>
        ))
      )}
      {complete ? null : <p class="warn-line">At least that: a message is not known, and more may leave.</p>}
      <table class="lines">
        <caption class="visually-hidden">What is paid today, line by line</caption>
        <tbody>
          {rows.flatMap(({ message, rows }) =>
            (rows.length > 0 ? rows : [null]).map((row, at) => (
              <tr key={`${numberOf(message)} ${at}`} class={row?.sum ? 'sum' : undefined}>
                <th scope="row">
                  {rows.length > 0 && at > 0 ? null : <span class="number-of">{numberOf(message)}</span>}
                  {row === null
                    ? message.runs
                      ? message.known
                        ? 'nothing but gas'
                        : 'not known'
                      : 'only if the vote passes'
                    : row.what}
                </th>
                <td>
                  {row?.amount == null ? (
                    ''
                  ) : (
                    <Amount amount={row.amount} denom={row.denom} denoms={denoms} about={row.about} />
                  )}
                </td>
              </tr>
            )),
          )}
          <GasRow gas={gas} denoms={denoms} />
        </tbody>
      </table>
    </section>
  )
}

const BASIS: { readonly [basis in GasCost['basis']]: string } = {
  given: 'as given',
  transaction: 'as the transaction offers',
  estimated: 'as the node estimates',
  typical: 'typical; a wallet asks the node',
  unknown: 'not known',
}

function GasRow({ gas, denoms }: { readonly gas: GasCost; readonly denoms: Denoms }) {
  const { basis, limit, price, fee, denom } = gas
  return (
    <tr class="gas">
      <th scope="row">
        <Term name="gas" /> {limit === null ? '' : `${limit} units, `}
        {BASIS[basis]}
      </th>
      <td>
        {fee === null || denom === null ? (
          'not known'
        ) : (
          <>
            {basis === 'typical' ? 'about ' : ''}
            <Amount
              amount={fee}
              denom={denom}
              denoms={denoms}
              about={{
                title: 'Gas fee',
                formula: 'ceil( limit × price )',
                operands: [
                  ['limit', `${limit}`],
                  [
                    'price of one unit',
                    price === null ? 'not known' : `${formatRatio(price)} ${plain(denom)}`,
                  ],
                ],
                source:
                  basis === 'typical'
                    ? 'what such messages used on a v7.0.0 node when they were measured'
                    : 'the transaction itself',
              }}
            />
          </>
        )}
      </td>
    </tr>
  )
}

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
          {isInForce ? `, in force by ${plain(source)}` : ', not in force'}
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
      <table class="lines">
        <caption class="visually-hidden">What would be charged, line by line</caption>
        <tbody>{preview.messages.flatMap(message => proposedRows(message))}</tbody>
      </table>
    </section>
  )
}

const TYPES: { readonly [type: string]: string } = {
  CreditIssuance: 'issuance',
  CreditTransfer: 'transfer',
  CreditRetirement: 'retirement',
  MarketplaceTrade: 'trade',
}

function proposedRows(message: MessagePreview) {
  const { parts, fee, atLeast, minFeeApplied } = message.proposed
  const number = numberOf(message)
  if (parts.length === 0)
    return [
      <tr key={number}>
        <th scope="row">
          <span class="number-of">{number}</span>
          {fee === null ? 'not known' : 'nothing'}
        </th>
        <td />
      </tr>,
    ]
  return parts.map((part, at) => (
    <tr key={`${number} ${at}`}>
      <th scope="row">
        {at === 0 ? <span class="number-of">{number}</span> : null}
        {TYPES[part.txType] ?? part.txType}
        {part.valuation.classId === null ? '' : ` of ${plain(part.valuation.classId)}`}, {percent(part.rate)}{' '}
        of <Value part={part} />
      </th>
      <td>
        {at > 0 ? null : (
          <>
            {fee === null ? 'at least ' : ''}
            <Amount
              amount={fee ?? atLeast}
              about={{
                title: `Fee of message ${number}`,
                formula: 'max( Σ floor( value × rate ), minimum )',
                operands: [
                  ...parts.map(({ txType, value, rate }): readonly [string, string] => [
                    `${TYPES[txType] ?? txType}: value × rate`,
                    `${value === null ? 'not known' : coinText(floor(value), 'uregen')} × ${formatRatio(rate)}`,
                  ]),
                  ['the minimum counts', minFeeApplied ? 'yes' : 'no'],
                ],
                source: 'SPEC M013, Fee Value Calculation',
              }}
            />
            {minFeeApplied ? <span class="quiet"> (the minimum)</span> : null}
          </>
        )}
      </td>
    </tr>
  ))
}

const SOURCES: { readonly [source: string]: string } = {
  order: 'ask × quantity of the order',
  explicit: 'the price you stated',
  'twap-7d': 'average of the trades of seven days',
  'last-trade': 'the last trade',
  'lowest-ask': 'the lowest ask; nobody has paid it yet',
  'governance-reference': 'a reference price of governance',
  external: 'a price from elsewhere',
}

/** What a charge is worth, and by which price. */
function Value({ part: { value, valuation } }: { readonly part: ProposedPart }) {
  const { source, price, denom, samples, age, rate } = valuation
  if (value === null) return <span class="quiet">a value that is not known</span>
  return (
    <Explained
      about={{
        title: 'What it is worth',
        formula: source === 'order' ? 'ask × quantity' : 'credits × price of the class',
        operands: [
          ['price of a credit', price === null ? 'not known' : `${formatRatio(price)} ${plain(denom ?? '')}`],
          ['price from', source === null ? 'nowhere' : (SOURCES[source] ?? source)],
          ...(source === 'order' || source === 'explicit'
            ? []
            : ([
                ['samples', `${samples}`],
                ['age', age === null ? 'now' : `${age / 86_400n} days`],
              ] as const)),
          ...(rate === null || denom === 'uregen' ? [] : ([['rate', formatRatio(rate)]] as const)),
        ],
        source: 'the state of the chain; OQ-M013-2',
      }}
    >
      {coinText(floor(value), 'uregen')}
    </Explained>
  )
}
