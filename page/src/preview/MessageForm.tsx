/** @jsxImportSource preact */
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { useAsync } from '../chain/useAsync.ts'
import { FailureNotice } from '../parts/notice.tsx'
import { askPreview } from './ask.ts'
import { USUAL } from './messageNames.ts'
import { type Draft, OneMessage } from './OneMessage.tsx'

/** The messages of a transaction, one form each, made from the schemas that the package checks them with. */
export function MessageForm({
  messages,
  snapshot,
  onChange,
}: {
  readonly messages: readonly Draft[]
  readonly snapshot: LedgerSnapshot | null
  readonly onChange: (messages: readonly Draft[]) => void
}) {
  const { value: forms, failure, retry } = useAsync('forms', signal => askPreview('forms', [], { signal }))
  const change = (index: number, message: Draft | null) =>
    onChange(
      messages.flatMap((before, at) => (at === index ? (message === null ? [] : [message]) : [before])),
    )
  if (failure !== null) return <FailureNotice failure={failure} onRetry={retry} />
  if (forms === null) return <p role="status">Opening the forms …</p>
  const ledger = snapshot ?? forms.snapshot
  return (
    <div class="forms">
      <Suggestions snapshot={ledger} />
      {messages.map((message, index) => (
        <OneMessage
          key={`${index} ${message.typeUrl}`}
          number={index + 1}
          message={message}
          types={forms.types}
          denoms={ledger.settings.allowedDenoms}
          onChange={next => change(index, next)}
        />
      ))}
      <button type="button" onClick={() => onChange([...messages, { typeUrl: USUAL[0] ?? '', value: {} }])}>
        Add a message
      </button>
    </div>
  )
}

/** What the ledger knows, offered while typing. */
function Suggestions({ snapshot }: { readonly snapshot: LedgerSnapshot }) {
  const lists: { readonly [id: string]: readonly string[] } = {
    batchDenom: snapshot.batches.map(({ denom }) => denom),
    classId: snapshot.creditClasses.map(({ id }) => id),
    projectId: snapshot.projects.map(({ id }) => id),
    sellOrderId: snapshot.sellOrders.map(({ id }) => id),
    basketDenom: snapshot.baskets.map(({ denom }) => denom),
  }
  return (
    <>
      {Object.entries(lists).map(([id, values]) => (
        <datalist key={id} id={`known-${id}`}>
          {values.map(value => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ))}
    </>
  )
}
