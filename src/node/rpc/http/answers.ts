import { parseJson } from '../../../primitives/parseJson.ts'

/** An error as JSON-RPC gives it, its message and data as one text. */
type Refusal = { readonly code: number; readonly reason: string }

/** What came for one call. Neither result nor error: two entries had its id, so that none can be trusted. */
type Answer = { readonly result?: unknown; readonly error?: Refusal }

/** An HTTP answer, taken apart: what belongs to which call, and what is wrong for calls without an entry. */
export type Answers = {
  readonly byId: ReadonlyMap<unknown, Answer>
  readonly reason: string
  /** A batch is answered by a list; by an object only where the node did not take it as one. */
  readonly form: 'list' | 'object' | 'neither'
  /** What the node says of the request as a whole: an error that belongs to no call. */
  readonly refusal: string
}

/** Reads a single answer or a batch of them. A batch of one is answered by one object, so both are read alike. */
export function parseAnswers(text: string): Answers {
  const byId = new Map<unknown, Answer>()
  let [reason, refusal] = ['has no entry with its id', '']
  try {
    const json = parseJson(text)
    for (const entry of Array.isArray(json) ? json : [json]) {
      const { id, result, error } = Object(entry) as Record<string, unknown>
      const answer = error ? { error: toRefusal(error) } : { result }
      if (id !== undefined && id !== null) byId.set(id, byId.has(id) ? {} : answer)
      else if (answer.error) {
        refusal = answer.error.reason
        reason = `refuses: ${refusal}`
      }
    }
    const form = Array.isArray(json)
      ? 'list'
      : typeof json === 'object' && json !== null
        ? 'object'
        : 'neither'
    return { byId, reason, form, refusal }
  } catch {
    reason = /^\s*</.test(text) ? 'is a web page' : 'is cut off or not JSON'
    return { byId, reason, form: 'neither', refusal }
  }
}

function toRefusal(error: unknown): Refusal {
  const { code, message, data } = Object(error)
  const reason = [message, data].filter(part => typeof part === 'string' && part !== '').join(': ')
  return { code: Number(code), reason }
}
