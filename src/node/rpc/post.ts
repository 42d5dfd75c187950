import { RegenError } from '../../primitives/errors.ts'
import {
  NODE_ANSWER_TOO_LARGE,
  NODE_HTTP_ERROR,
  NODE_TIMEOUT,
  NODE_UNREACHABLE,
} from '../../primitives/errorTable.ts'
import { type Answers, readAnswers } from './answers.ts'
import type { NodeUrl } from './nodeUrl.ts'
import type { RpcOptions } from './options.ts'
import { readBody } from './readBody.ts'
import { retryAfterMs } from './retryAfter.ts'

/**
 * One HTTP request and its whole answer. The timeout covers the answer's last byte.
 * No error of the platform is passed on: it may quote the address.
 */
export async function post(
  { href, headers, origin, redact }: NodeUrl,
  body: string,
  stop: AbortController,
  { fetch, clock, timeoutMs, answerLimit }: RpcOptions,
): Promise<Answers> {
  const { signal } = stop
  const cancel = clock.after(timeoutMs, () =>
    stop.abort(new RegenError(NODE_TIMEOUT, { origin, milliseconds: timeoutMs })),
  )
  try {
    const response = await fetch(href, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal,
    })
    const { status } = response
    const text = await readBody(response, answerLimit)
    if (text === null) throw new RegenError(NODE_ANSWER_TOO_LARGE, { origin, limit: answerLimit })
    if (response.ok) return readAnswers(text)
    const retryAfter = retryAfterMs(response.headers.get('retry-after'), clock.now())
    throw new RegenError(NODE_HTTP_ERROR, { origin, status, retryAfterMs: retryAfter })
  } catch (error) {
    const ours = [signal.reason, error].find(reason => reason instanceof RegenError)
    throw ours ?? new RegenError(NODE_UNREACHABLE, { origin, reason: redact(reasonOf(error)) })
  } finally {
    cancel()
    // Whatever is left of an answer that was not read to its end is not wanted.
    stop.abort()
  }
}

/** 'fetch failed: connect ECONNREFUSED 127.0.0.1:1': what an error and its cause say. */
function reasonOf(error: unknown): string {
  const { message, cause } = Object(error)
  return [message, cause?.message || cause?.code].filter(Boolean).join(': ')
}
