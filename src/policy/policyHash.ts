import { canonicalJson } from '../primitives/canonical.ts'
import { canonicalHash } from '../primitives/canonicalHash.ts'
import { DEFAULT_POLICY, DEFAULT_POLICY_HASH } from './generated/defaultPolicy.ts'
import type { PolicyConfig } from './policy.ts'

const HASHES = /* @__PURE__ */ new WeakMap<PolicyConfig, string>()

/**
 * The SHA-256 of a policy's meaning: '0.30' and '0.3' hash equal, as does a default that is written out. Kept for policies that were
 * parsed, which cannot change.
 *
 * @example
 * policyHash(DEFAULT_POLICY) === policyHash(parsePolicy({})) // true
 */
export function policyHash(policy: PolicyConfig): string {
  if (policy === DEFAULT_POLICY) return DEFAULT_POLICY_HASH
  const known = HASHES.get(policy)
  if (known !== undefined) return known
  const hash = canonicalHash(policy)
  if (Object.isFrozen(policy)) HASHES.set(policy, hash)
  return hash
}

/**
 * A policy as canonical JSON text.
 *
 * @example
 * policyJson(DEFAULT_POLICY) === policyJson(parsePolicy({})) // true
 */
export const policyJson = (policy: PolicyConfig): string => canonicalJson(policy)
