/** Some ten minutes on regen-1: longer than a person needs to look at a wallet. */
export const DEFAULT_TIMEOUT_BLOCKS = 100

/**
 * The last block that may take the transaction, so that it is certain in bounded time what became of it; 0 for none.
 *
 *     timeout height = newest height + blocks
 */
export const timeoutHeightFor = (
  { timeoutHeight, timeoutBlocks = DEFAULT_TIMEOUT_BLOCKS }: TimeoutOptions,
  height: bigint,
): bigint => (timeoutHeight === 'none' ? 0n : (timeoutHeight ?? height + BigInt(timeoutBlocks)))

/** How long a signed transaction may wait for its block. Heights are block numbers of the chain. */
export type TimeoutOptions = {
  /** After this block the transaction can never run. 'none': it may run for ever. Default: `timeoutBlocks` after the newest block. */
  readonly timeoutHeight?: bigint | 'none'
  /** How many blocks from the newest one on may take the transaction, 1 or more. Default: 100. */
  readonly timeoutBlocks?: number
}
