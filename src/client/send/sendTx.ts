import { txError } from '../../node/events/txError.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import { previewFees } from '../../preview/previewFees.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { ratio } from '../../primitives/ratio.ts'
import { orAbort, requireGoing } from '../abort.ts'
import type { Connection } from '../connection.ts'
import type { OfflineSigner } from '../sign/offlineSigner.ts'
import { readSigners } from '../sign/readSigners.ts'
import { type SignedFee, signTx } from '../sign/signTx.ts'
import type { TxPlan } from '../sign/txPlan.ts'
import { broadcastTx } from './broadcastTx.ts'
import { checkPreview } from './checkPreview.ts'
import { requireWithin } from './gasPrice.ts'
import type { PreparedTx } from './prepareTx.ts'
import { readChainStatus } from './readChainStatus.ts'
import type { SendOptions } from './sendOptions.ts'
import { correctSequence, mismatchOf } from './sequences.ts'
import { simulate } from './simulate.ts'

/** A transaction that a node has taken. */
export type TakenTx = {
  readonly hash: string
  readonly preview: FeePreview
  readonly timeoutHeight: bigint
  readonly signers: TxPlan['signers']
}

/** How often a transaction is signed at most, when others use up its sequence. */
const SIGNINGS = 3

/** Simulates, signs and broadcasts; signs anew, after another simulation, only what can no longer be in a block. */
export async function sendTx(
  connection: Connection,
  signer: OfflineSigner,
  prepared: PreparedTx,
  options: SendOptions,
): Promise<TakenTx> {
  const { allow = [], signal, onStep = () => {} } = options
  const ends = { signal, closed: connection.closed }
  const known = new Map(connection.sequences)
  for (let signing = 1; ; signing++) {
    const { plan, preview } = await planTx(connection, prepared, options, known)
    checkPreview(preview, allow)
    requireWithin(plan.fee, options.maxGasFee)
    const signed = await orAbort(signTx(signer, plan, options.mode), 'signing', ends)
    onStep({ step: 'signed', txHash: signed.hash })
    requireGoing('sending', ends)
    const broadcast = await broadcastTx(connection, signed, plan, signal)
    if (broadcast.sent) {
      for (const { address, sequence } of plan.signers) connection.sequences.set(address, sequence + 1n)
      onStep({ step: 'sent', txHash: signed.hash })
      const { hash, fee } = signed
      const { timeoutHeight, signers } = plan
      return { hash, preview: previewSigned(fee, plan, preview, prepared), timeoutHeight, signers }
    }
    const mismatch = mismatchOf(broadcast.refused)
    const corrected = mismatch && correctSequence(plan, mismatch)
    if (corrected === null || signing === SIGNINGS) throw txError(broadcast.refused, signed.hash)
    for (const { address, sequence } of corrected.plan.signers) known.set(address, sequence)
  }
}

/** The transaction to sign, with its gas and fee, and the preview that says so. */
async function planTx(
  connection: Connection,
  { messages, accounts, feePayer, snapshot, assumptions }: PreparedTx,
  { memo = '', timeoutHeight = 0n, feeGranter = '', gasLimit, signal, onStep = () => {} }: SendOptions,
  known: ReadonlyMap<string, bigint>,
): Promise<{ plan: TxPlan; preview: FeePreview }> {
  const { rpc, chainId } = connection
  // The snapshot may be old by now: others had their turn, or the wallet's owner took time.
  const { height } = await readChainStatus(connection, signal)
  const signers = await readSigners({ port: rpc, height, signal }, accounts, known)
  const body = { chainId, messages, memo, timeoutHeight, feePayer, feeGranter }
  const simulated = await simulate(connection, { ...body, gasLimit: 0n, fee: null, signers }, signal)
  onStep({ step: 'simulated', gasUsed: simulated.gasUsed })
  const limit = gasLimit ?? (simulated.gasUsed * 13n + 9n) / 10n
  const preview = previewFees({ ...assumptions, messages, snapshot, gasLimit: limit })
  const { denom, fee } = preview.live.gas ?? { denom: '', fee: null }
  return {
    plan: { ...simulated.plan, gasLimit: limit, fee: fee ? { denom, amount: fee } : null },
    preview,
  }
}

/** The preview of what was signed: a wallet lets people change the fee. */
function previewSigned(
  { coin, gasLimit, granter, payer }: SignedFee,
  plan: TxPlan,
  preview: FeePreview,
  { messages, snapshot, assumptions }: PreparedTx,
): FeePreview {
  const { denom, amount } = coin ?? { denom: 'uregen', amount: 0n }
  const isAsPlanned =
    gasLimit === plan.gasLimit &&
    amount === (plan.fee?.amount ?? 0n) &&
    denom === (plan.fee?.denom ?? denom) &&
    granter === plan.feeGranter &&
    payer === plan.feePayer
  if (isAsPlanned || gasLimit === 0n) return preview
  const gasPrices: LedgerSnapshot['gasPrices'] = [{ denom, amount: ratio(amount, gasLimit) }]
  const feePayer = granter || payer || plan.signers[0]?.address
  return previewFees({
    ...assumptions,
    ...(feePayer !== undefined && { feePayer }),
    messages,
    snapshot: { ...snapshot, gasPrices },
    gasLimit,
  })
}
