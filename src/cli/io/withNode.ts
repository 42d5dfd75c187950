import type { Rpc } from '../../node/rpc/connectRpc.ts'
import type { Io } from '../command.ts'
import { counted } from '../render/text.ts'

/** Milliseconds before anything is said of the progress, and between one line of it and the next. */
export const PROGRESS_MS = { first: 1000, next: 5000 } as const

/**
 * Works with a connection, and closes it whatever happens. Work of more than a second says on standard error what it is about; of the nodes
 * only scheme and host, as the rest of an address may be a key.
 */
export async function withNode<Result>(
  urls: readonly string[],
  what: string,
  io: Io,
  work: (rpc: Rpc) => Promise<Result>,
): Promise<Result> {
  const { connectRpc } = await import('../../node/rpc/connectRpc.ts')
  const rpc = connectRpc(urls, { clock: io.clock })
  const say = () => {
    const { httpRequests, retries } = rpc.stats()
    const tried = retries > 0 ? `, ${counted(retries, 'call')} repeated` : ''
    io.err(`${what} from ${rpc.origins.join(', ')}: ${counted(httpRequests, 'request')}${tried} …`)
    cancel = io.clock.after(PROGRESS_MS.next, say)
  }
  let cancel = io.clock.after(PROGRESS_MS.first, say)
  try {
    return await work(rpc)
  } finally {
    cancel()
    rpc.disconnect()
  }
}
