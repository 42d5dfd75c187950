/** @jsxImportSource preact */
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { askNode } from '../chain/node.ts'
import { useAsync } from '../chain/useAsync.ts'
import { Moment } from '../parts/moment.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { Term } from '../parts/terms.tsx'
import { PolicyChoice, UnreadPolicy } from '../policy/PolicyChoice.tsx'
import type { ViewProps } from '../viewProps.ts'
import { alertsOf } from './alerts.ts'
import { Contribution } from './Contribution.tsx'
import { Fees } from './Fees.tsx'
import type { ShownNetwork } from './readShown.ts'
import { Supply } from './Supply.tsx'
import { sourcesIn } from './sourceOf.ts'
import { Validators } from './Validators.tsx'

/** The network in the terms of M012 to M015: what is in force and what is proposed, at one height. */
export function NetworkView({ source, navigation: { route, stay, go } }: ViewProps) {
  const days = /^[1-9]\d{0,2}$/.test(route.state['days'] ?? '') ? BigInt(route.state['days'] ?? '7') : 7n
  const { value, loading, failure, retry } = useAsync<ShownNetwork>(
    JSON.stringify([source, `${days}`, route.state['policy']]),
    signal => askNode('network', [source, route.state['policy'], days], { signal }),
  )
  return (
    <>
      <div class="view-head">
        <div>
          <h1>How is the network?</h1>
          <p class="lead">
            What the four mechanisms of the reboot look at. What the chain has is{' '}
            <Term name="live">in force</Term>; everything else is <Term name="proposed" />, computed under a{' '}
            <Term name="policy" /> of your choice.
          </p>
        </div>
        <ShareButton />
      </div>
      <div class="row wrap under-head">
        {value === null ? null : (
          <>
            <PolicyChoice
              label="Under the policy"
              text={value.policy}
              named={value.named}
              onChoose={policy => go('network', { ...route.state, policy })}
            />
            <button type="button" onClick={() => go('policy', { a: value.policy })}>
              Change its answers
            </button>
          </>
        )}
        {source.kind === 'bundled' ? null : (
          <label>
            Look back
            <select
              value={`${days}`}
              onChange={event => stay({ ...route.state, days: event.currentTarget.value })}
            >
              {[...new Set([1, 7, 14, 28, 91, Number(days)])].map(count => (
                <option key={count} value={`${count}`}>
                  {count === 1 ? 'one day' : `${count} days`}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {value === null || value.isRead ? null : <UnreadPolicy which="The policy" />}
      {failure === null ? null : <FailureNotice failure={failure} onRetry={retry} />}
      {loading && source.kind === 'node' ? (
        <Notice tone="busy" title="Reading the network …">
          <p>
            Supply, validators, and every trade and vote of the period. That can take minutes on a public
            node.
          </p>
        </Notice>
      ) : null}
      {value === null || failure !== null ? null : <Whole shown={value} isOld={loading} />}
    </>
  )
}

function Whole({ shown, isOld }: { readonly shown: ShownNetwork; readonly isOld: boolean }) {
  const { network, path, weeks } = shown
  const { chainId, height, time, period, m012, m013, m014, m015 } = network
  const alerts = alertsOf(network)
  const from = sourcesIn(network)
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
        <Supply {...{ m012, path, from }} />
        <Fees {...{ m013, period, weeks, from }} />
        <Validators {...{ m014, from }} />
        <Contribution {...{ m015, from }} />
      </div>
      <p class="quiet place">
        {sanitize(chainId)} at height {`${height}`}, <Moment at={time} />. The period looked at:{' '}
        <Moment at={period.from} /> to <Moment at={period.to} />
        {period.complete
          ? ''
          : '; the node has thrown earlier blocks of it away, so that its numbers are lower bounds'}
        .
      </p>
    </div>
  )
}
