import { sameAccount } from '../../messages/keeper/authorize.ts'
import type { Message } from '../../messages/message.ts'
import { parseMessages } from '../../messages/parseMessages.ts'
import type { FeePreview, PreviewInput } from '../../preview/feePreview.ts'
import { previewFees } from '../../preview/previewFees.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { parseRatio } from '../../primitives/ratio.ts'
import { takeSnapshot } from '../../snapshot/takeSnapshot.ts'
import { unpackMessages } from '../../wire/unpackMessages.ts'
import { orAbort } from '../abort.ts'
import type { Connection } from '../connection.ts'
import type { OfflineSigner, SignerAccount } from '../sign/offlineSigner.ts'
import { pickAccounts } from '../sign/readSigners.ts'
import { signersOf } from '../sign/signersOf.ts'
import { readAccounts } from '../sign/walletAnswers.ts'
import { checkPreview } from './checkPreview.ts'
import { fillMaxFees } from './fillMaxFees.ts'
import { withGasPrice } from './gasPrice.ts'
import { checkSendOptions, type SendOptions } from './sendOptions.ts'

/** A transaction that may be signed, for all the ledger says. */
export type PreparedTx = {
  readonly messages: readonly Message[]
  /** In the order in which they sign. */
  readonly accounts: readonly SignerAccount[]
  /** The one that pays the gas, unless a granter does; empty when it is the first signer. */
  readonly feePayer: string
  readonly snapshot: LedgerSnapshot
  readonly preview: FeePreview
  /** What the preview was made with, and is made again with once the gas is known. */
  readonly assumptions: Omit<PreviewInput, 'messages' | 'snapshot' | 'gasLimit'>
}

/** Messages from anywhere, packed or not, in the form in which they are previewed and signed. INPUT_INVALID for a wrong shape. */
export const readGiven = (given: unknown): readonly Message[] =>
  parseMessages(unpackMessages(parseMessages(given)))

/** Reads the ledger, previews, fills in maxFeeAmount, and refuses what the chain would refuse. */
export async function prepareTx(
  connection: Connection,
  signer: OfflineSigner,
  given: readonly Message[],
  options: SendOptions,
): Promise<PreparedTx> {
  checkSendOptions(options)
  const { gasLimit, gasPrice, slippage = '0', allow = [], signal } = options
  const [feeGranter, feePayer] = [options.feeGranter || undefined, options.feePayer || undefined]
  const extra = parseRatio(slippage)
  const read = readGiven(given)
  const { rpc, chainId, closed } = connection
  const asked = (async () => signer.getAccounts())()
  const held = readAccounts(await orAbort(asked, 'asking for accounts', { signal, closed }))
  const accounts = pickAccounts(signersOf(read, feePayer, held[0]?.address), held)
  const first = accounts[0]?.address
  const payer = feeGranter ?? feePayer ?? first
  const { policy, prices, rates, phase } = options
  const assumptions = {
    ...(policy && { policy }),
    ...(prices && { prices }),
    ...(rates && { rates }),
    ...(phase && { phase }),
    ...(payer !== undefined && { feePayer: payer }),
  }
  const taken = await takeSnapshot(rpc, read, {
    ...assumptions,
    // Any limit makes the snapshot hold the coins of whoever pays the gas.
    gasLimit: gasLimit ?? 1n,
    chainId,
    ...(signal && { signal }),
  })
  const snapshot = withGasPrice(taken.snapshot, gasPrice, rpc.origins)
  const messages = fillMaxFees(read, previewFees({ ...assumptions, messages: read, snapshot }), extra)
  const preview = previewFees({ ...assumptions, messages, snapshot })
  checkPreview(preview, allow)
  return {
    messages,
    accounts,
    feePayer: feePayer === undefined || sameAccount(feePayer, first ?? '') ? '' : feePayer,
    snapshot,
    preview,
    assumptions,
  }
}
