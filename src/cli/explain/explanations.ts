import type { EpochAlert } from '../../epoch/report/alerts.ts'
import { ALERT_SENTENCES, type FactText } from '../../epoch/report/epochAlertSentence.ts'
import { SENTENCES } from '../../messages/warningSentences.ts'
import { BLOCKING_WARNINGS, type WarningCode } from '../../messages/warnings.ts'
import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import { KNOBS, type SectionName } from '../../policy/knobs.ts'
import { OPEN_QUESTIONS } from '../../policy/openQuestions.ts'
import * as commandLine from '../../primitives/errorTable/commandLine.ts'
import * as funding from '../../primitives/errorTable/funding.ts'
import * as indexing from '../../primitives/errorTable/indexing.ts'
import * as input from '../../primitives/errorTable/input.ts'
import * as mechanisms from '../../primitives/errorTable/mechanisms.ts'
import * as node from '../../primitives/errorTable/node.ts'
import * as period from '../../primitives/errorTable/period.ts'
import * as sources from '../../primitives/errorTable/sources.ts'
import { FINDING_KINDS, type FindingKind } from '../../wallet/findings.ts'
import { policyValue } from '../render/policyValue.ts'
import { ALERT_MEANINGS } from './alertMeanings.ts'
import { REMEDIES } from './remedies.ts'

/** A code and what it means, the facts of its sentence in angle brackets; what to do, where that is not the end of the sentence. */
export type Explanation = {
  readonly code: string
  readonly kind: string
  readonly text: string
  readonly remedy: string | null
}

export type ErrorsOfRoom = {
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

/** Every code with its sentence; the errors of sending stand with what sends, and are given. */
export const explanations = (sending: ErrorsOfRoom): readonly Explanation[] =>
  onceEach([
    ...warnings(),
    ...periodAlerts(),
    ...watchAlerts(),
    ...openQuestions(),
    ...errors([...ROOMS, sending]),
    ...findings(),
  ])

/** A code of two kinds means the same in both: what it says as the first of them, with both kinds. */
function onceEach(all: readonly Explanation[]): readonly Explanation[] {
  const known = new Map<string, Explanation>()
  for (const one of all) {
    const first = known.get(one.code)
    known.set(one.code, first === undefined ? one : { ...first, kind: `${first.kind}; ${one.kind}` })
  }
  return [...known.values()]
}

const warnings = (): readonly Explanation[] =>
  (Object.keys(SENTENCES) as WarningCode[]).map(code => ({
    code,
    kind: kindOfWarning(code),
    text: (SENTENCES[code] as (facts: object) => string)(PLACEHOLDERS),
    remedy: REMEDIES[code] ?? null,
  }))

function kindOfWarning(code: WarningCode): string {
  const blocking: readonly string[] = BLOCKING_WARNINGS
  if (blocking.includes(code)) return `warning; ${REFUSED}`
  return code === 'ORDER_EXPIRED' ? 'warning; alert of "watch"' : 'warning'
}

const REFUSED = 'the chain would refuse the transaction'

const periodAlerts = (): readonly Explanation[] =>
  Object.keys(ALERT_SENTENCES).map(code => ({
    code,
    kind: 'alert of a period',
    text: (ALERT_SENTENCES[code as EpochAlert['code']] as (facts: object, say: FactText) => string)(
      PLACEHOLDERS,
      SAY_NAMES,
    ),
    remedy: null,
  }))

const watchAlerts = (): readonly Explanation[] =>
  Object.entries(ALERT_MEANINGS).map(([code, { text, rules }]) => ({
    code,
    kind: 'alert of "watch"',
    text,
    remedy: rules.length === 0 ? null : `Set another threshold with "watch --rules": ${rules.join(', ')}.`,
  }))

const findings = (): readonly Explanation[] =>
  Object.entries<FindingKind>(FINDING_KINDS).map(([code, { blocks, says }]) => ({
    code,
    kind: `finding of "sign-doc"${blocks ? `; ${REFUSED}` : ''}`,
    text: says('<about>', '<more>'),
    remedy: blocks ? 'Do not sign it: let the application ask anew.' : null,
  }))

/** The open questions of the specification that knobs answer, each with all its knobs. */
function openQuestions(): readonly Explanation[] {
  const answers = Object.entries(KNOBS).flatMap(([section, knobs]) =>
    Object.entries(knobs).flatMap(([name, { question, source, alternatives }]) =>
      question === null
        ? []
        : [{ question, source, alternatives, name: `${section}.${name}`, value: defaultOf(section, name) }],
    ),
  )
  return [...new Set(answers.map(({ question }) => question))].sort().map(code => ({
    code,
    kind: 'open question of the specification',
    text: [
      OPEN_QUESTIONS[code] ?? '',
      'The specification leaves it open. By default:',
      ...answers
        .filter(({ question }) => question === code)
        .map(
          ({ name, value, source, alternatives }) =>
            `${name} is ${policyValue(name, value)} (${source})${alternatives.map(other => `; or ${other}`).join('')}.`,
        ),
    ].join(' '),
    remedy: 'Give another answer with --policy; "regen-fees policy" shows all of them.',
  }))
}

const defaultOf = (section: string, name: string): unknown =>
  (DEFAULT_POLICY[section as SectionName] as { readonly [knob: string]: unknown })[name]

const errors = (rooms: readonly ErrorsOfRoom[]): readonly Explanation[] =>
  rooms
    .flatMap(room => Object.values(room))
    .map(({ code, problem, fix }) => ({
      code,
      kind: 'error',
      text: `${(problem as (facts: object) => string)(PLACEHOLDERS)}\n${fix}`,
      remedy: null,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))

/** Stands in for the facts of a sentence: whatever it asks for, text or a list, is its own name. */
const PLACEHOLDERS = new Proxy({}, { get: (_, name) => placeholder(`<${String(name)}>`) })

const placeholder = (text: string): unknown =>
  Object.assign(Object(text), { map: () => [text], join: () => text })

const SAY_NAMES: FactText = {
  regen: amount => `${String(amount)} REGEN`,
  coin: (amount, denom) => `${amount} ${denom}`,
  ratio: String,
}
