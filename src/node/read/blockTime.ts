import * as z from 'zod/mini'
import { RegenError } from '../../primitives/errors.ts'
import { RESPONSE_INVALID } from '../../primitives/errorTable.ts'
import { parseResponse, TimeText, WholeAmount } from '../../primitives/schemas.ts'
import type { Rpc } from '../rpc/connectRpc.ts'
import type { NodeAt } from './ask.ts'

const HeaderJson = z.object({ header: z.object({ height: WholeAmount, time: TimeText }) })

/** Reads the result of `header`: the time of the block that was asked for, RFC 3339. */
export function toBlockTime(result: unknown, asked: bigint): string {
  const { height, time } = parseResponse(HeaderJson, 'header', result).header
  if (height === asked) return time
  throw new RegenError(RESPONSE_INVALID, {
    query: 'header',
    issues: `✖ expected height ${asked}, got ${height} at header.height`,
  })
}

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
