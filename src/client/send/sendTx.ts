import type { AbciEvent } from '../../node/events/abciEvent.ts'
import { requireNotEnded, unlessEnded } from '../../node/rpc/abort.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import { previewWithEffects } from '../../preview/previewWithEffects.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { RegenError } from '../../primitives/errors.ts'
import { SEQUENCE_CONTESTED } from '../../primitives/errorTable/sending.ts'
import { ratio } from '../../primitives/ratio.ts'
import type { Connection } from '../connection.ts'
import type { OfflineSigner } from '../sign/offlineSigner.ts'
import { readSigners } from '../sign/readSigners.ts'
import type { SignedFee } from '../sign/signedFee.ts'
import { signTx } from '../sign/signTx.ts'
import type { TxPlan } from '../sign/txPlan.ts'
import { broadcastTx } from './broadcast/broadcastTx.ts'
import { timeoutHeightFor } from './broadcast/timeoutHeight.ts'
import { checkPreview } from './checkPreview.ts'
import { requireAtMost, requireSimulated } from './debits.ts'
import { estimateGas } from './gas/estimateGas.ts'
import { mostGasFee, requireWithin } from './gas/gasPrice.ts'
import type { PreparedTx } from './prepareTx.ts'
import { readChainStatus } from './readChainStatus.ts'
import { freeSequences, isOvertaken, reserveSequences } from './reserveSequences.ts'
import type { SendOptions } from './sendOptions.ts'

/** A transaction that a node has taken. */
export type TakenTx = {
  readonly hash: string
  readonly preview: FeePreview
  readonly plan: TxPlan
  /** The newest height when it was planned: a block at or below it cannot have it. */
  readonly after: bigint
  readonly changedByWallet: readonly ('memo' | 'fee')[]
}

/** How often a transaction is signed at most, when others use up its sequence. */
const SIGNINGS = 3

/**
 * Simulates, signs and broadcasts. What has left the machine is signed anew, after another simulation, only when two nodes prove that it can
 * never be in a block; what has not, when another transaction of this connection has used its sequence meanwhile.
 */
export async function sendTx(
  connection: Connection,
  signer: OfflineSigner,
  prepared: PreparedTx,
  options: SendOptions,
): Promise<TakenTx> {
  const { allow = [], signal, onStep = () => {} } = options
  const ends = { signal, closed: connection.closed }
  const bound = { atMost: options.atMost, messages: prepared.messages }
  const most = mostGasFee(options)
  for (let signing = 1; signing <= SIGNINGS; signing++) {
    const { plan, preview, after, events } = await planTx(connection, prepared, options)
    checkPreview(preview, allow)
    requireWithin(plan.fee, most)
    requireAtMost(preview, bound, 'bids')
    requireSimulated(events, preview, bound)
    const isAsked = options.mode !== undefined
    const signed = await unlessEnded(signTx(signer, plan, prepared.mode, isAsked), 'signing', ends)
    const { hash, fee, memo } = signed
    const isAsPlanned = isFeeOf(plan, fee)
    const changedByWallet = [memo === plan.memo ? [] : 'memo', isAsPlanned ? [] : 'fee'].flat() as (
      | 'memo'
      | 'fee'
    )[]
    const signedPreview = isAsPlanned ? preview : previewSigned(fee, plan, preview, prepared)
    requireWithin(fee.coin, most)
    requireAtMost(signedPreview, bound, 'wallet')
    onStep({ step: 'signed', txHash: hash, timeoutHeight: plan.timeoutHeight, changedByWallet })
    requireNotEnded('sending', ends)
    if (isOvertaken(connection, plan)) continue
    reserveSequences(connection, plan)
    try {
      const broadcast = await broadcastTx(connection, signed, plan, after, signal)
      if (broadcast === 'sent') return { hash, preview: signedPreview, plan, after, changedByWallet }
    } catch (error) {
      freeSequences(connection, plan)
      throw error
    }
    freeSequences(connection, plan)
  }
  const signers = prepared.accounts.map(({ address }) => address)
  throw new RegenError(SEQUENCE_CONTESTED, { signers, times: SIGNINGS })
}

type Planned = {
  readonly plan: TxPlan
  readonly preview: FeePreview
  readonly after: bigint
  readonly events: readonly AbciEvent[]
}

/** The transaction to sign, with its gas and fee, and the preview that says so. */
async function planTx(
  connection: Connection,
  { messages, accounts, mode, feePayer, snapshot, assumptions }: PreparedTx,
  options: SendOptions,
): Promise<Planned> {
  const { memo = '', feeGranter = '', gasLimit, gasMargin, signal, onStep = () => {} } = options
  const { rpc, chainId, sequences } = connection
  // The snapshot may be old by now: others had their turn, or the wallet's owner took time.
  const { height } = await readChainStatus(connection, signal)
  const signers = await readSigners({ port: rpc, height, signal }, accounts, sequences)
  const timeoutHeight = timeoutHeightFor(options, height)
  const body = { chainId, messages, memo, timeoutHeight, feePayer, feeGranter, signers }
  const { gasPrices } = snapshot
  const { limit, plan, gasUsed, events } = await estimateGas(connection, body, {
    mode,
    gasLimit,
    gasMargin,
    gasPrices,
    signal,
  })
  if (gasUsed !== null) onStep({ step: 'simulated', gasUsed, gasLimit: limit })
  const preview = previewWithEffects({ ...assumptions, messages, snapshot, gasLimit: limit })
  return { plan, preview, after: height, events }
}

/** Whether the wallet has left the fee as it was. */
const isFeeOf = (plan: TxPlan, { coin, gasLimit, granter, payer }: SignedFee): boolean =>
  gasLimit === plan.gasLimit &&
  (coin?.amount ?? 0n) === (plan.fee?.amount ?? 0n) &&
  (coin?.denom ?? plan.fee?.denom) === (plan.fee?.denom ?? coin?.denom) &&
  granter === plan.feeGranter &&
  payer === plan.feePayer

/** The preview of what was signed: a wallet lets people change the fee. */
function previewSigned(
  { coin, gasLimit, granter, payer }: SignedFee,
  plan: TxPlan,
  preview: FeePreview,
  { messages, snapshot, assumptions }: PreparedTx,
): FeePreview {
  const { denom, amount } = coin ?? { denom: 'uregen', amount: 0n }
  if (gasLimit === 0n) return preview
  const gasPrices: LedgerSnapshot['gasPrices'] = [{ denom, amount: ratio(amount, gasLimit) }]
  const feePayer = granter || payer || plan.signers[0]?.address
  return previewWithEffects({
    ...assumptions,
    ...(feePayer !== undefined && { feePayer }),
    messages,
    snapshot: { ...snapshot, gasPrices },
    gasLimit,
  })
}
