import type { Finding } from './alert.ts'

/** Of what is so now, what was not so at the last look: what lasts is told when it begins, and again when it comes back. */
export function lastingFindings(): (now: readonly Finding[]) => readonly Finding[] {
  let before = new Set<string>()
  return now => {
    const keyOf = ({ code, subject }: Finding) => `${code} ${subject}`
    const begun = now.filter(finding => !before.has(keyOf(finding)))
    before = new Set(now.map(keyOf))
    return begun
  }
}
