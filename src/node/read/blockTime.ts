import { toBlockTime } from '../decode/blockTime.ts'
import type { Rpc } from '../rpc/connectRpc.ts'
import type { NodeAt } from './ask.ts'

/**
 * The time of a block, RFC 3339.
 *
 * @example
 * const blockTime = await readBlockTime(chain, at.height)
 */
export const readBlockTime = async (
  { port, signal }: { readonly port: Pick<Rpc, 'call'> } & Pick<NodeAt, 'signal'>,
  height: bigint,
): Promise<string> => toBlockTime(await port.call('header', { height: `${height}` }, signal), height)
