import { useLayoutEffect, useState } from 'preact/hooks'
import type { SendStep } from '../../../src/client/send/sendOptions.ts'
import type { SentTx } from '../../../src/client/send/signAndBroadcast.ts'
import { type Failure, failureOf } from '../parts/failure.ts'

/** A transaction that is signed and sent, and what came of it. */
export type Send = {
  /** Which transaction on which chain, and where on the page it is shown. */
  readonly of: string
  readonly address: string
  readonly isOver: boolean
  /** The reader has seen how it ended. */
  readonly isSeen: boolean
  readonly steps: readonly SendStep[]
  readonly failure: Failure | null
  readonly sent: SentTx | null
}

let latest: Send | null = null
const followers = new Set<() => void>()

function put(next: Send | null): void {
  latest = next
  for (const follow of followers) follow()
}

/** The latest transaction that was signed here. It goes on, whatever view is open meanwhile, and is there again when the reader comes back. */
export function useSend(): Send | null {
  const [seen, setSeen] = useState(latest)
  useLayoutEffect(() => {
    const follow = () => setSeen(latest)
    // What changed between the drawing and now.
    follow()
    followers.add(follow)
    return () => {
      followers.delete(follow)
    }
  }, [])
  return seen
}

/** Who closes the page now would not see what came of it. */
const warn = (event: BeforeUnloadEvent): void => event.preventDefault()

/** Sends, one at a time: a second click sends nothing. */
export async function beginSend(
  { of, address }: Pick<Send, 'of' | 'address'>,
  send: (onStep: (step: SendStep) => void) => Promise<SentTx>,
): Promise<void> {
  if (latest !== null && !latest.isOver) return
  let now: Send = { of, address, isOver: false, isSeen: false, steps: [], failure: null, sent: null }
  const change = (some: Partial<Send>) => {
    now = { ...now, ...some }
    put(now)
  }
  put(now)
  addEventListener('beforeunload', warn)
  try {
    change({ isOver: true, sent: await send(step => change({ steps: [...now.steps, step] })) })
  } catch (error) {
    change({ isOver: true, failure: failureOf(error) })
  } finally {
    removeEventListener('beforeunload', warn)
  }
}

export function markSeen(): void {
  if (latest?.isOver && !latest.isSeen) put({ ...latest, isSeen: true })
}

/** Forgets what is over, so that the same can be done once more. */
export function forgetSend(): void {
  if (latest?.isOver) put(null)
}
