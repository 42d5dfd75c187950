import * as z from 'zod/mini'
import { RegenError } from '../primitives/errors.ts'
import { POLICY_VERSION_UNKNOWN } from '../primitives/errorTable.ts'
import { sanitize } from '../primitives/sanitize.ts'
import { parseInput } from '../primitives/schemas.ts'

/** The version of the policy's shape. */
export const POLICY_VERSION = 2

/** Version 1 had M013 alone. */
const Version1Json = z.strictObject({ version: z.literal(1), m013: z.optional(z.unknown()) })

/** A stored policy in the shape of this version: one of version 1 has the defaults for all that it did not know. */
export function upgradePolicy(json: unknown): unknown {
  const version =
    typeof json === 'object' && json !== null ? (json as { version?: unknown }).version : undefined
  if (version === undefined || version === POLICY_VERSION) return json
  if (version !== 1) throw new RegenError(POLICY_VERSION_UNKNOWN, { got: shown(version), known: '1, 2' })
  return { ...parseInput(Version1Json, 'policy', json), version: POLICY_VERSION }
}

const shown = (version: unknown): string =>
  typeof version === 'string'
    ? sanitize(`"${version}"`)
    : typeof version === 'number' || typeof version === 'bigint'
      ? version.toString()
      : `another kind, ${version === null ? 'null' : typeof version}`
