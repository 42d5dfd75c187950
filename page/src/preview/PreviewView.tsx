/** @jsxImportSource preact */
import { useMemo, useState } from 'preact/hooks'
import { formatSentence } from '../../../src/preview/formatSentence.ts'
import { previewJson } from '../../../src/preview/previewJson.ts'
import { toJson } from '../../../src/primitives/canonical.ts'
import { plain } from '../../../src/primitives/plain.ts'
import type { ViewProps } from '../App.tsx'
import { useAsync } from '../ledger/useAsync.ts'
import { Moment } from '../parts/moment.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { Term } from '../parts/terms.tsx'
import { packText, unpackText } from '../route.ts'
import { showText } from './ask.ts'
import { Balances } from './Balances.tsx'
import { Compose } from './Compose.tsx'
import { EXAMPLES, FIRST_EXAMPLE } from './examples.ts'
import { Prices } from './Prices.tsx'
import { Remarks, remarksOf } from './Remarks.tsx'
import type { Read } from './readAndShow.ts'
import { Settled } from './Settled.tsx'
import { LiveSide, numberOf, ProposedSide } from './Sides.tsx'
import { SignAndSend } from './SignAndSend.tsx'
import type { Shown } from './shown.ts'
import { looksLikeWords } from './walletWords.ts'

