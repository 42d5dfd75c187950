import { formatTime, nanosecondsOf } from '../../primitives/time.ts'
import { type Recordings, resultOf } from '../recordings.ts'

type Header = { readonly height: string; readonly time: string; readonly [field: string]: unknown }

/** What is known of the chain's blocks. */
export type Blocks = {
  /** The first and the last height there is a header of, or a status. */
  readonly first: bigint
  readonly last: bigint
  readonly header: (height: bigint) => Header | undefined
  /** A whole block, recorded at the marks. */
  readonly block: (height: bigint) => unknown
  /** RFC 3339. Between recorded headers it is interpolated, as if all blocks there took the same time. */
  readonly time: (height: bigint) => string
  /** The hash of a block, known when the header of the next was recorded. */
  readonly hash: (height: bigint) => string | undefined
}

/** Collects every recorded header: of the marks and of the transactions. */
export function recordedBlocks(recordings: Recordings): Blocks {
  const headers = new Map<bigint, Header>()
  const blocks = new Map<bigint, unknown>()
  for (const { header } of recordings.txs) if (header) headers.set(BigInt(header.height), header)
  for (const call of recordings.calls) {
    if (!('response' in call)) continue
    const result = call.response.result as { header?: Header; block?: { header: Header } } | undefined
    if (call.request.method === 'header' && result?.header)
      headers.set(BigInt(result.header.height), result.header)
    if (call.request.method === 'block' && result?.block)
      blocks.set(BigInt(result.block.header.height), result)
  }
  const { latest_block_height, latest_block_time } = statusOf(recordings).sync_info
  const moments = new Map([...headers].map(([height, { time }]) => [height, time] as const))
  moments.set(BigInt(latest_block_height), latest_block_time)
  const heights = [...moments.keys()].sort((a, b) => (a < b ? -1 : 1))
  const [first = 1n, last = 1n] = [heights[0], heights.at(-1)]

  function time(height: bigint): string {
    const after = heights.find(known => known >= height) ?? last
    const before = heights.filter(known => known <= height).at(-1) ?? first
    const exact = moments.get(height)
    if (exact !== undefined) return exact
    const [from, to] = [moments.get(before) ?? '', moments.get(after) ?? ''].map(nanosecondsOf) as [
      bigint,
      bigint,
    ]
    const moment = after === before ? from : from + ((to - from) * (height - before)) / (after - before)
    return formatTime({ seconds: moment / 1_000_000_000n, nanos: Number(moment % 1_000_000_000n) })
  }

  return {
    first,
    last,
    time,
    header: height => headers.get(height),
    block: height => blocks.get(height),
    hash: height => (headers.get(height + 1n)?.['last_block_id'] as { hash: string } | undefined)?.hash,
  }
}

export type Status = {
  readonly sync_info: {
    readonly latest_block_height: string
    readonly latest_block_time: string
    readonly [field: string]: unknown
  }
  readonly [part: string]: unknown
}

export const statusOf = (recordings: Recordings): Status => resultOf(recordings, 'status') as Status
