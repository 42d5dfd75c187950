import { parseRatio } from '../../../primitives/ratio.ts'
import type { SignedRatio } from '../ecologicalMultiplier.ts'

/** Reads a change as decimal text: '15', '-2.5'. */
export function parseChange(text: string): SignedRatio {
  const { num, den } = parseRatio(text.replace(/^-/, ''))
  return { num: text.startsWith('-') ? -num : num, den }
}
