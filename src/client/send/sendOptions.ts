import type { WarningCode } from '../../messages/warnings.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import type { SnapshotOptions } from '../../snapshot/takeSnapshot.ts'
import type { SigningMode } from '../sign/chooseMode.ts'
import type { TimeoutOptions } from './timeoutHeight.ts'
import type { WaitOptions } from './waitForTx.ts'

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
     * nothing that a wallet has signed is sent: DEBIT_TOO_HIGH. Default: what the preview says leaves them.
     */
    readonly atMost?: readonly string[]
    /** Seconds that the node's newest block may be old: beyond that nothing is signed (STATE_TOO_OLD). Default: 600; 'any' for a chain that stands still. */
    readonly maxAge?: bigint | 'any'
    /** How much more than the previewed buyer fee a filled-in maxFeeAmount allows: '0.01' is 1 %. Default '0'. */
    readonly slippage?: string
    /** Warnings that block, or say that not everything is known, and do not keep this transaction from being signed. */
    readonly allow?: readonly WarningCode[]
    /** Default: amino for a key on a hardware device, else direct where the wallet has it. */
    readonly mode?: SigningMode
    /** Hears of each step as it is done. What it throws before the broadcast ends the call; after it, nothing is lost: it is not listened to. */
    readonly onStep?: (step: SendStep) => void
  }

/**
 * Steps in their order. After `signed`, a new `simulated` and `signed` follow when another transaction was faster, and two nodes prove that the
 * first one can never run; or when another wallet has used the sequence before anything was sent.
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

const isHeight = (value: unknown) => typeof value === 'bigint' && value >= 0n && value < 2n ** 64n
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 1
const isTimeout = (value: unknown) => value === 'none' || (isHeight(value) && value !== 0n)
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText)
const isTime = (value: unknown) => typeof value === 'number' && value >= 0
const isText = (value: unknown) => typeof value === 'string'

/** What an option must be that no other part of the SDK checks. */
const EXPECTED: { readonly [name in keyof SendOptions]: readonly [(value: unknown) => boolean, string] } = {
  memo: [isText, 'text'],
  feeGranter: [isText, 'an address'],
  feePayer: [isText, 'an address'],
  gasPrice: [isText, 'text such as "0.025uregen"'],
  maxGasFee: [isText, 'text such as "100000uregen"'],
  slippage: [isText, 'text such as "0.01"'],
  timeoutHeight: [isTimeout, 'a bigint of 1 or more, or "none",'],
  timeoutBlocks: [isCount, 'a whole number of 1 or more'],
  gasMargin: [isText, 'text such as "0.1"'],
  atMost: [isTexts, 'a list of texts such as "60000000uregen"'],
  onStep: [value => typeof value === 'function', 'a function'],
  gasLimit: [isHeight, 'a bigint of 0 or more'],
  timeoutMs: [isTime, 'milliseconds'],
  pollMs: [isTime, 'milliseconds'],
  maxAge: [value => value === 'any' || isHeight(value), 'seconds as a bigint, or "any",'],
  mode: [value => value === 'direct' || value === 'amino', '"direct" or "amino"'],
  allow: [Array.isArray, 'a list of warning codes'],
}

/** Throws INPUT_INVALID for options of another type or range, which TypeScript would have refused as well. */
export function checkSendOptions(options: SendOptions): void {
  const given: { readonly [name: string]: unknown } = options
  const issues = Object.entries(EXPECTED).flatMap(([name, [holds, expected]]) =>
    given[name] === undefined || holds(given[name]) ? [] : [`✖ expected ${expected} at ${name}`],
  )
  if (issues.length > 0) throw new RegenError(INPUT_INVALID, { what: 'options', issues: issues.join('\n') })
}
