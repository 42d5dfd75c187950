import { parsePolicy } from '../../src/policy/policy.ts'
import { canonicalHash } from '../../src/primitives/canonicalHash.ts'

/**
 * The policy of all defaults as a constant, from the knobs: whoever previews under it loads neither the knobs nor the bounds
 * that a policy of one's own is read by.
 */
export const defaultPolicy = (): Map<string, string> =>
  new Map([
    [
      'defaultPolicy.ts',
      `// Written by \`npm run generate\` from src/policy/knobs.
import { frozen } from '../../primitives/frozen.ts'
import type { PolicyConfig } from '../policy.ts'

/** The readings of the specification that this SDK starts from. */
export const DEFAULT_POLICY: PolicyConfig = /* @__PURE__ */ frozen(${literal(parsePolicy({}), '')} as unknown as PolicyConfig)

/** The hash of it: to compute it is the longest step of the first preview of a process. */
export const DEFAULT_POLICY_HASH = '${canonicalHash(parsePolicy({}))}'
`,
    ],
  ])

/** Plain data as TypeScript, a field a line down to the knobs. */
function literal(value: unknown, indent: string): string {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value).replace(/^"(.*)"$/, "'$1'")
  if (Object.keys(value).length === 0) return Array.isArray(value) ? '[]' : '{}'
  if (Array.isArray(value)) return `[${value.map(item => literal(item, indent)).join(', ')}]`
  const inner = `${indent}  `
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${literal(field, inner)}`)
  return inner.length > 4
    ? `{ ${fields.join(', ')} }`
    : `{\n${inner}${fields.join(`,\n${inner}`)},\n${indent}}`
}
