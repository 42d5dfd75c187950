import type { WarningCode } from '../../messages/warnings.ts'
import type { FeePreview } from '../../preview/feePreview.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import type { SnapshotOptions } from '../../snapshot/takeSnapshot.ts'
import type { SigningMode } from '../sign/signTx.ts'
import type { WaitOptions } from './waitForTx.ts'

/** Under which assumptions a preview is made; what is left out is read from the node. */
export type PreviewOptions = Omit<SnapshotOptions, 'chainId'>

/** How a transaction is signed and sent. Everything has a default. */
export type SendOptions = Omit<PreviewOptions, 'accounts' | 'height'> &
  Omit<WaitOptions, 'signal'> & {
    readonly memo?: string
    /** Whose allowance pays the gas. */
    readonly feeGranter?: string
    /** Default: from a simulation, ceil(gas used × 13/10). */
    readonly gasLimit?: bigint
    /** For one unit of gas, such as '0.025uregen'. Default: what the node asks, in uregen if it takes that. */
    readonly gasPrice?: string
    /** The most to pay for gas, such as '100000uregen': above it nothing is signed. Default: whatever the node asks. */
    readonly maxGasFee?: string
    /** How much more than the previewed buyer fee a filled-in maxFeeAmount allows: '0.01' is 1 %. Default '0'. */
    readonly slippage?: string
    /** Warnings that block, and do not keep this transaction from being signed. */
    readonly allow?: readonly WarningCode[]
    /** Default: direct where the wallet has it. */
    readonly mode?: SigningMode
    /** Hears of each step as it is done. */
    readonly onStep?: (step: SendStep) => void
  }

/** Steps in their order. After `signed`, a new `simulated` and `signed` follow when another transaction was faster. */
export type SendStep =
  | { readonly step: 'previewed'; readonly preview: FeePreview }
  | { readonly step: 'simulated'; readonly gasUsed: bigint }
  | { readonly step: 'signed'; readonly txHash: string }
  | { readonly step: 'sent'; readonly txHash: string }
  | { readonly step: 'included'; readonly txHash: string; readonly height: bigint }

const isHeight = (value: unknown) => typeof value === 'bigint' && value >= 0n && value < 2n ** 64n
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
  timeoutHeight: [isHeight, 'a bigint of 0 or more'],
  gasLimit: [isHeight, 'a bigint of 0 or more'],
  timeoutMs: [isTime, 'milliseconds'],
  pollMs: [isTime, 'milliseconds'],
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
