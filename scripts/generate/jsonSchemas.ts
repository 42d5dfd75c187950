import * as z from 'zod/mini'
import { EpochInputsJson } from '../../src/epoch/inputs/parseEpochInputs.ts'
import { EpochStateJson } from '../../src/epoch/state/parseEpochState.ts'
import { GrantJson } from '../../src/mechanisms/regen-value-redistribution/grants/grantJson.ts'
import { CertificateJson } from '../../src/mechanisms/regen-value-redistribution/impact/certificateJson.ts'
import { RoundJson } from '../../src/mechanisms/regen-value-redistribution/round/round.ts'
import {
  ROUND_KNOBS,
  RoundPolicyJson,
} from '../../src/mechanisms/regen-value-redistribution/round/roundPolicy.ts'
import { CATALOG } from '../../src/messages/catalog.ts'
import { PolicyJson } from '../../src/policy/policy.ts'
import { SnapshotJson } from '../../src/preview/input/snapshotSchema.ts'
import { toJson } from '../../src/primitives/canonical.ts'
import { BallotTextJson } from '../../src/redistribution/ballot.ts'
import { SignedBallotJson } from '../../src/redistribution/ballotBox.ts'
import { ReportJson } from '../../src/redistribution/parseReport.ts'
import { ScenarioJson } from '../../src/simulation/scenario/scenario.ts'
import { PlanJson } from '../../src/simulation/study/plan.ts'

/** A file that this SDK reads: its title, and the schema by which it is read. */
const FILES: { readonly [name: string]: readonly [title: string, schema: z.ZodMiniType] } = {
  round: ['A round of value redistribution', RoundJson],
  'round-policy': ['The policy of a round: every choice of how it is computed', RoundPolicyJson],
  ballot: ['A ballot, as it is signed (ADR-36)', BallotTextJson],
  'signed-ballot': ['A ballot with its signature', SignedBallotJson],
  report: ['What a round came to', ReportJson],
  grant: ['A grant and what has happened to it', GrantJson],
  certificate: ['An impact certificate and what was done with its fractions', CertificateJson],
  snapshot: ['The ledger at one height, for previews', SnapshotJson],
  policy: ['A policy: one answer to every open question of M012 to M015', PolicyJson],
  'epoch-state': ['The economy at the beginning of a period', EpochStateJson],
  'epoch-inputs': ['What one period of the economy takes from outside', EpochInputsJson],
  scenario: ['A scenario of a simulation', ScenarioJson],
  plan: ['A study, cut into parts', PlanJson as z.ZodMiniType],
}

type Schema = { [key: string]: unknown }

/** What JSON cannot have: bigints, bytes, dates. Where text stands beside it, only the text is left. */
const NEVER: Schema = { not: {} }

const isNever = (schema: unknown): boolean => JSON.stringify(schema) === JSON.stringify(NEVER)

/** What may be written into a file, so the input of each schema: before defaults are filled in and text is read. */
const schemaOf = (schema: z.ZodMiniType): Schema => {
  const made = z.toJSONSchema(schema as never, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      const { type } = (zodSchema as { _zod: { def: { type: string } } })._zod.def
      const own = jsonSchema as Schema
      if (type === 'bigint' || type === 'custom' || type === 'date') Object.assign(own, NEVER)
      if (Object.hasOwn(own, 'default')) own['default'] = toJson(own['default'])
    },
  }) as Schema
  return tidy(made) as Schema
}

/** Without alternatives that nothing fits, and without what only the generator says. */
function tidy(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(tidy)
  if (typeof schema !== 'object' || schema === null) return schema
  const { '~standard': _, anyOf, ...rest } = schema as Schema
  const own = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, tidy(value)]))
  if (!Array.isArray(anyOf)) return own
  const fitting = anyOf.map(tidy).filter(each => !isNever(each))
  return fitting.length === 1 ? { ...(fitting[0] as object), ...own } : { ...own, anyOf: fitting }
}

/** What each knob of a round is about, for editors that show it. */
function withKnobs(schema: Schema): Schema {
  const properties = Object.entries(ROUND_KNOBS).map(([name, { source, alternatives, default: value }]) => [
    name,
    {
      ...((schema['properties'] as Schema)[name] as object),
      description: `${source}. Else: ${alternatives}.`,
      default: value,
    },
  ])
  return { ...schema, properties: Object.fromEntries(properties) }
}

/** Messages as { typeUrl, value }, in a list or in a file’s "messages"; other libraries’ forms are read too and not described. */
function messagesSchema(): Schema {
  const shapes = CATALOG.map(({ typeUrl, schema }): [string, Schema] => {
    const { $schema: _, ...value } = schemaOf(schema as never)
    // A type’s own definitions are moved to where $ref finds them: one level above.
    return [typeUrl, value]
  })
  const $defs: Schema = {}
  const items = shapes.map(([typeUrl, { $defs: own, ...value }]) => {
    const name = typeUrl.slice(1)
    const moved = JSON.parse(
      JSON.stringify({ own: own ?? {}, value }).replaceAll('"#/$defs/', `"#/$defs/${name}.`),
    ) as { own: Schema; value: Schema }
    for (const [part, schema] of Object.entries(moved.own)) $defs[`${name}.${part}`] = schema
    return {
      type: 'object',
      properties: { typeUrl: { const: typeUrl }, value: moved.value },
      required: ['typeUrl', 'value'],
      additionalProperties: false,
    }
  })
  $defs['messages'] = { type: 'array', items: { anyOf: items } }
  const messages = { $ref: '#/$defs/messages' }
  return {
    anyOf: [messages, { type: 'object', properties: { messages }, required: ['messages'] }],
    $defs,
  }
}

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'

const fileOf = (name: string, title: string, schema: Schema): [string, string] => {
  const { $schema: _, ...rest } = schema
  const id = `https://unpkg.com/regen-fees/schemas/${name}.schema.json`
  return [`${name}.schema.json`, `${JSON.stringify({ $schema: DRAFT, $id: id, title, ...rest })}\n`]
}

/** The JSON Schema of every file, by the name of the file below schemas/. */
export const jsonSchemas = (): Map<string, string> =>
  new Map([
    ...Object.entries(FILES).map(([name, [title, schema]]) =>
      fileOf(name, title, name === 'round-policy' ? withKnobs(schemaOf(schema)) : schemaOf(schema)),
    ),
    fileOf('messages', 'Messages of a transaction', messagesSchema()),
  ])
