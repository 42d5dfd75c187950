import { sha256Hex } from './sha256Hex.ts'

/** Where a token of another chain came from: the channels it came through, the last one first, and its name on its own chain. */
export type DenomTrace = {
  /** Such as 'transfer/channel-48'. */
  readonly path: string
  /** Such as 'uusdc'. */
  readonly base: string
}

/**
 * The denom of a token that came over IBC. Never a constant: it is computed from where the token came from.
 *
 *     ibc/ + SHA-256( path + / + base ), in capitals
 *
 * @see ICS-20, denomination trace
 *
 * @example
 * ibcDenom({ path: 'transfer/channel-48', base: 'uusdc' }) // 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653'
 */
export const ibcDenom = ({ path, base }: DenomTrace): string =>
  `ibc/${sha256Hex(`${path}/${base}`).toUpperCase()}`
