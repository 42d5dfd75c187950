import type { EpochAlert } from '../../epoch/report/alerts.ts'
import { SENTENCES } from '../../messages/warningSentences.ts'
import { BLOCKING_WARNINGS, type WarningCode } from '../../messages/warnings.ts'
import { RegenError } from '../../primitives/errors.ts'
import * as errorTable from '../../primitives/errorTable.ts'
import { CODE_UNKNOWN } from '../../primitives/errorTable.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { ALERT_SENTENCES, type Say } from '../render/alertSentences.ts'

export const explain: Command = {
  name: 'explain',
  summary: 'what the code of a warning, an alert or an error means',
  description:
    'Explains a code that a preview, a period or an error message names. Without a code, lists them all.',
  arguments: [{ name: '[code]', summary: 'such as MAX_FEE_MISSING' }],
  options: [JSON_OPTION],
  examples: ['regen-fees explain MAX_FEE_MISSING', 'regen-fees explain', 'regen-fees explain --json'],
  async run({ args: [code], options }, io) {
    const all = explanations()
    const asJson = options['json'] === true
    if (code === undefined) {
      io.out(asJson ? json({ codes: all }) : listOf(all))
      return 0
    }
    const found = all.find(known => known.code === code.trim().toUpperCase())
    if (found === undefined) throw new RegenError(CODE_UNKNOWN, { code: code.slice(0, 60) })
    io.out(asJson ? json(found) : `${found.code}  (${found.kind})\n${found.text}`)
    return 0
  },
}

const json = (value: unknown): string => JSON.stringify(value, null, 2)

const MOST_OF_SENTENCE = 72

/** A line a code: the code, and how its sentence begins. */
function listOf(all: readonly Explanation[]): string {
  const width = Math.max(...all.map(({ code }) => code.length))
  return all.map(({ code, text }) => `${code.padEnd(width)}  ${beginningOf(text)}`).join('\n')
}

function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= MOST_OF_SENTENCE
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', MOST_OF_SENTENCE - 1)).replace(/[,;:.]$/, '')} …`
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
  const alerts = Object.keys(ALERT_SENTENCES).map(code => ({
    code,
    kind: 'alert of a period',
    text: (ALERT_SENTENCES[code as EpochAlert['code']] as (facts: object, say: Say) => string)(
      PLACEHOLDERS,
      SAY_NAMES,
    ),
  }))
  const errors = Object.values(errorTable).map(({ code, problem, fix }) => ({
    code,
    kind: 'error',
    text: `${(problem as (facts: object) => string)(PLACEHOLDERS)}\n${fix}`,
  }))
  return [...warnings, ...alerts, ...errors.sort((a, b) => (a.code < b.code ? -1 : 1))]
}

/** Stands in for the facts of a sentence: whatever it asks for, text or a list, is its own name. */
const PLACEHOLDERS = new Proxy({}, { get: (_, name) => placeholder(`<${String(name)}>`) })

const placeholder = (text: string): unknown =>
  Object.assign(Object(text), { map: () => [text], join: () => text })

const SAY_NAMES: Say = {
  regen: amount => `${String(amount)} REGEN`,
  coin: (amount, denom) => `${amount} ${denom}`,
  ratio: String,
}
