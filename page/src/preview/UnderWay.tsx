/** @jsxImportSource preact */
import { Notice } from '../parts/notice.tsx'
import { formatRoute, type Route } from '../route.ts'
import { markSeen, useSend } from './sends.ts'

/** Says of a transaction that is signed and sent what became of it, where another one or another view is open. */
export function UnderWay({ route }: { readonly route: Route }) {
  const send = useSend()
  if (send === null || send.isSeen || send.address === formatRoute(route)) return null
  const { isOver, sent, address } = send
  return (
    <Notice
      tone={!isOver ? 'busy' : sent === null ? 'bad' : 'good'}
      title={
        !isOver
          ? 'A transaction is being signed and sent'
          : sent === null
            ? 'Signing and sending a transaction failed'
            : `Your transaction is in block ${sent.height}`
      }
    >
      <p class="row">
        <a href={address}>See it</a>
        {isOver ? (
          <button type="button" class="link" onClick={markSeen}>
            Close
          </button>
        ) : null}
      </p>
    </Notice>
  )
}
