import { RegenError } from '../../../primitives/errors.ts'
import {
  NODE_ANSWER_TOO_LARGE,
  NODE_REDIRECTS,
  NODE_TIMEOUT,
  NODE_UNREACHABLE,
} from '../../../primitives/errorTable.ts'
import type { RpcOptions } from '../options.ts'
import type { NodeUrl } from './nodeUrl.ts'
import { readBody } from './readBody.ts'

/** One HTTP answer, whole. */
export type HttpAnswer = {
  readonly status: number
  readonly text: string
  /** How long it asks to be left alone, in milliseconds; 0 when it does not. */
  readonly retryAfterMs: number
  /** Its Date header, in milliseconds since 1970; null where there is none, or a browser does not show it. */
  readonly date: number | null
}

/** Redirects within one origin that are followed. */
const MAX_REDIRECTS = 3

/**
 * One HTTP request and its whole answer. The timeout covers the answer's last byte. A redirect is followed within the
 * origin only: what is sent, perhaps a signed transaction, is for the node that the caller named.
 * No error of the platform is passed on: it may quote the address.
 */
export async function post(
  url: NodeUrl,
  body: string,
  stop: AbortController,
  options: RpcOptions,
): Promise<HttpAnswer> {
  const { origin, redact } = url
  const { signal } = stop
  const { clock, timeoutMs: milliseconds } = options
  const cancel = clock.after(milliseconds, () =>
    stop.abort(new RegenError(NODE_TIMEOUT, { origin, milliseconds })),
  )
  try {
    // Not left to fetch alone: Node's waits for ever for the rest of an answer that cannot be unpacked.
    return await Promise.race([ended(signal), exchange(url, body, signal, options)])
  } catch (error) {
    const ours = [signal.reason, error].find(reason => reason instanceof RegenError)
    throw ours ?? new RegenError(NODE_UNREACHABLE, { origin, reason: redact(withCause(error)) })
  } finally {
    cancel()
    // Whatever is left of an answer that was not read to its end is not wanted.
    stop.abort()
  }
}

/** Rejects as soon as the signal is aborted. */
const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))

async function exchange(
  url: NodeUrl,
  body: string,
  signal: AbortSignal,
  { fetch, clock, answerLimit }: RpcOptions,
): Promise<HttpAnswer> {
  const { headers, origin } = url
  for (let [href, redirects] = [url.href, 0]; ; redirects++) {
    const response = await fetch(href, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'manual',
      signal,
    })
    if (isRedirect(response)) {
      href = placeWithin(url, href, response, redirects)
      await response.body?.cancel()
      continue
    }
    const text = await readBody(response, answerLimit)
    if (text === null) throw new RegenError(NODE_ANSWER_TOO_LARGE, { origin, limit: answerLimit })
    const date = Date.parse(response.headers.get('date') ?? '')
    return {
      status: response.status,
      text,
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), clock.now()),
      date: date > 0 ? date : null,
    }
  }
}

/** A browser hides status and address of a redirect that it does not follow. */
const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status)

/** Where a redirect leads, if that is within the origin; NODE_REDIRECTS, with the address, if not. */
function placeWithin(
  { origin, redact }: NodeUrl,
  from: string,
  { headers }: Response,
  redirects: number,
): string {
  const location = headers.get('location')
  const to = location !== null && URL.canParse(location, from) ? new URL(location, from) : null
  if (to?.origin === origin && redirects < MAX_REDIRECTS) return to.href
  const shown = to && redact(to.origin + to.pathname).slice(0, 200)
  throw new RegenError(NODE_REDIRECTS, { origin, to: shown })
}

/** 'fetch failed: connect ECONNREFUSED 127.0.0.1:1': what an error and its cause say. */
function withCause(error: unknown): string {
  const { message, cause } = Object(error)
  return [message, cause?.message || cause?.code].filter(Boolean).join(': ')
}

/** The milliseconds a Retry-After header asks for, in seconds or as a date; 0 without one, or with one unreadable. */
export function retryAfterMs(header: string | null, now: number): number {
  const milliseconds = Number(header) * 1000
  return Math.max(0, milliseconds >= 0 ? milliseconds : Date.parse(header ?? '') - now || 0)
}
