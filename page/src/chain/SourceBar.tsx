/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { Moment } from '../parts/moment.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Contracts } from './Contracts.tsx'
import { askNode } from './node.ts'
import { nodeProblem, originOf, type Source } from './source.ts'
import { useAsync } from './useAsync.ts'

/** A public node of mainnet. */
const PUBLIC = 'https://regen-rpc.publicnode.com'

/** Says where the numbers come from, and lets the reader choose. */
export function SourceBar({
  source,
  onChoose,
}: {
  readonly source: Source
  readonly onChoose: (source: Source) => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  // What is in the dialog is made when it is opened for the first time.
  const [isUsed, setIsUsed] = useState(false)
  return (
    <div class="source-bar">
      <span class={`dot ${source.kind}`} aria-hidden="true" />
      <span class="source-name">{source.kind === 'bundled' ? 'Bundled test chain' : originOf(source)}</span>
      <button
        type="button"
        class="quiet-button"
        onClick={() => {
          setIsUsed(true)
          dialog.current?.showModal()
        }}
      >
        Change<span class="visually-hidden"> where the numbers come from</span>
      </button>
      <dialog ref={dialog} aria-labelledby="source-title" class="source-dialog">
        {isUsed ? (
          <Chooser
            source={source}
            onChoose={chosen => {
              onChoose(chosen)
              dialog.current?.close()
            }}
            onClose={() => dialog.current?.close()}
          />
        ) : null}
      </dialog>
    </div>
  )
}

/** Regen Ledger's own chains, its test networks and the one that this package makes are called so. */
const isRegen = (chainId: string): boolean => chainId.startsWith('regen')

function Chooser({
  source,
  onChoose,
  onClose,
}: {
  readonly source: Source
  readonly onChoose: (source: Source) => void
  readonly onClose: () => void
}) {
  const [url, setUrl] = useState(source.kind === 'node' ? source.url : '')
  const [contracts, setContracts] = useState(source.kind === 'node' ? source.contracts : undefined)
  // Another address is another question: no answer of an older one is taken for it.
  const [asked, setAsked] = useState<{ readonly url: string; readonly number: number } | null>(null)
  const { value, loading, failure } = useAsync(
    asked === null ? null : JSON.stringify(asked),
    async signal => ({ of: asked, ...(await askNode('status', [asked?.url ?? ''], { signal })) }),
  )
  const seen = asked === null || value?.of !== asked ? null : { ...value, url: asked.url }
  const problem = url === '' ? null : nodeProblem(url)
  const { value: bundled } = useAsync(
    'bundled',
    async () => (await import('../../../examples/snapshot.json', { with: { type: 'json' } })).default,
  )
  return (
    <>
      <h2 id="source-title">Where the numbers come from</h2>
      <section class="choice">
        <h3>Bundled test chain</h3>
        <p>
          {bundled === null ? null : (
            <>
              {bundled.chainId}, height {bundled.height}, recorded <Moment at={bundled.time} />.{' '}
            </>
          )}
          Works without a network; its accounts and prices are made up.
        </p>
        <button type="button" onClick={() => onChoose({ kind: 'bundled' })}>
          Use bundled data
        </button>
      </section>
      <section class="choice">
        <h3>A node</h3>
        <p>
          The address stays in this browser. It is in no link that you share, as it may hold a key of yours.{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              setUrl(PUBLIC)
              setAsked(null)
            }}
          >
            Fill in a public node of mainnet
          </button>
        </p>
        <form
          onSubmit={event => {
            event.preventDefault()
            if (url !== '' && problem === null) setAsked({ url, number: (asked?.number ?? 0) + 1 })
          }}
        >
          <label>
            Address of its RPC
            <input
              type="url"
              value={url}
              spellcheck={false}
              autocomplete="off"
              placeholder="https://"
              aria-describedby="node-problem"
              aria-invalid={problem !== null}
              onInput={event => {
                setUrl(event.currentTarget.value.trim())
                setAsked(null)
              }}
            />
          </label>
          <p id="node-problem" class="field-problem">
            {problem}
          </p>
          <button type="submit" disabled={loading || url === '' || problem !== null}>
            {loading ? 'Asking the node …' : 'Ask this node'}
          </button>
        </form>
        {failure === null ? null : <FailureNotice failure={failure} />}
        {seen === null ? null : (
          <Notice
            tone={isRegen(seen.chainId) ? 'good' : 'note'}
            title={`${sanitize(seen.chainId)}, height ${seen.height}`}
          >
            {isRegen(seen.chainId) ? null : (
              <p>This does not look like a chain of Regen Ledger, whose names begin with “regen”.</p>
            )}
            <p>
              Newest block: <Moment at={seen.time} />
            </p>
            <Contracts text={contracts} chainId={seen.chainId} onText={setContracts} />
            <button
              type="button"
              class="main-button"
              onClick={() => onChoose({ kind: 'node', url: seen.url, contracts })}
            >
              Use this node
            </button>
          </Notice>
        )}
      </section>
      <p class="end">
        <button type="button" class="quiet-button" onClick={onClose}>
          Close
        </button>
      </p>
    </>
  )
}
