/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { formatSentence } from '../../../src/preview/words/formatSentence.ts'
import type { Failure } from './failure.ts'

export { type Failure, failureOf } from './failure.ts'

export type Tone = 'good' | 'note' | 'bad' | 'busy'

/** A state of the page in words: what is the matter, and what to do. */
export function Notice({
  tone,
  title,
  children,
}: {
  readonly tone: Tone
  readonly title: string
  readonly children?: ComponentChildren
}) {
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <p class="notice-title">{title}</p>
      {children}
    </div>
  )
}

/** Text of several lines without characters that cannot be seen: a failure may quote what somebody gave. */
const seen = (text: string): string => text.slice(0, 2000).replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, ' ')

const TITLES: { readonly [code: string]: string } = {
  CHAIN_MISMATCH: 'This node is of another chain',
  NODE_UNREACHABLE: 'The node does not answer',
  NODE_TIMEOUT: 'The node takes too long',
  NODE_HTTP_ERROR: 'The node refuses to answer',
  NODES_FAILED: 'The node does not answer',
  STATE_TOO_OLD: 'The node is behind the chain',
  NODE_ANSWER_MALFORMED: 'The node answers with something else',
  NODE_REDIRECTS: 'The node sends its readers elsewhere',
  RPC_ERROR: 'The node refuses to answer',
  QUERY_FAILED: 'The node refuses to answer',
  MODULE_MISSING: 'This chain does not have that',
  WALLET_REFUSED: 'The wallet refuses',
  SIMULATION_REFUSED: 'The chain refuses it; nothing was signed',
  PREVIEW_BLOCKS: 'The chain would refuse it; nothing was signed',
  PREVIEW_INCOMPLETE: 'Not enough is known; nothing was signed',
  DEBIT_TOO_HIGH: 'More could leave than was shown; nothing was sent',
  SIGNATURE_INVALID: 'The signature is not valid; nothing was sent',
  TX_REFUSED: 'The node did not take it',
  TX_EXPIRED: 'It is in no block, and never will be',
  TX_TIMEOUT: 'It is sent, and in no block yet',
  BROADCAST_FAILED: 'What became of it is not known',
  INPUT_INVALID: 'This cannot be read',
  MESSAGE_INVALID: 'This cannot be read',
  SIGN_REQUEST_REFUSED: 'This request is refused',
}

/** What helps on a page beside what the error itself says. */
const HINTS: { readonly [code: string]: string } = {
  NODE_UNREACHABLE:
    'A browser reads a node only if the node allows this page. Public nodes do; your own does when config.toml names this address under cors_allowed_origins.',
  MODULE_MISSING: 'If it is no node of Regen Ledger, choose another one at the top.',
  WALLET_REFUSED: 'Nothing was signed, and nothing was sent.',
}

/** What was given is at fault: trying again would say the same. */
const SAME_AGAIN: ReadonlySet<string> = new Set(['INPUT_INVALID', 'MESSAGE_INVALID', 'SIGN_REQUEST_REFUSED'])

/** A failure with its way out; where the machine is offline, that first. */
export function FailureNotice({
  failure: { code, message },
  onRetry,
}: {
  readonly failure: Failure
  readonly onRetry?: (() => void) | undefined
}) {
  const isOffline = typeof navigator !== 'undefined' && navigator.onLine === false && code.startsWith('NODE')
  return (
    <Notice tone="bad" title={isOffline ? 'You are offline' : (TITLES[code] ?? 'That did not work')}>
      <p class="said">{formatSentence(seen(message).replace(` [${code}]`, ''))}</p>
      {isOffline ? (
        <p>Without a network the page works on its bundled data.</p>
      ) : HINTS[code] === undefined ? null : (
        <p>{HINTS[code]}</p>
      )}
      <p class="code">{code}</p>
      {onRetry === undefined || SAME_AGAIN.has(code) ? null : (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </Notice>
  )
}
