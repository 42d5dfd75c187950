import { messageType, WHOLE_CATALOG } from '../../messages/catalog.ts'
import { sameAccount } from '../../messages/keeper/authorize.ts'
import type { Message } from '../../messages/message.ts'
import { unlessEnded } from '../../node/rpc/abort.ts'
import type { EffectsInput, FeePreview } from '../../preview/feePreview.ts'
import { previewWithEffects } from '../../preview/previewWithEffects.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { parseCoin } from '../../primitives/coin.ts'
import { parseRatio } from '../../primitives/ratio.ts'
import { requireFresh } from '../../snapshot/stateAge.ts'
import { takeSnapshot } from '../../snapshot/takeSnapshot.ts'
import type { Connection } from '../connection.ts'
import { chooseMode, type SigningMode } from '../sign/chooseMode.ts'
import type { OfflineSigner, SignerAccount } from '../sign/offlineSigner.ts'
import { pickAccounts } from '../sign/readSigners.ts'
import { signersOf } from '../sign/signersOf.ts'
import { bodyBytesOf } from '../sign/txPlan.ts'
import { parseAccounts } from '../sign/walletAnswers.ts'
import { checkPreview } from './checkPreview.ts'
import { checkSendOptions } from './checkSendOptions.ts'
import { requireAtMost } from './debits.ts'
import { fillMaxFees } from './fillMaxFees.ts'
import { DEFAULT_GAS_MARGIN } from './gas/gasLimit.ts'
import { mostGasFee, withGasPrice } from './gas/gasPrice.ts'
import { readGiven } from './readGiven.ts'
import type { SendOptions } from './sendOptions.ts'

/** Who signs, and how: all that is needed of the wallet before it is asked to sign. */
export type Signing = {
  readonly messages: readonly Message[]
  /** In the order in which they sign. */
  readonly accounts: readonly SignerAccount[]
  readonly mode: SigningMode
}

/** A transaction that may be signed, for all the ledger says. */
export type PreparedTx = Signing & {
  /** The one that pays the gas, unless a granter does; empty when it is the first signer. */
  readonly feePayer: string
  readonly snapshot: LedgerSnapshot
  readonly preview: FeePreview
  /** What the preview was made with, and is made again with once the gas is known. */
  readonly assumptions: Omit<EffectsInput, 'messages' | 'snapshot' | 'gasLimit'>
}

/** Checks what was given, and asks the wallet for the accounts that have to sign. */
export async function prepareSigning(
  { closed }: Pick<Connection, 'closed'>,
  signer: OfflineSigner,
  given: readonly Message[],
  options: SendOptions,
): Promise<Signing> {
  checkSendOptions(options)
  parseRatio(options.slippage ?? '0')
  parseRatio(options.gasMargin ?? DEFAULT_GAS_MARGIN)
  mostGasFee(options)
  options.atMost?.map(parseCoin)
  const messages = await readGiven(given, WHOLE_CATALOG)
  // Those outside of the catalog are not looked at before: what they would lose in their encoding is refused here.
  bodyBytesOf({
    messages: messages.filter(({ typeUrl }) => !messageType(typeUrl)),
    memo: '',
    timeoutHeight: 0n,
  })
  const { signal, mode } = options
  const asked = (async () => signer.getAccounts())()
  const held = parseAccounts(await unlessEnded(asked, 'asking for accounts', { signal, closed }))
  const accounts = pickAccounts(signersOf(messages, options.feePayer || undefined, held[0]?.address), held)
  return { messages, accounts, mode: chooseMode(signer, accounts, mode) }
}

/** Reads the ledger, previews, fills in maxFeeAmount, and refuses what the chain would refuse. */
export async function prepareTx(
  { rpc, chainId }: Pick<Connection, 'rpc' | 'chainId'>,
  { messages: read, accounts, mode }: Signing,
  options: SendOptions,
): Promise<PreparedTx> {
  const { gasLimit, gasPrice, slippage = '0', allow = [], signal } = options
  const [feeGranter, feePayer] = [options.feeGranter || undefined, options.feePayer || undefined]
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
  if (options.maxAge !== 'any') requireFresh(taken.snapshot, options.maxAge)
  const snapshot = withGasPrice(taken.snapshot, gasPrice, rpc.origins)
  const filled = previewWithEffects({ ...assumptions, messages: read, snapshot })
  const messages = fillMaxFees(read, filled, parseRatio(slippage))
  const preview = previewWithEffects({ ...assumptions, messages, snapshot })
  checkPreview(preview, allow)
  requireAtMost(preview, { atMost: options.atMost, messages }, 'bids')
  return {
    messages,
    accounts,
    mode,
    feePayer: feePayer === undefined || sameAccount(feePayer, first ?? '') ? '' : feePayer,
    snapshot,
    preview,
    assumptions,
  }
}
