import * as z from 'zod/mini'
import { ratesWithinMaxRate } from '../mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { canonicalHash, canonicalJson } from '../primitives/canonical.ts'
import { parseInput } from '../primitives/schemas.ts'
import { type Section, sectionSchema } from './knob.ts'
import { M013_KNOBS } from './m013Knobs.ts'

/** The version of the policy's shape; a stored policy of another version is refused. */
export const POLICY_VERSION = 1

/** Every knob, by mechanism. */
export const KNOBS = { m013: M013_KNOBS } as const

export type M013Policy = Section<typeof M013_KNOBS>

/** One answer to every open question. Two results are comparable only under policies of equal hash. */
export type PolicyConfig = { readonly version: typeof POLICY_VERSION; readonly m013: M013Policy }

const PolicyJson = z.strictObject({
  version: z._default(z.literal(POLICY_VERSION), POLICY_VERSION),
  m013: z.prefault(sectionSchema(KNOBS.m013).check(ratesWithinMaxRate), {}),
})

/** Reads a policy; a knob that is left out has its default, an unknown one is an error. */
export const parsePolicy = (json: unknown): PolicyConfig => parseInput(PolicyJson, 'policy', json)

/** The readings of the specification that this SDK starts from. */
export const DEFAULT_POLICY: PolicyConfig = /* @__PURE__ */ parsePolicy({})

/** The SHA-256 of a policy's meaning: '0.30' and '0.3' hash equal, as does a default that is written out. */
export const policyHash = (policy: PolicyConfig): string => canonicalHash(policy)

/** A policy as canonical JSON text. */
export const policyJson = (policy: PolicyConfig): string => canonicalJson(policy)
