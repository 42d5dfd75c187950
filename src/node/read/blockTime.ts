import { toBlockTime } from '../decode/blockTime.ts'
import type { ChainAt } from './txSearch.ts'

/**
 * The time of a block, RFC 3339.
 *
 * @example
 * const blockTime = await readBlockTime(chain, at.height)
 */
export const readBlockTime = async (
  { port, signal }: Pick<ChainAt, 'port' | 'signal'>,
  height: bigint,
): Promise<string> => toBlockTime(await port.call('header', { height: `${height}` }, signal), height)