/** What a transaction costs, before it is signed. */
export function PreviewView({ source, navigation: { route, go, stay } }: ViewProps) {
  const { state } = route
  const linked = state['in'] === undefined ? null : unpackText(state['in'])
  const text = linked ?? EXAMPLES[state['example'] ?? FIRST_EXAMPLE]?.text ?? ''
  const prices = state['prices'] ?? ''
  const key = JSON.stringify([text, prices, source])
  const { value, loading, failure, retry } = useAsync<Read>(key, signal =>
    showText(text, source, prices, signal),
  )
  const given = value?.given ?? null
  const shown = value?.shown ?? null
  const setText = (next: string, mode: string, isNew: boolean) => {
    // The words of a wallet are kept nowhere, and least of all in an address.
    const kept = looksLikeWords(next) ? {} : { in: packText(next) }
    const after = { ...kept, mode, prices }
    if (isNew) go('preview', after)
    else stay(after)
  }
  return (
    <>
      <div class="view-head">
        <div>
          <h1>What does this transaction cost?</h1>
          <p class="lead">
            Before it is signed. <Term name="live">Live</Term> fees are in force today;{' '}
            <Term name="proposed">proposed</Term> ones are not. The two stand side by side and are never
            added.
          </p>
        </div>
        <ShareButton />
      </div>
      <div class="columns">
        <Compose
          mode={state['mode'] ?? (linked === null ? 'examples' : 'paste')}
          example={linked === null ? (state['example'] ?? FIRST_EXAMPLE) : null}
          text={text}
          given={given}
          snapshot={shown !== null && 'snapshot' in shown ? shown.snapshot : null}
          onExample={example => go('preview', { example })}
          onMode={mode => stay({ ...state, mode })}
          onText={setText}
        />
        <div class="result" aria-busy={loading}>
          {given?.kind === 'words' ? (
            <Notice tone="bad" title="These look like the words of a wallet">
              <p>
                Never paste them into a page. They were not kept, sent or put into the address. Whoever has
                seen them can take everything the wallet holds.
              </p>
            </Notice>
          ) : null}
          {given?.kind === 'nothing' ? (
            <Notice tone="note" title="Nothing here yet">
              <p>Choose an example, build a message, or paste a transaction.</p>
            </Notice>
          ) : null}
          {failure === null ? null : <FailureNotice failure={failure} onRetry={retry} />}
          {loading && source.kind === 'node' ? (
            <Notice
              tone="busy"
              title={shown === null ? 'Reading the ledger …' : 'Reading the ledger again …'}
            />
          ) : null}
          {shown === null || failure !== null ? null : 'preview' in shown ? (
            <Whole shown={shown} source={source} isOld={loading}>
              <Prices shown={shown} prices={prices} onChange={next => stay({ ...state, prices: next })} />
            </Whole>
          ) : (
            <Notice tone="note" title="Data to sign that is no transaction">
              <p>{shown.sentence}</p>
              <ul>
                {shown.findings.map(({ code, sentence }) => (
                  <li key={code}>{sentence}</li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
      </div>
    </>
  )
}

const UNCERTAIN: readonly string[] = [
  'STATE_UNKNOWN',
  'MESSAGE_UNKNOWN',
  'FEE_PARAMS_UNKNOWN',
  'INNER_PACKED',
]

function Whole({
  shown,
  source,
  isOld,
  children,
}: {
  readonly shown: Shown
  readonly source: ViewProps['source']
  readonly isOld: boolean
  readonly children: preact.ComponentChildren
}) {
  const { preview, snapshot, memo, past } = shown
  const remarks = remarksOf(shown)
  const refused = remarks.some(({ blocks }) => blocks)
  const uncertain = remarks.some(({ code }) => UNCERTAIN.includes(code))
  return (
    <div class={isOld ? 'old' : undefined}>
      {past !== null ? (
        <Notice tone="note" title="This transaction is in a block">
          <p>
            Block {`${past.height}`}.{' '}
            {past.reconciliation === null
              ? 'The node does not have the state before it any more: the preview is of today’s.'
              : 'The preview is of the state right before it.'}
          </p>
        </Notice>
      ) : refused ? (
        <Notice tone="bad" title="The chain would refuse this transaction">
          <p>See why, and what to do, under “What to know”.</p>
        </Notice>
      ) : uncertain ? (
        <Notice tone="note" title="Not everything about it is known">
          <p>What is known speaks for it; the rest is listed under “What to know”.</p>
        </Notice>
      ) : (
        <Notice tone="good" title="The chain would take this transaction" />
      )}
      <section class="card" aria-labelledby="does-title">
        <h2 id="does-title">What it does</h2>
        <ol class="sentences">
          {preview.messages.map(message => (
            <li key={numberOf(message)} value={message.index + 1}>
              {formatSentence(message.sentence, snapshot.settings.allowedDenoms)}
              {message.runs ? '' : ' Only if a vote passes.'}
            </li>
          ))}
        </ol>
        {memo === '' ? null : <p class="quiet">Memo: {plain(memo)}</p>}
      </section>
      <h2 class="visually-hidden">What it costs</h2>
      <div class="sides">
        <LiveSide shown={shown} />
        <ProposedSide shown={shown} />
      </div>
      <Remarks remarks={remarks} />
      {children}
      <Balances shown={shown} />
      {past === null ? null : <Settled past={past} />}
      {past === null ? <SignAndSend shown={shown} source={source} refused={refused} /> : null}
      <Behind shown={shown} />
      <p class="quiet place">
        State of {plain(preview.chainId)} at height {`${preview.height}`}, <Moment at={preview.time} />
        {snapshot.age === undefined ? '' : `, ${snapshot.age.seconds} seconds old when it was read`}.
      </p>
    </div>
  )
}

/** What the numbers rest on, and the same as data, as the command line prints it. */
function Behind({ shown: { preview, gas } }: { readonly shown: Shown }) {
  const [isOpen, setIsOpen] = useState(false)
  const json = useMemo(
    () => (isOpen ? JSON.stringify({ gas: toJson(gas), ...(previewJson(preview) as object) }, null, 1) : ''),
    [isOpen, preview, gas],
  )
  return (
    <section class="card behind" aria-label="What stands behind the numbers">
      <details>
        <summary>What the numbers rest on</summary>
        <ul class="assumptions">
          {preview.assumptions.map(({ question, text }) => (
            <li key={text}>
              {formatSentence(text)} {question === null ? null : <span class="code">{question}</span>}
            </li>
          ))}
        </ul>
      </details>
      <details onToggle={event => setIsOpen(event.currentTarget.open)}>
        <summary>As data (JSON)</summary>
        <pre class="data" role="region" tabIndex={0} aria-label="The preview as JSON">
          {json}
        </pre>
      </details>
    </section>
  )
}
