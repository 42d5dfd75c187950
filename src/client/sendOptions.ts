import type { SnapshotOptions } from '../ledger/takeSnapshot.ts'
import type { WarningCode } from '../messages/warnings.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import type { SigningMode } from './signTx.ts'
import type { WaitOptions } from './waitForTx.ts'

/** Under which assumptions a preview is made; what is left out is read from the node. */
export type PreviewOptions = Omit<SnapshotOptions, 'chainId'>

/** How a transaction is signed and sent. Everything has a default. */
export type SendOptions = Omit<PreviewOptions, 'accounts'> &
  Omit<WaitOptions, 'signal'> & {
    readonly memo?: string
    /** Whose allowance pays the gas. */
    readonly feeGranter?: string
    /** Default: from a simulation, ceil(gas used × 13/10). */
    readonly gasLimit?: bigint
    /** For one unit of gas, such as '0.025uregen'. Default: what the node asks, in uregen if it takes that. */
    readonly gasPrice?: string
    /** How much more than the previewed buyer fee a filled-in maxFeeAmount allows: '0.01' is 1 %. Default '0'. */
    readonly slippage?: string
    /** Warnings that block, and do not keep this transaction from being signed. */
    readonly allow?: readonly WarningCode[]
    /** Default: direct where the wallet has it. */
    readonly mode?: SigningMode
    /** Hears of each step as it is done. */
    readonly onStep?: (step: SendStep) => void
  }

/** Steps in their order. After `signed` a new `signed` may follow when another transaction was faster. */
export type SendStep =
  | { readonly step: 'previewed'; readonly preview: FeePreview }
  | { readonly step: 'simulated'; readonly gasUsed: bigint }
  | { readonly step: 'signed'; readonly txHash: string }
  | { readonly step: 'sent'; readonly txHash: string }
  | { readonly step: 'included'; readonly txHash: string; readonly height: bigint }
