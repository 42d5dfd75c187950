import { createHash } from 'node:crypto'
import type { Recordings } from '../recordings.ts'
import { internalError, type Reply } from '../reply.ts'
import { type Blocks, statusOf } from './blocks.ts'

/** The recorded status, moved to another height. */
export function status(recordings: Recordings, blocks: Blocks, height: bigint): unknown {
  const recorded = statusOf(recordings)
  if (String(height) === recorded.sync_info.latest_block_height) return recorded
  return {
    ...recorded,
    sync_info: {
      ...recorded.sync_info,
      latest_block_hash: blocks.hash(height) ?? placeholder('block', height),
      latest_app_hash: blocks.header(height)?.['app_hash'] ?? placeholder('app', height),
      latest_block_height: String(height),
      latest_block_time: blocks.time(height),
    },
  }
}

/** A hash that was not recorded: well-formed, and of nothing. */
export const placeholder = (what: string, height: bigint): string =>
  createHash('sha256').update(`${what} ${height}`).digest('hex').toUpperCase()

/** header and block, of the newest height when none is asked. */
export function blockReply(
  method: 'header' | 'block',
  asked: unknown,
  recordings: Recordings,
  blocks: Blocks,
  now: bigint,
): Reply {
  const height = asked === undefined || asked === null ? now : BigInt(String(asked))
  if (height > now)
    return internalError(
      `height ${height} must be less than or equal to the current blockchain height ${now}`,
    )
  const header = blocks.header(height)
  if (!header) return { missing: `the ${method} of height ${height}` }
  if (method === 'header') return { result: { header } }
  return { result: blocks.block(height) ?? blockOf(header, height, recordings, blocks) }
}

/** The block of a recorded transaction: its header, its bytes, and no commit. */
function blockOf(header: unknown, height: bigint, { txs }: Recordings, blocks: Blocks): unknown {
  const inBlock = txs.filter(({ tx }) => tx && BigInt(tx.height) === height)
  const hash = blocks.hash(height) ?? placeholder('block', height)
  const last = (header as { last_block_id: unknown }).last_block_id
  return {
    block_id: { hash, parts: { total: 1, hash: placeholder('parts', height) } },
    block: {
      header,
      data: { txs: inBlock.map(({ txBytes }) => txBytes) },
      evidence: { evidence: [] },
      last_commit: { height: String(height - 1n), round: 0, block_id: last, signatures: [] },
    },
  }
}
