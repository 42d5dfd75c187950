/** @jsxImportSource preact */
import { formatSentence } from '../../../src/preview/words/formatSentence.ts'
import { useAsync } from '../chain/useAsync.ts'
import { download } from '../parts/download.ts'
import { InTurns } from '../parts/InTurns.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { Term } from '../parts/terms.tsx'
import type { ViewProps } from '../viewProps.ts'
import type { ComparedPolicies } from '../workers/policyWorker.ts'
import { askPolicy } from './ask.ts'
import { Knobs } from './Knobs.tsx'
import { PolicyChoice, UnreadPolicy } from './PolicyChoice.tsx'
import { PolicyNumbersCard } from './PolicyNumbersCard.tsx'
import { Scenario } from './Scenario.tsx'
import { useChanges } from './useChanges.ts'

/** Every open question as a control; two policies side by side, and what they make of the same transaction, week and five years. */
export function PolicyView({ navigation }: ViewProps) {
  const { state } = navigation.route
  const { value, loading, failure, retry } = useAsync<ComparedPolicies>(
    JSON.stringify([state['a'], state['b']]),
    signal => askPolicy('compare', [state['a'], state['b']], { signal }),
  )
  return (
    <>
      <div class="view-head">
        <div>
          <h1>What if the policy were another one?</h1>
          <p class="lead">
            The specification leaves questions open. Each is a control here; a <Term name="policy" /> is one
            answer to all of them. Nothing of it is in force: change an answer, and every number below
            follows.
          </p>
        </div>
        <ShareButton />
      </div>
      {failure === null ? null : <FailureNotice failure={failure} onRetry={retry} />}
      {value === null && failure === null ? <Notice tone="busy" title="Reading the policies …" /> : null}
      {value === null || value.unread.length === 0 ? null : (
        <UnreadPolicy which={`Policy ${value.unread.join(' and policy ')}`} />
      )}
      {value === null ? null : <Whole compared={value} navigation={navigation} isOld={loading} />}
    </>
  )
}

function Whole({
  compared,
  navigation,
  isOld,
}: {
  readonly compared: ComparedPolicies
  readonly navigation: ViewProps['navigation']
  readonly isOld: boolean
}) {
  const { route, stay, go } = navigation
  const { state } = route
  const change = useChanges(navigation)
  const { a, b, diff, knobs, named } = compared
  const side = state['edit'] === 'b' ? 'b' : 'a'
  const edited = compared[side]
  return (
    <InTurns
      class="columns"
      parts={[
        <section key="answers" class="card" aria-labelledby="knobs-title">
          <h2 id="knobs-title">The answers</h2>
          <div class="modes" role="group" aria-label="Which policy to change">
            {(['a', 'b'] as const).map(of => (
              <button
                key={of}
                type="button"
                aria-pressed={side === of}
                onClick={() => stay({ ...state, edit: of })}
              >
                Policy {of.toUpperCase()}
              </button>
            ))}
          </div>
          <PolicyChoice
            label="Begin with"
            text={edited.text}
            named={named}
            onChoose={text => go('policy', { ...state, [side]: text })}
          />
          <Knobs key={side} knobs={knobs} policy={edited} onAnswer={(...answer) => change(side, ...answer)} />
          <p class="row wrap">
            <button
              type="button"
              onClick={() => download('policy.json', 'application/json', prettyJson(edited.json))}
            >
              Policy {side.toUpperCase()} as JSON
            </button>
            <button type="button" onClick={() => go('network', { policy: edited.text })}>
              The network under {side.toUpperCase()}
            </button>
          </p>
          <p class="code">{edited.hash.slice(0, 16)}…</p>
        </section>,
        <InTurns
          key="numbers"
          class={isOld ? 'result old' : 'result'}
          isOld={isOld}
          parts={[
            <PolicyNumbersCard key="numbers" a={a.numbers} b={b.numbers} />,
            <Changes key="changes" diff={diff} />,
            <Scenario
              key="scenario"
              a={a}
              b={b}
              column={state['show'] ?? 'supply'}
              onColumn={column => stay({ ...state, show: column })}
            />,
          ]}
        />,
      ]}
    />
  )
}

const prettyJson = (json: string): string => `${JSON.stringify(JSON.parse(json), null, 2)}\n`

/** What leads from one policy to the other, in words, and who may decide it. */
function Changes({ diff: { changes, layer, withinBounds } }: { readonly diff: ComparedPolicies['diff'] }) {
  return (
    <section class="card" aria-labelledby="diff-title">
      <h2 id="diff-title">From A to B</h2>
      {changes.length === 0 ? (
        <p class="quiet">Nothing: both are the same policy.</p>
      ) : (
        <>
          <p>
            {changes.length === 1 ? 'One answer' : `${changes.length} answers`}; it takes layer {layer}
            {withinBounds ? '.' : ', and is not within the bounds of the specification.'}
          </p>
          <ul class="remarks">
            {changes.map(({ knob, sentence, question, layer, outOfBounds, cautions }) => (
              <li key={knob} class={outOfBounds.length > 0 ? 'blocks' : undefined}>
                <p>{formatSentence(sentence)}</p>
                {[...outOfBounds, ...cautions].map(said => (
                  <p key={said} class="quiet">
                    {formatSentence(said)}
                  </p>
                ))}
                <p class="code">
                  {knob}
                  {question === null ? '' : ` · ${question}`} · {layer}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
