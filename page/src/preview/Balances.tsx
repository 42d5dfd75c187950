/** @jsxImportSource preact */
import { formatCredits } from '../../../src/primitives/credits.ts'
import { plain } from '../../../src/primitives/plain.ts'
import { Address, Amount } from '../parts/amounts.tsx'
import type { Shown } from './shown.ts'

/** What each account has before and after, coin by coin and batch by batch. */
export function Balances({ shown: { coins, credits, snapshot, gas } }: { readonly shown: Shown }) {
  if (coins.length === 0 && credits.length === 0) return null
  const denoms = snapshot.settings.allowedDenoms
  return (
    <section class="card" aria-labelledby="balances-title">
      <h3 id="balances-title">Before and after</h3>
      <div class="scroll" role="region" aria-label="Balances before and after" tabIndex={0}>
        <table class="grid stacks">
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
                  {before === null ? 'not known' : <Amount amount={before} {...{ denom, denoms }} />}
                </td>
                <td class={`right ${change < 0n ? 'less' : 'more'}`} data-label="change">
                  <Amount amount={change} signed {...{ denom, denoms }} />
                </td>
                <td class="right" data-label="after">
                  {after === null ? 'not known' : <Amount amount={after} {...{ denom, denoms }} />}
                </td>
              </tr>
            ))}
            {credits.map(({ account, batchDenom, state, before, change, after }) => (
              <tr key={`${account} ${batchDenom} ${state}`}>
                <th scope="row">
                  <Address of={account} />
                  <span class="quiet block">
                    {plain(batchDenom)}, {state === 'escrowed' ? 'on sale' : state}
                  </span>
                </th>
                <td class="right" data-label="before">
                  {creditsText(before)}
                </td>
                <td class={`right ${change < 0n ? 'less' : 'more'}`} data-label="change">
                  {change > 0n ? '+' : '−'}
                  {creditsText(change < 0n ? -change : change)}
                </td>
                <td class="right" data-label="after">
                  {creditsText(after)}
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

const creditsText = (amount: bigint | null): string =>
  amount === null
    ? 'not known'
    : amount < 0n
      ? `−${formatCredits(-amount as Parameters<typeof formatCredits>[0])} credits`
      : `${formatCredits(amount as Parameters<typeof formatCredits>[0])} credits`
