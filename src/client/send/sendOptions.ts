import type { WarningCode } from '../../messages/warnings.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import type { SnapshotOptions } from '../../snapshot/takeSnapshot.ts'
import type { SigningMode } from '../sign/chooseMode.ts'
import type { TimeoutOptions } from './broadcast/timeoutHeight.ts'
import type { WaitOptions } from './broadcast/waitForTx.ts'

/** Under which assumptions a preview is made; what is left out is read from the node. */
export type PreviewOptions = Omit<SnapshotOptions, 'chainId'> & {
  /**
   * 'estimate': simulates with the signers' accounts where their public keys are on chain, and previews with the gas limit that a send would
   * have; where that cannot be done, the warning GAS_NOT_ESTIMATED says why. Default: only a stated `gasLimit` counts.
   */
  readonly gas?: 'estimate'
  /** As in SendOptions. */
  readonly gasMargin?: string
}

/** How a transaction is signed and sent. Everything has a default. */
export type SendOptions = Omit<PreviewOptions, 'accounts' | 'height' | 'gas'> &
  Omit<WaitOptions, 'signal' | 'timeoutHeight'> &
  TimeoutOptions & {
    readonly memo?: string
    /** Whose allowance pays the gas. */
    readonly feeGranter?: string
    /** Default: from a simulation of what will be signed, with `gasMargin`. */
    readonly gasLimit?: bigint
    /** How much more than the gas of the simulation the limit is: '0.1' is 10 %, which is the default. '0' leaves no room for what changes meanwhile. */
    readonly gasMargin?: string
    /** For one unit of gas, such as '0.025uregen'. Default: what the node asks, in uregen if it takes that. */
    readonly gasPrice?: string
    /**
     * The most to pay for gas, such as '100000uregen': above it nothing is signed, and nothing that a wallet has signed is sent. Default: 5 REGEN;
     * in another denom, what 50,000,000 gas cost at the `gasPrice` that the caller states.
     */
    readonly maxGasFee?: string
    /**
     * The most that may leave the accounts of the signers, gas included, such as ['60000000uregen']: a denom that is not listed may not leave at
     * all. What a purchase can cost in its block counts, its bid and maxFeeAmount, and what a simulation moves. Above it nothing is signed, and
     * nothing that a wallet has signed is sent: DEBIT_TOO_HIGH. Left out: only what a simulation moves is compared, with the debits of the preview,
     * and only where the preview is `complete`. Bids are not compared then.
     */
    readonly atMost?: readonly string[]
    /** How old the node's newest block may be, in seconds: beyond that nothing is signed (STATE_TOO_OLD). Default: 600. 'any': no limit. */
    readonly maxAge?: bigint | 'any'
    /** How much more than the previewed buyer fee a filled-in maxFeeAmount allows: '0.01' is 1 %. Default '0'. */
    readonly slippage?: string
    /** Codes of warnings with which this transaction is signed all the same: of those that block, and MESSAGE_UNKNOWN and INNER_PACKED. */
    readonly allow?: readonly WarningCode[]
    /** Default: amino for a key on a hardware device, else direct where the wallet has it. */
    readonly mode?: SigningMode
    /** Called after each step. What it throws before the broadcast ends the call; what it throws afterwards is ignored. */
    readonly onStep?: (step: SendStep) => void
  }

/**
 * Steps in their order. After `signed`, a new `simulated` and `signed` follow when another transaction was faster, and two nodes prove that the
 * first one can never run; or when another transaction of this connection has used the sequence before anything was sent.
 */
export type SendStep =
  | { readonly step: 'previewed'; readonly preview: FeePreview }
  | { readonly step: 'simulated'; readonly gasUsed: bigint; readonly gasLimit: bigint }
  | {
      readonly step: 'signed'
      readonly txHash: string
      readonly timeoutHeight: bigint
      /** What the wallet signed otherwise than it was asked. */
      readonly changedByWallet: readonly ('memo' | 'fee')[]
    }
  | { readonly step: 'sent'; readonly txHash: string }
  | { readonly step: 'included'; readonly txHash: string; readonly height: bigint }
