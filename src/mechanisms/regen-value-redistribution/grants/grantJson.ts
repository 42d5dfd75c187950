import * as z from 'zod/mini'
import { parseInput, TimeText, WholeAmount } from '../../../primitives/schemas.ts'
import type { Grant, GrantEvent } from './grant.ts'

const Name = z.string().check(z.minLength(1), z.maxLength(200))

/** A grant and what has happened to it, as a file. */
export const GrantJson = z.strictObject({
  version: z.literal(1),
  id: Name,
  recipient: Name,
  denom: z._default(z.string(), 'uregen'),
  award: WholeAmount,
  milestones: z.array(
    z.strictObject({
      name: z.optional(z.string()),
      basisPoints: z.int().check(z.minimum(1), z.maximum(10_000)),
      deadline: TimeText,
    }),
  ),
  disputeSeconds: z.prefault(WholeAmount, '604800'),
  events: z.prefault(
    z.array(
      z.strictObject({
        milestone: z.int().check(z.minimum(0)),
        act: z.enum(['fund', 'submit', 'accept', 'reject', 'expire', 'dispute', 'halve']),
        time: TimeText,
        evidence: z.optional(z.string()),
      }),
    ),
    [],
  ),
})

export type GrantFile = Grant & { readonly denom: string; readonly events: readonly GrantEvent[] }

/** Reads a grant and its events from JSON; milestones are counted from 0. */
export const parseGrant = (json: unknown): GrantFile =>
  parseInput(GrantJson, 'grant', json) as unknown as GrantFile
