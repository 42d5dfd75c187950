import type * as sending from './errorTable/sending.ts'
import type * as table from './errorTable.ts'

type DefinitionsOf<Table> = Table[keyof Table]
type Definition = DefinitionsOf<typeof table> | DefinitionsOf<typeof sending>

/** Every code this SDK raises. */
export type ErrorCode = Definition['code']

type DefinitionOf<C extends ErrorCode> = Extract<Definition, { code: C }>

/** The facts a code carries. */
export type ErrorFacts<C extends ErrorCode> = Parameters<DefinitionOf<C>['problem']>[0]

/**
 * The one error class. Programs switch on `code` and read `context`; people read `message`,
 * which says what happened with which values, what to do, and the code in brackets.
 */
export class RegenError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'RegenError'
  readonly code: C
  readonly context: ErrorFacts<C>
  readonly fix: string

  constructor(
    { code, problem, fix }: { code: C; problem: (facts: ErrorFacts<C>) => string; fix: string },
    context: ErrorFacts<C>,
    options?: ErrorOptions,
  ) {
    // Facts can be text from anywhere: of what cannot be printed only the ends of lines stay.
    super(`${problem(context)} ${fix} [${code}]`.replace(/[^\P{C}\n]/gu, ' '), options)
    this.code = code
    this.context = context
    this.fix = fix
  }

  /** What JSON.stringify and loggers print: facts that are amounts as decimal text. */
  toJSON(): { name: string; code: C; message: string; fix: string; context: unknown } {
    const { name, code, message, fix, context } = this
    const text = JSON.stringify(context, (_, fact: unknown) =>
      typeof fact === 'bigint' ? fact.toString() : fact,
    )
    return { name, code, message, fix, context: text === undefined ? null : JSON.parse(text) }
  }
}

/**
 * True for an error of this SDK, from any copy of it; with a code, narrows `context`.
 *
 * @example
 * try {
 *   parseCoin('25 REGEN')
 * } catch (error) {
 *   if (isRegenError(error, 'INPUT_INVALID')) console.error(error.context.issues)
 * }
 */
export function isRegenError<C extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: C,
): error is RegenError<C> {
  if (!(error instanceof Error) || error.name !== 'RegenError') return false
  return code === undefined || (error as RegenError).code === code
}

/** The problem that an error names: its message without the fix and the code. */
export const problemOf = ({ message, fix, code }: RegenError): string =>
  message.replace(` ${fix} [${code}]`, '')
