import { govProposals } from '../../node/endpoints/governance.ts'
import { toNanoseconds } from '../../primitives/time.ts'
import { type Blocks, nanoseconds } from '../blocks.ts'
import type { Recordings } from '../recordings.ts'

const PASSED = 3

/** How sure it must be that a vote has ended: a second, some three blocks. */
const MARGIN = 1_000_000_000n

/** What became of a proposal, and when. */
export type Outcome = { readonly id: string; readonly passed: boolean; readonly votingEnd: bigint }

/** From the newest recorded list of proposals, in the order in which their votes ended. */
export function outcomesOf({ queries }: Recordings): readonly Outcome[] {
  const lists = queries.filter(
    ({ path, request, response }) => path === govProposals.path && request === '' && response.value,
  )
  const { proposals } = govProposals.decode(
    new Uint8Array(Buffer.from(lists.at(-1)?.response.value ?? '', 'base64')),
  )
  return proposals
    .flatMap(({ id, status, votingEndTime }) =>
      votingEndTime
        ? [{ id: String(id), passed: status === PASSED, votingEnd: toNanoseconds(votingEndTime) }]
        : [],
    )
    .sort((a, b) => (a.votingEnd < b.votingEnd ? -1 : 1))
}

/** Whether a proposal had ended after a block; 'unknown' when the block's time is too near to the end of its vote. */
export function hasEnded({ votingEnd }: Outcome, height: bigint, blocks: Blocks): boolean | 'unknown' {
  const late = nanoseconds(blocks.time(height)) - votingEnd
  if (blocks.header(height)) return late >= 0n
  return late > MARGIN ? true : late < -MARGIN ? false : 'unknown'
}
