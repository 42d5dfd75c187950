import type { EpochAlert } from '../../epoch/report/alerts.ts'
import { ALERT_SENTENCES, type FactText } from '../../epoch/report/epochAlertSentence.ts'
import { SENTENCES } from '../../messages/warningSentences.ts'
import { BLOCKING_WARNINGS, type WarningCode } from '../../messages/warnings.ts'
import { RegenError } from '../../primitives/errors.ts'
import * as commandLine from '../../primitives/errorTable/commandLine.ts'
import * as funding from '../../primitives/errorTable/funding.ts'
import * as indexing from '../../primitives/errorTable/indexing.ts'
import * as input from '../../primitives/errorTable/input.ts'
import * as mechanisms from '../../primitives/errorTable/mechanisms.ts'
import * as node from '../../primitives/errorTable/node.ts'
import * as period from '../../primitives/errorTable/period.ts'
import * as sources from '../../primitives/errorTable/sources.ts'
import { CODE_UNKNOWN } from '../../primitives/errorTable.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { nearest } from '../render/nearest.ts'
import { REMEDIES } from '../render/remedies.ts'

export const explain: Command = {
  description:
    'Explains a code that a preview, a period or an error message names, and says what to do. Without a code, lists them all.',
  arguments: [{ name: '[code]', summary: 'such as MAX_FEE_MISSING' }],
  options: [JSON_OPTION],
  examples: ['regen-fees explain MAX_FEE_MISSING', 'regen-fees explain', 'regen-fees explain --json'],
  async run({ args: [code] }) {
    const all = explanations(await import('../../primitives/errorTable/sending.ts'))
    if (code === undefined)
      return answerOf('explanations', { codes: all }, { text: ({ codes }) => listOf(codes) })
    const wanted = code.trim().toUpperCase()
    const found = all.find(known => known.code === wanted)
    if (found === undefined)
      throw unknownCode(
        code,
        nearest(
          wanted,
          all.map(({ code }) => code),
        ),
      )
    return answerOf('explanation', found, {
      text: ({ code, kind, text, remedy }, { ink }) => [
        ink.bold(`${code}  (${kind})`),
        ...withoutNames(text).split('\n'),
        ...(remedy === null ? [] : [`What to do: ${remedy}`]),
      ],
    })
  },
}

type ErrorsOfRoom = {
  readonly [name: string]: {
    readonly code: string
    readonly problem: (facts: never) => string
    readonly fix: string
  }
}

/** Errors from the list of each room but sending. There is no single list of all errors: the page would load errors that it never shows. */
const ROOMS: readonly ErrorsOfRoom[] = [
  ...[commandLine, funding, indexing, input],
  ...[mechanisms, node, period, sources],
]

function unknownCode(code: string, near: string | null) {
  const { fix } = CODE_UNKNOWN
  const definition = near === null ? CODE_UNKNOWN : { ...CODE_UNKNOWN, fix: `Did you mean ${near}? ${fix}` }
  return new RegenError(definition, { code: code.slice(0, 60) })
}

/** A sentence without the names of its facts, which are those of our code. */
const withoutNames = (sentence: string): string => sentence.replace(/<\w+>/g, '…')

const MAX_OF_SENTENCE = 72

/** One line for each code: the code, and how its sentence begins. */
function listOf(all: readonly Explanation[]): readonly string[] {
  const width = Math.max(...all.map(({ code }) => code.length))
  return all.map(({ code, text }) => `${code.padEnd(width)}  ${beginningOf(withoutNames(text))}`)
}

function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= MAX_OF_SENTENCE
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', MAX_OF_SENTENCE - 1)).replace(/[,;:.]$/, '')} …`
}

/** A code and what it means, the facts of its sentence in angle brackets; what to do, where that is not the end of the sentence. */
export type Explanation = {
  readonly code: string
  readonly kind: string
  readonly text: string
  readonly remedy: string | null
}

/** Every code with its sentence; the errors of sending stand with what sends, and are given. */
export function explanations(sending: ErrorsOfRoom): readonly Explanation[] {
  const blocking: readonly string[] = BLOCKING_WARNINGS
  const warnings = (Object.keys(SENTENCES) as WarningCode[]).map(code => ({
    code,
    kind: blocking.includes(code) ? 'warning; the chain would refuse the transaction' : 'warning',
    text: (SENTENCES[code] as (facts: object) => string)(PLACEHOLDERS),
    remedy: REMEDIES[code] ?? null,
  }))
  const alerts = Object.keys(ALERT_SENTENCES).map(code => ({
    code,
    kind: 'alert of a period',
    text: (ALERT_SENTENCES[code as EpochAlert['code']] as (facts: object, say: FactText) => string)(
      PLACEHOLDERS,
      SAY_NAMES,
    ),
    remedy: null,
  }))
  const errors = [...ROOMS, sending]
    .flatMap(room => Object.values(room))
    .map(({ code, problem, fix }) => ({
      code,
      kind: 'error',
      text: `${(problem as (facts: object) => string)(PLACEHOLDERS)}\n${fix}`,
      remedy: null,
    }))
  return [...warnings, ...alerts, ...errors.sort((a, b) => (a.code < b.code ? -1 : 1))]
}

/** Stands in for the facts of a sentence: whatever it asks for, text or a list, is its own name. */
const PLACEHOLDERS = new Proxy({}, { get: (_, name) => placeholder(`<${String(name)}>`) })

const placeholder = (text: string): unknown =>
  Object.assign(Object(text), { map: () => [text], join: () => text })

const SAY_NAMES: FactText = {
  regen: amount => `${String(amount)} REGEN`,
  coin: (amount, denom) => `${amount} ${denom}`,
  ratio: String,
}
