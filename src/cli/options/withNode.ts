import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { NODE_HTTP_ERROR } from '../../primitives/errorTable.ts'
import type { Io } from '../command.ts'
import { counted } from '../render/text.ts'
import type { ConnectionOptions } from './nodeOptions.ts'

/** Milliseconds before anything is said of the progress, and between one line of it and the next. */
export const PROGRESS_MS = { first: 1000, next: 5000 } as const

/**
 * Works with a connection, and closes it whatever happens. Work of more than a second says on standard error what it is about; of the nodes
 * only scheme and host, as the rest of an address may be a key.
 */
export async function withNode<Result>(
  urls: readonly string[],
  options: ConnectionOptions,
  what: string,
  io: Io,
  work: (rpc: Rpc) => Promise<Result>,
): Promise<Result> {
  const { connectRpc } = await import('../../node/rpc/connectRpc.ts')
  const rpc = connectRpc(urls, { ...options, clock: io.clock })
  const say = () => {
    const { httpRequests, retries } = rpc.stats()
    const tried = retries > 0 ? `, ${counted(retries, 'call')} repeated` : ''
    io.err(`${what} from ${rpc.origins.join(', ')}: ${counted(httpRequests, 'request')}${tried} …`)
    cancel = io.clock.after(PROGRESS_MS.next, say)
  }
  let cancel = io.clock.after(PROGRESS_MS.first, say)
  try {
    return await work(rpc)
  } catch (error) {
    throw hasNoRpc(error) ? notRpc(error) : error
  } finally {
    cancel()
    rpc.disconnect()
  }
}

/** What an address answers that has no CometBFT RPC: the REST port of a node answers 501 to a POST, a web server 404 or 405. */
const NO_RPC = [404, 405, 501]

type HttpError = RegenError<'NODE_HTTP_ERROR'>

const hasNoRpc = (error: unknown): error is HttpError =>
  isRegenError(error, 'NODE_HTTP_ERROR') && NO_RPC.includes(error.context.status)

const notRpc = (error: HttpError) =>
  new RegenError(
    {
      ...NODE_HTTP_ERROR,
      fix: 'That is how the REST port of a node (1317) or a web server answers: name its CometBFT RPC, which is mostly at port 26657.',
    },
    error.context,
    { cause: error },
  )
