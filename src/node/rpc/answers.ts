/** An error as JSON-RPC gives it, its message and data as one text. */
export type Refusal = { readonly code: number; readonly reason: string }

/** What came for one call. Neither result nor error: two entries had its id, so that none can be trusted. */
export type Answer = { readonly result?: unknown; readonly error?: Refusal }

/** An HTTP answer, taken apart: what belongs to which call, and what is wrong for calls without an entry. */
export type Answers = {
  readonly byId: ReadonlyMap<unknown, Answer>
  readonly reason: string
  /** The largest batch the node takes, when it refused a larger one; otherwise 0. */
  readonly allowed: number
}

/** Reads a single answer or a batch of them. A batch of one is answered by one object, so both are read alike. */
export function readAnswers(text: string): Answers {
  const byId = new Map<unknown, Answer>()
  let reason = 'has no entry with its id'
  let allowed = 0
  try {
    for (const entry of [JSON.parse(text)].flat()) {
      const { id, result, error } = Object(entry) as Record<string, unknown>
      const answer = error ? { error: toRefusal(error) } : { result }
      if (id !== undefined && id !== null) byId.set(id, byId.has(id) ? {} : answer)
      else if (answer.error) {
        reason = `refuses: ${answer.error.reason}`
        allowed = Number(/batch request exceeds maximum \((\d+)\)/.exec(reason)?.[1] ?? 0)
      }
    }
  } catch {
    reason = /^\s*</.test(text) ? 'is a web page' : 'is cut off or not JSON'
  }
  return { byId, reason, allowed }
}

function toRefusal(error: unknown): Refusal {
  const { code, message, data } = Object(error)
  return { code: Number(code), reason: [message, data].filter(Boolean).join(': ') }
}
