import type * as z from 'zod/mini'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { explainIssues, OWN_WORDS } from '../../primitives/explainIssues.ts'
import { type CommandInput, textOption } from '../command.ts'

/** A mistake in a file, or in what came on standard input. */
export const fileError = (what: string, issue: string, cause?: unknown) =>
  new RegenError(INPUT_INVALID, { what, issues: `✖ ${issue}` }, { cause })

/** A mistake on the command line itself: what is wrong, and where it says what is expected. */
export const optionError = (what: string, ...issues: readonly string[]) =>
  new RegenError(
    { ...INPUT_INVALID, fix: 'The options of a command are listed by its --help.' },
    { what, issues: issues.map(issue => `✖ ${issue}`).join('\n') },
  )

/** Reads the text of an option; what the reader says is said of the option. */
export function parseOption<Value>(option: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (!isRegenError(error)) throw error
    const { code, context, fix, message } = error
    const problem = `${option}: ${message.slice(0, -` ${fix} [${code}]`.length)}`
    throw new RegenError({ code, problem: () => problem, fix }, context, { cause: error })
  }
}

/** Reads options of one word each by the schema of all of them; whatever is wrong names its option. */
export function parseOptionsBy<Fields extends z.ZodMiniObject>(
  schema: Fields,
  input: CommandInput,
): z.output<Fields> {
  const names = Object.keys(schema.def.shape)
  const read = schema.safeParse(
    Object.fromEntries(names.map(name => [name, textOption(input, name)])),
    OWN_WORDS,
  )
  if (read.success) return read.data
  const wrong = read.error.issues.map(
    issue => [`--${String(issue.path[0])}`, sentenceOf(explainIssues([{ ...issue, path: [] }]))] as const,
  )
  const [first] = wrong
  if (first !== undefined && wrong.length === 1) throw optionError(...first)
  throw optionError('command line', ...wrong.map(([option, sentence]) => `${option}: ${sentence}`))
}

/** What is wrong, without the mark and the code of an error inside of an error. */
const sentenceOf = (line: string): string => line.replace(/^✖ /, '').replace(/ \[[A-Z_\d]+\]$/, '')

/** Reads options; what is wrong with them is a mistake on the command line. */
export function parseOptions<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (!isRegenError(error, 'INPUT_INVALID')) throw error
    const { what, issues } = error.context
    throw new RegenError(
      { ...INPUT_INVALID, fix: 'The options of a command are listed by its --help.' },
      { what, issues },
      { cause: error },
    )
  }
}
