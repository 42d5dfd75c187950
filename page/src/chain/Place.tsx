/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { Moment } from '../parts/moment.tsx'
import { Notice } from '../parts/notice.tsx'
import type { Source } from './source.ts'

type Shown = {
  readonly snapshot: Pick<LedgerSnapshot, 'chainId' | 'height' | 'time'>
  readonly source: Source
  readonly onReadAgain: () => void
}

/** Of which chain, block and time the numbers are. */
export function Place({ snapshot: { chainId, height, time }, source, onReadAgain }: Shown) {
  return (
    <p class="quiet place">
      State of {sanitize(chainId)} at height {`${height}`}, <Moment at={time} />.{' '}
      {source.kind === 'bundled' ? null : (
        <button type="button" class="link" onClick={onReadAgain}>
          Read it again
        </button>
      )}
    </p>
  )
}

/** Beyond ten minutes, a hundred blocks, nothing is signed on a state. */
const OLD_SECONDS = 600

/** Says so where the newest block of a node is old: the node is behind, or the page has been open for long. */
export function OldState({ snapshot: { time }, source, onReadAgain }: Shown) {
  const seconds = Math.floor((useMinutes() - Date.parse(time)) / 1000)
  if (source.kind === 'bundled' || !(seconds > OLD_SECONDS)) return null
  return (
    <Notice tone="note" title={`These numbers are ${span(seconds)} old`}>
      <p>
        The node is behind the chain, or this page has been open for a while. Nothing is signed on a state
        that is older than ten minutes.
      </p>
      <button type="button" onClick={onReadAgain}>
        Read the ledger again
      </button>
    </Notice>
  )
}

/** The time, minute by minute, in milliseconds since 1970. */
function useMinutes(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** '25 minutes', '3 hours', '8 days'. */
const span = (seconds: number): string =>
  seconds < 7200
    ? `${Math.floor(seconds / 60)} minutes`
    : seconds < 172_800
      ? `${Math.floor(seconds / 3600)} hours`
      : `${Math.floor(seconds / 86_400)} days`
