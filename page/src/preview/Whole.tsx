/** @jsxImportSource preact */
import { formatSentence } from '../../../src/preview/words/formatSentence.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { OldState, Place } from '../chain/Place.tsx'
import type { Source } from '../chain/source.ts'
import { InTurns } from '../parts/InTurns.tsx'
import { Notice } from '../parts/notice.tsx'
import { Balances } from './Balances.tsx'
import { Behind } from './Behind.tsx'
import { LiveSide } from './LiveSide.tsx'
import { numberOf } from './messageNumber.ts'
import { ProposedSide } from './ProposedSide.tsx'
import { Remarks, remarksOf } from './Remarks.tsx'
import { Settled } from './Settled.tsx'
import { SignAndSend } from './SignAndSend.tsx'
import type { Shown } from './shown.ts'

const UNCERTAIN: readonly string[] = [
  'STATE_UNKNOWN',
  'MESSAGE_UNKNOWN',
  'FEE_PARAMS_UNKNOWN',
  'INNER_PACKED',
]

/** Everything about a transaction: would the chain take it, what it does, what it costs, what there is to know. */
export function Whole({
  text,
  address,
  shown,
  source,
  isOld,
  onReadAgain,
  children,
}: {
  /** What was given: another text is another transaction. */
  readonly text: string
  /** Where it is shown. */
  readonly address: string
  readonly shown: Shown
  readonly source: Source
  /** Something newer is on its way. */
  readonly isOld: boolean
  readonly onReadAgain: () => void
  readonly children: preact.ComponentChildren
}) {
  const { preview, snapshot, memo, past } = shown
  const of = JSON.stringify([text, source, snapshot.chainId])
  const remarks = remarksOf(shown)
  const refused = remarks.some(({ blocks }) => blocks)
  const uncertain = remarks.some(({ code }) => UNCERTAIN.includes(code))
  return (
    <InTurns
      class={isOld ? 'old' : undefined}
      parts={[
        <>
          {past === null ? <OldState {...{ snapshot, source, onReadAgain }} /> : null}
          <Verdict past={past} {...{ refused, uncertain }} />
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
            {memo === '' ? null : <p class="quiet">Memo: {sanitize(memo)}</p>}
          </section>
          <h2 class="visually-hidden">What it costs</h2>
        </>,
        <InTurns
          key="sides"
          class="sides"
          parts={[<LiveSide key="live" shown={shown} />, <ProposedSide key="proposed" shown={shown} />]}
        />,
        <>
          <Remarks remarks={remarks} />
          {children}
        </>,
        <Balances key="balances" shown={shown} />,
        past === null ? (
          <SignAndSend key={of} {...{ shown, source, of, address, refused, isOld }} />
        ) : (
          <Settled key="settled" past={past} />
        ),
        <Behind key="behind" shown={shown} />,
        <Place key="place" {...{ snapshot, source, onReadAgain }} />,
      ]}
    />
  )
}

/** Would the chain take it? Of what is in a block: of which state the preview is. */
function Verdict({
  past,
  refused,
  uncertain,
}: {
  readonly past: Shown['past']
  readonly refused: boolean
  readonly uncertain: boolean
}) {
  if (past !== null)
    return (
      <Notice tone="note" title="This transaction is in a block">
        <p>
          Block {`${past.height}`}.{' '}
          {past.reconciliation === null
            ? 'The node does not have the state before it any more: the preview is of today’s.'
            : 'The preview is of the state right before it.'}
        </p>
      </Notice>
    )
  if (refused)
    return (
      <Notice tone="bad" title="The chain would refuse this transaction">
        <p>See why, and what to do, under “What to know”.</p>
      </Notice>
    )
  if (uncertain)
    return (
      <Notice tone="note" title="Not everything about it is known">
        <p>What is known speaks for it; the rest is listed under “What to know”.</p>
      </Notice>
    )
  return <Notice tone="good" title="The chain would take this transaction" />
}
