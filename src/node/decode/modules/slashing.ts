import { type Ratio, ratio } from '../../../primitives/ratio.ts'
import type {
  Params,
  ValidatorSigningInfo,
} from '../../../wire/generated/cosmos/slashing/v1beta1/slashing.ts'
import type { Fields } from '../fields.ts'

/** How a validator signed lately. */
export type SigningInfo = {
  /** regenvalcons1… */
  readonly consensusAddress: string
  /** Blocks since it was bonded, or released from jail. */
  readonly counted: bigint
  /** Of the last blocks, at most a window of them, those it did not sign. */
  readonly missed: bigint
  /** RFC 3339; null when it never was in jail. */
  readonly jailedUntil: string | null
  readonly tombstoned: boolean
}

export const toSigningInfo = (
  { address, indexOffset, missedBlocksCounter, jailedUntil, tombstoned }: ValidatorSigningInfo,
  read: Fields,
): SigningInfo => ({
  consensusAddress: read.text('address', address),
  counted: notNegative('index_offset', indexOffset, read),
  missed: notNegative('missed_blocks_counter', missedBlocksCounter, read),
  // The chain writes the beginning of 1970 for "never".
  jailedUntil: jailedUntil?.seconds ? read.time('jailed_until', jailedUntil) : null,
  tombstoned,
})

/** What the chain takes a validator for missing blocks or signing two, as exact shares, and how long it is jailed. */
export type SlashingParams = {
  /** How many blocks back missed ones count. */
  readonly signedBlocksWindow: bigint
  readonly minSignedPerWindow: Ratio
  readonly jailSeconds: bigint
  readonly slashFractionDoubleSign: Ratio
  readonly slashFractionDowntime: Ratio
}

export const toSlashingParams = (
  {
    signedBlocksWindow,
    minSignedPerWindow,
    downtimeJailDuration,
    slashFractionDoubleSign,
    slashFractionDowntime,
  }: Params,
  read: Fields,
): SlashingParams => ({
  signedBlocksWindow: notNegative('signed_blocks_window', signedBlocksWindow, read),
  minSignedPerWindow: read.scaled('min_signed_per_window', minSignedPerWindow),
  jailSeconds: read.seconds('downtime_jail_duration', downtimeJailDuration),
  slashFractionDoubleSign: read.scaled('slash_fraction_double_sign', slashFractionDoubleSign),
  slashFractionDowntime: read.scaled('slash_fraction_downtime', slashFractionDowntime),
})

/**
 * The share of its last blocks that a validator signed, exact; null before the first one that counts.
 *
 *     uptime = (n − missed) / n        n = min(blocks since it was bonded, window)
 */
export function uptimeOf(
  { counted, missed }: Pick<SigningInfo, 'counted' | 'missed'>,
  { signedBlocksWindow }: Pick<SlashingParams, 'signedBlocksWindow'>,
): Ratio | null {
  const blocks = counted < signedBlocksWindow ? counted : signedBlocksWindow
  if (blocks === 0n) return null
  return ratio(missed < blocks ? blocks - missed : 0n, blocks)
}

/** int64 on the wire, and never below 0 on the chain. */
const notNegative = (field: string, value: bigint, read: Fields): bigint =>
  value >= 0n ? value : read.fail(field, 'a whole number of 0 or more', value)
