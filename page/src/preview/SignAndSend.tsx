/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { SendStep } from '../../../src/client/send/sendOptions.ts'
import type { SentTx } from '../../../src/client/send/signAndBroadcast.ts'
import { formatSentence } from '../../../src/preview/formatSentence.ts'
import type { Source } from '../ledger/source.ts'
import { coinText, shortAddress } from '../parts/amounts.tsx'
import { type Failure, FailureNotice, failureOf, Notice } from '../parts/notice.tsx'
import { formatRoute, packText } from '../route.ts'
import { Settled } from './Settled.tsx'
import type { Shown } from './shown.ts'
import { connectWallet, sendWith, type Wallet, walletsHere } from './wallets.ts'

/** With a wallet of the browser: sign and send, step by step, and what came of it. The keys stay in the wallet. */
export function SignAndSend({
  shown,
  source,
  refused,
  isOld,
}: {
  readonly shown: Shown
  readonly source: Source
  readonly refused: boolean
  /** What is shown is about to change: it is not signed. */
  readonly isOld: boolean
}) {
  const [names, setNames] = useState<readonly string[]>(walletsHere)
  const [wallet, setWallet] = useState<Wallet | null>(null)
  const [steps, setSteps] = useState<readonly SendStep[]>([])
  const [state, setState] = useState<'idle' | 'connecting' | 'sending'>('idle')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [sent, setSent] = useState<SentTx | null>(null)
  const { messages, preview } = shown
  useEffect(() => {
    // Wallets put themselves into the page a moment after it has opened; how long that is, nobody knows.
    const look = () =>
      setNames(before => {
        const found = walletsHere()
        return found.join() === before.join() ? before : found
      })
    const timer = setInterval(look, 800)
    addEventListener('keplr_keystorechange', look)
    return () => {
      clearInterval(timer)
      removeEventListener('keplr_keystorechange', look)
    }
  }, [])
  const attempt = async (what: 'connecting' | 'sending', act: () => Promise<void>) => {
    setState(what)
    setFailure(null)
    try {
      await act()
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setState('idle')
    }
  }
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
        <p class="row wrap">
          {names.map(name => (
            <button
              key={name}
              type="button"
              class="main-button"
              disabled={state !== 'idle'}
              onClick={() =>
                void attempt('connecting', async () => {
                  setWallet(await connectWallet(name, preview.chainId, messages))
                })
              }
            >
              {state === 'connecting' ? 'Waiting for the wallet …' : `Connect ${name}`}
            </button>
          ))}
        </p>
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
              disabled={refused || isOld || state !== 'idle' || wallet.signer.address !== signer}
              onClick={() =>
                void attempt('sending', async () => {
                  setSteps([])
                  setSent(
                    await sendWith(source.url, wallet, toSend(shown), step =>
                      setSteps(before => [...before, step]),
                    ),
                  )
                })
              }
            >
              {state === 'sending' ? 'Under way …' : 'Sign and send'}
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
