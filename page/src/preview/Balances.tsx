/** @jsxImportSource preact */
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { formatSixDecimals } from '../../../src/primitives/sixDecimals.ts'
import { Address, Amount, CreditsAmount, coinText } from '../parts/amounts.tsx'
import type { Explanation } from '../parts/explain.tsx'
import { Table } from '../parts/Table.tsx'
import type { Shown } from './shown.ts'

/** What each account has before and after, coin by coin and batch by batch. */
export function Balances({ shown: { coins, credits, snapshot, gas } }: { readonly shown: Shown }) {
  const source = `the state of ${sanitize(snapshot.chainId)} at height ${snapshot.height}`
  if (coins.length === 0 && credits.length === 0) return null
  const denoms = snapshot.settings.allowedDenoms
  return (
    <section class="card" aria-labelledby="balances-title">
      <h3 id="balances-title">Before and after</h3>
      <Table
        label="Balances before and after"
        tight
        columns={[{ name: 'account' }, ...['before', 'change', 'after'].map(name => ({ name, right: true }))]}
        rows={[
          ...coins.map(({ account, denom, before, change, after }) => ({
            key: `${account} ${denom}`,
            head: <Address of={account} />,
            cells: [
              before === null ? (
                'not known'
              ) : (
                <Amount amount={before} {...{ denom, denoms }} about={beforeOf(source)} />
              ),
              <span class={change < 0n ? 'less' : 'more'}>
                <Amount amount={change} signed {...{ denom, denoms }} about={changeOf(source)} />
              </span>,
              before === null || after === null ? (
                'not known'
              ) : (
                <Amount
                  amount={after}
                  {...{ denom, denoms }}
                  about={afterOf(source, coinText(before, denom, denoms), coinText(change, denom, denoms))}
                />
              ),
            ],
          })),
          ...credits.map(({ account, batchDenom, state, before, change, after }) => ({
            key: `${account} ${batchDenom} ${state}`,
            head: (
              <>
                <Address of={account} />
                <span class="quiet block">
                  {sanitize(batchDenom)}, {state === 'escrowed' ? 'on sale' : sanitize(state)}
                </span>
              </>
            ),
            cells: [
              before === null ? 'not known' : <CreditsAmount amount={before} about={beforeOf(source)} />,
              <span class={change < 0n ? 'less' : 'more'}>
                <CreditsAmount amount={change} signed about={changeOf(source)} />
              </span>,
              before === null || after === null ? (
                'not known'
              ) : (
                <CreditsAmount
                  amount={after}
                  about={afterOf(source, creditsText(before), creditsText(change))}
                />
              ),
            ],
          })),
        ]}
      />
      {gas.basis === 'typical' ? <p class="quiet">Without gas, which is only typical here.</p> : null}
    </section>
  )
}

const beforeOf = (source: string): Explanation => ({
  title: 'Before',
  text: 'What the account holds in the state that was read.',
  source,
})

const changeOf = (source: string): Explanation => ({
  title: 'Change',
  text: 'What all messages together move, and gas where its amount is known.',
  formula: 'Σ what comes − Σ what leaves',
  source: `the messages, run on ${source}`,
})

const afterOf = (source: string, before: string, change: string): Explanation => ({
  title: 'After',
  formula: 'before + change',
  operands: [
    ['before', before],
    ['change', change],
  ],
  source: `the messages, run on ${source}`,
})

const creditsText = (amount: bigint): string =>
  `${amount < 0n ? '-' : ''}${formatSixDecimals(amount < 0n ? -amount : amount)} credits`
