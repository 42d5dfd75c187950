import { SENTENCES } from '../messages/warningSentences.ts'
import { BLOCKING_WARNINGS, type WarningCode } from '../messages/warnings.ts'
import { RegenError } from '../primitives/errors.ts'
import * as errorTable from '../primitives/errorTable.ts'
import { CODE_UNKNOWN } from '../primitives/errorTable.ts'
import type { Command } from './command.ts'

export const explain: Command = {
  name: 'explain',
  summary: 'what a warning or error code means',
  description: 'Explains a code that a preview or an error message names. Without a code, lists them all.',
  arguments: [{ name: '[code]', summary: 'such as MAX_FEE_MISSING' }],
  options: [],
  examples: ['regen-fees explain MAX_FEE_MISSING', 'regen-fees explain'],
  async run({ args: [code] }, io) {
    if (code === undefined) {
      for (const { code, kind } of explanations()) io.out(`${code}  (${kind})`)
      return 0
    }
    const found = explanations().find(known => known.code === code.toUpperCase())
    if (found === undefined) throw new RegenError(CODE_UNKNOWN, { code: code.slice(0, 60) })
    io.out(`${found.code}  (${found.kind})\n${found.text}`)
    return 0
  },
}

export type Explanation = { readonly code: string; readonly kind: string; readonly text: string }

/** Every code with its sentence, the facts it is made from in angle brackets. */
export function explanations(): readonly Explanation[] {
  const blocking: readonly string[] = BLOCKING_WARNINGS
  const warnings = (Object.keys(SENTENCES) as WarningCode[]).map(code => ({
    code,
    kind: blocking.includes(code) ? 'warning; the chain would refuse the transaction' : 'warning',
    text: (SENTENCES[code] as (facts: object) => string)(PLACEHOLDERS),
  }))
  const errors = Object.values(errorTable).map(({ code, problem, fix }) => ({
    code,
    kind: 'error',
    text: `${(problem as (facts: object) => string)(PLACEHOLDERS)}\n${fix}`,
  }))
  return [...warnings, ...errors.sort((a, b) => (a.code < b.code ? -1 : 1))]
}

/** Stands in for the facts of a sentence: whatever it asks for, text or a list, is its own name. */
const PLACEHOLDERS = new Proxy({}, { get: (_, name) => placeholder(`<${String(name)}>`) })

const placeholder = (text: string): unknown =>
  Object.assign(Object(text), { map: () => [text], join: () => text })
