import { allocateRound } from '../mechanisms/regen-value-redistribution/round/allocate.ts'
import {
  type AllocationReport,
  reportHash,
} from '../mechanisms/regen-value-redistribution/round/allocationReport.ts'
import type { Round } from '../mechanisms/regen-value-redistribution/round/round.ts'
import { reportIri } from './reportIri.ts'

/** Whether a report came out the same when it was computed again, and where it did not. */
export type Recomputation = {
  readonly same: boolean
  readonly iri: string
  /** The names of the fields in which the two are not the same bytes. */
  readonly differs: readonly string[]
}

/**
 * Computes a round again and compares it with a report that somebody published: same round, same bytes, same IRI.
 *
 * @example
 * recompute(round, { ...report, dust: 1n }).differs // [ 'dust' ]
 */
export function recompute(round: Round, published: AllocationReport): Recomputation {
  const own = allocateRound(round)
  const fields = Object.keys({ ...own, ...published }) as (keyof AllocationReport)[]
  const text = (value: unknown) =>
    JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part))
  return {
    same: reportHash(own) === reportHash(published),
    iri: reportIri(own),
    differs: fields.filter(field => text(own[field]) !== text(published[field])),
  }
}
