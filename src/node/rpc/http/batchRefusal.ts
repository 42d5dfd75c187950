import type { Answers } from './answers.ts'

/** HTTP statuses by which gateways say that they do not take this form or length of request. */
const REFUSING = new Set([400, 405, 406, 411, 413, 415, 422, 501])

/** Words that name how many calls a request may have: "batch request exceeds maximum (10) allowed", "batch limit is 5". */
const NAMED = /(?:max\w*|limit\w*|most|up to|exceed\w*|allow\w*)\D{0,40}?(\d{1,5})/i

/** A node that is asked too often says so of batches too; that passes. */
const BUSY = /too many|rate|slow|busy|overload|quota|throttl|later/i

/**
 * How many calls a node or gateway takes in one request, where its answer shows that `calls` were too many. 0: they were not, or the answer does not
 * tell.
 *
 *     HTTP 400, 405, 413 …                       it does not take batches
 *     one object in place of a list              it read the first call, or none
 *     an error that belongs to no call           it refused the whole; by a number that it names, less
 *     every call refused, with the word "batch"  it took the batch apart, and refuses it in each
 *
 * Without a number the calls go out one by one, which every node takes.
 */
export function batchAllowed(
  { status, text, answers }: { readonly status: number; readonly text: string; readonly answers: Answers },
  calls: number,
): number {
  const { byId, form, refusal } = answers
  const errors = [...byId.values()].map(({ error }) => error?.reason)
  const words = [refusal, ...(form === 'neither' ? [text] : []), ...errors].map(said =>
    `${said ?? ''}`.slice(0, 500),
  )
  const isNamed = words.some(said => /batch/i.test(said))
  const ofAll = form === 'object' || byId.size === 0
  const isRefused =
    REFUSING.has(status) ||
    (status === 200 && form === 'object' && (byId.size > 0 || (refusal !== '' && !BUSY.test(refusal)))) ||
    (isNamed && (ofAll || errors.every(reason => reason !== undefined && /batch/i.test(reason))))
  if (!isRefused) return 0
  const named =
    words
      .map(said => (/batch/i.test(said) ? Number(NAMED.exec(said)?.[1] ?? 0) : 0))
      .find(most => most > 0) ?? 1
  return named < calls ? named : 1
}
