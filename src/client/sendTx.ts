import { txError } from '../ledger/events/txError.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import { previewFees } from '../preview/previewFees.ts'
import type { LedgerSnapshot } from '../preview/snapshot.ts'
import { RegenError } from '../primitives/errors.ts'
import { CALL_ABORTED } from '../primitives/errorTable.ts'
import { ratio } from '../primitives/ratio.ts'
import { decodeTx } from '../wire/decodeTx.ts'
import { broadcastTx } from './broadcastTx.ts'
import { checkPreview } from './checkPreview.ts'
import type { Connection } from './connection.ts'
import type { OfflineSigner } from './offlineSigner.ts'
import type { PreparedTx } from './prepareTx.ts'
import { readSigners } from './readSigners.ts'
import type { SendOptions } from './sendOptions.ts'
import { signTx } from './signTx.ts'
import { correctSequence, simulate } from './simulate.ts'
import type { TxPlan } from './txPlan.ts'

/** A transaction that a node has taken. */
export type TakenTx = { readonly hash: string; readonly preview: FeePreview; readonly timeoutHeight: bigint }

/** How often a transaction is signed at most, when others use up its sequence. */
const SIGNINGS = 3

/** Simulates, signs and broadcasts; signs anew only what can no longer be in a block. */
export async function sendTx(
  connection: Connection,
  signer: OfflineSigner,
  prepared: PreparedTx,
  options: SendOptions,
): Promise<TakenTx> {
  const { allow = [], signal, onStep = () => {} } = options
  let { plan, preview } = await planTx(connection, prepared, options)
  checkPreview(preview, allow)
  for (let signing = 1; ; signing++) {
    const signed = await signTx(signer, plan, options.mode)
    if (signal?.aborted) throw new RegenError(CALL_ABORTED, { method: 'sending', by: 'signal' })
    preview = previewSigned(signed.bytes, plan, preview, prepared)
    onStep({ step: 'signed', txHash: signed.hash })
    const broadcast = await broadcastTx(connection, signed, plan, signal)
    if (broadcast.sent) {
      for (const { address, sequence } of plan.signers) connection.sequences.set(address, sequence + 1n)
      onStep({ step: 'sent', txHash: signed.hash })
      return { hash: signed.hash, preview, timeoutHeight: plan.timeoutHeight }
    }
    const corrected = correctSequence(plan, broadcast.refused)
    if (corrected === null || signing === SIGNINGS) throw txError(broadcast.refused, signed.hash)
    plan = corrected
  }
}

/** The transaction to sign, with its gas and fee, and the preview that says so. */
async function planTx(
  connection: Connection,
  { messages, accounts, feePayer, snapshot, assumptions }: PreparedTx,
  { memo = '', timeoutHeight = 0n, feeGranter = '', gasLimit, signal, onStep = () => {} }: SendOptions,
): Promise<{ plan: TxPlan; preview: FeePreview }> {
  const { rpc, sequences } = connection
  const { height, chainId } = snapshot
  const signers = await readSigners({ port: rpc, height, signal }, accounts, sequences)
  const body = { chainId, messages, memo, timeoutHeight, feePayer, feeGranter }
  const simulated = await simulate(connection, { ...body, gasLimit: 0n, fee: null, signers }, signal)
  onStep({ step: 'simulated', gasUsed: simulated.gasUsed })
  const limit = gasLimit ?? (simulated.gasUsed * 13n + 9n) / 10n
  const preview = previewFees({ ...assumptions, messages, snapshot, gasLimit: limit })
  const { denom, fee } = preview.live.gas ?? { denom: '', fee: null }
  return {
    plan: { ...simulated.plan, gasLimit: limit, fee: fee === null ? null : { denom, amount: fee } },
    preview,
  }
}

/** The preview of what was signed: a wallet lets people change the fee. */
function previewSigned(
  bytes: Uint8Array,
  { gasLimit, fee: planned }: TxPlan,
  preview: FeePreview,
  { messages, snapshot, assumptions }: PreparedTx,
): FeePreview {
  const { fee } = decodeTx(bytes).authInfo
  const [coin] = fee?.amount ?? []
  const isAsPlanned =
    fee?.gasLimit === gasLimit &&
    (coin === undefined
      ? (planned?.amount ?? 0n) === 0n
      : coin.denom === planned?.denom && BigInt(coin.amount) === planned.amount)
  if (isAsPlanned || fee === undefined || fee.gasLimit === 0n) return preview
  const gasPrices: LedgerSnapshot['gasPrices'] = coin
    ? [{ denom: coin.denom, amount: ratio(BigInt(coin.amount), fee.gasLimit) }]
    : [{ denom: 'uregen', amount: ratio(0n) }]
  const payer = fee.granter || fee.payer
  return previewFees({
    ...assumptions,
    ...(payer && { feePayer: payer }),
    messages,
    snapshot: { ...snapshot, gasPrices },
    gasLimit: fee.gasLimit,
  })
}
