import type { Catalog } from '../messages/catalogOf.ts'
import { DEFAULT_POLICY_HASH } from '../policy/generated/defaultPolicy.ts'
import type { EffectsInput } from './feePreview.ts'
import type { PreviewParts } from './makePreview.ts'

/**
 * Loads what a preview under these assumptions is made with beside its message types: M012 and M015 only where `supply` or `rewards` are
 * stated, SHA-256 only for a policy that is not the default one.
 */
export async function loadParts(
  { supply, rewards, policy }: Omit<EffectsInput, 'messages' | 'snapshot'>,
  catalog: Catalog,
): Promise<PreviewParts> {
  const isStated = supply !== undefined || rewards !== undefined
  const [{ effectsOf }, { policyHash }] = await Promise.all([
    isStated ? import('./effects/effects.ts') : NO_EFFECTS,
    policy === undefined ? DEFAULT_HASH : import('../policy/policyHash.ts'),
  ])
  return { catalog, effectsOf, policyHash }
}

const NO_EFFECTS = { effectsOf: null }
const DEFAULT_HASH = { policyHash: () => DEFAULT_POLICY_HASH }
