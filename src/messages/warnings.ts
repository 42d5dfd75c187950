import { BLOCKING_WARNINGS, type Warning, type WarningCode } from './warningCodes.ts'
import type { SENTENCES } from './warningSentences.ts'

export { BLOCKING_WARNINGS, OTHER_WARNINGS, type Warning, type WarningCode } from './warningCodes.ts'

/** The facts a warning's sentence needs; none for a sentence that is always the same. */
export type WarningFacts<C extends WarningCode> =
  Parameters<(typeof SENTENCES)[C]> extends [infer Facts extends { [name: string]: string }]
    ? Facts
    : Record<never, never>

export const warning = <C extends WarningCode>(code: C, facts: WarningFacts<C>): Warning => ({
  code,
  blocks: (BLOCKING_WARNINGS as readonly string[]).includes(code),
  facts,
})
