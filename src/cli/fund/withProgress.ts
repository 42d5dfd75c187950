import type { Io } from '../command.ts'
import { PROGRESS_MS } from '../options/withNode.ts'
import { counted } from '../render/text.ts'

/** Works, and says on standard error how far it is when that takes longer than a second. */
export async function withProgress<Result>(
  what: string,
  io: Io,
  work: (count: () => void) => Promise<Result>,
): Promise<Result> {
  let done = 0
  const say = () => {
    io.err(`${what}: ${counted(done, 'row')} …`)
    cancel = io.clock.after(PROGRESS_MS.next, say)
  }
  let cancel = io.clock.after(PROGRESS_MS.first, say)
  try {
    return await work(() => {
      done++
    })
  } finally {
    cancel()
  }
}
