/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { projectSupply } from '../../../src/cli/commands/projectSupply.ts'
import type { MechanismSource } from '../../../src/network/mechanismSources.ts'
import type { Network } from '../../../src/network/readNetwork.ts'
import { DEFAULT_POLICY } from '../../../src/policy/policy.ts'
import type { Coin } from '../../../src/primitives/coin.ts'
import { plain } from '../../../src/primitives/plain.ts'
import { compareRatios, floor, type Ratio, ratio } from '../../../src/primitives/ratio.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import type { ViewProps } from '../App.tsx'
import { askNode } from '../ledger/node.ts'
import { useAsync } from '../ledger/useAsync.ts'
import { Address, Amount, coinText, percent } from '../parts/amounts.tsx'
import { Chart } from '../parts/Chart.tsx'
import type { Explanation } from '../parts/explain.tsx'
import { Moment } from '../parts/moment.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { PoolsBar } from '../parts/PoolsBar.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { Term, type TermName } from '../parts/terms.tsx'
import { alertsOf } from './alerts.ts'

const DAY = 86_400n

/** The network in the terms of M012 to M015: what is in force and what is proposed, at one height. */
export function NetworkView({ source, navigation: { route, stay } }: ViewProps) {
  const days = /^[1-9]\d?$/.test(route.state['days'] ?? '') ? BigInt(route.state['days'] ?? '7') : 7n
  const { value, loading, failure, retry } = useAsync<Network>(
    JSON.stringify([source, `${days}`]),
    async signal =>
      source.kind === 'bundled'
        ? (await import('virtual:recorded-network')).network
        : askNode('network', [source.url, DEFAULT_POLICY, days * DAY], { signal }),
  )
  return (
    <>
      <div class="view-head">
        <div>
          <h1>How is the network?</h1>
          <p class="lead">
            What the four mechanisms of the reboot look at. What the chain has is{' '}
            <Term name="live">in force</Term>; everything else is <Term name="proposed" />, computed under the
            default <Term name="policy" />.
          </p>
        </div>
        <ShareButton />
      </div>
      {source.kind === 'bundled' ? null : (
        <p class="row">
          <label>
            Look back
            <select
              value={`${days}`}
              onChange={event => stay({ ...route.state, days: event.currentTarget.value })}
            >
              {[1, 7, 14, 28].map(count => (
                <option key={count} value={`${count}`}>
                  {count === 1 ? 'one day' : `${count} days`}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {failure === null ? null : <FailureNotice failure={failure} onRetry={retry} />}
      {loading && source.kind === 'node' ? (
        <Notice tone="busy" title="Reading the network …">
          <p>
            Supply, validators, and every trade and vote of the period. That can take minutes on a public
            node.
          </p>
        </Notice>
      ) : null}
      {value === null || failure !== null ? null : <Whole network={value} isOld={loading} />}
    </>
  )
}

function Whole({ network, isOld }: { readonly network: Network; readonly isOld: boolean }) {
  const { chainId, height, time, period, m012, m013, m014, m015 } = network
  const alerts = alertsOf(network)
  return (
    <div class={`stack${isOld ? ' old' : ''}`}>
      <ul class="glance">
        {(
          [
            ['M012', 'supply', m012],
            ['M013', 'fees', m013],
            ['M014', 'validators', m014],
            ['M015', 'contribution', m015],
          ] as const
        ).map(([name, what, { status }]) => (
          <li key={name} class={status === 'in-force' ? 'live' : 'proposed'}>
            <Term name={name} /> {what}
            <strong>{status === 'in-force' ? 'in force' : 'proposed, not in force'}</strong>
          </li>
        ))}
      </ul>
      {alerts.length === 0 ? null : (
        <section class="card" aria-labelledby="alerts-title">
          <h2 id="alerts-title">What somebody should look at</h2>
          <ul class="remarks">
            {alerts.map(alert => (
              <li key={alert}>{alert}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="columns even">
        <Supply m012={m012} />
        <Fees m013={m013} />
        <Validators m014={m014} />
        <Contribution m015={m015} />
      </div>
      <p class="quiet place">
        {plain(chainId)} at height {`${height}`}, <Moment at={time} />. The period looked at:{' '}
        <Moment at={period.from} /> to <Moment at={period.to} />
        {period.complete
          ? ''
          : '; the node has thrown earlier blocks of it away, so that its numbers are lower bounds'}
        .
      </p>
    </div>
  )
}

/** One mechanism: its name, whether it is in force, and by what. */
function Mechanism({
  name,
  title,
  status,
  source,
  children,
}: {
  readonly name: TermName
  readonly title: string
  readonly status: 'in-force' | 'proposed'
  readonly source: MechanismSource
  readonly children: ComponentChildren
}) {
  return (
    <section class={`side ${status === 'in-force' ? 'live' : 'proposed'}`} aria-labelledby={`title-${name}`}>
      <header>
        <h2 id={`title-${name}`}>
          <Term name={name} /> {title}
        </h2>
        <p class="state">
          {status === 'proposed'
            ? 'proposed, not in force'
            : `in force, by ${source.kind === 'contract' ? `contract ${plain(source.address)}` : source.kind === 'module' ? plain(source.path) : 'policy'}`}
        </p>
      </header>
      {children}
    </section>
  )
}

function Rows({ rows }: { readonly rows: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <table class="lines">
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const coinsText = (coins: readonly Coin[]): string =>
  coins.map(({ denom, amount }) => coinText(amount, denom)).join(', ') || 'nothing'

/** Five years of weeks. */
const WEEKS = 260

function Supply({ m012 }: { readonly m012: Network['m012'] }) {
  const { supply, staked, communityPool, hardCap, capStatus, headroom, excess, next, periodsToCap } = m012
  const path = useMemo(
    () =>
      projectSupply(
        {
          ...{ supply, staked, hardCap, burnedPerPeriod: next.burned, co2: null, m014: 'INACTIVE' },
          committed: 0n as Uregen,
          baseRate: DEFAULT_POLICY.m012.baseRate,
        },
        WEEKS,
        DEFAULT_POLICY.m012,
      ),
    [supply, staked, hardCap, next.burned],
  )
  const supplies = [path.supply, ...path.periods.map(({ supplyAfter }) => supplyAfter)].map(
    amount => Number(amount) / 1e6,
  )
  const about = (title: string, text: string): Explanation => ({
    title,
    text,
    source: 'the bank of the chain',
  })
  return (
    <Mechanism name="M012" title="supply" {...m012}>
      <p class="headline">
        <span class="big">
          <Amount
            amount={supply}
            about={about('Supply', 'All uregen that the bank of the chain knows, in force.')}
          />
        </span>
        <span class="beside">
          in force;{' '}
          {capStatus === 'above' ? (
            <>
              <Amount amount={excess} /> above the proposed <Term name="hard cap" />
            </>
          ) : (
            <>
              <Amount amount={headroom} /> below the proposed <Term name="hard cap" />
            </>
          )}
        </span>
      </p>
      <Chart
        label={`The supply over five years if every week burned ${coinText(next.burned, 'uregen')}, beside the cap`}
        x={supplies.map((_, week) => week / 52)}
        isTime={false}
        xLabel="years from now"
        unit="REGEN"
        series={[
          {
            label: 'cap',
            color: 'bad',
            dashed: true,
            width: 1.5,
            values: supplies.map(() => Number(hardCap) / 1e6),
          },
          { label: 'supply', color: 'community', values: supplies },
        ]}
      />
      <p class="quiet">
        <span class="swatch community" aria-hidden="true" />
        supply under the default policy, with this period’s burn every week{' '}
        <span class="swatch cap" aria-hidden="true" /> cap
      </p>
      <Rows
        rows={[
          ['staked, in force', <Amount amount={staked} />],
          ['community pool, in force', coinsText(communityPool)],
          ['hard cap', <Amount amount={hardCap} />],
          [
            'next week would mint',
            <Amount
              amount={next.minted}
              about={{
                title: 'What the next period would mint',
                formula: 'floor( r × ( C − S ) ), and 0 while S ≥ C',
                operands: [
                  ['C, the cap', coinText(hardCap, 'uregen')],
                  ['S, the supply', coinText(supply, 'uregen')],
                  ['staked', coinText(staked, 'uregen')],
                ],
                source: 'SPEC M012, Supply Algorithm',
              }}
            />,
          ],
          ['and burn', <Amount amount={next.burned} />],
          ...(capStatus === 'above'
            ? [
                [
                  'until it is at the cap',
                  periodsToCap === null ? 'never, without a burn' : `${periodsToCap} weeks at that burn`,
                ] as const,
              ]
            : []),
        ]}
      />
    </Mechanism>
  )
}

const TYPES: { readonly [type: string]: string } = {
  CreditIssuance: 'issuance',
  CreditTransfer: 'transfer',
  CreditRetirement: 'retirement',
  MarketplaceTrade: 'trade',
}

function Fees({ m013 }: { readonly m013: Network['m013'] }) {
  const { config, live, trade, wouldPay, prices } = m013
  const { marketplace } = live
  const poolOf = (pool: keyof typeof wouldPay.pools) =>
    (wouldPay.pools[pool].find(({ denom }) => denom === 'uregen')?.amount ?? 0n) as Uregen
  return (
    <Mechanism name="M013" title="fees" {...m013}>
      <p class="headline">
        <span class="big">
          {wouldPay.unvalued > 0 ? <span class="at-least">at least </span> : null}
          <Amount
            amount={wouldPay.revenue}
            about={{
              title: 'What the period would have paid',
              formula: 'Σ over its acts of max( floor( value × rate ), minimum )',
              operands: [
                ['acts that are charged', `${wouldPay.charged}`],
                ['without a price or rate', `${wouldPay.unvalued}`],
              ],
              source: 'the transactions of the period; SPEC M013',
            }}
          />
        </span>
        <span class="beside">would the period’s {wouldPay.charged} charged transactions have paid</span>
      </p>
      <PoolsBar
        label="Where it would have gone"
        pools={{
          burn: poolOf('burn'),
          validator: poolOf('validator'),
          community: poolOf('community'),
          agent: poolOf('agent'),
        }}
      />
      <Rows
        rows={[
          ...wouldPay.totals.map(
            ({ txType, denom, charges, fee }) =>
              [
                `${TYPES[txType] ?? txType}, ${charges} charges at ${percent(config.feeRates[txType])}`,
                <Amount amount={fee} denom={denom} />,
              ] as const,
          ),
          ['at least, each', <Amount amount={config.minFee} />],
          [
            'in force today: buyer fee, seller fee',
            marketplace === 'unknown'
              ? 'not known: the node does not show its store'
              : `${plain(marketplace.buyer) || '0'} and ${plain(marketplace.seller) || '0'} of the price`,
          ],
          ['in force today: class fee', live.classFee === null ? 'none' : coinsText([live.classFee])],
        ]}
      />
      <details>
        <summary>Prices by class</summary>
        <Rows
          rows={prices.map(({ classId, price }) => {
            const bought = trade.find(row => row.classId === classId)?.purchases ?? 0
            return [
              `${plain(classId)}, bought ${bought === 1 ? 'once' : `${bought} times`}`,
              price === null
                ? 'no price'
                : `${coinText(floor(price.price), price.denom)}, ${price.source}, ${price.samples} samples${price.stale ? ', stale' : ''}`,
            ]
          })}
        />
      </details>
    </Mechanism>
  )
}

const share = (value: Ratio | null | undefined): string => (value ? percent(value) : 'not measured')

function Validators({ m014 }: { readonly m014: Network['m014'] }) {
  const { validators, size, byzantineTolerance, composition, fund } = m014
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
      <Rows
        rows={[
          [
            'composition',
            composition === 'unknown'
              ? 'unknown: categories are not on chain'
              : Object.entries(composition)
                  .map(([category, count]) => `${category} ${count}`)
                  .join(', '),
          ],
          ['fund that would pay them', <Amount amount={fund} />],
        ]}
      />
      <div class="scroll" role="region" tabIndex={0} aria-label="Validators">
        <table class="grid stacks">
          <thead>
            <tr>
              <th scope="col">validator</th>
              <th scope="col" class="right">
                staked
              </th>
              <th scope="col" class="right">
                uptime
              </th>
              <th scope="col" class="right">
                would be paid
              </th>
            </tr>
          </thead>
          <tbody>
            {byStake.map(({ operator, moniker, tokens, metrics, pay, jailed, belowMinUptime }) => (
              <tr key={operator}>
                <th scope="row">
                  {plain(moniker) || <Address of={operator} />}
                  {jailed ? <span class="tag">jailed</span> : null}
                  {belowMinUptime ? <span class="tag">below the least uptime</span> : null}
                </th>
                <td class="right" data-label="staked">
                  <Amount amount={tokens} />
                </td>
                <td class="right" data-label="uptime">
                  {share(metrics['uptime'])}
                </td>
                <td class="right" data-label="would be paid">
                  {pay === null ? '' : <Amount amount={pay.pay} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Mechanism>
  )
}

const MOST = 20

function Contribution({ m015 }: { readonly m015: Network['m015'] }) {
  const { inflow, stability, activityPool, participants, unvalued } = m015
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
      {unvalued > 0 ? (
        <p class="quiet">{unvalued} acts could not be valued: they earn nothing here.</p>
      ) : null}
      {first.length === 0 ? (
        <p class="quiet">Nobody did anything that earns a score in the period.</p>
      ) : (
        <table class="lines">
          <caption class="visually-hidden">Who would earn what</caption>
          <tbody>
            {first.map(({ address, score, reward }) => (
              <tr key={address}>
                <th scope="row">
                  <Address of={address} />{' '}
                  <span class="quiet">score {coinText(floor(score), 'uregen').replace(' REGEN', '')}</span>
                </th>
                <td>
                  <Amount amount={reward} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Mechanism>
  )
}
