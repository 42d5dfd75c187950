import type { Blocks } from './blocks/blocks.ts'
import type { RecordedTx, Recordings } from './recordings.ts'

/** Where the recorded node stands, and which transactions it has accepted but not yet put in a block. */
export type Clock = {
  readonly height: () => bigint
  /** At a mark ('noFees') or a height, as the last block. */
  readonly standAt: (place: string | bigint) => void
  /** At the last block before a recorded transaction, by its name. */
  readonly standBefore: (name: string) => void
  readonly pending: () => readonly RecordedTx[]
  readonly accept: (tx: RecordedTx) => void
  /** All that it has accepted, pending or in a block. */
  readonly accepted: () => readonly RecordedTx[]
  /** Makes the block of the first pending transaction. */
  readonly makeBlock: () => void
  /** Whether the node has it already, pending or in a block. */
  readonly hasSeen: (tx: RecordedTx) => boolean
}

/** Starts at the height of the recorded status, which is after everything else. */
export function newClock({ network, txs }: Recordings, blocks: Blocks): Clock {
  let height = blocks.last
  let pending: readonly RecordedTx[] = []
  let accepted: readonly RecordedTx[] = []

  function standAt(place: string | bigint): void {
    const mark = typeof place === 'bigint' ? place : network.marks[place]
    if (typeof mark !== 'bigint' && typeof mark !== 'number')
      throw new Error(`the recordings have no mark "${place}"`)
    if (BigInt(mark) < blocks.first || BigInt(mark) > blocks.last)
      throw new Error(`the recordings begin at height ${blocks.first} and end at ${blocks.last}; not ${mark}`)
    height = BigInt(mark)
    pending = []
    accepted = []
  }

  return {
    standAt,
    standBefore: name => {
      const found = txs.find(tx => tx.name === name)
      if (!found) throw new Error(`the recordings have no transaction "${name}"`)
      standAt(found.tx ? BigInt(found.tx.height) - 1n : BigInt(found.before.simulate.response.height))
    },
    height: () => height,
    pending: () => pending,
    accepted: () => accepted,
    accept: tx => {
      accepted = [...accepted, tx]
      pending = [...pending, tx].sort((a, b) => Number(a.tx?.height) - Number(b.tx?.height))
    },
    makeBlock: () => {
      const [next, ...rest] = pending
      if (!next?.tx) return
      height = BigInt(next.tx.height)
      pending = rest
    },
    hasSeen: tx => pending.includes(tx) || (tx.tx !== null && BigInt(tx.tx.height) <= height),
  }
}
