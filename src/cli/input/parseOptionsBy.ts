import type * as z from 'zod/mini'
import { explainIssues, OWN_WORDS } from '../../primitives/explainIssues.ts'
import { type CommandInput, textOption } from '../command.ts'
import { optionError } from '../io/inputError.ts'

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
