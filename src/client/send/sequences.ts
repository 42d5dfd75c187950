import type { TxFailure } from '../../node/events/failures/explainFailure.ts'
import type { TxPlan } from '../sign/txPlan.ts'

/** What the chain says of a wrong sequence. */
export type Mismatch = { readonly expected: bigint; readonly got: bigint }

/** Null when the sequence is not what is wrong, or the chain does not say which it expects. */
export function mismatchOf({ name, facts }: Pick<TxFailure, 'name' | 'facts'>): Mismatch | null {
  const { expected, got } = facts
  return name === 'SEQUENCE_WRONG' && isSequence(expected) && isSequence(got)
    ? { expected: BigInt(expected), got: BigInt(got) }
    : null
}

const isSequence = (text: string | undefined): text is string => /^\d{1,20}$/.test(text ?? '')

/** The transaction waits for an earlier one, which this node has not seen yet. */
export const isAhead = ({ expected, got }: Mismatch): boolean => expected < got

/** A plan with the sequence of one signer corrected: of the signers from a given place on, the first whose sequence is the one that the chain refused. */
export type Correction = Mismatch & { readonly index: number; readonly plan: TxPlan }

/** Null when no signer has it. */
export function correctSequence(plan: TxPlan, { expected, got }: Mismatch, from = 0): Correction | null {
  const index = plan.signers.findIndex(({ sequence }, place) => place >= from && sequence === got)
  if (index < 0) return null
  const signers = plan.signers.map((signer, place) =>
    place === index ? { ...signer, sequence: expected } : signer,
  )
  return { expected, got, index, plan: { ...plan, signers } }
}

/** The chain does not name the signer whose sequence is wrong: of several with one sequence it may have been another one. */
export const isUndone = (last: Correction, { expected, got }: Mismatch): boolean =>
  expected === last.got && got === last.expected
