import { RegenError } from '../../primitives/errors.ts'
import { CODE_UNKNOWN } from '../../primitives/errorTable.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import type { Explanation } from '../explain/explanations.ts'
import { answerOf } from '../io/answerOf.ts'
import { nearest } from '../render/nearest.ts'

export const explain: Command = {
  description:
    'Explains a code that any command prints (of a warning, an alert, a finding, an open question or an error), and says what to do. Without a code, lists them all.',
  arguments: [{ name: '[code]', summary: 'such as MAX_FEE_MISSING' }],
  options: [JSON_OPTION],
  examples: ['regen-fees explain MAX_FEE_MISSING', 'regen-fees explain', 'regen-fees explain --json'],
  async run({ args: [code] }) {
    // When it is asked for: it knows of rooms that no other command loads.
    const { explanations } = await import('../explain/explanations.ts')
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
