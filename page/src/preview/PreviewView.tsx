/** @jsxImportSource preact */
import { useAsync } from '../chain/useAsync.ts'
import { InTurns } from '../parts/InTurns.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { Term } from '../parts/terms.tsx'
import { fitsAddress, formatRoute, packText, unpackText } from '../route.ts'
import type { ViewProps } from '../viewProps.ts'
import { showText } from './ask.ts'
import { Compose } from './Compose.tsx'
import { EXAMPLES, FIRST_EXAMPLE } from './examples.ts'
import { Prices } from './Prices.tsx'
import type { Read } from './readAndShow.ts'
import { Whole } from './Whole.tsx'
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
    <InTurns
      parts={[
        <div key="head" class="view-head">
          <div>
            <h1>What does this transaction cost?</h1>
            <p class="lead">
              Before it is signed. <Term name="live">Live</Term> fees are in force today;{' '}
              <Term name="proposed">proposed</Term> ones are not. The two stand side by side and are never
              added.
            </p>
          </div>
          <ShareButton missing={fitsAddress(route) ? null : 'the transaction'} />
        </div>,
        <InTurns
          key="columns"
          class="columns"
          parts={[
            <Compose
              key="compose"
              mode={state['mode'] ?? (linked === null ? 'examples' : 'paste')}
              example={linked === null ? (state['example'] ?? FIRST_EXAMPLE) : null}
              text={text}
              given={failure === null ? given : null}
              isReading={loading}
              snapshot={shown !== null && 'snapshot' in shown ? shown.snapshot : null}
              onExample={example => go('preview', { example })}
              onMode={mode => stay({ ...state, mode })}
              onText={setText}
            />,
            <div key="result" class="result" aria-busy={loading}>
              {failure === null && given?.kind === 'words' ? (
                <Notice tone="bad" title="These look like the words of a wallet">
                  <p>
                    Never paste them into a page. They were not kept, sent or put into the address. Whoever
                    has seen them can take everything the wallet holds.
                  </p>
                </Notice>
              ) : null}
              {failure === null && given?.kind === 'nothing' ? (
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
                <Whole
                  {...{ text, shown, source }}
                  address={formatRoute(route)}
                  isOld={loading}
                  onReadAgain={retry}
                >
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
            </div>,
          ]}
        />,
      ]}
    />
  )
}
