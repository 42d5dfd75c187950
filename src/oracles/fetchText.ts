import { type Clock, systemClock } from '../node/rpc/clock.ts'
import { parseNodeUrl } from '../node/rpc/http/nodeUrl.ts'
import { readBody } from '../node/rpc/http/readBody.ts'
import { RegenError } from '../primitives/errors.ts'
import { SOURCE_UNREADABLE } from '../primitives/errorTable.ts'

/** The bounds of a request to an address: time, bytes, and what fetches. */
export type FetchOptions = {
  /** How long it may take, the last byte included, in milliseconds. Default: 15 seconds. */
  readonly timeoutMs?: number
  /** The longest answer that is read, in bytes. Default: 5 million. */
  readonly answerLimit?: number
  readonly signal?: AbortSignal
  readonly fetch?: typeof globalThis.fetch
  readonly clock?: Clock
}

const DEFAULTS = { timeoutMs: 15_000, answerLimit: 5_000_000, clock: systemClock } as const

/** The scheme and host of an address: the rest may hold a key, and is never shown. */
export const originOf = (url: string): string => parseNodeUrl(url, 0).origin

/**
 * The text at an address, whole and in time. No redirect is followed: who answers is who was named. With `body` it is sent, as JSON.
 * Whatever goes wrong is SOURCE_UNREADABLE with the reason; what the platform says may quote the address, and is not passed on.
 */
export async function fetchText(url: string, options: FetchOptions = {}, body?: string): Promise<string> {
  const { timeoutMs, answerLimit, fetch, signal, clock } = { ...DEFAULTS, ...options }
  const { href, headers, origin } = parseNodeUrl(url, 0)
  const unreadable = (reason: string) => new RegenError(SOURCE_UNREADABLE, { source: origin, reason })
  const stop = new AbortController()
  const give = (reason: string) => stop.abort(unreadable(reason))
  const cancel = clock.after(timeoutMs, () => give(`no whole answer within ${timeoutMs} ms`))
  const aborted = () => give('the call was aborted')
  signal?.addEventListener('abort', aborted, { once: true })
  if (signal?.aborted) aborted()
  const read = async () => {
    const response = await (fetch ?? globalThis.fetch)(href, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json, text/csv',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: stop.signal,
    })
    const { type, status } = response
    if (type === 'opaqueredirect' || (status >= 300 && status < 400))
      throw unreadable('it sends elsewhere; name the place itself')
    if (status < 200 || status > 299) throw unreadable(`HTTP status ${status}`)
    const text = await readBody(response, answerLimit)
    if (text === null) throw unreadable(`its answer is longer than ${answerLimit} bytes`)
    return text
  }
  try {
    return await Promise.race([ended(stop.signal), read()])
  } catch (error) {
    const ours = [stop.signal.reason, error].find(reason => reason instanceof RegenError)
    throw ours ?? unreadable('no connection, or it broke')
  } finally {
    cancel()
    signal?.removeEventListener('abort', aborted)
    stop.abort()
  }
}

/** Rejects as soon as the signal is aborted: some platforms wait for ever for the rest of an answer. */
const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
