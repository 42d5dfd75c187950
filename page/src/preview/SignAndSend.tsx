/** @jsxImportSource preact */
import { useEffect } from 'preact/hooks'
import type { SendStep } from '../../../src/client/send/sendOptions.ts'
import { formatSentence } from '../../../src/preview/words/formatSentence.ts'
import type { Source } from '../chain/source.ts'
import { coinText, shortAddress } from '../parts/amounts.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { formatRoute, packText } from '../route.ts'
import { Settled } from './Settled.tsx'
import { beginSend, forgetSend, markSeen, useSend } from './sends.ts'
import type { Shown } from './shown.ts'
import { useWallet } from './useWallet.ts'
import { sendWith } from './wallets.ts'

const NOT_SENT = { steps: [], failure: null, sent: null } as const

/** With a wallet of the browser: sign and send, step by step, and what came of it. The keys stay in the wallet. */
export function SignAndSend({
  shown,
  source,
  of,
  address,
  refused,
  isOld,
}: {
  readonly shown: Shown
  readonly source: Source
  /** Which transaction on which chain. */
  readonly of: string
  /** Where it is shown. */
  readonly address: string
  readonly refused: boolean
  /** What is shown is about to change: it is not signed. */
  readonly isOld: boolean
}) {
  const { messages, preview } = shown
  const { names, wallet, isConnecting, isChanged, problem, connect } = useWallet(preview.chainId, messages)
  const send = useSend()
  const isBusy = send !== null && !send.isOver
  const own = send?.of === of ? send : null
  const { steps, failure, sent } = own ?? NOT_SENT
  useEffect(() => {
    if (own?.isOver) markSeen()
  }, [own?.isOver])
  const signer = preview.messages[0]?.signer ?? ''
  return (
    <section class="card sign" aria-labelledby="sign-title">
      <h3 id="sign-title">Sign and send</h3>
      {source.kind === 'bundled' ? (
        <p class="quiet">
          The bundled chain is a recording, and takes nothing. Choose a node at the top, and a wallet (Keplr
          or Leap) can sign this here.
        </p>
      ) : names.length === 0 ? (
        <p class="quiet">
          No wallet is in this browser. With Keplr or Leap installed, this can be signed and sent here; the
          keys never leave the wallet, and no page needs the words that it is made from.
        </p>
      ) : wallet === null ? (
        <>
          {isChanged ? <p class="warn-line">The wallet has another account now: connect it again.</p> : null}
          <p class="row wrap">
            {names.map(name => (
              <button
                key={name}
                type="button"
                class="main-button"
                disabled={isConnecting}
                onClick={() => void connect(name)}
              >
                {isConnecting ? 'Waiting for the wallet …' : `Connect ${name}`}
              </button>
            ))}
          </p>
        </>
      ) : (
        <>
          <p>
            {wallet.name}: <span class="address">{shortAddress(wallet.signer.address)}</span>, signs{' '}
            {wallet.signer.mode === 'amino' ? 'amino JSON (a device)' : 'directly'}.
          </p>
          {wallet.signer.address !== signer ? (
            <Notice tone="bad" title="Another account has to sign this">
              <p>
                The messages are signed by <span class="address">{shortAddress(signer)}</span>. Choose that
                account in the wallet, or make the messages its own.
              </p>
            </Notice>
          ) : null}
          {sent === null ? (
            <button
              type="button"
              class="main-button"
              disabled={refused || isOld || isBusy || wallet.signer.address !== signer}
              onClick={() =>
                void beginSend({ of, address }, onStep => sendWith(source.url, wallet, toSend(shown), onStep))
              }
            >
              {own !== null && isBusy ? 'Under way …' : 'Sign and send'}
            </button>
          ) : null}
          {refused ? <p class="warn-line">What the chain would refuse is not signed.</p> : null}
        </>
      )}
      {steps.length === 0 ? null : (
        <ol class="steps" aria-label="Steps">
          {steps.map((step, index) => (
            <li key={index}>{stepText(step)}</li>
          ))}
        </ol>
      )}
      {problem === null ? null : <FailureNotice failure={problem} />}
      {failure === null ? null : <FailureNotice failure={failure} />}
      {sent === null ? null : (
        <>
          <p>
            Gas: {`${sent.gasUsed}`} of {`${sent.gasWanted}`} units used.
          </p>
          <p>
            <a href={formatRoute({ view: 'preview', state: { in: packText(sent.txHash) } })}>
              Look at it by its hash
            </a>
            : that address can be shared.
          </p>
          <p>
            <button type="button" class="link" onClick={forgetSend}>
              Send the same once more
            </button>
          </p>
          <Settled past={{ hash: sent.txHash, height: sent.height, reconciliation: sent.reconciliation }} />
        </>
      )}
    </section>
  )
}

const toSend = ({ messages, memo, preview, snapshot: { feeConfig } }: Shown) => ({
  ...{ messages, memo, chainId: preview.chainId },
  feeRouter:
    feeConfig === undefined ? undefined : feeConfig.source.startsWith('/') ? 'module' : feeConfig.source,
})

function stepText(step: SendStep): string {
  if (step.step === 'previewed') {
    const leaving = step.preview.live.debits.map(({ denom, amount }) => coinText(amount, denom)).join(', ')
    return `Previewed once more at height ${step.preview.height}: ${leaving || 'nothing'} would leave.`
  }
  if (step.step === 'simulated') return `Simulated by the node: ${step.gasUsed} gas, limit ${step.gasLimit}.`
  if (step.step === 'signed')
    return formatSentence(
      `Signed by the wallet${step.changedByWallet.length > 0 ? `, which changed the ${step.changedByWallet.join(' and the ')}` : ''}; valid up to block ${step.timeoutHeight}.`,
    )
  if (step.step === 'sent') return `Sent: ${step.txHash.slice(0, 16)}…`
  return `In block ${step.height}.`
}
