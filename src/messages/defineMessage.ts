import type * as z from 'zod/mini'
import type { TxType } from '../mechanisms/m013-value-based-fee-routing/params.ts'
import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID, MESSAGE_INVALID } from '../primitives/errorTable.ts'
import { explainIssues, OWN_WORDS } from '../primitives/explainIssues.ts'
import { isRule, type RuleEffect } from './fields/rules.ts'
import type { Ledger } from './ledger.ts'
import type { Message } from './message.ts'

/** A rule that a message breaks; a builder refuses it, whatever the effect in a preview is. */
export type BrokenRule = {
  readonly rule: string
  readonly field: string
  readonly reason: string
  readonly effect: RuleEffect
}

/** What a message declares of itself. */
export type MessageDeclaration<TypeUrl extends string, Value, Input> = {
  readonly typeUrl: TypeUrl
  /** The name for amino JSON where the chain declares one; Regen's messages have none and use the type URL. */
  readonly aminoName?: string
  /** The field that holds the address of who signs. */
  readonly signer: keyof Value & string
  /** Shape and rules, field by field; what comes out is the generated protobuf type. Made when the first message of the type is read. */
  readonly schema: () => z.ZodMiniType<Value, Input>
  /** The M013 types it is charged as; none for a message that pays gas only. */
  readonly charges: readonly TxType[]
  /** One English sentence that says what signing it does. */
  readonly sentence: (value: Value) => string
  /** What the chain's keeper would check and do. */
  readonly run?: (value: Value, ledger: Ledger) => void
}

/** A message type: call it to build a message; its properties say everything else. */
export type MessageType<TypeUrl extends string = string, Value = never, Input = never> = Omit<
  MessageDeclaration<TypeUrl, Value, Input>,
  'schema'
> & {
  readonly schema: z.ZodMiniType<Value, Input>
  (input: Input): Message<TypeUrl, Value>
  /** Reads a value from anywhere: wrong shapes throw, broken rules are listed. */
  read(value: unknown): { value: Value; broken: readonly BrokenRule[] }
}

/**
 * Makes a builder of a declaration.
 *
 * The builder takes what people have (text, bigint, Date) and gives the wire type; it throws INPUT_INVALID for a wrong
 * shape and MESSAGE_INVALID, naming each field, for what the chain's own validation would refuse.
 */
export function defineMessage<TypeUrl extends string, Value, Input>(
  declaration: MessageDeclaration<TypeUrl, Value, Input>,
): MessageType<TypeUrl, Value, Input> {
  const { typeUrl, schema: make, ...rest } = declaration
  let made: z.ZodMiniType<Value, Input> | undefined
  const schema = () => (made ??= make())
  const read = (input: unknown) => parseValue(typeUrl, schema(), input)
  const build = (input: Input): Message<TypeUrl, Value> => {
    const { value, broken } = read(input)
    if (broken.length > 0)
      throw new RegenError(MESSAGE_INVALID, {
        typeUrl,
        rules: broken
          .slice(0, 20)
          .map(({ field, reason, rule }) => `✖ ${reason} (rule "${rule}")${field && ` at ${field}`}`)
          .join('\n'),
      })
    return { typeUrl, value }
  }
  const type = Object.assign(build, { typeUrl, ...rest, read })
  return Object.defineProperty(type, 'schema', { get: schema, enumerable: true }) as typeof type & {
    readonly schema: z.ZodMiniType<Value, Input>
  }
}

/** Runs the schema: rules carry their name in `params`, everything else is a wrong shape. */
function parseValue<Value, Input>(typeUrl: string, schema: z.ZodMiniType<Value, Input>, input: unknown) {
  // safeParse gives either a value or issues; a preview needs the value of a message that breaks a rule.
  const { value, issues } = schema._zod.run(
    { value: input, issues: [] },
    { async: false },
  ) as z.core.ParsePayload<Value>
  if (!issues.every(isRule)) {
    const shape = schema.safeParse(input, OWN_WORDS).error?.issues.filter(issue => !isRule(issue)) ?? []
    throw new RegenError(INPUT_INVALID, { what: typeUrl, issues: explainIssues(shape) })
  }
  const broken = issues.map(
    ({ params, path, message }): BrokenRule => ({
      rule: String(params?.['rule']),
      field: (path ?? []).map(String).join('.'),
      reason: message ?? '',
      effect: params?.['effect'] as RuleEffect,
    }),
  )
  return { value, broken }
}
