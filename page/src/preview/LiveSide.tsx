/** @jsxImportSource preact */
import type { GasCost } from '../../../src/cli/preview/gasCost.ts'
import type { MessagePreview } from '../../../src/preview/feePreview.ts'
import { formatRatio } from '../../../src/primitives/ratio.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { Address, Amount, coinText, type Denoms } from '../parts/amounts.tsx'
import { type Line, Lines } from '../parts/Table.tsx'
import { Term } from '../parts/terms.tsx'
import { type LiveRow, liveRows } from './liveRows.ts'
import { numberOf } from './messageNumber.ts'
import type { Shown } from './shown.ts'

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
          <span class="big">{complete ? 'nothing' : 'not known'}</span>
          <span class="beside">{complete ? 'but gas' : 'what leaves, beside gas'}</span>
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
                  source: `the state of ${sanitize(preview.chainId)} at height ${preview.height}`,
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
      {complete ? null : (
        <p class="warn-line">At least that: what a message takes is not known, and more may leave.</p>
      )}
      <Lines
        label="What is paid today, line by line"
        rows={[
          ...rows.flatMap(({ message, rows }) =>
            linesOf(message, rows).map(
              (row, at): Line => [
                <>
                  {at > 0 ? null : <span class="number-of">{numberOf(message)}</span>}
                  {row === null ? withoutRows(message) : row.what}
                </>,
                row?.amount == null ? (
                  ''
                ) : (
                  <Amount amount={row.amount} denom={row.denom} denoms={denoms} about={row.about} />
                ),
                row?.sum ? 'sum' : undefined,
              ],
            ),
          ),
          gasLine(gas, denoms),
        ]}
      />
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

/** What is said of a message for which no line, or not every line, is known. */
const withoutRows = ({ runs, known, priced }: MessagePreview): string => {
  if (!runs) return 'only if the vote passes'
  if (!known) return 'not known'
  return priced ? 'nothing but gas' : 'price or fee not known'
}

/** The lines of a message; null stands for what is not among them. */
const linesOf = ({ priced, purchases }: MessagePreview, rows: readonly LiveRow[]) =>
  rows.length === 0 || (!priced && purchases.every(({ debit }) => debit !== null)) ? [...rows, null] : rows

const gasLine = ({ basis, limit, price, fee, denom }: GasCost, denoms: Denoms): Line => [
  <>
    <Term name="gas" /> {limit === null ? '' : `${limit} units, `}
    {BASIS[basis]}
  </>,
  fee === null || denom === null ? (
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
            ['price of one unit', price === null ? 'not known' : `${formatRatio(price)} ${sanitize(denom)}`],
          ],
          source:
            basis === 'typical'
              ? 'what such messages used on a v7.0.0 node when they were measured'
              : 'the transaction itself',
        }}
      />
    </>
  ),
  'gas',
]
