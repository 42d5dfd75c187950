import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import type { FeePreview } from '../../src/preview/feePreview.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { previewWithEffects } from '../../src/preview/previewWithEffects.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { mixOf } from '../support/mixes.ts'

/**
 * Previews of a hundred transactions of mixed messages, by the hash of their JSON: code that is only meant to be faster or shorter
 * changes none. After a change that is meant: npx vitest run test/preview/unchanged.test.ts -u
 */

const MIXES = 100

/** The preview of a seed; a code where it is refused, as a burn of more than there is. */
function previewOf(seed: number): FeePreview | string {
  const { messages, snapshot, policy, options } = mixOf(seed)
  try {
    return previewWithEffects({
      messages: parseMessages(messages),
      snapshot: parseSnapshot(snapshot),
      policy: parsePolicy(policy),
      ...options,
    })
  } catch (error) {
    if (isRegenError(error)) return error.code
    throw error
  }
}

function digestOf(seed: number): string {
  const preview = previewOf(seed)
  if (typeof preview === 'string') return `${seed}: ${preview}`
  // A new knob changes every policy's hash, and no preview.
  const text = JSON.stringify(previewJson({ ...preview, policyHash: '' }))
  const codes = preview.warnings.map(({ code }) => code)
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 24)
  return `${seed}: ${preview.messages.length} messages, ${codes.length} warnings, ${hash}`
}

test('previews of mixed messages are what they were, byte for byte', async () => {
  const digests = Array.from({ length: MIXES }, (_, seed) => digestOf(seed))
  await expect(`${digests.join('\n')}\n`).toMatchFileSnapshot('unchanged.txt')
})

test('the order in which transactions are previewed does not matter', () => {
  const forwards = Array.from({ length: 20 }, (_, seed) => digestOf(seed))
  const backwards = Array.from({ length: 20 }, (_, seed) => digestOf(19 - seed)).reverse()
  expect(backwards).toEqual(forwards)
})
