import * as z from 'zod/mini'
import { isRegenError } from '../../primitives/errors.ts'

/**
 * The fields messages are made of. Each is a shape (what it may be given as, what it becomes on the wire) and the
 * rules the chain holds it to. A wrong shape is INPUT_INVALID; a broken rule makes a builder throw and a preview warn.
 *
 * Written with zod/mini, which costs a builder's bundle 7 kB where zod costs 27.
 *
 * @see regen-ledger v7 x/ecocredit/base/utils.go and the ValidateBasic methods of the messages
 */

/** What a field becomes on the wire, and what it may be given as. */
export type Field<Out, In> = z.ZodMiniType<Out, In>

/** A field that may be left out: it has a default. */
export type OptionalField<Out, In> = Field<Out, In | undefined> & { _zod: { optin: 'optional' } }

/** What a preview makes of a broken rule: a blocking warning, one that does not block, or nothing, having its own. */
export type RuleEffect = 'blocks' | 'warns' | 'previewed elsewhere'

/** A check that reports a broken rule by name and lets reading go on. `broken` says what is wrong, or null. */
export const rule = <T>(name: string, broken: (value: T) => string | null) => ruleOn<T>(name, [], broken)

/** Like `rule`, for a rule that looks at several fields: names the one to blame. */
export const ruleOn =
  <T>(
    name: string,
    path: readonly string[],
    broken: (value: T) => string | null,
    effect: RuleEffect = 'blocks',
  ) =>
  ({ value, issues }: z.core.ParsePayload<T>): void => {
    // A value of a wrong shape may still be what was given; a rule is about what it becomes.
    if (issues.length > 0 && !issues.every(isRule)) return
    const message = broken(value)
    const params = { rule: name, effect }
    if (message !== null)
      issues.push({ code: 'custom', message, input: value, path: [...path], continue: true, params })
  }

type RuleIssue = z.core.$ZodRawIssue<z.core.$ZodIssueCustom>

/** True for a broken rule, which lets reading go on; everything else is a wrong shape. */
export const isRule = (issue: z.core.$ZodRawIssue | z.core.$ZodIssue): issue is RuleIssue =>
  issue.code === 'custom' && issue['params'] !== undefined

/** A field that JSON may leave out, as proto3 JSON leaves out empty values, but TypeScript may not. */
export const required = <Out, In>(field: Field<Out, In | undefined>) => field as unknown as Field<Out, In>

/** Reads a value into what goes on the wire; what `read` throws is the issue of the field. */
export const parsedAs = <In, Out>(
  shape: Field<In, unknown>,
  read: (value: In) => Out,
  otherwise: string,
): Field<Out, unknown> =>
  z.pipe(
    shape,
    z.transform((value: In, context): Out => {
      try {
        return read(value)
      } catch (error) {
        const message = isRegenError(error) ? error.message : otherwise
        context.issues.push({ code: 'custom', message, input: value })
        return z.NEVER
      }
    }),
  ) as unknown as Field<Out, unknown>
