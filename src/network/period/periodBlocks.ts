import * as z from 'zod/mini'
import { readBlockTime } from '../../node/read/blockTime.ts'
import type { Blocks, ChainAt } from '../../node/read/txSearch.ts'
import { parseResponse, TimeText, WholeAmount } from '../../primitives/schemas.ts'
import { nanosecondsOf } from '../../primitives/time.ts'

/** The blocks of a period of time, and whether the node still has all of them. */
export type PeriodBlocks = {
  readonly blocks: Blocks
  /** RFC 3339; both ends of what was asked for. The period is open at its beginning. */
  readonly from: string
  readonly to: string
  /** False when the node has thrown blocks of the period away: what happened in them is not known. */
  readonly complete: boolean
}

const EarliestJson = z.object({
  sync_info: z.object({ earliest_block_height: WholeAmount, earliest_block_time: TimeText }),
})

/**
 * Finds the blocks in (from, to]: the last one is the height of the reading, the first is searched for between the earliest block that the node has and
 * that one, each step by the share of the time that is left.
 *
 * @example
 * const blocks = await readPeriodBlocks(chain, { from: '2026-11-01T00:00:00Z', to: '2026-11-08T00:00:00Z' })
 */
export async function readPeriodBlocks(
  chain: ChainAt,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<PeriodBlocks> {
  const { sync_info } = parseResponse(
    EarliestJson,
    'status',
    await chain.port.call('status', {}, chain.signal),
  )
  const { earliest_block_height: first, earliest_block_time: firstTime } = sync_info
  const wanted = nanosecondsOf(from)
  if (nanosecondsOf(firstTime) > wanted)
    return { blocks: { from: first, to: chain.height }, from, to, complete: first === 1n }
  let before = { height: first, time: nanosecondsOf(firstTime) }
  let after = { height: chain.height, time: nanosecondsOf(to) }
  if (after.time <= wanted)
    return { blocks: { from: chain.height + 1n, to: chain.height }, from, to, complete: true }
  while (after.height - before.height > 1n) {
    const guess = between(before, after, wanted)
    const time = nanosecondsOf(await readBlockTime(chain, guess))
    if (time > wanted) after = { height: guess, time }
    else before = { height: guess, time }
  }
  return { blocks: { from: after.height, to: chain.height }, from, to, complete: true }
}

type Known = { readonly height: bigint; readonly time: bigint }

/** A height strictly between two others: where the wanted time lies if blocks come evenly. */
function between(before: Known, after: Known, wanted: bigint): bigint {
  const heights = after.height - before.height
  const times = after.time - before.time
  const even = times > 0n ? before.height + (heights * (wanted - before.time)) / times : before.height
  const least = before.height + 1n
  const most = after.height - 1n
  return even < least ? least : even > most ? most : even
}
