/** @jsxImportSource preact */
import { plain } from '../../../src/primitives/plain.ts'
import { formatSixDecimals } from '../../../src/primitives/sixDecimals.ts'
import { Address, Amount, CreditsAmount, coinText } from '../parts/amounts.tsx'
import type { Explanation } from '../parts/explain.tsx'
import type { Shown } from './shown.ts'

/** What each account has before and after, coin by coin and batch by batch. */
export function Balances({ shown: { coins, credits, snapshot, gas } }: { readonly shown: Shown }) {
  const source = `the state of ${plain(snapshot.chainId)} at height ${snapshot.height}`
  if (coins.length === 0 && credits.length === 0) return null
  const denoms = snapshot.settings.allowedDenoms
  return (
    <section class="card" aria-labelledby="balances-title">
      <h3 id="balances-title">Before and after</h3>
      <div class="scroll" role="region" aria-label="Balances before and after" tabIndex={0}>
        <table class="grid tight stacks">
          <thead>
            <tr>
              <th scope="col">account</th>
              <th scope="col" class="right">
                before
              </th>
              <th scope="col" class="right">
                change
              </th>
              <th scope="col" class="right">
                after
              </th>
            </tr>
          </thead>
          <tbody>
            {coins.map(({ account, denom, before, change, after }) => (
              <tr key={`${account} ${denom}`}>
                <th scope="row">
                  <Address of={account} />
                </th>
                <td class="right" data-label="before">
                  {before === null ? (
                    'not known'
                  ) : (
                    <Amount amount={before} {...{ denom, denoms }} about={beforeOf(source)} />
                  )}
                </td>
                <td class={`right ${change < 0n ? 'less' : 'more'}`} data-label="change">
                  <Amount amount={change} signed {...{ denom, denoms }} about={changeOf(source)} />
                </td>
                <td class="right" data-label="after">
                  {before === null || after === null ? (
                    'not known'
                  ) : (
                    <Amount
                      amount={after}
                      {...{ denom, denoms }}
                      about={afterOf(
                        source,
                        coinText(before, denom, denoms),
                        coinText(change, denom, denoms),
                      )}
                    />
                  )}
                </td>
              </tr>
            ))}
            {credits.map(({ account, batchDenom, state, before, change, after }) => (
              <tr key={`${account} ${batchDenom} ${state}`}>
                <th scope="row">
                  <Address of={account} />
                  <span class="quiet block">
                    {plain(batchDenom)}, {state === 'escrowed' ? 'on sale' : plain(state)}
                  </span>
                </th>
                <td class="right" data-label="before">
                  {before === null ? 'not known' : <CreditsAmount amount={before} about={beforeOf(source)} />}
                </td>
                <td class={`right ${change < 0n ? 'less' : 'more'}`} data-label="change">
                  <CreditsAmount amount={change} signed about={changeOf(source)} />
                </td>
                <td class="right" data-label="after">
                  {before === null || after === null ? (
                    'not known'
                  ) : (
                    <CreditsAmount
                      amount={after}
                      about={afterOf(source, creditsText(before), creditsText(change))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
