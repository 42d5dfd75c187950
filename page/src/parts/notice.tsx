/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { formatSentence } from '../../../src/preview/formatSentence.ts'
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

const TITLES: { readonly [code: string]: string } = {
  CHAIN_MISMATCH: 'This node is of another chain',
  NODE_UNREACHABLE: 'The node does not answer',
  NODE_TIMEOUT: 'The node takes too long',
  NODE_HTTP_ERROR: 'The node refuses to answer',
  NODES_FAILED: 'The node does not answer',
  STATE_TOO_OLD: 'The node is behind the chain',
  INPUT_INVALID: 'This cannot be read',
  MESSAGE_INVALID: 'This cannot be read',
  SIGN_REQUEST_REFUSED: 'This request is refused',
}

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
      <p class="said">{formatSentence(message.replace(` [${code}]`, ''))}</p>
      {isOffline ? <p>Without a network the page works on its bundled data.</p> : null}
      <p class="code">{code}</p>
      {onRetry === undefined ? null : (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </Notice>
  )
}
