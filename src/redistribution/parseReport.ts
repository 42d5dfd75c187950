import * as z from 'zod/mini'
import type { AllocationReport } from '../mechanisms/regen-value-redistribution/round/allocationReport.ts'
import { METHODS, SharedLimitJson } from '../mechanisms/regen-value-redistribution/round/round.ts'
import { RoundPolicyJson } from '../mechanisms/regen-value-redistribution/round/roundPolicy.ts'
import { parseInput, WholeAmount } from '../primitives/schemas.ts'

const Texts = z.record(z.string(), z.string())

/** A report as a file: what an allocation wrote. */
export const ReportJson = z.strictObject({
  version: z.literal(1),
  round: z.string(),
  method: z.enum(METHODS),
  denom: z.string(),
  budget: WholeAmount,
  allocations: z.array(
    z.strictObject({
      project: z.string(),
      recipient: z.string(),
      amount: WholeAmount,
      category: z.nullable(z.string()),
      weight: z.string(),
      voices: z.int(),
      given: z.nullable(WholeAmount),
      sybilGain: z.nullable(z.string()),
      note: z.nullable(z.string()),
    }),
  ),
  excluded: z.array(z.strictObject({ project: z.string(), reason: z.string() })),
  allocated: WholeAmount,
  dust: WholeAmount,
  sharedLimits: z.optional(
    z.array(z.strictObject({ ...SharedLimitJson.shape, allocated: WholeAmount, binds: z.boolean() })),
  ),
  alpha: z.nullable(z.string()),
  inputHash: z.string(),
  ballotsRoot: z.string(),
  policyHash: z.string(),
  policy: RoundPolicyJson,
  invariants: z.array(
    z.strictObject({
      name: z.string(),
      left: z.string(),
      relation: z.enum(['=', '≤', '≥']),
      right: z.string(),
    }),
  ),
  trace: z.array(z.strictObject({ step: z.string(), operands: Texts })),
})

/**
 * Reads a report from JSON; its hash is that of what was written.
 *
 * @example
 * const published = parseReport(JSON.parse(new TextDecoder().decode(reportBytes(report))))
 * reportHash(published) === reportHash(report) // true
 */
export const parseReport = (json: unknown): AllocationReport => parseInput(ReportJson, 'report', json)
